package org.efcevents.source;

import java.util.Locale;

/**
 * Why something of an event is not sure, for an editor who looks it over.
 *
 * @param words those that it is about, as the source has them, or the archive what is near them; empty where there are none
 */
public record Remark(Type type, String words) {

    /** No more is shown of the words, in UTF-16 units. */
    private static final int SHOWN = 80;

    /** What there is to remark. */
    public enum Type {
        /** The spreadsheet hides its row. */
        HIDDEN(true),
        /** Its row is struck out. */
        STRUCK(true),
        /** It adds up other rows. */
        TOTAL(true),
        /** The event of the archive that it was written from is not there any more. */
        DELETED(true),
        /** What the source has before is called so too, and is of the same date. */
        TWICE(true),
        /** Its kind has another name in the archive, or none, so that it has no kind. */
        KIND(false),
        /** The kind of the archive that comes nearest to that name. */
        NEAR_KIND(false),
        /** More than one date is named. */
        SEVERAL_DATES(false),
        /** Words say more of the date than a date can have, such as a season. */
        VAGUE_DATE(false),
        /** What is written as a day is none of the calendar. */
        NO_SUCH_DAY(false),
        /** Either of two numbers may be the day. */
        DATE_ORDER(false),
        /** The spreadsheet has a year, and does not show it. */
        HIDDEN_YEAR(false),
        /** Midnight in another time zone: perhaps a day. */
        MIDNIGHT(false),
        /** Clocks left the time out on that day. */
        SKIPPED_TIME(false),
        /** It is not told of whom it is. */
        OF_WHOM(false),
        /** A family name was taken to come first. */
        FAMILY_FIRST(false);

        private final boolean leftOut;

        Type(boolean leftOut) {
            this.leftOut = leftOut;
        }

        /** Whether the event is imported only if an editor says so. */
        public boolean isLeftOut() {
            return leftOut;
        }

        /** The end of the key of the message that says it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Shortens the words. */
    public Remark {
        words = words.length() > SHOWN ? words.substring(0, SHOWN) + "…" : words;
    }
}
