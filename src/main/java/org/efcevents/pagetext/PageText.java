package org.efcevents.pagetext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The visible text of a page. Plain text is as it was; of HTML it is what a reader sees, with a line for each block.
 *
 * @param title what the page calls itself; empty if it does not
 * @param text the whole; passages are parts of it
 * @param blocks in their order; what is between them is white space
 * @param boxes of each block the innermost element that it is in; null in plain text
 * @param spanned of rows of tables the blocks of cells that began in rows above and go on in them
 */
public record PageText(String title, String text, List<Block> blocks, List<Box> boxes, Map<Box, List<Block>> spanned) {

    /** Makes a defensive copy of the blocks. */
    public PageText {
        blocks = List.copyOf(blocks);
    }

    /** The number of the line that a place of the text is in, from 1. */
    public int line(int offset) {
        int[] starts = IntStream.range(0, text.length())
                .filter(i -> text.charAt(i) == '\n')
                .toArray();
        int found = Arrays.binarySearch(starts, offset);
        return (found < 0 ? -found - 1 : found) + 1;
    }

    /**
     * The same with blocks made one that are parts of one date, such as a day, a month and a year that a page prints below one another.
     *
     * @param dates the passages of dates in the text, in their order
     */
    public PageText withWholeDates(List<Passage> dates) {
        List<Block> joined = new ArrayList<>();
        List<Box> around = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            while (next < dates.size()
                    && dates.get(next).to() <= block.passage().from()) {
                next++;
            }
            int last = i;
            if (next < dates.size() && boxes.get(i) != null && dates.get(next).contains(block.passage())) {
                while (last + 1 < blocks.size()
                        && dates.get(next).contains(blocks.get(last + 1).passage())
                        && boxes.get(last + 1).parent() == boxes.get(i).parent()) {
                    last++;
                }
                if (isCell(boxes.get(i))
                        && boxes.get(last) != boxes.get(i)
                        && block.isNumberOfRow(text, last - i + 1)) {
                    last = i;
                }
            }
            joined.add(
                    last == i ? block : block.until(blocks.get(last).passage().to()));
            around.add(boxes.get(i));
            i = last;
        }
        return new PageText(title, text, joined, around, spanned);
    }

    private static boolean isCell(Box box) {
        return box.tag().equals("td") || box.tag().equals("th");
    }
}
