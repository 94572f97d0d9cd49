package org.efcevents.archive;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.efcevents.content.ContentNode;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;
import org.efcevents.event.Participation;
import org.efcevents.speaker.Speaker;

/** The events that readers can go on to from an event. */
public final class RelatedEvents {

    private final Event event;
    private final ArchiveQueries queries;
    private final VisibleEvents visible;

    /**
     * The events before and after one. Both are null for an event without a year, which has no place in time.
     *
     * @param earlier the previous event; null if this is the first
     * @param later the next event; null if this is the last
     */
    public record Neighbours(EventSummary earlier, EventSummary later) {}

    RelatedEvents(Event event, ArchiveQueries queries, VisibleEvents visible) {
        this.event = event;
        this.queries = queries;
        this.visible = visible;
    }

    Neighbours neighbours() {
        if (!event.summary().date().isDated()) {
            return new Neighbours(null, null);
        }
        // The archive's order of past events, read backwards.
        List<EventSummary> inTime = visible.all().stream()
                .filter(other -> other.date().isDated())
                .sorted(EventOrder.NEWEST_FIRST.reversed())
                .toList();
        int here = inTime.stream()
                .map(EventSummary::id)
                .toList()
                .indexOf(event.summary().id());
        return here < 0
                ? new Neighbours(null, null)
                : new Neighbours(
                        here == 0 ? null : inTime.get(here - 1),
                        here == inTime.size() - 1 ? null : inTime.get(here + 1));
    }

    List<EventSummary> related(int most) {
        Map<String, ContentNode> nodes = new HashMap<>();
        Map<String, Integer> shared = new HashMap<>();
        Stream<List<ContentNode>> byWorkPackage = event.summary().workPackages().stream()
                .map(workPackage -> queries.eventsOfWorkPackage(workPackage.id()));
        Stream<List<ContentNode>> bySpeaker = event.details().participations().stream()
                .map(Participation::speaker)
                .filter(Objects::nonNull)
                .map(Speaker::id)
                .distinct()
                .map(queries::eventsOfSpeaker);
        Stream.concat(byWorkPackage, bySpeaker).flatMap(List::stream).forEach(node -> {
            nodes.put(node.id(), node);
            shared.merge(node.id(), 1, Integer::sum);
        });
        nodes.remove(event.summary().id());
        return nodes.values().stream()
                .map(visible::summary)
                .sorted(Comparator.comparing((EventSummary other) -> shared.get(other.id()), Comparator.reverseOrder())
                        .thenComparing(EventOrder.NEWEST_FIRST))
                .limit(most)
                .toList();
    }
}
