package org.efcevents.pagetext;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a page that was saved as text: each line that is not empty is a block, and a heading if signs before or below it say so as in Markdown. */
public final class PlainPage {

    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*+(\\r\\n|\\r|\\n|$)");
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(?=\\S)");
    private static final Pattern MARK = Pattern.compile("(?:[-*•·–]|\\d{1,3}[.)])\\s+(?=\\S)");
    private static final Pattern ITEM = Pattern.compile(MARK + ".*+", Pattern.DOTALL);

    /** Below a heading. */
    private static final Pattern UNDERLINE = Pattern.compile("={4,}|-{4,}");

    private PlainPage() {}

    /** Reads a text, which stays as it is. */
    public static PageText read(String text) {
        List<Block> blocks = new ArrayList<>();
        Matcher line = LINE.matcher(text);
        int empty = 0;
        int itemFrom = -1;
        while (line.find() && line.end() > line.start()) {
            PageRefused.checkBlocks(blocks.size());
            int from = line.start();
            int to = line.start(1);
            while (from < to && isSpace(text.charAt(from))) {
                from++;
            }
            while (to > from && isSpace(text.charAt(to - 1))) {
                to--;
            }
            if (from == to) {
                empty++;
                continue;
            }
            Block last = blocks.isEmpty() || empty > 0 ? null : blocks.get(blocks.size() - 1);
            int column = from - line.start();
            boolean item = ITEM.matcher(text).region(from, to).matches();
            if (last != null && UNDERLINE.matcher(text).region(from, to).matches()) {
                // Its signs are no words of it.
                blocks.set(
                        blocks.size() - 1,
                        heading(text.charAt(from) == '=' ? 1 : 2, last.passage(), last.emptyLinesBefore()));
                itemFrom = -1;
                continue;
            }
            if (last != null
                    && !item
                    && itemFrom > 0
                    && column == itemFrom
                    && !FieldNames.isAtBeginning(text.substring(from, to))) {
                // The lines of an item that are wrapped stand below its first word.
                blocks.set(blocks.size() - 1, last.until(to));
                continue;
            }
            Matcher signs = HEADING.matcher(text).region(from, to);
            boolean heading = signs.lookingAt();
            // What is below a line of an item that names a field is of the item, too.
            boolean field = last != null && itemFrom > 0 && column == itemFrom;
            itemFrom = item ? column + mark(text, from, to) : field ? itemFrom : -1;
            blocks.add(
                    heading
                            ? heading(signs.end(1) - signs.start(1), new Passage(signs.end(), to), empty)
                            : new Block(
                                    item ? Block.Kind.LIST_ITEM : Block.Kind.PARAGRAPH,
                                    item ? 1 : 0,
                                    new Passage(from, to),
                                    empty,
                                    Set.of(),
                                    List.of()));
            empty = 0;
        }
        return new PageText("", text, blocks, Collections.nCopies(blocks.size(), null), Map.of());
    }

    private static Block heading(int level, Passage words, int emptyLinesBefore) {
        return new Block(Block.Kind.HEADING, level, words, emptyLinesBefore, Set.of(), List.of());
    }

    /** The words of an item without the sign or number before them; the same words if they are no item’s. */
    public static Passage withoutMark(String text, Passage words) {
        return new Passage(words.from() + mark(text, words.from(), words.to()), words.to());
    }

    /** How long the sign or number of an item is, with the space behind it. */
    private static int mark(String text, int from, int to) {
        Matcher mark = MARK.matcher(text).region(from, to);
        return mark.lookingAt() ? mark.end() - from : 0;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
