package org.efcevents.pagetext;

import java.util.List;
import java.util.Optional;

/**
 * What a page says of one event, before its fields are read.
 *
 * @param text the whole page's
 * @param title the words of its title; empty if it has none of its own
 * @param blocks all of it in the order of the page, the block of the title among them
 * @param headings those of the groups that it stands in, such as a year and a month, from the outermost
 */
public record Entry(String text, Optional<Passage> title, List<Block> blocks, List<Block> headings) {

    /** Makes defensive copies. */
    public Entry {
        blocks = List.copyOf(blocks);
        headings = List.copyOf(headings);
    }

    /** From its first word to its last. */
    public Passage passage() {
        return new Passage(
                blocks.get(0).passage().from(),
                blocks.get(blocks.size() - 1).passage().to());
    }

    /** The parts of its blocks that are not its title, in their order. */
    public List<Passage> body() {
        return blocks.stream()
                .map(Block::passage)
                .flatMap(block ->
                        title.filter(block::overlaps).map(words -> rest(block, words)).orElse(List.of(block)).stream())
                .filter(part -> !part.in(text).isBlank())
                .toList();
    }

    private static List<Passage> rest(Passage block, Passage words) {
        return List.of(
                new Passage(block.from(), Math.max(block.from(), words.from())),
                new Passage(Math.min(words.to(), block.to()), block.to()));
    }
}
