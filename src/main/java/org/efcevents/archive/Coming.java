package org.efcevents.archive;

import java.util.List;
import org.efcevents.event.EventSummary;

/**
 * Events that are not over.
 *
 * @param ongoing going on now, soonest first
 * @param upcoming still to come, soonest first
 */
public record Coming(List<EventSummary> ongoing, List<EventSummary> upcoming) {

    /** Whether there are none. */
    public boolean isEmpty() {
        return ongoing.isEmpty() && upcoming.isEmpty();
    }
}
