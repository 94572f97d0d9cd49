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

/** The orders that events can be asked for in. */
enum Sort {
    /** As on the page: what goes on, what is to come, what is over with the newest first, what has no date. */
    PAGE,
    /** The latest date first; those without a year last. */
    NEWEST,
    /** The earliest date first; those without a year last. */
    OLDEST,
    /** What was changed last first. */
    CHANGED;

    /** What an address calls it. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param events in the order of the page */
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
