package org.efcevents.archive;

import java.util.Comparator;
import org.efcevents.date.EventDate;
import org.efcevents.event.EventSummary;

/** The orders of lists of events; none of them leaves anything to chance. */
public final class EventOrder {

    /** Newest first, for what is over; what has no year comes last. */
    public static final Comparator<EventSummary> NEWEST_FIRST = by(EventDate.NEWEST_FIRST);
    /** Soonest first, for what is to come; what has no year comes last. */
    public static final Comparator<EventSummary> SOONEST_FIRST = by(EventDate.SOONEST_FIRST);

    private EventOrder() {}

    private static Comparator<EventSummary> by(Comparator<EventDate> date) {
        return Comparator.comparing(EventSummary::date, date)
                .thenComparing(EventSummary::title)
                .thenComparing(EventSummary::slug);
    }
}
