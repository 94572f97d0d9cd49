package org.efcevents.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcevents.undo.Editing;
import org.efcevents.undo.Stored;

/**
 * A field of the form in which two nodes have something, in whatever languages: whoever has it in one language, and it says something
 * else in the other node, means something else in all.
 *
 * @param name the property, without a language
 * @param kept what the node has that is kept, by property; what is blank counts as nothing
 * @param merged the same of the other one
 * @param lead the property without which the others mean nothing, such as the picture that has a text alternative; null if each
 *     stands for itself
 */
public record ComparedField(String name, Map<String, Stored> kept, Map<String, Stored> merged, String lead) {

    /** What becomes of a field. */
    public enum Outcome {
        /** Both say the same. */
        SAME,
        /** It stays as it is: the other one says nothing, or nothing else. */
        STAYS,
        /** It gets what it has not from the other one. */
        FILLED,
        /** It has several values, and gets those of both. */
        UNITED,
        /** Both say something, and not the same: an editor decides. */
        CHOICE
    }

    /** What becomes of it. */
    public Outcome outcome() {
        if (kept.equals(merged)) {
            return Outcome.SAME;
        }
        if (isOfSeveral()) {
            return united().equals(kept) ? Outcome.STAYS : Outcome.UNITED;
        }
        if (lead != null && !(kept.containsKey(lead) && merged.containsKey(lead))) {
            return merged.containsKey(lead) ? Outcome.FILLED : Outcome.STAYS;
        }
        if (differs()) {
            return Outcome.CHOICE;
        }
        return kept.keySet().containsAll(merged.keySet()) ? Outcome.STAYS : Outcome.FILLED;
    }

    private boolean isOfSeveral() {
        return kept.values().stream().anyMatch(Stored::multiple)
                || merged.values().stream().anyMatch(Stored::multiple);
    }

    private boolean differs() {
        return lead != null
                ? !kept.get(lead).equals(merged.get(lead))
                : merged.entrySet().stream()
                        .anyMatch(other -> kept.containsKey(other.getKey())
                                && !kept.get(other.getKey()).equals(other.getValue()));
    }

    /**
     * What the kept node has in the end.
     *
     * @param fromMerged where there is a choice, whether it is what the other one says
     */
    Map<String, Stored> result(boolean fromMerged) {
        return switch (outcome()) {
            case SAME, STAYS -> kept;
            case UNITED -> united();
            case CHOICE -> fromMerged ? merged : kept;
            case FILLED -> {
                Map<String, Stored> filled = new LinkedHashMap<>(lead == null ? kept : Map.of());
                merged.forEach(filled::putIfAbsent);
                yield filled;
            }
        };
    }

    private Map<String, Stored> united() {
        Map<String, Stored> united = new LinkedHashMap<>(kept);
        merged.forEach((property, values) -> united.merge(property, values, ComparedField::united));
        return united;
    }

    private static Stored united(Stored one, Stored other) {
        List<String> values = new ArrayList<>(one.values());
        other.values().stream().filter(value -> !values.contains(value)).forEach(values::add);
        return new Stored(one.type(), true, values);
    }

    /** Gives the kept node what it has in the end. */
    void apply(boolean fromMerged, Node node, Editing editing) throws RepositoryException {
        Map<String, Stored> result = result(fromMerged);
        Set<String> properties = new TreeSet<>(kept.keySet());
        properties.addAll(result.keySet());
        for (String property : properties) {
            if (!Objects.equals(kept.get(property), result.get(property))) {
                editing.set(node, property, result.get(property));
            }
        }
    }

    /** What of a property is content: nothing if it is blank. */
    static Optional<Stored> content(Node node, String property) throws RepositoryException {
        return Stored.of(node, property)
                .filter(stored -> stored.values().stream().anyMatch(value -> !value.isBlank()));
    }
}
