package org.efcevents.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.efcevents.date.EventDate;
import org.efcevents.date.Phase;

/**
 * A date with the moments at which its phase changes.
 *
 * @param opens milliseconds of {@link EventDate#opens}; {@link Long#MAX_VALUE} without a year
 * @param closes the same of {@link EventDate#closes}
 * @param year {@link EventDate#year}; 0 if there is none
 * @param firstDay {@link EventDate#earliest}, counted from 1970-01-01; {@link #NO_DAY} without a year
 * @param lastDay the same of {@link EventDate#latest}
 */
record Timing(EventDate date, long opens, long closes, int year, int firstDay, int lastDay) {

    static final int NO_DAY = Integer.MAX_VALUE;

    /** @param siteZone the time zone of dates that have none */
    static Timing of(EventDate date, ZoneId siteZone) {
        return new Timing(
                date,
                date.opens(siteZone).map(Instant::toEpochMilli).orElse(Long.MAX_VALUE),
                date.closes(siteZone).map(Instant::toEpochMilli).orElse(Long.MAX_VALUE),
                date.year().orElse(0),
                day(date.earliest()),
                day(date.latest()));
    }

    private static int day(Optional<LocalDate> day) {
        return day.map(known -> Math.toIntExact(known.toEpochDay())).orElse(NO_DAY);
    }

    Phase phase(long now) {
        return year == 0 ? Phase.UNDATED : now < opens ? Phase.UPCOMING : now < closes ? Phase.ONGOING : Phase.PAST;
    }

    /** The milliseconds until the phase changes; {@link Long#MAX_VALUE} if it never will. */
    long untilNextPhase(long now) {
        long next = now < opens ? opens : closes;
        return next == Long.MAX_VALUE || next <= now ? Long.MAX_VALUE : next - now;
    }
}
