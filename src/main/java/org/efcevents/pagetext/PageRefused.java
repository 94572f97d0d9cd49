package org.efcevents.pagetext;

import java.util.List;

/** A page holds more than can be read as one. Nothing of it was read. */
public final class PageRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** How many paragraphs, cells and lines a page may have: more than 20,000 events need. */
    private static final int MOST_BLOCKS = 250_000;

    /** How many elements. They are counted before they are read, for each takes far more memory than a page. */
    private static final int MOST_TAGS = 1_000_000;

    private final int most;

    private PageRefused(int most) {
        super("A page of more than " + most + " parts");
        this.most = most;
    }

    /** Refuses a page of too many paragraphs, cells and lines. */
    static void checkBlocks(int count) {
        if (count > MOST_BLOCKS) {
            throw new PageRefused(MOST_BLOCKS);
        }
    }

    /** Refuses a page of too many elements, before it is parsed. */
    public static void checkTags(String markup) {
        if (markup.chars().filter(character -> character == '<').count() > MOST_TAGS) {
            throw new PageRefused(MOST_TAGS);
        }
    }

    /** The key of the message that says why. */
    public String message() {
        return "efc.desk.import.parts";
    }

    /** What stands in the message as {@code {0}}: how many parts a page may have. */
    public List<Object> about() {
        return List.of(most);
    }
}
