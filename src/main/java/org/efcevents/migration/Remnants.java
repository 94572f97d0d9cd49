package org.efcevents.migration;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.PageText;

/**
 * What a page has between and around its entries, and what looks like one: a heading with nothing below it, a paragraph with neither a date nor a
 * title where most have both. It is told as unread.
 *
 * @param begun whether a block begins with what tells when something was
 * @param dated whether some blocks tell when something was, however little
 * @param titled whether they have a title of their own
 */
record Remnants(PageText page, IntPredicate begun, Predicate<int[]> dated, Predicate<int[]> titled) {

    private static final int FEWEST = 3;

    /** The entries without them. */
    List<int[]> without(List<int[]> all) {
        List<int[]> entries = hasHead(all) ? all.subList(1, all.size()) : all;
        List<int[]> whole = entries.stream()
                .filter(blocks -> dated.test(blocks) && titled.test(blocks))
                .toList();
        if (whole.size() < FEWEST || whole.size() * 2 < entries.size()) {
            return entries;
        }
        boolean headed =
                whole.stream().anyMatch(blocks -> page.blocks().get(blocks[0]).kind() == Block.Kind.HEADING);
        return entries.stream()
                .filter(blocks -> dated.test(blocks) || !isNone(blocks, headed))
                .toList();
    }

    /** Whether the first of a text is what it calls itself: each of the others begins with a date. */
    private boolean hasHead(List<int[]> entries) {
        return entries.size() > FEWEST
                && page.boxes().get(entries.get(0)[0]) == null
                && page.blocks().get(entries.get(0)[0]).kind() != Block.Kind.LIST_ITEM
                && !begun.test(entries.get(0)[0])
                && entries.stream().skip(1).allMatch(blocks -> begun.test(blocks[0]));
    }

    private boolean isNone(int[] blocks, boolean headed) {
        Block first = page.blocks().get(blocks[0]);
        return switch (first.kind()) {
            case HEADING -> blocks.length == 1 && !headed;
            case PARAGRAPH, CELL -> !titled.test(blocks)
                    || Character.isLowerCase(page.text().charAt(first.passage().from()));
            default -> false;
        };
    }
}
