package org.efcevents.archive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.efcevents.event.Document;
import org.efcevents.event.EventSummary;
import org.efcevents.event.Participation;
import org.efcevents.filter.Pagination;
import org.efcevents.index.EventSelection;
import org.efcevents.index.IndexedEvent;
import org.efcevents.speaker.Speaker;

/**
 * What a work package did, as one of its pages shows it.
 *
 * @param total the number of its events on all pages, past and future
 * @param kinds how many of all its events are of each kind, most frequent first; events without a kind are not counted
 * @param pages its pages, of which this is one
 * @param timeline the dated events of the page by year, oldest first
 * @param undated the events of the page without a year, in the order of {@link Listing#undated()}: they follow the
 *     dated ones
 * @param outputs the documents of the events of the page, newest event first, except those for members
 * @param people the people who took part in the events of the page, by family name, without duplicates
 */
public record WorkPackageReport(
        int total,
        List<KindCount> kinds,
        Pagination pages,
        List<Year> timeline,
        List<EventSummary> undated,
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
     * A year in which it had events.
     *
     * @param number such as 2013; a String, because FreeMarker prints numbers with thousands separators
     * @param count the number of events in the year, also of those on other pages
     * @param events those on the page, never empty
     */
    public record Year(String number, int count, List<EventSummary> events) {}

    /**
     * A document of an event.
     *
     * @param event the event
     * @param document the document; whether this reader may download it depends on the access rights to its file
     */
    public record EventDocument(EventSummary event, Document document) {}

    /** What is read of an event on the page. */
    private record Shown(EventSummary event, List<Document> documents) {}

    /**
     * Reads what is on a page of it.
     *
     * @param all all events of the work package, the newest first
     * @param byName the order of people
     */
    static WorkPackageReport read(
            EventSelection all, Pagination pages, VisibleEvents visible, Comparator<Speaker> byName) {
        Map<String, Optional<Speaker>> people = new HashMap<>();
        List<Shown> shown = visible.read(pages.cut(inOrder(all)), event -> {
            Shown read = new Shown(visible.summary(event), Document.of(event));
            event.entries("participations").stream()
                    .filter(entry -> entry.rawTextAlone("speaker") != null)
                    .forEach(entry -> people.computeIfAbsent(
                            entry.rawTextAlone("speaker"), first -> Participation.speakerOf(entry)));
            return read;
        });
        return of(
                all,
                pages,
                shown.stream().map(Shown::event).toList(),
                shown.stream()
                        .flatMap(event ->
                                event.documents().stream().map(document -> new EventDocument(event.event(), document)))
                        .toList(),
                people.values().stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.toMap(Speaker::id, Function.identity(), (one, same) -> one))
                        .values()
                        .stream()
                        .sorted(byName)
                        .toList());
    }

    /**
     * @param newestFirst all events of the work package, the newest first
     * @param shown those on the page, in the order of {@link #inOrder}
     * @param outputs the documents of those on the page, in any order
     * @param people who took part, in order
     */
    private static WorkPackageReport of(
            EventSelection newestFirst,
            Pagination pages,
            List<EventSummary> shown,
            List<EventDocument> outputs,
            List<Speaker> people) {
        return new WorkPackageReport(
                newestFirst.size(),
                kinds(newestFirst),
                pages,
                timeline(newestFirst, shown),
                shown.stream().filter(event -> !event.date().isDated()).toList(),
                outputs.stream()
                        .sorted(Comparator.comparing(EventDocument::event, EventOrder.NEWEST_FIRST))
                        .toList(),
                people);
    }

    /** The order of the pages: the dated events from the oldest to the newest, then those without a year. */
    static List<IndexedEvent> inOrder(EventSelection newestFirst) {
        List<IndexedEvent> ordered = new ArrayList<>(
                newestFirst.stream().filter(event -> event.date().isDated()).toList());
        Collections.reverse(ordered);
        newestFirst.stream().filter(event -> !event.date().isDated()).forEach(ordered::add);
        return ordered;
    }

    private static List<KindCount> kinds(List<IndexedEvent> events) {
        Map<String, Integer> kinds = new TreeMap<>();
        events.stream()
                .filter(event -> event.kind() != null)
                .forEach(event -> kinds.merge(event.kind().word(), 1, Integer::sum));
        return kinds.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(kind -> new KindCount(kind.getKey(), kind.getValue()))
                .toList();
    }

    private static List<Year> timeline(List<IndexedEvent> all, List<EventSummary> shown) {
        Map<Integer, Integer> counts = new LinkedHashMap<>();
        all.forEach(event -> counts.merge(event.year(), 1, Integer::sum));
        return Listing.YearGroup.of(
                        shown.stream().filter(event -> event.date().isDated()).toList())
                .stream()
                .map(year -> new Year(year.number(), counts.get(Integer.valueOf(year.number())), year.events()))
                .toList();
    }
}
