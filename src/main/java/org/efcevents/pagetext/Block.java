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

    /** Makes defensive copies. */
    public Block {
        labels = Set.copyOf(labels);
        marks = List.copyOf(marks);
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
