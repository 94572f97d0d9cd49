package org.efcevents.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import org.efcevents.date.EventDate;
import org.efcevents.filter.Period;

/**
 * The days on one of which an event begins: one if the day is known, those of a month or a year if not.
 *
 * @param first null without a year
 * @param last null without a year
 */
record Beginning(LocalDate first, LocalDate last) {

    /** Whether something is within a period. */
    enum Within {
        YES,
        NO,
        /** It may be: its date is not known well enough. */
        PERHAPS
    }

    static Beginning of(EventDate date) {
        LocalDate first = date.earliest().orElse(null);
        if (first == null) {
            return new Beginning(null, null);
        }
        return new Beginning(
                first,
                switch (date.precision()) {
                    case MONTH -> YearMonth.from(first).atEndOfMonth();
                    case YEAR -> LocalDate.of(first.getYear(), 12, 31);
                    default -> first;
                });
    }

    Within within(Period period) {
        if (period.isEmpty()) {
            return Within.YES;
        }
        if (first == null) {
            return Within.PERHAPS;
        }
        LocalDate from = period.from().isEmpty() ? LocalDate.MIN : period.from().first();
        LocalDate to = period.to().isEmpty() ? LocalDate.MAX : period.to().last();
        if (last.isBefore(from) || first.isAfter(to)) {
            return Within.NO;
        }
        return first.isBefore(from) || last.isAfter(to) ? Within.PERHAPS : Within.YES;
    }

    String year() {
        return first == null ? Grouping.NONE : first.toString().substring(0, 4);
    }

    /** Such as {@code 2014-1}, or {@code 2014-?} if only the year is known. */
    String quarter() {
        if (first == null) {
            return Grouping.NONE;
        }
        int quarter = first.get(IsoFields.QUARTER_OF_YEAR);
        return year() + "-" + (quarter == last.get(IsoFields.QUARTER_OF_YEAR) ? Integer.toString(quarter) : "?");
    }
}
