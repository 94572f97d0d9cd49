package org.efcevents.datephrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Mark;
import org.efcevents.pagetext.Passage;

/** The dates of a block, with what HTML's {@code time} says of its words. */
final class MarkedDates {

    private static final int MOST = 40;

    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[-–—]|to|until|au|bis)\\s*");

    private final String text;
    private final DatePhrases phrases;

    MarkedDates(String text, DatePhrases phrases) {
        this.text = text;
        this.phrases = phrases;
    }

    List<DatePhrase> in(Block block) {
        List<DatePhrase> dates = new ArrayList<>(phrases.in(text, block.passage()));
        block.marks().stream()
                .filter(mark -> mark.kind() == Mark.Kind.TIME
                        && mark.passage().to() > mark.passage().from())
                .limit(MOST)
                .forEach(mark -> marked(mark).ifPresent(date -> put(dates, date)));
        return valid(together(dates, block), block);
    }

    /** Without those of the posting, and those that are struck out; where all are, nobody knows whether another took their place. */
    private static List<DatePhrase> valid(List<DatePhrase> all, Block block) {
        List<DatePhrase> dates = all.stream()
                .filter(date -> !isIn(Mark.Kind.POSTING, date, block))
                .toList();
        List<DatePhrase> valid = dates.stream()
                .filter(date -> !isIn(Mark.Kind.STRUCK, date, block))
                .toList();
        return valid.isEmpty() ? dates.stream().map(DatePhrase::inDoubt).toList() : valid;
    }

    private static boolean isIn(Mark.Kind kind, DatePhrase date, Block block) {
        return block.marks().stream()
                .anyMatch(mark -> mark.kind() == kind && mark.passage().contains(date.passage()));
    }

    /** “26 – 1 December 2017”, each of the two marked: from the one to the other. */
    private List<DatePhrase> together(List<DatePhrase> dates, Block block) {
        Set<Passage> marked = block.marks().stream()
                .filter(mark -> mark.kind() == Mark.Kind.TIME)
                .map(Mark::passage)
                .collect(Collectors.toSet());
        for (int i = 1; marked.size() > 1 && i < dates.size(); i++) {
            DatePhrase first = dates.get(i - 1);
            DatePhrase last = dates.get(i);
            NamedDate whole = NamedDate.of(first.date().first(), last.date().last());
            boolean days = marked.contains(first.passage())
                    && marked.contains(last.passage())
                    && first.isClearDay()
                    && last.isClearDay()
                    && first.date().first().year() > 0
                    && first.date().startTime() == null
                    && last.date().startTime() == null;
            if (days
                    && whole.exists()
                    && BETWEEN.matcher(text)
                            .region(first.passage().to(), last.passage().from())
                            .matches()) {
                dates.set(
                        i - 1,
                        new DatePhrase(
                                new Passage(
                                        first.passage().from(), last.passage().to()),
                                whole,
                                Optional.empty(),
                                DatePhrase.Strength.CLEAR,
                                first.doubted() || last.doubted()));
                dates.remove(i);
            }
        }
        return dates;
    }

    private Optional<DatePhrase> marked(Mark mark) {
        String value = mark.value();
        return phrases.in(value, new Passage(0, value.length())).stream()
                .filter(date -> date.passage().from() == 0)
                .findFirst()
                // A time of day in another zone is not the one on the wall.
                .map(date -> value.endsWith("Z") || value.endsWith("+00:00")
                        ? date.date().at(null, null)
                        : date.date())
                .map(date -> new DatePhrase(mark.passage(), date, Optional.empty(), DatePhrase.Strength.CLEAR, false));
    }

    /** Puts a date in the place of the words that it is of. */
    private static void put(List<DatePhrase> dates, DatePhrase marked) {
        List<DatePhrase> same = dates.stream()
                .filter(date -> date.passage().overlaps(marked.passage()))
                .toList();
        if (same.isEmpty()) {
            int at = (int) dates.stream()
                    .filter(date -> date.passage().from() < marked.passage().from())
                    .count();
            dates.add(at, marked);
            return;
        }
        DatePhrase words = same.get(0);
        Optional<DateCandidate> both = DateCandidate.of(words, "", 0, true).with(DateCandidate.of(marked, "", 0, true));
        if (same.size() == 1) {
            dates.set(
                    dates.indexOf(words),
                    both.map(agreed -> new DatePhrase(
                                    words.passage(), agreed.date(), Optional.empty(), DatePhrase.Strength.CLEAR, false))
                            .orElse(new DatePhrase(
                                    words.passage(), words.date(), words.otherwise(), words.strength(), true)));
        }
    }
}
