package org.efcevents.index;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;

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

    /** Those with these identifiers, in the same order. */
    public EventSelection having(Set<UUID> ids) {
        return where(row -> ids.contains(table.event(row).id()));
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
        BitSet mine = new BitSet();
        for (int row : rows) {
            mine.set(row);
        }
        int[] all = table.byId();
        int[] next = new int[Math.min(most, rows.length)];
        int count = 0;
        for (int place = placeAfter(after, all); place < all.length && count < next.length; place++) {
            if (mine.get(all[place])) {
                next[count++] = all[place];
            }
        }
        return new EventSelection(table, Arrays.copyOf(next, count));
    }

    private int placeAfter(UUID id, int[] all) {
        int low = 0;
        int high = id == null ? 0 : all.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (table.event(all[middle]).id().compareTo(id) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
