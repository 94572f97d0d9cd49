package org.efcevents.datephrase;

import org.efcevents.datephrase.DatePoints.Point;

/** “29–30 September and 1 October 2011”: several days of one month, and what follows them in the next. */
final class DaysOverMonths {

    private DaysOverMonths() {}

    /**
     * All of it as one range; null if the second does not go on from the first.
     *
     * @param first of the days in one month
     * @param last of these days, with its year if that is told
     * @param between null if nothing joins it to what follows
     * @param next what follows; null if it is no date
     */
    static NamedDate joined(int first, CalendarPart last, Separator between, Point next) {
        if (between == null || between.or() || next == null || !next.part().isDay() || next.otherwise() != null) {
            return null;
        }
        CalendarPart to = next.part();
        boolean backwards = last.isLaterInYearThan(to);
        CalendarPart from =
                last.year() > 0 || to.year() == 0 ? last : last.inYear(backwards ? to.year() - 1 : to.year());
        to = to.year() > 0 || from.year() == 0 ? to : to.inYear(backwards ? from.year() + 1 : from.year());
        NamedDate whole = NamedDate.of(new CalendarPart(from.year(), from.month(), first), to);
        boolean goesOn = from.isRightBefore(to) && (from.month() != to.month() || from.day() == 31);
        return goesOn && (whole.exists() || from.year() == 0) ? whole : null;
    }
}
