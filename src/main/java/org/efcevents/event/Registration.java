package org.efcevents.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Link;
import org.efcevents.date.EventDate;

/**
 * How to register for an event.
 *
 * @param address where to, an address that is safe to use in {@code href}
 * @param deadline the last day on which one can; null if there is none
 */
public record Registration(String address, LocalDate deadline) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Reads it; null if there is no address to use. */
    static Registration of(ContentNode event) {
        String address = event.rawText("registrationAddress");
        return Link.isSafe(address) ? new Registration(address, day(event.rawText("registrationDeadline"))) : null;
    }

    /** A stored deadline; null if there is none. Years have four digits, as in all dates of events; what is no day is none. */
    public static LocalDate day(String text) {
        try {
            return text == null || !DAY.matcher(text.strip()).matches() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The deadline as a date, which has its own words; null if there is none. */
    public EventDate date() {
        return deadline == null ? null : EventDate.parseEdtf(deadline.toString());
    }

    /** Whether the deadline is still to come. */
    boolean isOpen(Instant now, ZoneId zone) {
        return deadline == null || now.isBefore(closes(zone));
    }

    /** When the day of the deadline is over. */
    private Instant closes(ZoneId zone) {
        return deadline.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** In how many seconds, rounded down, the deadline has passed; a great many if there is none. */
    public long secondsOpen(Instant now, ZoneId zone) {
        return deadline == null ? Long.MAX_VALUE : closes(zone).getEpochSecond() - now.getEpochSecond();
    }
}
