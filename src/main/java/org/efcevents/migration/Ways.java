package org.efcevents.migration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.efcevents.datephrase.PageDates;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Box;
import org.efcevents.pagetext.PageText;

/**
 * The ways in which a page, or a part of it, may tell one entry from the next: what repeats in its markup, each level of its headings, bold
 * beginnings, dates at the beginning, titles with empty lines around them. The best is the one whose entries look most like entries: each has a
 * date or words of its own and a title, and together they are most of what is said.
 */
final class Ways {

    static final int FEWEST = 2;

    /** What repeats in the markup, and headings, are there for it. */
    private static final double REPEATED = 1;

    /** What looks like a beginning may be within an entry, too. */
    private static final double LOOKS = 0.85;

    /** So near are two ways that are as good. */
    private static final double NEARLY = 0.9;

    /** So many of those that headings begin are in boxes, where others are of pictures or of the page. */
    private static final double MOST_IN_BOXES = 0.7;

    /** An entry with so many lines that begin with dates is several. */
    private static final int MOST_DATED_LINES = 4;

    /** So much of a group of entries is in them. */
    private static final double MOST_OF_GROUP = 0.8;

    /** Headings of which there are fewer than one for so many entries are no titles of entries. */
    private static final int MOST_TITLES = 2;

    private static final double IN_GROUP = 0.9;
    private static final double IN_PART = 0.6;

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private final PageText page;
    private final PageDates dates;
    private final Titles titles;
    private final EntrySigns signs;
    private final BitSet groups;
    private final int[] content;
    private final int size;
    private final BitSet titleLike = new BitSet();

    /** The blocks that tell again of what they go on. */
    private final BitSet goesOn = new BitSet();

    /**
     * A way to tell entries, and what it gives.
     *
     * @param entries of each the numbers of its blocks
     * @param dated how many have a date
     * @param trust in what tells one from the next
     * @param score the more, the better
     */
    record Way(List<int[]> entries, long dated, double trust, double score) {}

    /**
     * Those of some blocks.
     *
     * @param groups the blocks that name a group of entries
     * @param content the numbers of the blocks that are read
     */
    Ways(EntrySigns signs, BitSet groups, int[] content) {
        this.signs = signs;
        this.page = signs.page();
        this.dates = signs.dates();
        this.titles = signs.titles();
        this.groups = groups;
        this.content = content;
        this.size = IntStream.of(content).map(i -> signs.passage(i).length()).sum();
        IntStream.of(content).filter(signs::looksLikeTitle).forEach(titleLike::set);
        IntStream.of(content).filter(signs::goesOn).forEach(goesOn::set);
    }

    /** The best of them; empty if there is none. */
    Optional<Way> best() {
        List<Way> ways = new ArrayList<>();
        new RepeatedBoxes(page, dates).in(content).forEach(entries -> consider(entries, REPEATED, ways));
        int boxes = ways.size();
        for (int level = 1; level <= 6; level++) {
            int wanted = level;
            begins(i -> page.blocks().get(i).kind() == Block.Kind.HEADING
                            && page.blocks().get(i).level() == wanted
                            && !groups.get(i))
                    .ifPresent(entries -> consider(entries, REPEATED, ways));
        }
        begins(i -> (page.blocks().get(i).kind() == Block.Kind.TERM || titles.isCalledSoInItsRow(i)) && !groups.get(i))
                .ifPresent(entries -> consider(entries, REPEATED, ways));
        begins(i -> titles.isCalledTitle(i) && !groups.get(i)).ifPresent(entries -> consider(entries, REPEATED, ways));
        // The items of a text: those of a page are boxes.
        begins(i -> page.blocks().get(i).kind() == Block.Kind.LIST_ITEM
                        && page.boxes().get(i) == null)
                .ifPresent(entries -> consider(entries, REPEATED, ways));
        begins(i -> titles.isStrongAtBeginning(page.blocks().get(i)) && !groups.get(i))
                .ifPresent(entries -> consider(entries, LOOKS, ways));
        begins(i -> signs.isDatedAtBeginning(i) && !groups.get(i) && !goesOn.get(i))
                .ifPresent(entries -> consider(entries, LOOKS, ways));
        begins(i -> titleLike.get(i) && signs.isAboveField(i)).ifPresent(entries -> consider(entries, LOOKS, ways));
        for (int lines = 1; lines <= 4; lines++) {
            int wanted = lines;
            begins(i -> titleLike.get(i) && emptyAfter(i) >= wanted)
                    .ifPresent(entries -> consider(entries, LOOKS, ways));
            begins(i -> titleLike.get(i) && emptyBefore(i) >= wanted)
                    .ifPresent(entries -> consider(entries, LOOKS, ways));
            begins(i -> emptyBefore(i) >= wanted).ifPresent(entries -> consider(entries, LOOKS, ways));
        }
        return ways.stream()
                .max(Comparator.comparingDouble(Way::score))
                .map(best -> inBoxes(best, ways.subList(0, boxes)));
    }

    /** Where most of the best begin each in a box of its own that is as good, the boxes tell what else is of it: a date above its heading. */
    private static Way inBoxes(Way best, List<Way> boxes) {
        Set<Integer> beginnings =
                best.entries().stream().map(blocks -> blocks[0]).collect(Collectors.toSet());
        return boxes.stream()
                .filter(way -> way.score() >= NEARLY * best.score()
                        && way.entries().size() <= best.entries().size()
                        && way.entries().size()
                                >= MOST_IN_BOXES * best.entries().size()
                        && way.dated()
                                >= best.dated()
                                        - best.entries().size()
                                        + way.entries().size()
                        && way.entries().stream()
                                .allMatch(blocks -> IntStream.of(blocks)
                                                .filter(beginnings::contains)
                                                .count()
                                        == 1))
                .max(Comparator.comparingDouble(Way::score))
                .orElse(best);
    }

    /** Before the first of all there is as much as can be, unless it stands alone, as what a page is called does. */
    private int emptyBefore(int block) {
        return block == content[0] && emptyAfter(block) == 0
                ? Integer.MAX_VALUE
                : page.blocks().get(block).emptyLinesBefore();
    }

    private int emptyAfter(int block) {
        return block + 1 < page.blocks().size() ? page.blocks().get(block + 1).emptyLinesBefore() : 0;
    }

    /** Entries that go from one beginning to the next, or to the heading of the next group, and not out of what holds all beginnings. */
    private Optional<List<int[]>> begins(IntPredicate beginning) {
        int[] first = IntStream.of(content).filter(beginning).toArray();
        if (first.length < FEWEST) {
            return Optional.empty();
        }
        Box common = page.boxes().get(first[0]);
        for (int i : first) {
            while (common != null && !common.holds(page.boxes().get(i))) {
                common = common.parent();
            }
        }
        // In a text any heading that begins no entry is that of a section, and on a page where they are few.
        boolean sections = IntStream.of(first).noneMatch(signs::isHeading)
                && (common == null || headings(first[0]) * MOST_TITLES < first.length);
        List<int[]> entries = new ArrayList<>();
        List<Integer> open = null;
        boolean onlyDates = false;
        int level = 0;
        for (int i : content) {
            boolean within = common == null || common.holds(page.boxes().get(i));
            boolean begins = beginning.test(i);
            // Another heading of the level of a year’s ends what is of that year.
            boolean ends = !begins
                    && signs.isHeading(i)
                    && (page.blocks().get(i).level() <= level
                            || sections
                            || open != null
                                    && Box.areBeside(
                                            page.boxes().get(open.get(0)),
                                            page.boxes().get(i)));
            level = ends
                    ? 0
                    : signs.isHeading(i) && groups.get(i) ? page.blocks().get(i).level() : level;
            if (begins && !onlyDates || !within || ends || groups.get(i)) {
                if (open != null) {
                    entries.add(open.stream().mapToInt(Integer::intValue).toArray());
                }
                open = within && begins ? new ArrayList<>() : null;
                onlyDates = open != null;
            }
            if (open != null) {
                open.add(i);
                onlyDates = onlyDates && titles.isDateAlone(page.blocks().get(i));
            }
        }
        if (open != null) {
            entries.add(open.stream().mapToInt(Integer::intValue).toArray());
        }
        return Optional.of(entries);
    }

    private long headings(int from) {
        return IntStream.of(content)
                .filter(i -> i > from && signs.isHeading(i) && !groups.get(i))
                .count();
    }

    private void consider(List<int[]> entries, double trust, List<Way> ways) {
        if (entries.size() >= FEWEST) {
            ways.add(rated(entries, trust));
        }
    }

    /**
     * How well some entries tell what is read.
     *
     * @param trust in what tells one from the next
     */
    Way rated(List<int[]> entries, double trust) {
        double covered = 0;
        long withDate = 0;
        double placed = 0;
        double titled = 0;
        double nested = 0;
        double told = 0;
        double shifted = 0;
        for (int[] blocks : entries) {
            covered += IntStream.of(blocks).map(i -> signs.passage(i).length()).sum();
            withDate += signs.isDated(blocks) ? 1 : 0;
            placed += signs.isPlaced(blocks) ? 1 : 0;
            titled += signs.isTitled(blocks) ? 1 : 0;
            int[] dated = IntStream.of(blocks)
                    .filter(i -> dates.atBeginning(signs.passage(i)).isPresent())
                    .limit(MOST_DATED_LINES)
                    .toArray();
            // A line that is only a date may be an end, or of something else.
            long begins = IntStream.of(dated)
                    .filter(i -> !dates.isAlone(signs.passage(i)) && !goesOn.get(i))
                    .count();
            nested += dated.length == MOST_DATED_LINES
                            || IntStream.of(blocks).anyMatch(groups::get)
                            || IntStream.of(blocks)
                                            .filter(i -> page.blocks().get(i).kind() == Block.Kind.HEADING)
                                            .count()
                                    > 3
                    ? 1
                    : begins > 1 && begins == blocks.length && areAlike(blocks)
                            ? IN_GROUP
                            : Math.max(ofDatedItems(blocks), Math.max(0, begins - 1) / (double) MOST_DATED_LINES);
            shifted += endsInTitle(blocks) ? 1 : 0;
            told += blocks.length > 1 || signs.passage(blocks[0]).length() > 60 ? 1 : 0;
        }
        double count = entries.size();
        return new Way(
                entries,
                withDate,
                trust,
                trust
                        * covered
                        / (size - closing(entries))
                        * (0.2 + 0.3 * placed / count + 0.3 * titled / count + 0.2 * told / count)
                        * (1 - 0.7 * nested / count)
                        * (1 - 0.5 * shifted / count)
                        * (1 + 0.05 * Math.log(count)));
    }

    /**
     * How much stands below the last entry under a heading, where entries have none, with no date before any of it: less than half of all, or
     * nothing.
     */
    private int closing(List<int[]> entries) {
        int[] last = entries.isEmpty() ? new int[0] : entries.get(entries.size() - 1);
        int end = last.length == 0 ? -1 : Arrays.binarySearch(content, last[last.length - 1]);
        if (end < 0
                || end + 1 == content.length
                || !signs.isHeading(content[end + 1])
                || entries.stream().flatMapToInt(IntStream::of).anyMatch(signs::isHeading)) {
            return 0;
        }
        int[] below = Arrays.copyOfRange(content, end + 1, content.length);
        int length = IntStream.of(below).map(i -> signs.passage(i).length()).sum();
        boolean closing =
                length * 2 < size && IntStream.of(below).noneMatch(i -> groups.get(i) || signs.isDatedAtBeginning(i));
        return closing ? length : 0;
    }

    /** Whether blocks are of one kind in boxes of one kind, as lines of a list are. */
    private boolean areAlike(int[] blocks) {
        return IntStream.of(blocks)
                        .mapToObj(i -> page.boxes().get(i))
                        .map(box -> box == null ? -1 : box.path())
                        .distinct()
                        .count()
                == 1;
    }

    /** Whether the last of its blocks is the title of what comes next: it begins in the middle of one entry and ends in the middle of another. */
    private boolean endsInTitle(int[] blocks) {
        int last = blocks[blocks.length - 1];
        return blocks.length > 1 && isTitle(last) && !isTitle(blocks[0]);
    }

    private boolean isTitle(int block) {
        return (signs.isHeading(block) || Titles.isStrong(page.blocks().get(block)))
                && !titles.isDateAlone(page.blocks().get(block));
    }

    /** Whether a block ends in a day, or names one with its year: “Executive Committee, Stockholm, 13 May 2013”, “Lecture (Rome, 3 May 2013)”. */
    private boolean isDatedWhole(int block) {
        return dates.atEnd(signs.passage(block)).isPresent()
                || dates.first(signs.passage(block))
                        .filter(date -> YEAR.matcher(date.in(page.text())).find())
                        .isPresent();
    }

    /**
     * How much of an entry is in items, or terms, whose first lines are each dated as a whole event is: if only some are, they may be parts of it;
     * of a group of entries nearly all are.
     */
    private double ofDatedItems(int[] blocks) {
        Set<Box> items = new HashSet<>();
        Set<Box> dated = new HashSet<>();
        int all = 0;
        int inside = 0;
        for (int i : blocks) {
            Box item = page.blocks().get(i).kind() == Block.Kind.TERM
                    ? page.boxes().get(i)
                    : SiblingEntries.item(page.boxes().get(i));
            if (item != null && items.add(item) && isDatedWhole(i)) {
                dated.add(item);
            }
            all += signs.passage(i).length();
            inside += dated.contains(item) ? signs.passage(i).length() : 0;
        }
        boolean group = dated.size() > FEWEST && inside > MOST_OF_GROUP * all;
        return group ? IN_GROUP : dated.size() >= FEWEST ? IN_PART : 0;
    }
}
