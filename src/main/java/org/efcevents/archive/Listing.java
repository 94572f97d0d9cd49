package org.efcevents.archive;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.efcevents.event.EventSummary;

/**
 * Events in the order in which visitors look for them. Every event is in exactly one of the four.
 *
 * @param upcoming still to come, soonest first
 * @param ongoing going on now, the first to have begun first
 * @param past over, newest year first and newest first within it
 * @param undated without a date that has a year: those with a day and month first, by these, then the others by title
 */
public record Listing(
        List<EventSummary> upcoming, List<EventSummary> ongoing, List<Year> past, List<EventSummary> undated) {

    /** How many events these are. */
    public int size() {
        return upcoming.size()
                + ongoing.size()
                + undated.size()
                + past.stream().mapToInt(year -> year.events().size()).sum();
    }

    /** All of them in the order of the page: what goes on, what is to come, what is over, what has no date. */
    public List<EventSummary> all() {
        return Stream.of(
                        ongoing.stream(),
                        upcoming.stream(),
                        past.stream().flatMap(year -> year.events().stream()),
                        undated.stream())
                .flatMap(Function.identity())
                .toList();
    }
}
