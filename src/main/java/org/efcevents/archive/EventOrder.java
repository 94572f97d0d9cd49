package org.efcevents.archive;

import java.util.Comparator;
import org.efcevents.date.EventDate;
import org.efcevents.event.EventSummary;

/** The orders of lists of events; none of them leaves anything to chance. */
final class EventOrder {

    static final Comparator<EventSummary> NEWEST_FIRST = by(EventDate.NEWEST_FIRST);
    static final Comparator<EventSummary> SOONEST_FIRST = by(EventDate.SOONEST_FIRST);

    private EventOrder() {}

    private static Comparator<EventSummary> by(Comparator<EventDate> date) {
        return Comparator.comparing(EventSummary::date, date)
                .thenComparing(EventSummary::title)
                .thenComparing(EventSummary::slug);
    }
}
