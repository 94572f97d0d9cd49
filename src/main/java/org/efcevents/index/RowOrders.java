package org.efcevents.index;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.efcevents.journal.EventHistory;

/**
 * The rows of an {@link EventTable} in orders other than its own, each found when it is first asked for and kept, so that of many
 * rows those are found that are first in one of them. None of the arrays that it gives is ever changed. Thread-safe.
 */
final class RowOrders {

    private final List<IndexedEvent> events;
    private volatile int[] byId;
    private volatile int[] lastRevisedFirst;
    private volatile Told lastShownFirst;
    private volatile Told lastArrivedFirst;

    /** An order by what a history tells, which is another once anything has changed. */
    private record Told(EventHistory history, int[] lastFirst) {}

    RowOrders(List<IndexedEvent> events) {
        this.events = events;
    }

    /** In the order of the events' identifiers, which no change of an event changes. */
    int[] byId() {
        int[] known = byId;
        if (known == null) {
            known = sorted(Comparator.comparing(events::get, IndexedEvent::compareId));
            byId = known;
        }
        return known;
    }

    /** By {@link IndexedEvent#revised}, the last first; of the same moment, by name. */
    int[] lastRevisedFirst() {
        int[] known = lastRevisedFirst;
        if (known == null) {
            known = sorted(Comparator.comparing(
                    events::get,
                    Comparator.comparingLong(IndexedEvent::revisedMillis)
                            .reversed()
                            .thenComparing(IndexedEvent::name)));
            lastRevisedFirst = known;
        }
        return known;
    }

    /** By {@link IndexedEvent#since}, the last first; of the same moment, by identifier as it is written. */
    int[] lastShownFirst(EventHistory history) {
        Told known = lastShownFirst;
        if (known == null || known.history() != history) {
            known = told(history, event -> event.since(history));
            lastShownFirst = known;
        }
        return known.lastFirst();
    }

    /** By {@link IndexedEvent#arrived}, likewise. */
    int[] lastArrivedFirst(EventHistory history) {
        Told known = lastArrivedFirst;
        if (known == null || known.history() != history) {
            known = told(history, event -> event.arrived(history));
            lastArrivedFirst = known;
        }
        return known.lastFirst();
    }

    private Told told(EventHistory history, Function<IndexedEvent, Instant> moment) {
        long[] moments = events.stream()
                .mapToLong(event -> moment.apply(event).toEpochMilli())
                .toArray();
        return new Told(
                history,
                sorted(Comparator.<Integer>comparingLong(row -> moments[row])
                        .reversed()
                        .thenComparing(events::get, IndexedEvent::compareIdInWords)));
    }

    private int[] sorted(Comparator<Integer> order) {
        return IntStream.range(0, events.size())
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The row of the event with this identifier, or of its notice; empty if there is none. */
    OptionalInt row(UUID id) {
        return rows(id).findFirst();
    }

    /** The rows of the event with this identifier, or of its notices. */
    IntStream rows(UUID id) {
        int[] all = byId();
        int place = placeAfter(all, row -> events.get(row).id().compareTo(id) < 0);
        return IntStream.range(place, all.length).map(next -> all[next]).takeWhile(row -> events.get(row)
                .is(id));
    }

    /** The number of the first rows in an order that meet a condition, which all after the first that does not do not. */
    static int placeAfter(int[] order, IntPredicate isBefore) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore.test(order[middle])) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
