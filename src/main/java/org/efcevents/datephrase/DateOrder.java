package org.efcevents.datephrase;

/** Which of day and month a page writes first where it writes both in digits. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST,
    /** Nothing tells. */
    UNKNOWN
}
