package org.efcevents.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The values by which the events of a table can be filtered in one respect: one for each row, each kept once under a
 * number. Immutable.
 *
 * @param <T> may be null, for events that have no such value
 */
public final class Column<T> {

    private final int[] numbers;
    private final List<T> values = new ArrayList<>();
    private final int[] counts;

    Column(List<IndexedEvent> events, Function<IndexedEvent, T> value) {
        Map<T, Integer> known = new HashMap<>();
        this.numbers = new int[events.size()];
        int row = 0;
        for (IndexedEvent event : events) {
            T own = value.apply(event);
            Integer number = known.get(own);
            if (number == null) {
                number = values.size();
                known.put(own, number);
                values.add(own);
            }
            numbers[row++] = number;
        }
        this.counts = new int[values.size()];
        for (int number : numbers) {
            counts[number]++;
        }
    }

    /** The number of a row's value. */
    public int number(int row) {
        return numbers[row];
    }

    /** How many values there are: their numbers begin at 0, with that of the first row. */
    public int size() {
        return counts.length;
    }

    /** The value with a number. */
    public T value(int number) {
        return values.get(number);
    }

    /** The number of a value; -1 if no row has it. */
    public int numberOf(T value) {
        return values.indexOf(value);
    }

    /** How many rows have the value with a number, at least one. */
    public int count(int number) {
        return counts[number];
    }
}
