package org.efcevents.archive;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;
import org.efcevents.event.Participation;
import org.efcevents.index.EventSelection;
import org.efcevents.index.EventTable;
import org.efcevents.index.IndexedEvent;
import org.efcevents.speaker.Speaker;
import org.efcevents.workpackage.WorkPackage;

/** The events that readers can go on to from an event. */
public final class RelatedEvents {

    private final Event event;
    private final VisibleEvents visible;

    /**
     * The events before and after one. Both are null for an event without a year, which has no place in time.
     *
     * @param earlier the previous event; null if this is the first
     * @param later the next event; null if this is the last
     */
    public record Neighbours(EventSummary earlier, EventSummary later) {}

    RelatedEvents(Event event, VisibleEvents visible) {
        this.event = event;
        this.visible = visible;
    }

    Neighbours neighbours() {
        if (!event.summary().date().isDated()) {
            return new Neighbours(null, null);
        }
        UUID own = UUID.fromString(event.summary().id());
        EventTable newestFirst = visible.all();
        for (int row = 0; row < newestFirst.size(); row++) {
            if (newestFirst.event(row).is(own)) {
                return new Neighbours(dated(newestFirst, row + 1), dated(newestFirst, row - 1));
            }
        }
        return new Neighbours(null, null);
    }

    private EventSummary dated(EventTable events, int row) {
        return row < 0 || row >= events.size() || !events.event(row).date().isDated()
                ? null
                : visible.read(List.of(events.event(row))).stream().findFirst().orElse(null);
    }

    List<EventSummary> related(int most) {
        // Each event is one object in all that is visible.
        Map<IndexedEvent, Integer> shared = new IdentityHashMap<>();
        event.details().participations().stream()
                .map(Participation::speaker)
                .filter(Objects::nonNull)
                .map(Speaker::id)
                .distinct()
                .flatMap(speaker -> visible.ofSpeaker(speaker).stream())
                .forEach(other -> shared.merge(other, 1, Integer::sum));
        EventSelection all = visible.all().newestFirst();
        for (WorkPackage workPackage : event.summary().workPackages()) {
            for (IndexedEvent other : all.ofWorkPackage(workPackage.id())) {
                shared.merge(other, 1, Integer::sum);
            }
        }
        UUID own = UUID.fromString(event.summary().id());
        shared.keySet().removeIf(other -> other.is(own));
        return visible.read(all.stream()
                .filter(other -> shared.containsKey(other))
                .sorted(Comparator.comparing(other -> -shared.get(other)))
                .limit(most)
                .toList());
    }
}
