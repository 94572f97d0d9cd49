package org.efcevents.migration;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.efcevents.datephrase.PageDates;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Box;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Mark;
import org.efcevents.pagetext.PageText;
import org.efcevents.pagetext.Passage;

/**
 * How a page tells one entry from the next. Every way in which it may do that is tried: what repeats in its markup, each level of its
 * headings, bold beginnings, dates at the beginning, titles with empty lines around them. The one is taken whose parts look most like
 * entries: each has a date or words of its own and a title, and together they are most of what the page says.
 */
final class Layout {

    private static final int FEWEST = 2;

    /** What repeats in the markup, and headings, are there for it. */
    private static final double REPEATED = 1;

    /** What looks like a beginning may be within an entry, too. */
    private static final double LOOKS = 0.85;

    /** So near are two ways that are as good. */
    private static final double NEARLY = 0.9;

    /** An entry with so many lines that begin with dates is several. */
    private static final int MOST_DATED_LINES = 4;

    /** Where fewer than one in so many has a date, and no heading tells a year, there are no events. */
    private static final int MOST_FOR_A_DATE = 20;

    /** A title is no longer than that. */
    private static final int LONGEST_TITLE = 220;

    private final PageText page;
    private final PageDates dates;
    private final VagueTimes vague;
    private final Titles titles;
    private final int[] content;
    private final int size;

    /** The blocks that name a group of entries, and those that look like titles: every way to tell entries asks for them. */
    private final BitSet groups = new BitSet();

    private final BitSet titleLike = new BitSet();

    /** A way to tell entries, and what it gives: of each entry the numbers of its blocks. */
    private record Way(List<int[]> entries, long dated, double score) {}

    Layout(PageText page, PageDates dates, BitSet furniture) {
        this.page = page;
        this.dates = dates;
        this.vague = new VagueTimes(page.text(), dates);
        this.titles = new Titles(page, dates, vague);
        this.content = IntStream.range(0, page.blocks().size())
                .filter(i -> !furniture.get(i))
                .toArray();
        this.size = IntStream.of(content).map(i -> passage(i).length()).sum();
        IntStream.of(content).filter(this::namesGroup).forEach(groups::set);
        separators().forEach(groups::set);
        IntStream.of(content).filter(i -> titles.looksLikeTitle(passage(i))).forEach(titleLike::set);
    }

    private Passage passage(int block) {
        return page.blocks().get(block).passage();
    }

    /** The entries in the order of the page; none if there is no way to tell them. */
    List<Entry> entries() {
        SingleEvent alone = new SingleEvent(page, dates, content, this::isGroup, this::isDated);
        return alone.inParts()
                .or(() -> several(alone))
                .or(alone::find)
                .map(this::withHeadings)
                .orElse(List.of());
    }

    private Optional<List<int[]>> several(SingleEvent alone) {
        List<Way> ways = new ArrayList<>();
        new RepeatedBoxes(page, dates).in(content).forEach(entries -> consider(entries, REPEATED, ways));
        int boxes = ways.size();
        for (int level = 1; level <= 6; level++) {
            int wanted = level;
            begins(i -> page.blocks().get(i).kind() == Block.Kind.HEADING
                            && page.blocks().get(i).level() == wanted
                            && !isGroup(i))
                    .ifPresent(entries -> consider(entries, REPEATED, ways));
        }
        begins(i -> (page.blocks().get(i).kind() == Block.Kind.TERM || titles.isCalledSoInItsRow(i)) && !isGroup(i))
                .ifPresent(entries -> consider(entries, REPEATED, ways));
        // The items of a text: those of a page are boxes.
        begins(i -> page.blocks().get(i).kind() == Block.Kind.LIST_ITEM
                        && page.boxes().get(i) == null)
                .ifPresent(entries -> consider(entries, REPEATED, ways));
        begins(i -> titles.isStrongAtBeginning(page.blocks().get(i)) && !isGroup(i))
                .ifPresent(entries -> consider(entries, LOOKS, ways));
        begins(i -> isDatedAtBeginning(i) && !isGroup(i)).ifPresent(entries -> consider(entries, LOOKS, ways));
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
                .map(best -> inBoxes(best, ways.subList(0, boxes)))
                .filter(way -> way.dated() >= FEWEST || alone.find().isEmpty())
                .filter(way -> !groups.isEmpty()
                        || way.dated() * MOST_FOR_A_DATE >= way.entries().size())
                .map(Way::entries)
                .map(new SiblingEntries(page, dates)::in)
                .map(new Remnants(page, this::isDatedAtBeginning, this::isPlaced, blocks -> titles.of(blocks)
                        .isPresent())::without);
    }

    /** Where each of the best begins within a box of its own that is as good, the boxes tell what else is of it: a date above its heading. */
    private static Way inBoxes(Way best, List<Way> boxes) {
        return boxes.stream()
                .filter(way -> way.score() >= NEARLY * best.score()
                        && way.dated() >= best.dated()
                        && way.entries().size() == best.entries().size()
                        && IntStream.range(0, best.entries().size()).allMatch(i -> IntStream.of(
                                        way.entries().get(i))
                                .anyMatch(block -> block == best.entries().get(i)[0])))
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

    private boolean isHeading(int block) {
        return page.blocks().get(block).kind() == Block.Kind.HEADING;
    }

    private boolean isGroup(int block) {
        return groups.get(block);
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
    private IntStream separators() {
        int[] headings = IntStream.of(content)
                .filter(i -> page.blocks().get(i).kind() == Block.Kind.HEADING && !isGroup(i))
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
        // In a text any heading that begins no entry is that of a section.
        boolean sections = common == null && IntStream.of(first).noneMatch(this::isHeading);
        List<int[]> entries = new ArrayList<>();
        List<Integer> open = null;
        boolean onlyDates = false;
        int level = 0;
        for (int i : content) {
            boolean within = common == null || common.holds(page.boxes().get(i));
            boolean begins = beginning.test(i);
            // Another heading of the level of a year’s ends what is of that year.
            boolean ends = !begins
                    && isHeading(i)
                    && (page.blocks().get(i).level() <= level
                            || sections
                            || open != null
                                    && Box.areBeside(
                                            page.boxes().get(open.get(0)),
                                            page.boxes().get(i)));
            level = ends ? 0 : isHeading(i) && isGroup(i) ? page.blocks().get(i).level() : level;
            if (begins && !onlyDates || !within || ends || isGroup(i)) {
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

    private void consider(List<int[]> entries, double trust, List<Way> ways) {
        if (entries.size() < FEWEST) {
            return;
        }
        double covered = 0;
        long withDate = 0;
        double placed = 0;
        double titled = 0;
        double nested = 0;
        double told = 0;
        for (int[] blocks : entries) {
            covered += IntStream.of(blocks).map(i -> passage(i).length()).sum();
            withDate += isDated(blocks) ? 1 : 0;
            placed += isPlaced(blocks) ? 1 : 0;
            titled += titles.of(blocks)
                            .filter(title -> title.length() <= LONGEST_TITLE)
                            .isPresent()
                    ? 1
                    : 0;
            int[] dated = IntStream.of(blocks)
                    .filter(i -> dates.atBeginning(passage(i)).isPresent())
                    .limit(MOST_DATED_LINES)
                    .toArray();
            // A line that is only a date may be an end, or of something else.
            long begins =
                    IntStream.of(dated).filter(i -> !dates.isAlone(passage(i))).count();
            nested += dated.length == MOST_DATED_LINES
                            || IntStream.of(blocks).anyMatch(this::isGroup)
                            || IntStream.of(blocks)
                                            .filter(i -> page.blocks().get(i).kind() == Block.Kind.HEADING)
                                            .count()
                                    > 3
                    ? 1
                    : Math.max(hasDatedItems(blocks) ? 0.6 : 0, Math.max(0, begins - 1) / (double) MOST_DATED_LINES);
            told += blocks.length > 1 || passage(blocks[0]).length() > 60 ? 1 : 0;
        }
        double count = entries.size();
        ways.add(new Way(
                entries,
                withDate,
                trust
                        * covered
                        / size
                        * (0.2 + 0.3 * placed / count + 0.3 * titled / count + 0.2 * told / count)
                        * (1 - 0.7 * nested / count)
                        * (1 + 0.05 * Math.log(count))));
    }

    /** Whether it has two items, or terms, or more that each end their first line in a day: “Executive Committee, Stockholm, 13 May 2013”. */
    private boolean hasDatedItems(int[] blocks) {
        Set<Box> items = new HashSet<>();
        Set<Box> dated = new HashSet<>();
        for (int i : blocks) {
            Box item = page.blocks().get(i).kind() == Block.Kind.TERM
                    ? page.boxes().get(i)
                    : SiblingEntries.item(page.boxes().get(i));
            if (item != null && items.add(item) && dates.atEnd(passage(i)).isPresent()) {
                dated.add(item);
            }
        }
        return dated.size() >= FEWEST;
    }

    /** Or what stands where others have their date. */
    private boolean isDatedAtBeginning(int block) {
        return dates.isAtBeginning(passage(block), true)
                || vague.atBeginning(passage(block)).isPresent();
    }

    private boolean isDated(int[] blocks) {
        return IntStream.of(blocks)
                .anyMatch(i -> dates.isIn(passage(i))
                        || dates.isAtBeginning(passage(i), true)
                        || page.blocks().get(i).marks().stream()
                                .anyMatch(mark -> mark.kind() == Mark.Kind.TIME
                                        && !mark.value().isEmpty()));
    }

    /** Or has what stands for a date. */
    private boolean isPlaced(int[] blocks) {
        return isDated(blocks)
                || vague.atBeginning(passage(blocks[0])).isPresent()
                || vague.isAlone(passage(blocks[0]));
    }

    private List<Entry> withHeadings(List<int[]> entries) {
        List<Entry> made = new ArrayList<>();
        List<Block> groups = new ArrayList<>();
        int next = 0;
        Set<Integer> within = new HashSet<>();
        entries.forEach(blocks -> IntStream.of(blocks).forEach(within::add));
        for (int[] blocks : entries) {
            for (; next <= blocks[0]; next++) {
                if (!within.contains(next)) {
                    enter(page.blocks().get(next), groups);
                }
            }
            List<Block> headings = new ArrayList<>(groups);
            for (Box box = page.boxes().get(blocks[0]); box != null; box = box.parent()) {
                page.spanned().getOrDefault(box, List.of()).stream()
                        .filter(cell -> cell.passage().length() <= LONGEST_TITLE)
                        .forEach(headings::add);
            }
            made.add(new Entry(
                    page.text(),
                    titles.of(blocks),
                    IntStream.of(blocks).mapToObj(page.blocks()::get).toList(),
                    headings));
        }
        return made;
    }

    /** A year ends the group of the year before, a month that of the month before, and any heading those that are not above it. */
    private void enter(Block block, List<Block> groups) {
        if (block.kind() == Block.Kind.HEADING) {
            groups.removeIf(group -> group.kind() == Block.Kind.HEADING && group.level() >= block.level());
        }
        if (!dates.isGroup(block.passage())) {
            return;
        }
        if (dates.isYear(block.passage()) || dates.isOpenPeriod(block.passage())) {
            groups.clear();
        } else {
            groups.removeIf(other -> dates.isMonth(other.passage()));
        }
        if (!dates.isOpenPeriod(block.passage())) {
            groups.add(block);
        }
    }
}
