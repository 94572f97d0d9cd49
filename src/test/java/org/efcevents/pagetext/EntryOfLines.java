package org.efcevents.pagetext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entries of plain text for tests: a block for each line, the first of them the title. */
public final class EntryOfLines {

    private EntryOfLines() {}

    /** An entry with the title “Meeting” and these lines; one that begins with {@code #} is a heading, with {@code *} an item of a list. */
    public static Entry entry(String... lines) {
        return ofPage("Meeting\n" + String.join("\n", lines), 0);
    }

    /** The entry that begins at an offset of a text and ends with it. */
    public static Entry ofPage(String text, int from) {
        return ofPage(text, from, text.length());
    }

    public static Entry ofPage(String text, int from, int to) {
        List<Block> blocks = new ArrayList<>();
        int empty = 0;
        for (int at = from; at < to; ) {
            int end = text.indexOf('\n', at);
            end = end < 0 || end > to ? to : end;
            String line = text.substring(at, end);
            int start = at + line.length() - line.stripLeading().length();
            if (line.isBlank()) {
                empty++;
            } else {
                Block.Kind kind = Block.Kind.PARAGRAPH;
                if (line.startsWith("# ")) {
                    kind = Block.Kind.HEADING;
                    start += 2;
                } else if (line.startsWith("* ")) {
                    kind = Block.Kind.LIST_ITEM;
                    start += 2;
                }
                Passage words = new Passage(start, at + line.stripTrailing().length());
                blocks.add(new Block(kind, 0, words, empty, Set.of(), List.of()));
                empty = 0;
            }
            at = end + 1;
        }
        return new Entry(text, Optional.of(blocks.get(0).passage()), blocks, List.of());
    }
}
