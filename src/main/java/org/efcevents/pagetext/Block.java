package org.efcevents.pagetext;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What stands between two breaks of a page's text: a heading, a paragraph, an item, a cell, a line of plain text.
 *
 * @param level of a heading 1 to 6; of a list item how deep it is, from 1; else 0
 * @param passage its words, without the space around them; never empty
 * @param emptyLinesBefore how many empty lines are before it in plain text; in HTML 0
 * @param labels what its surroundings call it, in lower case and without accents: the words of the attributes {@code class}, {@code id} and
 *     {@code itemprop} of its element, of those around it that hold nothing else, and of the heading of its column in a table
 * @param marks what the markup says of its words, in their order
 */
public record Block(Kind kind, int level, Passage passage, int emptyLinesBefore, Set<String> labels, List<Mark> marks) {

    /** What it is. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        LIST_ITEM,
        /** {@code dt} */
        TERM,
        /** {@code dd} */
        DEFINITION,
        /** Of a table. */
        CELL
    }

    /** What the words under a picture are labelled. */
    static final String CAPTION = "caption";

    private static final Set<String> CAPTIONS = Set.of(CAPTION, "captions", "legende", "legend", "bildunterschrift");

    /** What the column of a day of the month is called, or of a whole date; folded. */
    private static final Set<String> DAY =
            Set.of("day", "days", "date", "dates", "when", "jour", "jours", "quand", "tag", "datum", "wann");

    /** A day, a month and a year. */
    private static final int DATE_PARTS = 3;

    private static final Set<String> NUMBER = Set.of("no", "nr", "n", "num", "number", "numero", "nummer", "id", "lfd");

    /** Makes defensive copies. */
    public Block {
        labels = Set.copyOf(labels);
        marks = List.copyOf(marks);
    }

    /**
     * Whether it is a number in a cell that nothing calls a day, so that a month in the cell beside it is none of that day: “3 | Sept. 2012”. Only
     * where the year has a cell of its own, too, and nothing calls the first a number, they are the parts of a date.
     *
     * @param text of the page
     * @param parts how many there are, with the first
     */
    public boolean isNumberOfRow(String text, int parts) {
        return kind == Kind.CELL
                && passage.in(text).chars().noneMatch(Character::isLetter)
                && labels.stream().noneMatch(DAY::contains)
                && (parts < DATE_PARTS || labels.stream().anyMatch(NUMBER::contains));
    }

    /** Whether it is what stands under a picture. */
    public boolean isCaption() {
        return labels.stream().anyMatch(CAPTIONS::contains)
                || marks.stream()
                        .anyMatch(mark -> mark.kind() == Mark.Kind.CAPTION
                                && mark.passage().contains(passage));
    }

    /** The same with one more mark. */
    Block with(Mark mark) {
        List<Mark> all = new ArrayList<>(marks);
        all.add(mark);
        return new Block(kind, level, passage, emptyLinesBefore, labels, all);
    }

    /** The same with what follows, up to a place of the text. */
    Block until(int end) {
        return new Block(kind, level, new Passage(passage.from(), end), emptyLinesBefore, labels, marks);
    }
}
