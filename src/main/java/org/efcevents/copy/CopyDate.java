package org.efcevents.copy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.efcevents.content.ContentNode;
import org.efcevents.date.EventDate;
import org.efcevents.date.Precision;
import org.efcevents.date.StoredDate;

/**
 * When a copy takes place: on another day as long as the original, at the same times of day in the same time zone.
 *
 * @param days how many days it has after the first
 * @param startTime the local time at which it begins, as it is stored; null for none
 * @param endTime the same at which it ends
 * @param timeZone as it is stored; null for none
 */
public record CopyDate(long days, String startTime, String endTime, String timeZone) {

    /** That of an event. What is not a day gives a day. */
    public static CopyDate of(ContentNode event, EventDate date) {
        boolean timed = date.precision() == Precision.TIME;
        long days = date.isKnownToTheDay()
                ? ChronoUnit.DAYS.between(
                        date.earliest().orElseThrow(), date.latest().orElseThrow())
                : 0;
        return new CopyDate(
                days,
                timed ? event.rawText("startTime") : null,
                timed ? event.rawText("endTime") : null,
                timed ? event.rawText("timeZone") : null);
    }

    /** As it is stored for a copy; empty if it is not known when that takes place. */
    public StoredDate on(Optional<LocalDate> day) {
        if (day.isEmpty()) {
            return new StoredDate(Precision.UNKNOWN.stored(), null, null, null, null, null, null, false);
        }
        Precision precision = startTime == null ? Precision.DAY : Precision.TIME;
        return new StoredDate(
                precision.stored(),
                day.get().toString(),
                days == 0 ? null : day.get().plusDays(days).toString(),
                startTime,
                endTime,
                timeZone,
                null,
                false);
    }
}
