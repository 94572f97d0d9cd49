package org.efcevents.source;

import java.util.List;

/**
 * Where events come from: an old page, a table, a calendar.
 *
 * @param title what it calls itself; empty if it does not
 * @param text all of its words
 * @param events in its order
 * @param account what became of each of its words
 * @param maybeOne pairs of people whose names are nearly the same, so that they may be one
 */
public record Source(
        String title, String text, List<StatedEvent> events, List<AccountedPart> account, List<List<String>> maybeOne) {

    /** Makes defensive copies. */
    public Source {
        events = List.copyOf(events);
        account = List.copyOf(account);
        maybeOne = List.copyOf(maybeOne);
    }
}
