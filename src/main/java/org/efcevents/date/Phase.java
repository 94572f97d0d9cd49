package org.efcevents.date;

/** Where a date stands, seen from a moment: {@link EventDate#phase}. */
public enum Phase {
    /** Its earliest possible beginning is still to come. */
    UPCOMING,
    /** It may be going on: it may have begun, and its latest possible end is still to come. */
    ONGOING,
    /** Its latest possible end has gone by. */
    PAST,
    /** It cannot be said, because the year or the whole date is not recorded. */
    UNDATED
}
