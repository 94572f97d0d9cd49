package org.efcevents.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        List<EventSummary> upcoming, List<EventSummary> ongoing, List<YearGroup> past, List<EventSummary> undated) {

    /**
     * The events that began in one calendar year.
     *
     * @param number the year, such as 2013; a String, because templates print numbers with thousands separators
     * @param events in the order of the list that this is a part of, never empty
     */
    public record YearGroup(String number, List<EventSummary> events) {

        /** Cuts a list that is sorted by date into years, in the list's order; all events must have a year. */
        static List<YearGroup> of(List<EventSummary> sorted) {
            Map<Integer, List<EventSummary>> years = new LinkedHashMap<>();
            for (EventSummary event : sorted) {
                years.computeIfAbsent(event.date().year().orElseThrow(), year -> new ArrayList<>())
                        .add(event);
            }
            return years.entrySet().stream()
                    .map(year -> new YearGroup(Integer.toString(year.getKey()), List.copyOf(year.getValue())))
                    .toList();
        }
    }

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
