package org.efcevents.pagetext;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a page that was saved as text: each line that is not empty is a block, and a heading if number signs say so as in Markdown. */
public final class PlainPage {

    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*+(\\r\\n|\\r|\\n|$)");
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(?=\\S)");
    private static final Pattern ITEM = Pattern.compile("(?:[-*•·–]|\\d{1,3}[.)])\\s+\\S.*+", Pattern.DOTALL);

    private PlainPage() {}

    /** Reads a text, which stays as it is. */
    public static PageText read(String text) {
        List<Block> blocks = new ArrayList<>();
        Matcher line = LINE.matcher(text);
        int empty = 0;
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
            Matcher signs = HEADING.matcher(text).region(from, to);
            if (signs.lookingAt()) {
                blocks.add(new Block(
                        Block.Kind.HEADING,
                        signs.end(1) - signs.start(1),
                        new Passage(signs.end(), to),
                        empty,
                        Set.of(),
                        List.of()));
                empty = 0;
                continue;
            }
            boolean item = ITEM.matcher(text).region(from, to).matches();
            blocks.add(new Block(
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

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }
}
