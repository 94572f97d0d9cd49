package org.efcevents.migration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.efcevents.datephrase.PageDates;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.PageText;
import org.efcevents.pagetext.WordForms;

/**
 * The page of one event: it has one heading, or one above those of its parts, and a date below. Whoever tells entries has more of them that have
 * dates.
 *
 * @param content the numbers of the blocks that are no furniture
 * @param groups which of them name a group of entries
 * @param dated whether some of them name a date
 */
record SingleEvent(PageText page, PageDates dates, int[] content, IntPredicate groups, Predicate<int[]> dated) {

    /** How many headings such a page may have. */
    private static final int MOST_PARTS = 8;

    /** The heading of a day of a programme. */
    private static final Pattern DAY = Pattern.compile(
            "(?:day|jour|journée|tag|dag|día|giorno) (?:\\d{1,2}|one|two|three|four|five|un|deux|trois|quatre|cinq)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What parts of a page about one event are called, and no event is; without accents. */
    private static final Set<String> PARTS = Set.of(
            ("background|context|about|about the event|speakers|our speakers|documents|downloads|presentations|programme|program|agenda|contact|contacts|venue|practical information"
                            + "|registration|how to register|related events|related|see also|organisers|partners|sponsors|photos|gallery|outcome|outcomes|conclusions|minutes|links|more"
                            + "|contexte|intervenants|presentation|informations pratiques|inscription|inscriptions|lieu|organisateurs|partenaires|en savoir plus|objectifs|objectives"
                            + "|hintergrund|referenten|programm|anmeldung|kontakt|anfahrt")
                    .split("\\|"));

    /** All from its heading on; empty if it is no such page. */
    Optional<List<int[]>> find() {
        int[] headings = headings();
        if (headings.length == 0 || headings.length > MOST_PARTS || !isAbove(headings)) {
            return Optional.empty();
        }
        int[] entry = IntStream.of(content).filter(i -> i >= headings[0]).toArray();
        int[] first = IntStream.of(entry)
                .filter(i -> headings.length == 1 || i < headings[1])
                .toArray();
        return entry.length > 1 && dated.test(first) ? Optional.of(List.of(entry)) : Optional.empty();
    }

    /** The same, if its parts are called as the parts of an event are, or are its numbered days: these are no events. */
    Optional<List<int[]>> inParts() {
        int[] headings = headings();
        long days = IntStream.of(headings).skip(1).filter(this::isDay).count();
        long parts = IntStream.of(headings)
                .skip(1)
                .mapToObj(i -> WordForms.letters(words(i)))
                .filter(PARTS::contains)
                .count();
        return headings.length > 2 && (days == headings.length - 1 || parts * 2 >= headings.length - 1)
                ? find()
                : Optional.empty();
    }

    private boolean isDay(int heading) {
        return DAY.matcher(words(heading)).matches()
                && dates.isIn(page.blocks().get(heading).passage());
    }

    private String words(int block) {
        return page.blocks().get(block).passage().in(page.text());
    }

    private int[] headings() {
        return IntStream.of(content)
                .filter(i -> page.blocks().get(i).kind() == Block.Kind.HEADING && !groups.test(i))
                .toArray();
    }

    private boolean isAbove(int[] headings) {
        int first = page.blocks().get(headings[0]).level();
        return IntStream.of(headings).skip(1).allMatch(i -> page.blocks().get(i).level() > first);
    }
}
