package org.efcevents.datephrase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;

/**
 * Offers the years of days that a page names without one, where it tells its events in order of time and the dates before and after leave one
 * year only. It is never more than an inference: a page may have its own order.
 */
public final class YearsOfNeighbours {

    private final List<OwnDate> dates;

    /** Of each entry the nearest before it, and the nearest from it on, that states a day; null if there is none. */
    private final List<Finding<NamedDate>> before = new ArrayList<>();

    private final List<Finding<NamedDate>> from = new ArrayList<>();

    /** @param dates those of a page's entries, in their order */
    public YearsOfNeighbours(List<OwnDate> dates) {
        this.dates = List.copyOf(dates);
        Finding<NamedDate> nearest = null;
        for (int i = 0; i < dates.size(); i++) {
            before.add(nearest);
            nearest = day(i).orElse(nearest);
        }
        nearest = null;
        for (int i = dates.size() - 1; i >= 0; i--) {
            nearest = day(i).orElse(nearest);
            from.add(nearest);
        }
        Collections.reverse(from);
    }

    /** The date of an entry with the year that those of its neighbours leave; empty if it has one, or if they leave none or several. */
    public Optional<Finding<NamedDate>> of(int entry) {
        Finding<NamedDate> own = dates.get(entry).date().orElse(null);
        if (own == null
                || own.value().first().year() > 0
                || !own.value().first().isDay()) {
            return Optional.empty();
        }
        // The entry itself has no day of a year: from it on is after it.
        return Optional.ofNullable(before.get(entry))
                .flatMap(above -> Optional.ofNullable(from.get(entry)).flatMap(below -> between(own, above, below)));
    }

    private Optional<Finding<NamedDate>> day(int entry) {
        return dates.get(entry)
                .date()
                .filter(date -> date.certainty() == Certainty.STATED)
                .filter(date -> date.value().first().date().isPresent());
    }

    private static Optional<Finding<NamedDate>> between(
            Finding<NamedDate> own, Finding<NamedDate> above, Finding<NamedDate> below) {
        LocalDate one = above.value().first().date().orElseThrow();
        LocalDate other = below.value().first().date().orElseThrow();
        LocalDate from = one.isBefore(other) ? one : other;
        LocalDate to = one.isBefore(other) ? other : one;
        List<NamedDate> possible = IntStream.rangeClosed(from.getYear(), to.getYear())
                .mapToObj(own.value()::inYear)
                .filter(NamedDate::exists)
                .filter(date -> date.first()
                        .date()
                        .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                        .isPresent())
                .limit(2)
                .toList();
        List<Passage> words = new ArrayList<>(own.words());
        words.addAll(above.words());
        words.addAll(below.words());
        words.sort(null);
        return possible.size() == 1
                ? Optional.of(new Finding<>(possible.get(0), words, "date.neighbours", Certainty.INFERRED))
                : Optional.empty();
    }
}
