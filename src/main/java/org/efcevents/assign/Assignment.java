package org.efcevents.assign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import org.efcevents.undo.Editing;
import org.efcevents.undo.Stored;

/**
 * What many events are given at once, or what is taken from them. Of an event that not everyone may read, the notice stays as it is: what
 * everyone is told is for an editor to word.
 *
 * @param action what is done
 * @param value the identifier of a work package, or a kind of event
 */
public record Assignment(Action action, String value) {

    /** The kind of step that this is: {@link org.efcevents.undo.Step#kind}. */
    public static final String STEP = "assign";

    /** What can be done. */
    public enum Action {
        /** A work package is put beside those that an event has. */
        ADD("workPackages"),
        /** A work package is taken away. */
        REMOVE("workPackages"),
        /** An event is of another kind. */
        KIND("kind");

        private final String property;

        Action(String property) {
            this.property = property;
        }

        /** Its name in forms and message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As {@link #text} writes it; empty if the text is none. */
    public static Optional<Assignment> parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Arrays.stream(Action.values())
                        .filter(action -> action.key().equals(text.substring(0, colon)))
                        .map(action -> new Assignment(action, text.substring(colon + 1)))
                        .findFirst();
    }

    /** For forms. */
    public String text() {
        return action.key() + ":" + value;
    }

    /** What an event has of what this changes. */
    public List<String> present(Node event) throws RepositoryException {
        return Stored.of(event, action.property).map(Stored::values).orElse(List.of());
    }

    /** Whether it changes an event. */
    public boolean changes(Node event) throws RepositoryException {
        return !after(present(event)).equals(present(event));
    }

    private List<String> after(List<String> present) {
        List<String> after = new ArrayList<>(present);
        switch (action) {
            case ADD -> {
                if (!present.contains(value)) {
                    after.add(value);
                }
            }
            case REMOVE -> after.removeIf(value::equals);
            case KIND -> {
                after.clear();
                after.add(value);
            }
        }
        return after;
    }

    /** Where it is written. */
    public String place(Node event) throws RepositoryException {
        return event.getPath() + "/" + action.property;
    }

    /** Changes an event. Nothing is saved. */
    public void carryOut(Node event, Editing editing) throws RepositoryException {
        List<String> after = after(present(event));
        int type = Stored.of(event, action.property).map(Stored::type).orElse(PropertyType.STRING);
        editing.set(event, action.property, after.isEmpty() ? null : new Stored(type, action != Action.KIND, after));
    }
}
