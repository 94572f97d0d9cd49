package org.efcevents.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.search.SearchTerms;

/**
 * What those have in common that may be the same. Two texts are nearly one if they are after a letter of each is left out: a letter was
 * forgotten, added, mistyped, or two were swapped.
 */
final class Likeness {

    /** In shorter texts a letter makes another word. */
    private static final int LONG_ENOUGH = 10;

    private Likeness() {}

    /** Titles on a day, and where something of a kind was on a day. */
    static Stream<String> ofEvent(CheckedNode event) {
        String day = event.date().earliest().map(LocalDate::toString).orElse("");
        Stream<String> titles =
                nearly(SearchTerms.searchable(event.title()).strip()).map(title -> "title\n" + title + "\n" + day);
        return event.venue().isEmpty() || event.kind() == null || !event.date().isOnACertainDay()
                ? titles
                : Stream.concat(
                        titles,
                        Stream.of("venue\n" + event.kind() + "\n"
                                + SearchTerms.searchable(event.venue()).strip() + "\n" + day));
    }

    /** All names of somebody, their parts in order. */
    static Stream<String> ofSpeaker(CheckedNode speaker) {
        return speaker.spellings().stream()
                .map(name -> SearchTerms.of(name).words().stream().sorted().collect(Collectors.joining(" ")))
                .distinct()
                .flatMap(Likeness::nearly)
                .distinct();
    }

    /** A text, and the same without each of its letters. Where digits tell things apart, a sign matters. */
    private static Stream<String> nearly(String text) {
        if (text.length() < LONG_ENOUGH || text.chars().anyMatch(Character::isDigit)) {
            return Stream.of(text);
        }
        List<String> all = new ArrayList<>(List.of(text));
        for (int i = 0; i < text.length(); i++) {
            all.add(text.substring(0, i) + text.substring(i + 1));
        }
        return all.stream().distinct();
    }
}
