package org.efcevents.source;

import java.util.List;
import java.util.stream.Stream;
import org.efcevents.pagetext.Passage;

/**
 * Somebody who took part in an event. Texts are empty where nothing is stated.
 *
 * @param name as printed, without titles such as {@code Dr}
 * @param part what they did: a word of {@code org.efcevents.event.Part}
 * @param role as at the event
 * @param organisation as at the event
 * @param panel the item of the programme
 * @param talkTitle what their talk was called
 * @param summary what they said, as rich text
 * @param printed the name as printed, where damage of it was repaired; else empty
 * @param honorific such as {@code Dr}; what only a new speaker gets
 * @param country its code; what only a new speaker gets
 * @param words where they are named
 * @param sure whether all of it is sure
 */
public record StatedPerson(
        String name,
        String part,
        String role,
        String organisation,
        String panel,
        String talkTitle,
        String summary,
        String printed,
        String honorific,
        String country,
        Passage words,
        boolean sure) {

    /** The part of those of whom none is stated. */
    public static final String OTHERWISE = "speaker";

    /** What is to be in their participation, in one line: {@code name | part | role | organisation | panel | title of the talk | summary}. */
    public String line() {
        return line(name, part, role, organisation, panel, talkTitle, summary);
    }

    /** The same under another name. */
    public StatedPerson named(String other) {
        return new StatedPerson(
                other, part, role, organisation, panel, talkTitle, summary, printed, honorific, country, words, sure);
    }

    /** The same of a participation. */
    public static String line(
            String name,
            String part,
            String role,
            String organisation,
            String panel,
            String talkTitle,
            String summary) {
        return FieldLine.of(List.of(name, part, role, organisation, panel, talkTitle, summary));
    }

    /**
     * Reads a line.
     *
     * @param words where the line is
     */
    public static StatedPerson of(String line, Passage words) {
        List<String> values = Stream.concat(FieldLine.values(line).stream(), Stream.generate(() -> ""))
                .limit(7)
                .toList();
        return new StatedPerson(
                values.get(0),
                values.get(1).isEmpty() ? OTHERWISE : values.get(1),
                values.get(2),
                values.get(3),
                values.get(4),
                values.get(5),
                values.get(6),
                "",
                "",
                "",
                words,
                true);
    }
}
