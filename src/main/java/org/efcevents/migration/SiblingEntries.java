package org.efcevents.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.efcevents.datephrase.PageDates;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Box;
import org.efcevents.pagetext.PageText;
import org.efcevents.pagetext.TableColumns;

/**
 * Items of a list, or rows of a table, that stand between others which are entries, are entries too, though nothing tells when they were: they are no
 * part of what stands before them.
 */
final class SiblingEntries {

    private static final Set<String> TAGS = Set.of("li", "tr");

    private final PageText page;
    private final PageDates dates;

    SiblingEntries(PageText page, PageDates dates) {
        this.page = page;
        this.dates = dates;
    }

    /** The same entries, divided before each such item, if most items of its kind are entries. */
    List<int[]> in(List<int[]> entries) {
        // Where headings tell one from the next, a row without one is a part of what stands above.
        if (entries.stream().allMatch(blocks -> page.blocks().get(blocks[0]).kind() == Block.Kind.HEADING)) {
            return entries;
        }
        Map<Integer, Set<Box>> begun = new HashMap<>();
        for (int[] blocks : entries) {
            Box item = item(blocks[0]);
            if (item != null) {
                begun.computeIfAbsent(item.path(), none -> new HashSet<>()).add(item);
            }
        }
        // “Date | 12 March” is a fact of what is called an event above it.
        Set<Box> facts = IntStream.range(0, page.blocks().size())
                .filter(block -> page.blocks().get(block).labels().contains(TableColumns.COLUMN_HEADING))
                .mapToObj(this::item)
                .collect(Collectors.toSet());
        Map<Integer, Set<Box>> others = new HashMap<>();
        Map<Integer, Integer> undated = new HashMap<>();
        for (int[] blocks : entries) {
            for (int block : blocks) {
                Box item = item(block);
                if (item != null
                        && !facts.contains(item)
                        && begun.containsKey(item.path())
                        && !begun.get(item.path()).contains(item)
                        && others.computeIfAbsent(item.path(), none -> new HashSet<>())
                                .add(item)
                        && !dates.isAtBeginning(page.blocks().get(block).passage(), true)) {
                    undated.merge(item.path(), 1, Integer::sum);
                }
            }
        }
        others.entrySet().removeIf(other -> {
            int path = other.getKey();
            int without = undated.getOrDefault(path, 0);
            return without * 2 > begun.get(path).size() + other.getValue().size() - without;
        });
        List<int[]> all = new ArrayList<>();
        for (int[] blocks : entries) {
            divide(blocks, others, all);
        }
        return all;
    }

    private void divide(int[] blocks, Map<Integer, Set<Box>> others, List<int[]> all) {
        int from = 0;
        Box open = item(blocks[0]);
        for (int i = 1; i < blocks.length; i++) {
            Box item = item(blocks[i]);
            boolean other = item != null
                    && item != open
                    && others.getOrDefault(item.path(), Set.of()).contains(item);
            if (other) {
                all.add(IntStream.range(from, i).map(at -> blocks[at]).toArray());
                from = i;
                open = item;
            }
        }
        all.add(IntStream.range(from, blocks.length).map(at -> blocks[at]).toArray());
    }

    /** The item or row that a block is in. */
    private Box item(int block) {
        return item(page.boxes().get(block));
    }

    /** The innermost item or row that is a box or around it; null if none is. */
    static Box item(Box inner) {
        Box box = inner;
        while (box != null && !TAGS.contains(box.tag())) {
            box = box.parent();
        }
        return box;
    }
}
