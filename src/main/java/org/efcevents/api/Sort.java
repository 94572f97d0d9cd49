package org.efcevents.api;

import java.util.Locale;
import org.efcevents.index.EventSelection;

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
    EventSelection of(EventSelection events) {
        return switch (this) {
            case PAGE -> events;
            case NEWEST -> events.newestFirst();
            case OLDEST -> events.oldestFirst();
            case CHANGED -> events.lastRevisedFirst();
        };
    }
}
