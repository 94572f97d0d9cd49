package org.efcevents.index;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.efcevents.journal.EventHistory;

/** Some of the events that a reader may see, in some order. Immutable. */
public final class EventSelection extends AbstractList<IndexedEvent> implements RandomAccess {

    /** No events. */
    public static final EventSelection NONE = new EventSelection(new EventTable(List.of()), new int[0]);

    private final EventTable table;
    private final int[] rows;

    /** @param rows is kept, and never changed */
    EventSelection(EventTable table, int[] rows) {
        this.table = table;
        this.rows = rows;
    }

    @Override
    public IndexedEvent get(int index) {
        return table.events().get(rows[index]);
    }

    @Override
    public int size() {
        return rows.length;
    }

    /** The table in which the events are rows. */
    public EventTable table() {
        return table;
    }

    /** The row of an event. */
    public int row(int index) {
        return rows[index];
    }

    /** Those whose rows meet a condition, in the same order. */
    public EventSelection where(IntPredicate condition) {
        int[] chosen = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            if (condition.test(row)) {
                chosen[count++] = row;
            }
        }
        return new EventSelection(table, Arrays.copyOf(chosen, count));
    }

    /** The same, the newest first. */
    public EventSelection newestFirst() {
        int[] sorted = rows.clone();
        Arrays.sort(sorted);
        return new EventSelection(table, sorted);
    }

    /** The same, the oldest first, and after them those without a year. */
    public EventSelection oldestFirst() {
        EventSelection newest = newestFirst();
        int[] sorted = new int[rows.length];
        int dated = 0;
        for (int from = rows.length - 1; from >= 0; from--) {
            if (newest.get(from).date().isDated()) {
                sorted[dated++] = newest.row(from);
            }
        }
        for (int from = rows.length - 1; from >= 0; from--) {
            if (!newest.get(from).date().isDated()) {
                sorted[dated++] = newest.row(from);
            }
        }
        return new EventSelection(table, sorted);
    }

    /** The same, those first that reached this instance last: {@link IndexedEvent#arrived}. */
    public EventSelection lastArrivedFirst(EventHistory history) {
        return in(table.orders().lastArrivedFirst(history));
    }

    /** The same, those first that were modified last: {@link IndexedEvent#revised}. */
    public EventSelection lastRevisedFirst() {
        return in(table.orders().lastRevisedFirst());
    }

    /** The same, those first that readers have known of since the latest moment: {@link IndexedEvent#since}. */
    public EventSelection lastShownFirst(EventHistory history) {
        return in(table.orders().lastShownFirst(history));
    }

    /** Those that have not been in their present state before a moment, in the same order: {@link IndexedEvent#arrived}. */
    public EventSelection arrivedSince(Instant moment, EventHistory history) {
        int[] all = table.orders().lastArrivedFirst(history);
        int count = RowOrders.placeAfter(
                all, row -> !table.event(row).arrived(history).isBefore(moment));
        BitSet arrived = new BitSet();
        for (int place = 0; place < count; place++) {
            arrived.set(all[place]);
        }
        return count == all.length ? this : where(arrived::get);
    }

    /** These in an order of all rows, which is kept if they are all. */
    private EventSelection in(int[] order) {
        return rows.length == order.length
                ? new EventSelection(table, order)
                : new EventSelection(table, order).where(rows()::get);
    }

    /** Their rows. */
    public BitSet rows() {
        BitSet mine = new BitSet(table.size());
        for (int row : rows) {
            mine.set(row);
        }
        return mine;
    }

    /** Quickly where both are of one table, as two answers are to the same question. */
    @Override
    public boolean equals(Object other) {
        return other instanceof EventSelection selection && selection.table == table
                ? Arrays.equals(rows, selection.rows)
                : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** Those of the work package with this identifier, in the same order. */
    public EventSelection ofWorkPackage(String id) {
        Column<List<String>> held = table.workPackages();
        boolean[] chosen = new boolean[held.size()];
        for (int number = 0; number < chosen.length; number++) {
            chosen[number] = held.value(number).contains(id);
        }
        return where(row -> chosen[held.number(row)]);
    }

    /**
     * The next of these events in the order of their identifiers. Who asks for the next after the last one again and again comes
     * to each event that is there throughout exactly once, whatever is added, changed or removed meanwhile.
     *
     * @param after the identifier of an event, which need not be there any longer; null to begin
     * @param most how many
     */
    public EventSelection nextById(UUID after, int most) {
        BitSet mine = rows();
        int[] all = table.orders().byId();
        int[] next = new int[Math.min(most, rows.length)];
        int count = 0;
        int place = after == null
                ? 0
                : RowOrders.placeAfter(all, row -> table.event(row).id().compareTo(after) <= 0);
        for (; place < all.length && count < next.length; place++) {
            if (mine.get(all[place])) {
                next[count++] = all[place];
            }
        }
        return new EventSelection(table, Arrays.copyOf(next, count));
    }

    /** How many of them are on a certain day. */
    public int onACertainDay() {
        int count = 0;
        for (int row : rows) {
            count += table.isOnACertainDay(row) ? 1 : 0;
        }
        return count;
    }
}
