package org.efcevents.migration;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.efcevents.datephrase.PageDates;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Box;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Furniture;
import org.efcevents.pagetext.PageText;

/** The entries of a page with what stands over them: told in one way on all of it, or each part in its own, or the page of one event. */
final class Layout {

    /** Where fewer than one in so many has a date, and no heading tells a year, there are no events. */
    private static final int MOST_FOR_A_DATE = 20;

    private final PageText page;
    private final PageDates dates;
    private final Titles titles;
    private final EntrySigns signs;
    private final int[] content;
    private final PageSections sections;

    /** The headings of the parts of the page. */
    private final BitSet heads;

    /** The blocks that name a group of entries. */
    private final BitSet groups;

    /** @param ofPage the blocks that are furniture */
    Layout(PageText page, PageDates dates, Furniture furniture, BitSet ofPage) {
        this.page = page;
        this.dates = dates;
        this.sections = new PageSections(page, furniture);
        VagueTimes vague = new VagueTimes(page.text(), dates);
        this.titles = new Titles(page, dates, vague);
        this.signs = new EntrySigns(page, dates, vague, titles);
        this.heads = new PageParts(page, dates, ofPage).heads();
        BitSet closing = sections.heads(ofPage);
        this.content = IntStream.range(0, page.blocks().size())
                .filter(i -> !ofPage.get(i) || heads.get(i) || closing.get(i))
                .toArray();
        this.groups = new GroupHeadings(page, dates, content).all();
    }

    /** The entries in the order of the page; none if there is no way to tell them. */
    List<Entry> entries() {
        SingleEvent alone = single(content);
        return alone.inParts()
                .or(() -> several(alone))
                .or(alone::find)
                .map(this::withHeadings)
                .orElse(List.of());
    }

    private SingleEvent single(int[] blocks) {
        return new SingleEvent(page, dates, blocks, block -> groups.get(block) || heads.get(block), signs::isDated);
    }

    private Optional<List<int[]>> several(SingleEvent alone) {
        BitSet ends = (BitSet) groups.clone();
        ends.or(heads);
        PartsInTheirOwnWay parts = new PartsInTheirOwnWay(signs, ends, content, this::single);
        Optional<Ways.Way> whole = new Ways(signs, ends, content).best();
        BitSet sections = parts.sections(whole);
        if (!sections.isEmpty()) {
            ends.or(sections);
            whole = new Ways(signs, ends, content).best();
        }
        sections.or(heads);
        Optional<Ways.Way> best = whole.filter(
                        way -> way.dated() >= Ways.FEWEST || alone.find().isEmpty())
                .filter(way -> !groups.isEmpty()
                        || way.dated() * MOST_FOR_A_DATE >= way.entries().size());
        return Optional.of(this.sections.without(parts.entries(best, sections), signs::isPlacedBesideText))
                .filter(entries -> !entries.isEmpty());
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
                        .filter(cell -> cell.passage().length() <= EntrySigns.LONGEST_TITLE)
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
