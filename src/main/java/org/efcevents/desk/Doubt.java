package org.efcevents.desk;

import java.util.Locale;
import java.util.Map;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.source.EventField;
import org.efcevents.source.StatedEvent;

/** Why something that was read is not sure, as an editor is told beside it. */
public enum Doubt {
    /** The words may give the date of something else, or can be read in several ways. */
    DATE,
    /** The year is that of the neighbours. */
    NEIGHBOURS,
    /** The words may name another place. */
    PLACE,
    /** What kind of event it is follows from its text, not from its title. */
    KIND,
    /** It stands in the text, not in the title. */
    MENTIONED,
    /** There is no title; these are the first words. */
    NO_TITLE,
    /** It was longer, and is cut. */
    LONG,
    /** It is private in a calendar. */
    PRIVATE,
    /** The time zone is not said, or not known. */
    ZONE,
    /** When it ends cannot be read. */
    END,
    /** From midnight to midnight: whole days, probably. */
    MIDNIGHTS,
    /** It recurs for ever. */
    ENDLESS,
    /** It recurs too often. */
    MANY,
    /** How it recurs is not understood. */
    RECURRENCE,
    /** The year is none that an event would have. */
    YEAR,
    /** What stands in a cell can be read in several ways, or not at all. */
    CELL,
    /** Whether it is a person who took part, or what they are. */
    PERSON,
    /** Anything else. */
    OTHER;

    private static final Map<String, Doubt> BY_RULE = Map.ofEntries(
            Map.entry("date.neighbours", NEIGHBOURS),
            Map.entry("title.beginning", NO_TITLE),
            Map.entry("calendar.no-title", NO_TITLE),
            Map.entry("calendar.long", LONG),
            Map.entry("calendar.private", PRIVATE),
            Map.entry("calendar.zone", ZONE),
            Map.entry("calendar.end", END),
            Map.entry("calendar.midnights", MIDNIGHTS),
            Map.entry("calendar.open", ENDLESS),
            Map.entry("calendar.many", MANY),
            Map.entry("calendar.rule", RECURRENCE),
            Map.entry("calendar.year", YEAR));

    /** The end of the key of what is said of a finding of a field; empty if it is sure. */
    static String of(EventField field, Finding<?> found) {
        return found.certainty() == Certainty.STATED
                ? ""
                : BY_RULE.getOrDefault(found.rule(), of(field, found.rule())).key();
    }

    /** The same of somebody who takes part in an event. */
    static String ofPerson(StatedEvent event) {
        // In a table it is known who takes part.
        return (event.whole() ? PERSON : CELL).key();
    }

    private static Doubt of(EventField field, String rule) {
        boolean cell = rule.startsWith("column");
        return switch (field) {
            case KIND -> KIND;
            case DATE -> cell ? CELL : DATE;
            case VENUE, CITY, COUNTRY -> cell ? CELL : PLACE;
            case WORK_PACKAGES -> cell ? CELL : MENTIONED;
            case PEOPLE -> PERSON;
            default -> cell ? CELL : OTHER;
        };
    }

    /** The end of the key of its message. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
