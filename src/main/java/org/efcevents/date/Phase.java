package org.efcevents.date;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a date relates to a moment: {@link EventDate#phase}. */
public enum Phase {
    /** The earliest possible beginning is still to come. */
    UPCOMING,
    /** It may have begun, and the latest possible end is still to come. */
    ONGOING,
    /** The latest possible end has passed. */
    PAST,
    /** Unknown, because the year or the whole date is not recorded. */
    UNDATED;

    /** As in addresses and answers, such as {@code upcoming}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All {@link #word}s. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Phase::word).toList();
    }
}
