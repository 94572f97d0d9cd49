package org.efcevents.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.efcevents.archive.Archive;
import org.efcevents.archive.EventOrder;
import org.efcevents.event.EventSummary;

/** The orders in which events can be requested. */
enum Sort {
    /** As on the archive page: ongoing, upcoming, past with the newest first, undated. */
    PAGE,
    /** Latest date first, events without a year last. */
    NEWEST,
    /** Earliest date first, events without a year last. */
    OLDEST,
    /** Last modified first. */
    CHANGED;

    /** The value of the query parameter. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param events the events in the order of the archive page */
    List<EventSummary> of(List<EventSummary> events, Archive archive) {
        return switch (this) {
            case PAGE -> events;
            case NEWEST -> events.stream().sorted(EventOrder.NEWEST_FIRST).toList();
            case OLDEST -> events.stream()
                    .sorted(Comparator.comparing(
                                    (EventSummary event) -> !event.date().isDated())
                            .thenComparing(EventOrder.NEWEST_FIRST.reversed()))
                    .toList();
            case CHANGED -> {
                Map<String, Instant> revised = new HashMap<>();
                events.forEach(event -> revised.put(event.id(), archive.revised(event.id())));
                yield events.stream()
                        .sorted(Comparator.comparing((EventSummary event) -> revised.get(event.id()))
                                .reversed()
                                .thenComparing(EventSummary::slug))
                        .toList();
            }
        };
    }
}
