package org.efcevents.event;

import org.efcevents.content.OpenEnum;

/**
 * Whether an event takes place as announced. Each status is stored as its {@link OpenEnum#wordOf} and labelled by the
 * message {@code efc.status.<word>}. Sites may add others.
 */
public enum EventStatus {
    /** As announced. The default if nothing is stored; pages do not mention it. */
    SCHEDULED,
    /** It does not take place. */
    CANCELLED,
    /** It will take place at a later date that is not known yet. */
    POSTPONED,
    /** It has been moved to its present date. */
    RESCHEDULED
}
