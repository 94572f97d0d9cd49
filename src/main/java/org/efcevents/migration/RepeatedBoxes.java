package org.efcevents.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.efcevents.datephrase.PageDates;
import org.efcevents.pagetext.Box;
import org.efcevents.pagetext.PageText;

/** What repeats in the markup of a page: elements that are called alike and stand in places that are. */
final class RepeatedBoxes {

    private static final int FEWEST = 2;

    /** Elements that are for one of many, whatever class each has. */
    private static final Set<String> ITEMS = Set.of("tr", "li", "article");

    private final PageText page;
    private final PageDates dates;
    private final Map<Object, Map<Box, List<Integer>>> byLikeness = new LinkedHashMap<>();
    private final Map<Integer, Set<String>> namesOfPath = new HashMap<>();

    RepeatedBoxes(PageText page, PageDates dates) {
        this.page = page;
        this.dates = dates;
    }

    /** Of each likeness that repeats, the blocks in each of its boxes. */
    Collection<List<int[]>> in(int[] content) {
        for (int i : content) {
            Set<Object> seen = new HashSet<>();
            for (Box box = page.boxes().get(i); box != null; box = box.parent()) {
                if (seen.add(box.path())) {
                    add(box.path(), box, i);
                }
                for (String name : names(box)) {
                    if (seen.add(name)) {
                        add(name, box, i);
                    }
                }
            }
        }
        return byLikeness.entrySet().stream()
                .filter(alike -> alike.getKey() instanceof Integer || areOfSeveralPaths(alike.getValue()))
                .map(alike -> alike.getValue().values().stream()
                        .map(blocks ->
                                blocks.stream().mapToInt(Integer::intValue).toArray())
                        .filter(blocks -> !IntStream.of(blocks)
                                .allMatch(block ->
                                        dates.isGroup(page.blocks().get(block).passage())))
                        .toList())
                .filter(entries -> entries.size() >= FEWEST)
                .toList();
    }

    private static boolean areOfSeveralPaths(Map<Box, List<Integer>> boxes) {
        return boxes.keySet().stream()
                        .mapToInt(Box::path)
                        .distinct()
                        .limit(FEWEST)
                        .count()
                >= FEWEST;
    }

    private void add(Object likeness, Box box, int block) {
        byLikeness
                .computeIfAbsent(likeness, none -> new LinkedHashMap<>())
                .computeIfAbsent(box, none -> new ArrayList<>())
                .add(block);
    }

    /** By which others are alike that have one class in common, or are items: rows of every other class, a card that is marked as cancelled. */
    private Set<String> names(Box box) {
        return namesOfPath.computeIfAbsent(box.path(), none -> {
            Set<String> names = new HashSet<>();
            String[] signature = box.signature().split("\\.");
            int parent = box.parent() == null ? -1 : box.parent().path();
            for (int i = 1; i < signature.length; i++) {
                names.add(parent + " " + box.tag() + "." + signature[i]);
            }
            if (ITEMS.contains(box.tag())) {
                names.add(parent + " " + box.tag());
            }
            return names;
        });
    }
}
