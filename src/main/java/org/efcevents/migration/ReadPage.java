package org.efcevents.migration;

import java.util.List;

/**
 * What was read of a page.
 *
 * @param title what the page calls itself; empty if it does not
 * @param text all of its words
 * @param events in the order of the page
 * @param account what became of each of its words
 */
public record ReadPage(String title, String text, List<ReadEvent> events, List<AccountedPart> account) {

    /** Makes defensive copies. */
    public ReadPage {
        events = List.copyOf(events);
        account = List.copyOf(account);
    }
}
