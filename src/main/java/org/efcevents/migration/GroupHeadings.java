package org.efcevents.migration;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.efcevents.datephrase.PageDates;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Box;
import org.efcevents.pagetext.PageText;
import org.efcevents.pagetext.Passage;

/**
 * The blocks of a page that name the year, the month or the period of the entries below them, and are no entry.
 *
 * @param content the numbers of the blocks that are no furniture
 */
record GroupHeadings(PageText page, PageDates dates, int[] content) {

    private static final int FEWEST = 2;

    /** Their numbers. */
    BitSet all() {
        BitSet groups = new BitSet();
        IntStream.of(content).filter(this::namesGroup).forEach(groups::set);
        separators(groups).forEach(groups::set);
        return groups;
    }

    private Passage passage(int block) {
        return page.blocks().get(block).passage();
    }

    private boolean namesGroup(int block) {
        return dates.isGroup(passage(block))
                && (page.blocks().get(block).kind() == Block.Kind.HEADING
                        || page.boxes().get(block) == null
                        || isTermOfSeveral(block)
                        || Titles.isStrong(page.blocks().get(block)));
    }

    /** Whether it is the term of a list that has more definitions than one, as of a year. */
    private boolean isTermOfSeveral(int block) {
        Box term = page.boxes().get(block);
        boolean several =
                IntStream.range(block + 1, Math.min(block + 8, page.blocks().size()))
                                .mapToObj(page.boxes()::get)
                                .filter(Objects::nonNull)
                                .takeWhile(box -> !box.tag().equals("dt"))
                                .filter(box -> box.tag().equals("dd") && box.parent() == term.parent())
                                .distinct()
                                .limit(FEWEST)
                                .count()
                        == FEWEST;
        return page.blocks().get(block).kind() == Block.Kind.TERM && several;
    }

    /**
     * Lines between entries that name the months of those below them, though they are no headings: all of their kind do, the first stands above
     * the first heading, and some stand above more than one. As many as there are headings would be the dates of the entries.
     */
    private IntStream separators(BitSet groups) {
        int[] headings = IntStream.of(content)
                .filter(i -> page.blocks().get(i).kind() == Block.Kind.HEADING && !groups.get(i))
                .toArray();
        Map<Integer, List<Integer>> byPath = new LinkedHashMap<>();
        for (int i : content) {
            if (page.blocks().get(i).kind() == Block.Kind.PARAGRAPH
                    && page.boxes().get(i) != null) {
                byPath.computeIfAbsent(page.boxes().get(i).path(), none -> new ArrayList<>())
                        .add(i);
            }
        }
        return byPath.values().stream()
                .filter(lines -> lines.size() >= FEWEST
                        && lines.size() < headings.length
                        && lines.get(0) < headings[0]
                        && lines.stream().allMatch(i -> dates.isGroup(passage(i)))
                        && lines.stream()
                                        .map(i -> passage(i).in(page.text()))
                                        .distinct()
                                        .count()
                                == lines.size())
                .flatMap(List::stream)
                .mapToInt(Integer::intValue);
    }
}
