package org.efcevents.migration;

import java.util.stream.IntStream;
import org.efcevents.datephrase.PageDates;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.FieldNames;
import org.efcevents.pagetext.Mark;
import org.efcevents.pagetext.PageText;
import org.efcevents.pagetext.Passage;

/** What tells of blocks of a page that they are an entry, or begin one; they are told by their numbers. */
record EntrySigns(PageText page, PageDates dates, VagueTimes vague, Titles titles) {

    /** A title is no longer than that. */
    static final int LONGEST_TITLE = 220;

    Passage passage(int block) {
        return page.blocks().get(block).passage();
    }

    boolean isHeading(int block) {
        return page.blocks().get(block).kind() == Block.Kind.HEADING;
    }

    boolean looksLikeTitle(int block) {
        return titles.looksLikeTitle(passage(block));
    }

    /** Whether the line below a block names a field. */
    boolean isAboveField(int block) {
        return block + 1 < page.blocks().size()
                && FieldNames.isAtBeginning(passage(block + 1).in(page.text()));
    }

    /** Whether blocks have a title of their own. */
    boolean isTitled(int[] blocks) {
        return titles.of(blocks)
                .filter(title -> title.length() <= LONGEST_TITLE)
                .isPresent();
    }

    /** Whether a block begins with a date, or with what stands where others have their date. */
    boolean isDatedAtBeginning(int block) {
        return dates.isAtBeginning(passage(block), true)
                || vague.atBeginning(passage(block)).isPresent();
    }

    /** Whether a block only tells again, with its year, the day with which the one before it, or the one before that, begins. */
    boolean goesOn(int block) {
        return IntStream.of(1, 2)
                .map(back -> block - back)
                .anyMatch(before -> before >= 0 && dates.tellsYearOf(passage(before), passage(block)));
    }

    boolean isDated(int[] blocks) {
        return IntStream.of(blocks)
                .anyMatch(i -> dates.isIn(passage(i))
                        || dates.isAtBeginning(passage(i), true)
                        || page.blocks().get(i).marks().stream()
                                .anyMatch(mark -> mark.kind() == Mark.Kind.TIME
                                        && !mark.value().isEmpty()));
    }

    /** Or has what stands for a date. */
    boolean isPlaced(int[] blocks) {
        return isDated(blocks)
                || vague.atBeginning(passage(blocks[0])).isPresent()
                || vague.isAlone(passage(blocks[0]));
    }

    /** The same, if below a heading it is not only in the middle of a long text, where it may be of anything. */
    boolean isPlacedBesideText(int[] blocks) {
        return isPlaced(blocks)
                && (!isHeading(blocks[0])
                        || IntStream.of(blocks)
                                .filter(i -> passage(i).length() < LONGEST_TITLE
                                        || dates.atBeginning(passage(i)).isPresent()
                                        || dates.atEnd(passage(i)).isPresent())
                                .anyMatch(i -> isPlaced(new int[] {i})));
    }
}
