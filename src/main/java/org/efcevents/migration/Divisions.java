package org.efcevents.migration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Passage;

/**
 * What an editor says of where the entries of a page begin, by places in its text.
 *
 * @param joined entries that begin there and belong to the one before
 * @param begun blocks that begin there and begin an entry
 */
public record Divisions(Set<Integer> joined, Set<Integer> begun) {

    /** Nothing is said. */
    public static final Divisions NONE = new Divisions(Set.of(), Set.of());

    /** A block that is longer is no title. */
    private static final int LONGEST_TITLE = 220;

    /** Makes defensive copies. */
    public Divisions {
        joined = Set.copyOf(joined);
        begun = Set.copyOf(begun);
    }

    /** The same, with an entry joined to the one before. */
    public Divisions join(int at) {
        return begun.contains(at) ? new Divisions(joined, without(begun, at)) : new Divisions(with(joined, at), begun);
    }

    /** The same, with an entry that begins at a block. */
    public Divisions divide(int at) {
        return joined.contains(at) ? new Divisions(without(joined, at), begun) : new Divisions(joined, with(begun, at));
    }

    private static Set<Integer> with(Set<Integer> places, int at) {
        Set<Integer> more = new HashSet<>(places);
        more.add(at);
        return more;
    }

    private static Set<Integer> without(Set<Integer> places, int at) {
        Set<Integer> fewer = new HashSet<>(places);
        fewer.remove(at);
        return fewer;
    }

    /** The entries as they are then. */
    List<Entry> of(List<Entry> entries) {
        List<Entry> divided = new ArrayList<>();
        for (Entry entry : entries) {
            for (Entry part : parts(entry)) {
                int last = divided.size() - 1;
                if (last >= 0 && joined.contains(part.passage().from())) {
                    divided.set(last, together(divided.get(last), part));
                } else {
                    divided.add(part);
                }
            }
        }
        return divided;
    }

    private List<Entry> parts(Entry entry) {
        List<Entry> parts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= entry.blocks().size(); i++) {
            boolean end = i == entry.blocks().size();
            if (end || begun.contains(entry.blocks().get(i).passage().from())) {
                parts.add(part(entry, entry.blocks().subList(from, i)));
                from = i;
            }
        }
        return parts;
    }

    private static Entry part(Entry entry, List<Block> blocks) {
        if (blocks.size() == entry.blocks().size()) {
            return entry;
        }
        Passage first = blocks.get(0).passage();
        Optional<Passage> title = entry.title()
                .filter(words ->
                        blocks.stream().anyMatch(block -> block.passage().contains(words)))
                .or(() -> Optional.of(first).filter(words -> words.length() <= LONGEST_TITLE && blocks.size() > 1));
        return new Entry(entry.text(), title, blocks, entry.headings());
    }

    private static Entry together(Entry first, Entry second) {
        return new Entry(
                first.text(),
                first.title().or(second::title),
                Stream.concat(first.blocks().stream(), second.blocks().stream()).toList(),
                first.headings());
    }
}
