package org.efcevents.date;

/** How a date relates to a moment: {@link EventDate#phase}. */
public enum Phase {
    /** The earliest possible beginning is still to come. */
    UPCOMING,
    /** It may have begun, and the latest possible end is still to come. */
    ONGOING,
    /** The latest possible end has passed. */
    PAST,
    /** Unknown, because the year or the whole date is not recorded. */
    UNDATED
}
