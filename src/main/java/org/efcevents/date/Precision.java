package org.efcevents.date;

import java.util.Optional;

/** How exactly a date is known; the order of the constants is from the most exact to nothing known. */
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

    /** The text that the property {@code precision} holds, such as {@code day-and-month}. */
    public String stored() {
        return stored;
    }

    /**
     * The precision that a stored text names.
     *
     * @param stored the value of the property {@code precision}; may be null
     * @return empty if the text is null or names none; upper and lower case differ
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
