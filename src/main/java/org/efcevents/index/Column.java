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

    /** As many numbers fit into bytes: few columns have more. */
    private static final int IN_BYTES = 256;

    private final byte[] small;
    private final int[] large;
    private final List<T> values = new ArrayList<>();
    private final int[] counts;

    Column(List<IndexedEvent> events, Function<IndexedEvent, T> value) {
        Map<T, Integer> known = new HashMap<>();
        int[] numbers = new int[events.size()];
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
        boolean fit = values.size() <= IN_BYTES;
        this.large = fit ? null : numbers;
        this.small = fit ? bytes(numbers) : null;
    }

    private static byte[] bytes(int[] numbers) {
        byte[] bytes = new byte[numbers.length];
        for (int row = 0; row < bytes.length; row++) {
            bytes[row] = (byte) numbers[row];
        }
        return bytes;
    }

    /** The number of a row's value. */
    public int number(int row) {
        return small == null ? large[row] : Byte.toUnsignedInt(small[row]);
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
