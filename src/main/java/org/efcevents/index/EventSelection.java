package org.efcevents.index;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
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

    /** Those of the work package with this identifier, in the same order. */
    public EventSelection ofWorkPackage(String id) {
        Column<List<String>> held = table.workPackages();
        boolean[] chosen = new boolean[held.size()];
        for (int number = 0; number < chosen.length; number++) {
            chosen[number] = held.value(number).contains(id);
        }
        return where(row -> chosen[held.number(row)]);
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
