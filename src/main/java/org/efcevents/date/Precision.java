package org.efcevents.date;

import java.util.Optional;

/** How precisely a date is known, ordered from most precise to unknown. */
public enum Precision {
    /** A day and a time of day. */
    TIME("time"),
    /** A day or consecutive days. */
    DAY("day"),
    /** A month or consecutive months. */
    MONTH("month"),
    /** A year or consecutive years. */
    YEAR("year"),
    /** A day whose year is not recorded. */
    DAY_AND_MONTH("day-and-month"),
    /** Not recorded. */
    UNKNOWN("unknown");

    private final String stored;

    Precision(String stored) {
        this.stored = stored;
    }

    /** The value of the property {@code precision}, such as {@code day-and-month}. */
    public String stored() {
        return stored;
    }

    /**
     * Looks up a stored value. Matching is case-sensitive.
     *
     * @param stored the value of the property {@code precision}; may be null
     * @return empty if the value is null or unknown
     */
    public static Optional<Precision> ofStored(String stored) {
        for (Precision precision : values()) {
            if (precision.stored.equals(stored)) {
                return Optional.of(precision);
            }
        }
        return Optional.empty();
    }
}
