package org.efcevents.api;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.efcevents.index.IndexedEvent;

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
    List<IndexedEvent> of(List<IndexedEvent> events) {
        return switch (this) {
            case PAGE -> events;
            case NEWEST -> events.stream().sorted(IndexedEvent.NEWEST_FIRST).toList();
            case OLDEST -> events.stream()
                    .sorted(Comparator.comparing(
                                    (IndexedEvent event) -> !event.date().isDated())
                            .thenComparing(IndexedEvent.NEWEST_FIRST.reversed()))
                    .toList();
            case CHANGED -> events.stream()
                    .sorted(Comparator.comparing(IndexedEvent::revised)
                            .reversed()
                            .thenComparing(IndexedEvent::name))
                    .toList();
        };
    }
}
