package org.efccommand.report;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The lines of a text. */
final class Lines {

    private final int[] begins;

    Lines(String text) {
        begins = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }

    /** The number, from 1, of the line that an offset is in. */
    int at(int offset) {
        int found = Arrays.binarySearch(begins, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
