package org.efcevents.copy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Calendar days at regular intervals, such as the first Tuesday of each month.
 *
 * @param rule what repeats
 * @param number which of the weekdays in a month, the last if it is 0; or which day of the month
 * @param weekday for the rules that have one
 * @param every every how many months or weeks
 * @param from the first day that it can be
 * @param until the last day that it can be
 */
public record Repetition(Rule rule, int number, DayOfWeek weekday, int every, LocalDate from, LocalDate until) {

    /** What repeats. */
    public enum Rule {
        /** A weekday of the month, such as the first Tuesday. */
        WEEKDAY,
        /** A day of the month, such as the 15th. */
        DAY,
        /** A weekday. */
        WEEK;

        /** The name in forms. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The days from the first to the last, at most as many as are asked for. A month that has no such day is left out. */
    public List<LocalDate> days(int most) {
        List<LocalDate> days = new ArrayList<>();
        if (rule == Rule.WEEK) {
            LocalDate day = from.with(TemporalAdjusters.nextOrSame(weekday));
            for (; !day.isAfter(until) && days.size() < most; day = day.plusWeeks(every)) {
                days.add(day);
            }
            return days;
        }
        YearMonth last = YearMonth.from(until);
        for (YearMonth month = YearMonth.from(from);
                !month.isAfter(last) && days.size() < most;
                month = month.plusMonths(every)) {
            in(month).filter(day -> !day.isBefore(from) && !day.isAfter(until)).ifPresent(days::add);
        }
        return days;
    }

    private Optional<LocalDate> in(YearMonth month) {
        if (rule == Rule.DAY) {
            return month.isValidDay(number) ? Optional.of(month.atDay(number)) : Optional.empty();
        }
        LocalDate first = month.atDay(1);
        return Optional.of(
                        number == 0
                                ? first.with(TemporalAdjusters.lastInMonth(weekday))
                                : first.with(TemporalAdjusters.dayOfWeekInMonth(number, weekday)))
                .filter(day -> YearMonth.from(day).equals(month));
    }
}
