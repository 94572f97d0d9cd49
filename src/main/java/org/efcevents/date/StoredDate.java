package org.efcevents.date;

/**
 * A date as stored in an event's properties: unvalidated text, to be parsed by {@link EventDate#of}.
 *
 * <p>The components are named like the properties. Each text may be null; blank text counts as missing.
 *
 * @param precision a {@link Precision#stored()}; if missing, it is derived from the other properties
 * @param start first day, {@code 2014-03-24}
 * @param end last day, {@code 2014-03-26}; missing for a single day
 * @param startTime local time of the beginning, {@code 09:30}
 * @param endTime local time of the end, on the last day
 * @param timeZone IANA identifier such as {@code Europe/Brussels}
 * @param partialDate EDTF: {@code 2015-01}, {@code 2015}, {@code XXXX-06-24}, or an interval {@code 2015-01/2015-03}
 * @param approximate whether the date is approximate
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
