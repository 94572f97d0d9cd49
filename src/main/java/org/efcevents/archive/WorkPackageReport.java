package org.efcevents.archive;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.efcevents.content.OpenEnum;
import org.efcevents.event.Document;
import org.efcevents.event.EventSummary;
import org.efcevents.speaker.Speaker;

/**
 * What a work package did, as its page tells it.
 *
 * @param total how many events it held, or is to hold
 * @param timeline its dated events from the first year to the last, the oldest first
 * @param undated its events without a year, as in {@link Listing#undated()}
 * @param kinds how many events of each kind, the most frequent first; events without a kind are not counted
 * @param outputs the documents of its events, those of the newest first; none that are for members
 * @param people who took part in its events, in the alphabetical order of family names; everybody once
 */
public record WorkPackageReport(
        int total,
        List<Listing.YearGroup> timeline,
        List<EventSummary> undated,
        List<KindCount> kinds,
        List<EventDocument> outputs,
        List<Speaker> people) {

    /**
     * How many events there are of a kind.
     *
     * @param kind {@code conference}, {@code work-package-meeting} …
     * @param count from 1
     */
    public record KindCount(String kind, int count) {}

    /**
     * What came out of an event.
     *
     * @param event the event
     * @param document one of its documents, which this reader may see or not: its file says so
     */
    public record EventDocument(EventSummary event, Document document) {}

    /**
     * @param events of the work package, in any order
     * @param outputs in any order
     * @param people who took part, in their order
     */
    static WorkPackageReport of(List<EventSummary> events, List<EventDocument> outputs, List<Speaker> people) {
        List<EventSummary> sorted =
                events.stream().sorted(EventOrder.NEWEST_FIRST).toList();
        List<EventSummary> oldestFirst = events.stream()
                .filter(event -> event.date().isDated())
                .sorted(EventOrder.NEWEST_FIRST.reversed())
                .toList();
        Map<String, Integer> kinds = new TreeMap<>();
        events.stream()
                .map(EventSummary::kind)
                .filter(Objects::nonNull)
                .map(OpenEnum::word)
                .forEach(kind -> kinds.merge(kind, 1, Integer::sum));
        return new WorkPackageReport(
                events.size(),
                Listing.YearGroup.of(oldestFirst),
                sorted.stream().filter(event -> !event.date().isDated()).toList(),
                kinds.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(kind -> new KindCount(kind.getKey(), kind.getValue()))
                        .toList(),
                outputs.stream()
                        .sorted(Comparator.comparing(EventDocument::event, EventOrder.NEWEST_FIRST))
                        .toList(),
                people);
    }
}
