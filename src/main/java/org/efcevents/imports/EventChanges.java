package org.efcevents.imports;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentException;
import org.efcevents.content.OpenEnum;
import org.efcevents.event.EventStatus;
import org.efcevents.imports.FieldChange.Becoming;
import org.efcevents.source.DateText;
import org.efcevents.source.EventField;
import org.efcevents.source.StatedEvent;
import org.efcevents.source.TextLanguage;

/**
 * What would become of an event that is there. A field is changed where the source states something else than it did before, and the event still
 * has what it was given then, or where it had nothing: nothing is overwritten that somebody has edited since. What a source never said anything
 * of stays.
 */
final class EventChanges {

    private static final String SCHEDULED = OpenEnum.wordOf(EventStatus.SCHEDULED);
    private static final String MODIFIED = "mgnl:lastModified";

    private static final String TITLE = EventField.TITLE.property();

    private final Session session;
    private final EventTexts texts;
    private final ZoneId zone;

    EventChanges(Session session, ZoneId zone, TextLanguage language) {
        this.session = session;
        this.texts = new EventTexts(session, zone, language);
        this.zone = zone;
    }

    /**
     * What a source states otherwise than an event has it.
     *
     * @param made what the event was given of the same source before; null if nothing was
     */
    List<FieldChange> of(String id, StatedEvent stated, MadeEvent made) {
        try {
            return of(session.getNodeByIdentifier(id), stated, made);
        } catch (RepositoryException e) {
            throw new ContentException("The event " + id + " cannot be read", e);
        }
    }

    private List<FieldChange> of(Node event, StatedEvent stated, MadeEvent made) throws RepositoryException {
        List<FieldChange> changes = new ArrayList<>();
        Map<String, String> present = texts.of(event);
        Map<String, String> now = StatedTexts.of(stated);
        boolean untouched = !stated.version().isEmpty()
                && event.hasProperty(MODIFIED)
                && event.getProperty(MODIFIED).getString().equals(stated.version());
        Set<String> names = new LinkedHashSet<>(now.keySet());
        if (made != null && stated.whole()) {
            // What was stated before, and may not be any more. An event without a title is none.
            made.fields().keySet().stream().filter(name -> !name.equals(TITLE)).forEach(names::add);
        }
        for (String name : names) {
            String before = present.getOrDefault(name, "");
            String after = now.getOrDefault(name, "");
            MadeEvent.Field given = made == null ? null : made.fields().get(name);
            boolean outdated = !stated.version().isEmpty() && !untouched;
            boolean same = given == null
                    ? after.isEmpty() && !untouched
                    : given.stated().equals(MadeEvent.digestOf(after));
            if (name.equals(TITLE) && now.containsKey(name) && after.isEmpty() && !before.isEmpty()) {
                // Nobody clears a title in a table for nothing.
                changes.add(new FieldChange(name, before, after, Becoming.NEEDED));
            } else if (!same && !lines(before).equals(lines(after))) {
                boolean asGiven = untouched
                        || (given == null || outdated
                                ? isNothing(name, before)
                                : given.stored().equals(MadeEvent.digestOf(before)));
                changes.add(new FieldChange(name, before, after, becoming(name, before, after, asGiven)));
            }
        }
        return changes;
    }

    private Becoming becoming(String name, String before, String after, boolean asGiven) {
        if (name.equals(EventField.DATE.property())
                && DateText.parse(after, zone).isEmpty()) {
            return Becoming.UNREADABLE;
        }
        if (LostLetters.areLost(lines(before), lines(after))) {
            return Becoming.LOST;
        }
        return asGiven ? Becoming.CHANGED : Becoming.EDITED;
    }

    /** Whether nobody has said it: events are made as scheduled. */
    private static boolean isNothing(String name, String text) {
        return text.isEmpty() || name.equals(EventField.STATUS.property()) && text.equals(SCHEDULED);
    }

    /** Programs for tables end lines as they like. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }
}
