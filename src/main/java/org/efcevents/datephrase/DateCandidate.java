package org.efcevents.datephrase;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.efcevents.pagetext.Passage;

/**
 * A date that an entry may say of itself.
 *
 * @param words the passages that say it
 * @param rule by which it was found
 * @param rank how good a place it was found at: the lower, the better
 * @param sure whether the place says that it is the entry's own
 * @param otherwise what else its words may name
 */
record DateCandidate(
        NamedDate date, List<Passage> words, String rule, int rank, boolean sure, Optional<NamedDate> otherwise) {

    /** The rank of a date that is all of a line, which may be that of the posting. */
    static final int BARE = 2;

    /** Whether it is one. */
    boolean isBareLine() {
        return rule.equals("date.line") && rank == BARE && !date.isRange();
    }

    static DateCandidate of(DatePhrase phrase, String rule, int rank, boolean sure) {
        return new DateCandidate(
                phrase.date(), List.of(phrase.passage()), rule, rank, sure && !phrase.doubted(), phrase.otherwise());
    }

    DateCandidate doubtful() {
        return new DateCandidate(date, words, rule, rank, false, otherwise);
    }

    DateCandidate surely() {
        return new DateCandidate(date, words, rule, rank, true, otherwise);
    }

    DateCandidate ranked(int other) {
        return new DateCandidate(date, words, rule, other, sure, otherwise);
    }

    /** At a time that stands somewhere else. */
    DateCandidate at(ClockTimes.Clock clock, Passage passage) {
        return new DateCandidate(
                date.at(clock.start(), clock.end(), clock.told()),
                all(words, List.of(passage)),
                rule,
                rank,
                sure && !clock.elsewhere(),
                Optional.empty());
    }

    /** In the year that a heading tells. */
    DateCandidate inYear(int year, Passage heading) {
        return new DateCandidate(
                date.inYear(year),
                all(words, List.of(heading)),
                "date.heading",
                rank,
                sure,
                otherwise.map(other -> other.inYear(year)));
    }

    /** The same date, said by both; empty if they cannot be the same. */
    Optional<DateCandidate> with(DateCandidate other) {
        return agreed(date, other.date)
                .or(() -> otherwise.flatMap(meant -> agreed(meant, other.date)))
                .or(() -> other.otherwise.flatMap(meant -> agreed(date, meant)))
                .map(agreed -> new DateCandidate(
                        agreed,
                        all(words, other.words),
                        agreed.equals(other.date) && !agreed.equals(date) ? other.rule : rule,
                        rank,
                        sure && other.sure || sure && agreed.equals(date) || other.sure && agreed.equals(other.date),
                        otherwise.isPresent() && other.otherwise.isPresent() ? otherwise : Optional.empty()));
    }

    private static List<Passage> all(List<Passage> some, List<Passage> more) {
        return List.copyOf(
                new TreeSet<>(Stream.concat(some.stream(), more.stream()).toList()));
    }

    /** The more exact of two dates that can be the same, or what both tell together. */
    private static Optional<NamedDate> agreed(NamedDate one, NamedDate other) {
        if (one.equals(other)) {
            return Optional.of(one);
        }
        boolean days = one.first().isDay() && other.first().isDay();
        if (days && one.first().year() == 0 && other.first().year() > 0) {
            return agreed(one.inYear(other.first().year()), other);
        }
        if (days && other.first().year() == 0 && one.first().year() > 0) {
            return agreed(one, other.inYear(one.first().year()));
        }
        if (days) {
            return sameDays(one, other);
        }
        if (one.first().isDay() || one.first().month() > 0 && other.first().month() == 0) {
            return within(one, other);
        }
        return other.first().isDay() || other.first().month() > 0 && one.first().month() == 0
                ? within(other, one)
                : Optional.empty();
    }

    /** Of several days and one of them the several; of a day with and without a time the one with it. */
    private static Optional<NamedDate> sameDays(NamedDate one, NamedDate other) {
        boolean same = one.first().equals(other.first()) && one.last().equals(other.last());
        if (same) {
            boolean oneTime =
                    one.startTime() == null || one.startTime().equals(other.startTime()) && one.endTime() == null;
            return oneTime || other.startTime() == null || one.startTime().equals(other.startTime())
                    ? Optional.of(oneTime ? other : one)
                    : Optional.empty();
        }
        if (one.isRange() && contains(one, other)) {
            return Optional.of(one);
        }
        return other.isRange() && contains(other, one) ? Optional.of(other) : Optional.empty();
    }

    private static boolean contains(NamedDate longer, NamedDate shorter) {
        CalendarPart first = shorter.first();
        CalendarPart last = shorter.last();
        return longer.first().year() <= first.year()
                && (longer.first().year() < first.year() || !longer.first().isLaterInYearThan(first))
                && last.year() <= longer.last().year()
                && (last.year() < longer.last().year() || !last.isLaterInYearThan(longer.last()));
    }

    /** A day or month that may lack its year, and the month or year that it may lie in. */
    private static Optional<NamedDate> within(NamedDate day, NamedDate month) {
        int year = month.first().year();
        if (day.first().year() == 0) {
            boolean sameMonth = month.first().month() == 0
                    || month.first().month() == day.first().month();
            return !month.isRange() && sameMonth
                    ? Optional.of(day.inYear(year)).filter(NamedDate::exists)
                    : Optional.empty();
        }
        boolean from = year < day.first().year()
                || year == day.first().year()
                        && month.first().month() <= day.first().month();
        int end = month.last().month() == 0 ? 12 : month.last().month();
        boolean to = day.first().year() < month.last().year()
                || day.first().year() == month.last().year() && day.first().month() <= end;
        return from && to ? Optional.of(day) : Optional.empty();
    }
}
