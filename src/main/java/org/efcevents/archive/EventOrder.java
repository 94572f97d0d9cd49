package org.efcevents.archive;

import java.util.Comparator;
import org.efcevents.date.EventDate;
import org.efcevents.event.EventSummary;

/** The orders in which events are listed. All of them are total. */
public final class EventOrder {

    /** Newest first, for past events; events without a year come last. */
    public static final Comparator<EventSummary> NEWEST_FIRST = by(EventDate.NEWEST_FIRST);
    /** Soonest first, for upcoming events; events without a year come last. */
    public static final Comparator<EventSummary> SOONEST_FIRST = by(EventDate.SOONEST_FIRST);

    private EventOrder() {}

    private static Comparator<EventSummary> by(Comparator<EventDate> date) {
        return Comparator.comparing(EventSummary::date, date)
                .thenComparing(EventSummary::title)
                .thenComparing(EventSummary::slug);
    }
}
