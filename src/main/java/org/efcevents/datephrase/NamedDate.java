package org.efcevents.datephrase;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.efcevents.date.EventDate;
import org.efcevents.date.Precision;
import org.efcevents.date.StoredDate;

/**
 * A date as a page names it: a day or consecutive days, a month or months, a year or years, or a day without its year.
 *
 * @param first of a range its beginning
 * @param last equal to the first if it is no range; no more and no less precise
 * @param startTime null if none is named
 * @param endTime null if none is named
 * @param zone of the times, where it is told and known; else null
 * @param approximate whether the page says “about”
 */
public record NamedDate(
        CalendarPart first,
        CalendarPart last,
        LocalTime startTime,
        LocalTime endTime,
        ToldZone zone,
        boolean approximate) {

    static NamedDate of(CalendarPart part) {
        return of(part, part);
    }

    static NamedDate of(CalendarPart first, CalendarPart last) {
        return new NamedDate(first, last, null, null, null, false);
    }

    NamedDate at(LocalTime start, LocalTime end) {
        return at(start, end, null);
    }

    NamedDate at(LocalTime start, LocalTime end, ToldZone told) {
        return new NamedDate(first, last, start, end, start == null ? null : told, approximate);
    }

    NamedDate about() {
        return new NamedDate(first, last, startTime, endTime, zone, true);
    }

    /** The same days in a year; as it is if its year is named. */
    NamedDate inYear(int year) {
        return first.year() > 0
                ? this
                : new NamedDate(
                        first.inYear(year),
                        last.inYear(first.isLaterInYearThan(last) ? year + 1 : year),
                        startTime,
                        endTime,
                        zone,
                        approximate);
    }

    /** How much of it is named. */
    public Precision precision() {
        if (!first.isDay()) {
            return first.month() > 0 ? Precision.MONTH : Precision.YEAR;
        }
        return first.year() == 0 ? Precision.DAY_AND_MONTH : startTime == null ? Precision.DAY : Precision.TIME;
    }

    /** Whether it has another end than its beginning. */
    public boolean isRange() {
        return !first.equals(last);
    }

    /** Whether the calendar has it, and it does not end before it begins. */
    boolean exists() {
        return first.exists()
                && last.exists()
                && (first.year() < last.year() || first.year() == last.year() && !first.isLaterInYearThan(last));
    }

    /** Of days their number; of anything else 0. */
    long days() {
        return first.date()
                .flatMap(from -> last.date().map(to -> ChronoUnit.DAYS.between(from, to) + 1))
                .orElse(0L);
    }

    /** Whether its notation says less than the page does: of days without a year it can name the first only. */
    boolean isMoreThanItsNotation() {
        return first.year() == 0 && (isRange() || startTime != null);
    }

    /** In the notation of the content model, such as {@code 2014-03-24/2014-03-26} or {@code XXXX-06-24}. */
    public String edtf() {
        return EventDate.of(stored()).edtf().orElseThrow();
    }

    /** Whether its zone is known to show these times on these days: “15:00 CET” is not said of a day in summer but loosely. */
    public boolean isZoneRight() {
        return zone == null
                || first.date().filter(day -> zone.isOf(day.atTime(startTime))).isPresent();
    }

    /** As the clocks of a place show it; as it is, if no zone is told. */
    public NamedDate in(ZoneId place) {
        Optional<LocalDate> from = first.date();
        Optional<LocalDate> to = last.date();
        if (zone == null || from.isEmpty() || to.isEmpty()) {
            return this;
        }
        LocalDateTime starts = zone.in(place, from.get().atTime(startTime));
        LocalDateTime ends = endTime == null ? null : zone.in(place, to.get().atTime(endTime));
        LocalDate end = ends == null
                ? to.get().plusDays(ChronoUnit.DAYS.between(from.get(), starts.toLocalDate()))
                : ends.toLocalDate();
        return new NamedDate(
                CalendarPart.of(starts.toLocalDate()),
                CalendarPart.of(end),
                starts.toLocalTime(),
                ends == null ? null : ends.toLocalTime(),
                null,
                approximate);
    }

    /** As an event's properties. A named time of day has no time zone: that is for whoever knows the place. */
    public StoredDate stored() {
        String precision = precision().stored();
        if (first.isDay() && first.year() > 0) {
            return new StoredDate(
                    precision,
                    first.edtf(),
                    isRange() ? last.edtf() : null,
                    time(startTime),
                    startTime == null ? null : time(endTime),
                    null,
                    null,
                    approximate);
        }
        String partial = !isRange() || first.year() == 0 ? first.edtf() : first.edtf() + "/" + last.edtf();
        return new StoredDate(precision, null, null, null, null, null, partial, approximate);
    }

    private static String time(LocalTime time) {
        return Optional.ofNullable(time).map(LocalTime::toString).orElse(null);
    }
}
