package org.efcevents.filter;

import java.time.LocalDate;
import java.util.function.IntPredicate;
import org.efcevents.index.EventTable;

/**
 * The time within which events are looked for: from the first day of one date to the last day of another, both of which belong to
 * it.
 *
 * @param from where it begins; empty if it has no beginning
 * @param to where it ends; empty if it has no end
 */
public record Period(AskedDate from, AskedDate to) {

    /** All time. */
    static final Period ALWAYS = of("", "");

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** Reads what somebody typed; empty texts for nothing. */
    public static Period of(String from, String to) {
        return new Period(AskedDate.of(from), AskedDate.of(to));
    }

    /** Whether it is not limited in any way. */
    public boolean isEmpty() {
        return from.isEmpty() && to.isEmpty();
    }

    /** Whether it ends before it begins. */
    public boolean isReversed() {
        return from.first() != null && to.last() != null && to.last().isBefore(from.first());
    }

    /** The same without its beginning. */
    Period withoutFrom() {
        return new Period(ALWAYS.from, to);
    }

    /** The same without its end. */
    Period withoutTo() {
        return new Period(from, ALWAYS.to);
    }

    /**
     * Tells which rows have an event that may lie within, even if only in part: {@link EventTable#within}. Nothing lies within a period
     * that is not understood or reversed.
     */
    IntPredicate rows(EventTable table) {
        if (isEmpty()) {
            return row -> true;
        }
        return from.isWrong() || to.isWrong() || isReversed()
                ? row -> false
                : table.within(from.isEmpty() ? FIRST_DAY : from.first(), to.isEmpty() ? LAST_DAY : to.last());
    }
}
