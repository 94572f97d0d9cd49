package org.efcevents.calendarfile;

import java.util.ArrayList;
import java.util.List;
import org.efcevents.pagetext.Passage;

/** Values of the type TEXT (RFC 5545, 3.3.11). */
final class TextValue {

    private TextValue() {}

    /** What a value says, with line feeds. */
    static String of(String text, Passage value) {
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = value.from(); i < value.to(); i++) {
            char character = text.charAt(i);
            if (character == '\\' && i + 1 < value.to()) {
                i++;
                char escaped = text.charAt(i);
                plain.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            } else {
                plain.append(character);
            }
        }
        return plain.toString().strip();
    }

    /** The passages of values that a letter parts, unless a backslash is before it. */
    static List<Passage> parted(String text, Passage value, char between) {
        List<Passage> parts = new ArrayList<>();
        int from = value.from();
        for (int i = value.from(); i <= value.to(); i++) {
            if (i == value.to() || text.charAt(i) == between) {
                if (i > from) {
                    parts.add(new Passage(from, i));
                }
                from = i + 1;
            } else if (text.charAt(i) == '\\' && i + 1 < value.to()) {
                i++;
            }
        }
        return parts;
    }
}
