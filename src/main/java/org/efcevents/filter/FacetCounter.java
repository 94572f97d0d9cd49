package org.efcevents.filter;

import java.util.Arrays;

/** Counts how often the values of a facet occur, by their numbers. */
final class FacetCounter<T> {

    private Object[] values = new Object[16];
    private int[] all = new int[values.length];
    private int[] left = new int[values.length];

    /** Takes what was counted of one value. */
    interface Reader<T> {
        void read(int number, T value, int all, int left);
    }

    /**
     * Counts an event that has a value.
     *
     * @param number of the value, from 0
     * @param matches whether the event is also among those that the other filters leave
     */
    void count(int number, T value, boolean matches) {
        if (number >= all.length) {
            int size = Math.max(number + 1, all.length * 2);
            values = Arrays.copyOf(values, size);
            all = Arrays.copyOf(all, size);
            left = Arrays.copyOf(left, size);
        }
        values[number] = value;
        all[number]++;
        left[number] += matches ? 1 : 0;
    }

    /** Gives all values that were counted, by number. */
    @SuppressWarnings("unchecked") // Only count() puts values there.
    void forEach(Reader<T> reader) {
        for (int number = 0; number < all.length; number++) {
            if (all[number] > 0) {
                reader.read(number, (T) values[number], all[number], left[number]);
            }
        }
    }
}
