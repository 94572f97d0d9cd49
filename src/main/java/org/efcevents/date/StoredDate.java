package org.efcevents.date;

/**
 * A date as an event's properties hold it: text, unchecked. {@link EventDate#of} reads it.
 *
 * <p>The names are those of the properties. Each text may be null; a blank one counts as absent.
 *
 * @param precision a {@link Precision#stored()}; where it is missing, what is there decides
 * @param start first day, {@code 2014-03-24}
 * @param end last day, {@code 2014-03-26}; missing for one day
 * @param startTime wall-clock time of the beginning, {@code 09:30}
 * @param endTime wall-clock time of the end, on the last day
 * @param timeZone IANA identifier such as {@code Europe/Brussels}
 * @param partialDate EDTF: {@code 2015-01}, {@code 2015}, {@code XXXX-06-24}, or an interval {@code 2015-01/2015-03}
 * @param approximate whether the date is a good guess
 */
public record StoredDate(
        String precision,
        String start,
        String end,
        String startTime,
        String endTime,
        String timeZone,
        String partialDate,
        boolean approximate) {}
