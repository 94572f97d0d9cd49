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
 * What a work package did, as its page shows it.
 *
 * @param total the number of its events, past and future
 * @param timeline its dated events by year, oldest first
 * @param undated its events without a year, in the order of {@link Listing#undated()}
 * @param kinds the number of events of each kind, most frequent first; events without a kind are not counted
 * @param outputs the documents of its events, newest event first, except those for members
 * @param people the people who took part in its events, by family name, without duplicates
 */
public record WorkPackageReport(
        int total,
        List<Listing.YearGroup> timeline,
        List<EventSummary> undated,
        List<KindCount> kinds,
        List<EventDocument> outputs,
        List<Speaker> people) {

    /**
     * The number of events of a kind.
     *
     * @param kind {@code conference}, {@code work-package-meeting} …
     * @param count from 1
     */
    public record KindCount(String kind, int count) {}

    /**
     * A document of an event.
     *
     * @param event the event
     * @param document the document; whether this reader may download it depends on the access rights to its file
     */
    public record EventDocument(EventSummary event, Document document) {}

    /**
     * @param events the events of the work package, in any order
     * @param outputs the documents of its events, in any order
     * @param people the people who took part, in order
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
