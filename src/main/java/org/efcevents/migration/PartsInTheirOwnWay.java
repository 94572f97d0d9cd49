package org.efcevents.migration;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Box;

/**
 * Tells the entries of each part of a page in the way that is best there, which need not be the one that is best on the whole: cards of what is
 * coming, and below them a table of what is past.
 *
 * @param ends the blocks that no entry goes on over
 * @param content the numbers of the blocks that are no furniture
 * @param single reads some blocks as one event
 */
record PartsInTheirOwnWay(EntrySigns signs, BitSet ends, int[] content, Function<int[], SingleEvent> single) {

    /** So much better has to be what is best in a part that has a name. */
    private static final double CLEARLY = 1.05;

    /** And in any other, such as a year, unless all of it has dates: pages do not change how they tell entries without a word of it. */
    private static final double MUCH = 2;

    /** The lowest level of headings that those of sections have. */
    private static final int LOWEST_SECTION = 3;

    private static final int MOST_SECTIONS = 30;

    /** One event that has a part for itself is no more than so many blocks. */
    private static final int MOST_BLOCKS = 12;

    /**
     * The entries in the order of the page.
     *
     * @param whole the best on the whole page
     * @param heads the headings of its parts
     */
    List<int[]> entries(Optional<Ways.Way> whole, BitSet heads) {
        List<int[]> kept = new ArrayList<>();
        List<int[]> own = new ArrayList<>();
        List<int[]> begun = whole.map(Ways.Way::entries).orElse(List.of());
        int next = 0;
        for (int[] part : parts(heads)) {
            List<int[]> ofWhole = new ArrayList<>();
            while (next < begun.size() && begun.get(next)[0] <= part[part.length - 1]) {
                ofWhole.add(begun.get(next++));
            }
            boolean all = part.length == content.length;
            Optional<List<int[]>> better = all ? Optional.empty() : better(part, ofWhole, whole, heads);
            better.ifPresentOrElse(own::addAll, () -> kept.addAll(ofWhole));
        }
        own.addAll(settled(kept));
        own.sort(Comparator.comparingInt(blocks -> blocks[0]));
        return own;
    }

    /** The blocks of each part, and those before and between them. */
    private List<int[]> parts(BitSet heads) {
        List<int[]> parts = new ArrayList<>();
        int from = 0;
        Box around = null;
        for (int i = 1; i <= content.length; i++) {
            boolean end = i == content.length || heads.get(content[i]);
            if (i == from + 1) {
                around = end || !heads.get(content[from]) ? null : around(content[from], content[i]);
            }
            if (end || around != null && !around.holds(signs.page().boxes().get(content[i]))) {
                parts.add(IntStream.range(from, i).map(at -> content[at]).toArray());
                from = i;
                around = null;
            }
        }
        return parts;
    }

    /** The innermost box around a heading and what is below it; null if there is none. */
    private Box around(int heading, int below) {
        Box box = signs.page().boxes().get(heading);
        while (box != null && !box.holds(signs.page().boxes().get(below))) {
            box = box.parent();
        }
        return box;
    }

    /** The entries of a part, if they are told better in a way of its own. */
    private Optional<List<int[]>> better(int[] part, List<int[]> ofWhole, Optional<Ways.Way> whole, BitSet heads) {
        int[] below = heads.get(part[0]) ? IntStream.of(part).skip(1).toArray() : part;
        Ways ways = new Ways(signs, ends, below);
        Optional<Ways.Way> kept = ofWhole.isEmpty()
                ? Optional.empty()
                : Optional.of(ways.rated(ofWhole, whole.orElseThrow().trust()));
        boolean headed = heads.get(part[0]);
        boolean named = headed && !signs.dates().isGroup(signs.passage(part[0]));
        return ways.best()
                .filter(way -> way.dated() >= Ways.FEWEST
                        && way.dated() * 2 >= way.entries().size())
                .filter(way -> headed || way.entries().stream().allMatch(this::isWhole))
                .filter(way -> isBetter(way, kept, named, headed))
                .or(() -> one(below)
                        .filter(event -> named && ofWhole.size() < Ways.FEWEST)
                        .map(event -> ways.rated(event, 1))
                        .filter(way -> isBetter(way, kept, true, true)))
                .map(way -> settled(way.entries()));
    }

    /**
     * The headings of sections that mostly hold several events each, whatever they are called.
     *
     * @param whole the best on the whole page, for which they may be titles
     */
    BitSet sections(Optional<Ways.Way> whole) {
        BitSet heads = new BitSet();
        for (int level = 2; level <= LOWEST_SECTION && heads.cardinality() < Ways.FEWEST; level++) {
            int wanted = level;
            heads.clear();
            IntStream.of(content)
                    .filter(i ->
                            signs.isHeading(i) && signs.page().blocks().get(i).level() == wanted && !ends.get(i))
                    .forEach(heads::set);
        }
        long titles = whole.stream()
                .flatMap(way -> way.entries().stream())
                .filter(blocks -> heads.get(blocks[0]))
                .count();
        boolean titled = titles * 2 >= heads.cardinality();
        BitSet all = (BitSet) ends.clone();
        all.or(heads);
        List<int[]> parts = parts(all).stream()
                .filter(part -> heads.get(part[0]))
                .map(part -> IntStream.of(part).skip(1).toArray())
                .toList();
        long several = parts.stream().filter(part -> holdsSeveral(part, titled)).count();
        boolean most = size(parts.stream().flatMapToInt(IntStream::of)) * 2 > size(IntStream.of(content));
        return several * 2 >= heads.cardinality() && most && heads.cardinality() <= MOST_SECTIONS
                ? heads
                : new BitSet();
    }

    private int size(IntStream blocks) {
        return blocks.map(block -> signs.passage(block).length()).sum();
    }

    /**
     * Whether each of several entries has a date or, of the items of a list, most have.
     *
     * @param titled whether headings of sections may be titles: then they have to be items of a list, or rows, or more than two
     */
    private boolean holdsSeveral(int[] section, boolean titled) {
        return new Ways(signs, ends, section)
                .best()
                .filter(way -> way.dated() >= Ways.FEWEST)
                .filter(way -> way.dated() == way.entries().size()
                        || way.dated() * 2 > way.entries().size()
                                && way.entries().stream().allMatch(blocks -> isItem(blocks[0])))
                .filter(way -> way.entries().stream()
                        .allMatch(blocks -> isItem(blocks[0])
                                ? !IntStream.of(blocks).allMatch(this::isDateAlone)
                                : (!titled || way.entries().size() > Ways.FEWEST) && signs.isTitled(blocks)))
                .isPresent();
    }

    private boolean isDateAlone(int block) {
        return signs.titles().isDateAlone(signs.page().blocks().get(block));
    }

    private boolean isItem(int block) {
        return SiblingEntries.item(signs.page().boxes().get(block)) != null
                || signs.page().blocks().get(block).kind() == Block.Kind.TERM;
    }

    private static boolean isBetter(Ways.Way own, Optional<Ways.Way> kept, boolean named, boolean headed) {
        double good = kept.map(Ways.Way::score).orElse(0d);
        if (named && own.dated() > kept.map(Ways.Way::dated).orElse(0L)) {
            return own.score() >= good;
        }
        boolean all = headed && own.dated() == own.entries().size();
        return own.score() > (named || all ? CLEARLY : MUCH) * good;
    }

    private boolean isWhole(int[] blocks) {
        return signs.isDated(blocks) && signs.isTitled(blocks);
    }

    /** All of a part as one event. */
    private Optional<List<int[]>> one(int[] part) {
        boolean few = part.length > 0
                && part.length <= MOST_BLOCKS
                && signs.isDated(part)
                && IntStream.of(part).noneMatch(ends::get)
                && (part.length == 1 || signs.isTitled(part));
        return few
                ? Optional.of(List.of(part))
                : part.length == 0 ? Optional.empty() : single.apply(part).find();
    }

    /** With those that no date tells, and without what is none. */
    private List<int[]> settled(List<int[]> entries) {
        return entries.isEmpty()
                ? entries
                : new Remnants(signs.page(), signs::isDatedAtBeginning, signs::isPlaced, signs::isTitled)
                        .without(new SiblingEntries(signs.page(), signs.dates()).in(entries));
    }
}
