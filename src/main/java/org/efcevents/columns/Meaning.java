package org.efcevents.columns;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.efcevents.source.EventField;

/**
 * What a column of a table has. It is kept and sent by its name: that of a field of {@link EventField}, with a language where it is a translation, or
 * one of those here, which are parts of a field or stand beside them. An empty name is that of no meaning.
 */
public final class Meaning {

    /** What tells an event from the others. */
    static final String KEY = "id";

    /** When the event that a row was written from had been changed last. */
    static final String MODIFIED = "modified";

    static final String START = "start";
    static final String END = "end";
    static final String START_TIME = "startTime";
    static final String END_TIME = "endTime";
    static final String TIME_ZONE = "timeZone";

    /** Of venue, city and country what there is, parted by commas. */
    static final String PLACE = "place";

    static final String PART = "person.part";
    static final String ROLE = "person.role";
    static final String ORGANISATION = "person.organisation";
    static final String TALK = "person.talkTitle";
    static final String LINK_TITLE = "link.title";
    static final String DOCUMENTS = "documents";
    static final String PICTURES = "pictures";

    /** It follows from other columns, or counts the rows: nothing is read of it. */
    static final String DERIVED = "derived";

    /** No meaning. */
    public static final String NONE = "";

    /** Those that stand behind a field, since they are parts of it or like it. */
    private static final Map<EventField, List<String>> BESIDE = Map.of(
            EventField.DATE, List.of(START, END, START_TIME, END_TIME, TIME_ZONE),
            EventField.COUNTRY, List.of(PLACE),
            EventField.PEOPLE, List.of(PART, ROLE, ORGANISATION, TALK),
            EventField.LINKS, List.of(LINK_TITLE, DOCUMENTS, PICTURES),
            EventField.SOURCE_POSITION, List.of(KEY, MODIFIED, DERIVED));

    /** Those that several columns can have. */
    private static final Set<String> SEVERAL = Set.of(
            EventField.PEOPLE.property(),
            EventField.LINKS.property(),
            EventField.WORK_PACKAGES.property(),
            PART,
            ROLE,
            ORGANISATION,
            TALK,
            LINK_TITLE,
            DOCUMENTS,
            PICTURES,
            DERIVED,
            NONE);

    private Meaning() {}

    /**
     * All that there are, but for that of none.
     *
     * @param languages those of the site's content; all but the first are those of translations
     */
    public static List<String> all(List<Locale> languages) {
        return Arrays.stream(EventField.values())
                .flatMap(field -> Stream.of(
                                Stream.of(field.property()),
                                field.isTranslated()
                                        ? languages.stream().skip(1).map(field::property)
                                        : Stream.<String>empty(),
                                BESIDE.getOrDefault(field, List.of()).stream())
                        .flatMap(Function.identity()))
                .toList();
    }

    /** Whether more than one column can have it. */
    public static boolean canBeOfSeveral(String meaning) {
        return SEVERAL.contains(meaning);
    }

    /** Whether the date of an event is told by it. */
    public static boolean isOfDate(String meaning) {
        return Set.of(EventField.DATE.property(), START, END).contains(meaning);
    }

    /** The field that it is, alone or with a language; empty if it is none. */
    static Optional<EventField> field(String meaning) {
        return EventField.named(meaning);
    }
}
