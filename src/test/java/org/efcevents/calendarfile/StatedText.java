package org.efcevents.calendarfile;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.source.EventField;
import org.efcevents.source.Source;
import org.efcevents.source.StatedEvent;
import org.efcevents.source.StatedFile;
import org.efcevents.source.StatedLink;
import org.efcevents.source.StatedPerson;

/** What was read of a calendar, as the files beside the calendars say what is to be read: what is not sure has a question mark, and its rule. */
final class StatedText {

    private StatedText() {}

    static String of(Source source) {
        return source.events().stream().map(StatedText::of).collect(Collectors.joining("\n\n")) + "\n";
    }

    static String of(StatedEvent event) {
        Stream<String> fields = Stream.of(EventField.values())
                .filter(field -> field != EventField.SOURCE_UID)
                .flatMap(field -> event.fields().entrySet().stream()
                        .filter(entry -> entry.getKey().equals(field.property())
                                || entry.getKey().startsWith(field.property() + "_"))
                        .map(entry -> field(entry.getKey(), entry.getValue())));
        Stream<String> people = event.people() == null
                ? Stream.of()
                : event.people().stream().map(person -> "person" + (person.sure() ? "" : "?") + ": " + line(person));
        Stream<String> links = event.links() == null
                ? Stream.of()
                : event.links().stream().map(StatedLink::line).map(line -> "link: " + line);
        Stream<String> files = event.files().stream().map(StatedText::file);
        return Stream.of(Stream.of(event.key()), fields, people, links, files)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String field(String name, Finding<String> found) {
        return name + (found.certainty() == Certainty.STATED ? "" : "? " + found.rule()) + ": " + found.value();
    }

    private static String line(StatedPerson person) {
        return person.line();
    }

    private static String file(StatedFile file) {
        return "file: " + file.kind().name().toLowerCase(Locale.ROOT) + " "
                + String.join(
                        " | ",
                        Stream.of(file.address(), file.title())
                                .filter(part -> !part.isEmpty())
                                .toList());
    }

    static List<String> names() {
        return List.of("google", "outlook", "apple", "nextcloud", "indico", "the-events-calendar", "drupal", "odd");
    }
}
