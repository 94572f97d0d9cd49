package org.efcevents.index;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.efcevents.journal.EventHistory;

/**
 * The rows of an {@link EventTable} in orders other than its own, each found when it is first asked for and kept, so that of many
 * rows those are found that are first in one of them. None of the arrays that it gives is ever changed. Thread-safe.
 */
final class RowOrders {

    private static final Comparator<IndexedEvent> BY_ID_IN_WORDS = IndexedEvent::compareIdInWords;

    private final List<IndexedEvent> events;
    private volatile int[] byId;
    private volatile int[] lastArrivedFirst;
    private volatile int[] lastRevisedFirst;
    private volatile Since since;

    /** @param history what the order is of, which is another once anything has changed */
    private record Since(EventHistory history, int[] lastFirst) {}

    RowOrders(List<IndexedEvent> events) {
        this.events = events;
    }

    /** In the order of the events' identifiers, which no change of an event changes. */
    int[] byId() {
        int[] known = byId;
        if (known == null) {
            known = sorted(IndexedEvent::compareId);
            byId = known;
        }
        return known;
    }

    /** By {@link IndexedEvent#arrived}, the last first; of the same moment, by identifier as it is written. */
    int[] lastArrivedFirst() {
        int[] known = lastArrivedFirst;
        if (known == null) {
            known = sorted(lastFirst(IndexedEvent::arrivedMillis).thenComparing(BY_ID_IN_WORDS));
            lastArrivedFirst = known;
        }
        return known;
    }

    /** By {@link IndexedEvent#revised}, the last first; of the same moment, by name. */
    int[] lastRevisedFirst() {
        int[] known = lastRevisedFirst;
        if (known == null) {
            known = sorted(lastFirst(IndexedEvent::revisedMillis).thenComparing(IndexedEvent::name));
            lastRevisedFirst = known;
        }
        return known;
    }

    /** By {@link IndexedEvent#since}, the last first; of the same moment, by identifier as it is written. */
    int[] lastShownFirst(EventHistory history) {
        Since known = since;
        if (known == null || known.history() != history) {
            long[] moments = events.stream()
                    .mapToLong(event -> event.since(history).toEpochMilli())
                    .toArray();
            known = new Since(
                    history,
                    IntStream.range(0, events.size())
                            .boxed()
                            .sorted(Comparator.<Integer>comparingLong(row -> moments[row])
                                    .reversed()
                                    .thenComparing(events::get, BY_ID_IN_WORDS))
                            .mapToInt(Integer::intValue)
                            .toArray());
            since = known;
        }
        return known.lastFirst();
    }

    private static Comparator<IndexedEvent> lastFirst(ToLongFunction<IndexedEvent> moment) {
        return Comparator.comparingLong(moment).reversed();
    }

    private int[] sorted(Comparator<IndexedEvent> order) {
        return IntStream.range(0, events.size())
                .boxed()
                .sorted(Comparator.comparing(events::get, order))
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
