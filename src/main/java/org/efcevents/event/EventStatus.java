package org.efcevents.event;

import org.efcevents.content.OpenEnum;

/**
 * Whether an event takes place as announced. Each status is stored as {@link OpenEnum#wordOf} writes it, and is called what the
 * message {@code efc.status.<word>} says.
 */
public enum EventStatus {
    /** As announced; also where nothing is stored. Pages do not mention it. */
    SCHEDULED,
    /** It does not take place. */
    CANCELLED,
    /** It takes place later, and nobody knows when. */
    POSTPONED,
    /** It has been moved to the date that it has now. */
    RESCHEDULED
}
