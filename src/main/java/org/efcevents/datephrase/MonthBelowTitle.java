package org.efcevents.datephrase;

import java.util.regex.Pattern;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Entry;

/**
 * “Installation in the park – November 2010” in a line of its own below a title: a month is in no sentence, but it may be of something else, so it
 * is only taken where nothing else is found, and in doubt.
 */
final class MonthBelowTitle {

    static final int RANK = 60;

    /** In words and signs. */
    private static final int LONGEST = 25;

    /** What parts a month from the words before it; the place may stand between: “Installation – Sceaux February 2011”. */
    private static final Pattern BEFORE =
            Pattern.compile("(?s).*[-–—|,(:\\[•·](?:\\s*\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+)?)?");

    private MonthBelowTitle() {}

    /** Whether a month may follow words. */
    static boolean mayFollow(String before) {
        return BEFORE.matcher(before).matches();
    }

    /**
     * Whether a date is one.
     *
     * @param block the line that it ends
     */
    static boolean is(Entry entry, Block block, DatePhrase date) {
        return entry.title().isPresent()
                && entry.title().filter(block.passage()::overlaps).isEmpty()
                && !date.date().first().isDay()
                && date.date().first().month() > 0
                && new DateTokens(entry.text(), block.passage()).size() <= LONGEST;
    }
}
