package org.efcevents.desk;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.content.OpenEnum;
import org.efcevents.content.RichText;
import org.efcevents.date.EventDate;
import org.efcevents.date.Precision;
import org.efcevents.event.EventStatus;
import org.efcevents.event.Part;
import org.efcevents.message.Messages;
import org.efcevents.pagetext.Passage;
import org.efcevents.source.DateText;
import org.efcevents.source.EventField;
import org.efcevents.source.StatedPerson;

/**
 * What fields of events have, in the language of who looks it over: no codes, and no words of the content model.
 *
 * @param messages of the page
 * @param locale its language
 * @param zone of times that do not say theirs
 */
record FieldWords(Messages messages, Locale locale, ZoneId zone) {

    private static final String STATUS = "efc.status.";
    private static final String PART = "efc.part.";
    private static final String YES = "efc.desk.import.yes";

    static FieldWords of(DeskRequest request) {
        return new FieldWords(request.messages(), request.locale(), request.timeZone());
    }

    /** The keys of the messages that it needs. */
    static List<String> keys() {
        return Stream.of(
                        Stream.of(EventStatus.values()).map(status -> STATUS + OpenEnum.wordOf(status)),
                        Stream.of(Part.values()).map(part -> PART + OpenEnum.wordOf(part)),
                        Stream.of(YES))
                .flatMap(keys -> keys)
                .toList();
    }

    /** A value in words, whole but for formatting. */
    String of(EventField field, String value) {
        return switch (field) {
            case KIND -> messages.kinds().getOrDefault(value, value);
            case STATUS -> text(STATUS + value, value);
            case CLOSED -> text(YES, value);
            case COUNTRY -> country(value);
            case LANGUAGES -> EventField.listed(value).stream()
                    .map(tag -> Locale.forLanguageTag(tag).getDisplayName(locale))
                    .collect(Collectors.joining(", "));
            case DATE, REGISTRATION_DEADLINE -> date(value);
            case PEOPLE -> value.lines()
                    .map(line -> StatedPerson.of(line, new Passage(0, 0)))
                    .map(person -> joined(Stream.of(
                            of(person),
                            Objects.toString(RichText.of(person.summary()).beginning(), ""))))
                    .collect(Collectors.joining("\n"));
            case LINKS -> value.replace(" | ", ", ");
            default -> field.notation() == EventField.Notation.HTML
                    ? RichText.of(value).text()
                    : value;
        };
    }

    private String text(String key, String otherwise) {
        return messages.texts().getOrDefault(key, otherwise);
    }

    private String country(String code) {
        return code.matches("[A-Z]{2}") ? new Locale("", code).getDisplayCountry(locale) : code;
    }

    /** A date in words; as it is, if it is none. */
    String date(String value) {
        return DateText.parse(value, zone)
                .map(EventDate::of)
                .filter(date -> date.precision() != Precision.UNKNOWN)
                .map(date -> date.inWords(locale))
                .orElse(value);
    }

    /** Somebody who takes part: the name, the role, the organisation, what they did, and the title of their talk. */
    String of(StatedPerson person) {
        return joined(Stream.of(
                person.name(),
                person.role(),
                person.organisation(),
                text(PART + person.part(), person.part()),
                person.talkTitle()));
    }

    private static String joined(Stream<String> values) {
        return values.filter(value -> !value.isEmpty()).collect(Collectors.joining(", "));
    }
}
