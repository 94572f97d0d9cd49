package org.efcevents.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A field of an event that a source can state. Its name is that of the property of the content type {@code efcEvent}, but for the date, which is
 * one text. What a source states, what a table has in its cells and what is compared with the archive are texts in one notation for each field.
 */
public enum EventField {
    TITLE("title", Notation.TEXT, true),
    /** As {@code org.efcevents.imports.DateText} writes it. */
    DATE("date", Notation.DATE, false),
    /** A word of {@code org.efcevents.event.EventKind}, or one that a site has added. */
    KIND("kind", Notation.WORD, false),
    /** A word of {@code org.efcevents.event.EventStatus}. */
    STATUS("status", Notation.WORD, false),
    STATUS_TEXT("statusText", Notation.TEXT, true),
    VENUE("venue", Notation.TEXT, true),
    CITY("city", Notation.TEXT, true),
    /** ISO 3166-1 alpha-2. */
    COUNTRY("country", Notation.WORD, false),
    ONLINE_ADDRESS("onlineAddress", Notation.TEXT, false),
    REGISTRATION_ADDRESS("registrationAddress", Notation.TEXT, false),
    REGISTRATION_DEADLINE("registrationDeadline", Notation.TEXT, false),
    CONTACT("contact", Notation.TEXT, true),
    ORGANISER("organiser", Notation.TEXT, false),
    HOST("host", Notation.TEXT, false),
    CLOSED("closed", Notation.FLAG, false),
    ATTENDANCE("attendance", Notation.TEXT, true),
    TEASER("teaser", Notation.TEXT, true),
    DESCRIPTION("description", Notation.HTML, true),
    REPORT("report", Notation.HTML, true),
    PARTICIPANTS("participantCount", Notation.NUMBER, false),
    TOPICS("topics", Notation.TEXT, true),
    /** BCP 47 tags. */
    LANGUAGES("languages", Notation.LIST, false),
    RECORDING("recording", Notation.TEXT, false),
    CREDIT("credit", Notation.TEXT, true),
    PHOTOGRAPHS("photographCount", Notation.NUMBER, false),
    /** Codes, such as {@code WP1}. */
    WORK_PACKAGES("workPackages", Notation.LIST, false),
    /** As {@link StatedPerson#line} writes them, one to a line. */
    PEOPLE("people", Notation.LINES, false),
    /** As {@link StatedLink#line} writes them, one to a line. */
    LINKS("links", Notation.LINES, false),
    FORMER_ADDRESSES("formerAddresses", Notation.LIST, false),
    /** What tells the event from others in the calendar that it came from (RFC 5545, 3.8.4.7). */
    SOURCE_UID("sourceUid", Notation.TEXT, false),
    SOURCE_TITLE("sourceTitle", Notation.TEXT, false),
    SOURCE_URL("sourceUrl", Notation.TEXT, false),
    SOURCE_POSITION("sourcePosition", Notation.NUMBER, false);

    /** How a value is written as a text. */
    public enum Notation {
        /** In one line. */
        TEXT,
        /** One of the content model's own words or codes. */
        WORD,
        /** Rich text, as it is stored. */
        HTML,
        /** In digits. */
        NUMBER,
        /** {@code yes}; empty for no. */
        FLAG,
        /** Parted by a semicolon and a space. */
        LIST,
        /** One to a line. */
        LINES,
        /** A date with its precision. */
        DATE
    }

    /** Stands between the values of a list. */
    public static final String BETWEEN = "; ";

    /** A flag that is set. */
    public static final String YES = "yes";

    private static final Pattern WITH_LANGUAGE =
            Pattern.compile("(?<name>[A-Za-z]+)_(?<language>[a-z]{2,3}(?:_[A-Z]{2})?)");

    private final String property;
    private final Notation notation;
    private final boolean translated;

    EventField(String property, Notation notation, boolean translated) {
        this.property = property;
        this.notation = notation;
        this.translated = translated;
    }

    /** Its name, which is that of its property where one property has it. */
    public String property() {
        return property;
    }

    /** How its values are written. */
    public Notation notation() {
        return notation;
    }

    /** Whether it can have a value in each language of a site. */
    public boolean isTranslated() {
        return translated;
    }

    /** Whether it is written in a language, rather than a name or the like, which is the same in all of them. */
    public boolean isInWords() {
        return switch (this) {
            case TITLE, STATUS_TEXT, ATTENDANCE, TEASER, DESCRIPTION, REPORT, TOPICS -> true;
            default -> false;
        };
    }

    /**
     * The name of it in a language that is not the site's first, as Magnolia names the property: {@code title_fr}.
     *
     * @throws IllegalStateException if it has no translations
     */
    public String property(Locale language) {
        if (!translated) {
            throw new IllegalStateException("There is no translation of " + property);
        }
        return property + "_" + language;
    }

    /** The field that has a name, alone or with a language: {@code title}, {@code title_fr}; empty if there is none. */
    public static Optional<EventField> named(String name) {
        Matcher translation = WITH_LANGUAGE.matcher(name);
        return translation.matches() ? find(translation.group("name")).filter(EventField::isTranslated) : find(name);
    }

    /** Whether it has this name, alone or with a language. */
    public boolean isNamed(String name) {
        return named(name).filter(this::equals).isPresent();
    }

    private static Optional<EventField> find(String property) {
        return Arrays.stream(values())
                .filter(field -> field.property.equals(property))
                .findFirst();
    }

    /** The values of a list, in their order. */
    public static List<String> listed(String text) {
        return Arrays.stream(text.split("[;\\r\\n]"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toList());
    }
}
