package org.efcevents.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.efcevents.event.EventSummary;

/**
 * The events that began in one calendar year.
 *
 * @param number the year, such as 2013; a String, because templates print numbers with thousands separators
 * @param events in the order of the list that this is a part of, never empty
 */
public record Year(String number, List<EventSummary> events) {

    /** Cuts a list that is sorted by date into years, in the list's order; all events must have a year. */
    static List<Year> of(List<EventSummary> sorted) {
        Map<Integer, List<EventSummary>> years = new LinkedHashMap<>();
        for (EventSummary event : sorted) {
            years.computeIfAbsent(event.date().year().orElseThrow(), year -> new ArrayList<>())
                    .add(event);
        }
        return years.entrySet().stream()
                .map(year -> new Year(Integer.toString(year.getKey()), List.copyOf(year.getValue())))
                .toList();
    }
}
