package org.efcevents.desk;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.efcevents.date.EventDate;
import org.efcevents.date.Precision;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.DateText;
import org.efcevents.source.EventField;
import org.efcevents.source.Source;
import org.efcevents.source.StatedEvent;
import org.efcevents.source.StatedPerson;

/**
 * Somebody whom a source names, with what tells them from others of nearly the same name.
 *
 * @param name as printed
 * @param events that they are named at, some of them, with their dates
 * @param others how many more there are
 */
public record NamedPerson(String name, List<String> events, int others) {

    private static final int SHOWN = 2;

    /** The pairs of people of a source who may be one. */
    static List<List<NamedPerson>> maybeOne(Source source, Locale locale) {
        Map<String, Set<StatedEvent>> events = new HashMap<>();
        source.maybeOne()
                .forEach(pair -> pair.forEach(name -> events.put(WordForms.letters(name), new LinkedHashSet<>())));
        if (!events.isEmpty()) {
            for (StatedEvent event : source.events()) {
                for (StatedPerson person : event.people() == null ? List.<StatedPerson>of() : event.people()) {
                    String printed = person.printed().isEmpty() ? person.name() : person.printed();
                    events.getOrDefault(WordForms.letters(printed), new HashSet<>())
                            .add(event);
                }
            }
        }
        // Many pairs may have the same person.
        Map<String, NamedPerson> people = new HashMap<>();
        source.maybeOne().stream()
                .flatMap(List::stream)
                .forEach(name -> people.computeIfAbsent(
                        name, called -> of(called, events.get(WordForms.letters(called)), locale)));
        return source.maybeOne().stream()
                .map(pair -> pair.stream().map(people::get).toList())
                .toList();
    }

    private static NamedPerson of(String name, Set<StatedEvent> events, Locale locale) {
        return new NamedPerson(
                name,
                events.stream().limit(SHOWN).map(event -> called(event, locale)).toList(),
                Math.max(0, events.size() - SHOWN));
    }

    private static String called(StatedEvent event, Locale locale) {
        Stream<String> date = DateText.parse(event.text(EventField.DATE), ZoneOffset.UTC)
                .map(EventDate::of)
                .filter(found -> found.precision() != Precision.UNKNOWN)
                .map(found -> found.inWords(locale))
                .stream();
        return String.join(
                ", ",
                Stream.concat(Stream.of(event.text(EventField.TITLE)), date).toList());
    }
}
