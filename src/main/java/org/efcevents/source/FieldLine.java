package org.efcevents.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Several values in one line of text: parted by a bar between spaces, with a backslash before a bar, a backslash and, as {@code n}, a line break
 * that a value has itself. Empty values at the end are left out.
 */
final class FieldLine {

    private static final String BAR = " | ";

    private FieldLine() {}

    static String of(List<String> values) {
        int last = values.size();
        while (last > 0 && values.get(last - 1).isEmpty()) {
            last--;
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < last; i++) {
            line.append(i == 0 ? "" : BAR)
                    .append(values.get(i)
                            .replace("\\", "\\\\")
                            .replace("|", "\\|")
                            .replace("\r", "\\r")
                            .replace("\n", "\\n"));
        }
        return line.toString();
    }

    static List<String> values(String line) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (letter == '\\' && i + 1 < line.length()) {
                i++;
                value.append(
                        switch (line.charAt(i)) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> line.charAt(i);
                        });
            } else if (letter == '|') {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(letter);
            }
        }
        values.add(value.toString().strip());
        return values;
    }
}
