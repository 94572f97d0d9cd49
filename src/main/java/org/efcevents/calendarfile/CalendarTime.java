package org.efcevents.calendarfile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of the type DATE or DATE-TIME (RFC 5545, 3.3.4 and 3.3.5).
 *
 * @param local as written; of a date its beginning
 * @param dateOnly whether it has no time
 * @param utc whether it says that it is in UTC
 */
record CalendarTime(LocalDateTime local, boolean dateOnly, boolean utc) {

    /** Some programs write hyphens and colons, as ISO 8601 has them. */
    private static final Pattern WRITTEN = Pattern.compile(
            "(\\d{4})-?(\\d{2})-?(\\d{2})(?:[T ](\\d{2}):?(\\d{2})(?::?(\\d{2}))?(?:\\.\\d{1,9})?(Z)?)?",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 40;

    /** Reads a value; empty if it is none. */
    static Optional<CalendarTime> of(String written) {
        Matcher parts = WRITTEN.matcher(written.length() > LONGEST ? "" : written.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
            if (parts.group(4) == null) {
                return Optional.of(new CalendarTime(day.atStartOfDay(), true, false));
            }
            boolean midnight = number(parts, 4) == 24 && number(parts, 5) == 0;
            // A leap second is the last that can be stored.
            int second = parts.group(6) == null ? 0 : Math.min(59, number(parts, 6));
            return Optional.of(new CalendarTime(
                    midnight ? day.plusDays(1).atStartOfDay() : day.atTime(number(parts, 4), number(parts, 5), second),
                    false,
                    parts.group(7) != null));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
