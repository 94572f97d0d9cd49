package org.efcevents.source;

import java.util.List;
import org.efcevents.pagetext.Passage;

/**
 * A page elsewhere that an event leads to.
 *
 * @param title what it is called; empty if nothing is stated
 * @param address as the source has it, which may be relative to its own
 * @param words where it is named
 */
public record StatedLink(String title, String address, Passage words) {

    /** It in one line: {@code address | title}. */
    public String line() {
        return line(title, address);
    }

    /** The same of a stored link. */
    public static String line(String title, String address) {
        return FieldLine.of(List.of(address, title));
    }

    /**
     * Reads a line.
     *
     * @param words where the line is
     */
    public static StatedLink of(String line, Passage words) {
        List<String> values = FieldLine.values(line);
        return new StatedLink(values.size() > 1 ? values.get(1) : "", values.get(0), words);
    }
}
