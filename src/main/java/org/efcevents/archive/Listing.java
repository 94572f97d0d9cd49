package org.efcevents.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.efcevents.event.EventSummary;

/**
 * Events, grouped as visitors look for them. Every event is in exactly one of the four groups.
 *
 * @param upcoming events still to come, soonest first
 * @param ongoing events going on now, in the order in which they began
 * @param past events that are over, by year, newest first
 * @param undated events without a year: first those with a day and month, in that order, then the others by title
 */
public record Listing(
        List<EventSummary> upcoming, List<EventSummary> ongoing, List<YearGroup> past, List<EventSummary> undated) {

    /**
     * The events that began in one calendar year.
     *
     * @param number the year, such as 2013; a String, because FreeMarker prints numbers with thousands separators
     * @param events in the order of the list, never empty
     */
    public record YearGroup(String number, List<EventSummary> events) {

        /** Splits a list that is sorted by date into years. All events must have a year. */
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

    /** The total number of events. */
    public int size() {
        return upcoming.size()
                + ongoing.size()
                + undated.size()
                + past.stream().mapToInt(year -> year.events().size()).sum();
    }

    /** All events in page order: ongoing, upcoming, past, undated. */
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
