package org.efcevents.archive;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;
import org.efcevents.event.Participation;
import org.efcevents.index.Column;
import org.efcevents.index.EventTable;
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
        EventTable newestFirst = visible.all();
        OptionalInt row = newestFirst.row(own());
        return row.isPresent()
                ? new Neighbours(dated(newestFirst, row.getAsInt() + 1), dated(newestFirst, row.getAsInt() - 1))
                : new Neighbours(null, null);
    }

    private EventSummary dated(EventTable events, int row) {
        return row < 0 || row >= events.size() || !events.event(row).date().isDated()
                ? null
                : visible.read(List.of(events.event(row))).stream().findFirst().orElse(null);
    }

    List<EventSummary> related(int most) {
        EventTable all = visible.all();
        // Of each event with one of the speakers, how many of them it has.
        Map<Integer, Integer> speakers = new HashMap<>();
        event.details().participations().stream()
                .map(Participation::speaker)
                .filter(Objects::nonNull)
                .map(Speaker::id)
                .distinct()
                .map(visible::ofSpeaker)
                .flatMap(theirs -> IntStream.range(0, theirs.size()).mapToObj(theirs::row))
                .forEach(row -> speakers.merge(row, 1, Integer::sum));
        IntUnaryOperator workPackages = sharedWorkPackages(all.workPackages());
        Map<Integer, Integer> shared = new TreeMap<>();
        speakers.forEach((row, count) -> shared.put(row, count + workPackages.applyAsInt(row)));
        // Of the others the newest are enough that share as many.
        int[] left = new int[event.summary().workPackages().size() + 1];
        Arrays.fill(left, most + 1);
        for (int row = 0; row < all.size(); row++) {
            int count = workPackages.applyAsInt(row);
            if (count > 0 && left[count] > 0 && !speakers.containsKey(row)) {
                left[count]--;
                shared.put(row, count);
            }
        }
        return visible.read(shared.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(other -> all.event(other.getKey()))
                .filter(other -> !other.is(own()))
                .limit(most)
                .toList());
    }

    /** How many work packages the event in a row has that this one has. */
    private IntUnaryOperator sharedWorkPackages(Column<List<String>> column) {
        Set<String> own =
                event.summary().workPackages().stream().map(WorkPackage::id).collect(Collectors.toSet());
        int[] counts = IntStream.range(0, column.size())
                .map(number -> Math.toIntExact(
                        column.value(number).stream().filter(own::contains).count()))
                .toArray();
        return row -> counts[column.number(row)];
    }

    private UUID own() {
        return UUID.fromString(event.summary().id());
    }
}
