package org.efcevents.archive;

import org.efcevents.event.EventSummary;

/**
 * The events next to one in time. Both are null for an event that has no year: nothing says what was before it.
 *
 * @param earlier the event before it; null where it is the archive's first
 * @param later the event after it; null where it is the archive's last
 */
public record Neighbours(EventSummary earlier, EventSummary later) {}
