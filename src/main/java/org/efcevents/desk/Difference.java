package org.efcevents.desk;

/**
 * Two texts that are not the same, as they are shown: whole, or with the words around the place where they differ.
 *
 * @param before the one
 * @param after the other
 */
record Difference(String before, String after) {

    /** Longer ones are not shown whole, in UTF-16 units. */
    private static final int LONGEST = 300;

    /** So much is shown before and behind what differs, in UTF-16 units. */
    private static final int AROUND = 60;

    private static final String MORE = "…";

    static Difference of(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int from = 0;
        while (from < shorter && before.charAt(from) == after.charAt(from)) {
            from++;
        }
        int behind = 0;
        while (behind < shorter - from
                && before.charAt(before.length() - 1 - behind) == after.charAt(after.length() - 1 - behind)) {
            behind++;
        }
        return new Difference(shown(before, from, behind), shown(after, from, behind));
    }

    private static String shown(String text, int from, int behind) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int start = from <= AROUND ? 0 : wordAt(text, from - AROUND);
        int end = Math.min(text.length() - behind + AROUND, start + LONGEST);
        return (start == 0 ? "" : MORE)
                + (end >= text.length() ? text.substring(start) : text.substring(start, wordEnd(text, end)) + MORE);
    }

    /** Where the first word begins at a place or behind it, if it is near. */
    private static int wordAt(String text, int at) {
        int space = text.indexOf(' ', at);
        return space >= 0 && space < at + AROUND / 2 ? space + 1 : at;
    }

    private static int wordEnd(String text, int at) {
        int space = text.lastIndexOf(' ', at);
        return space > at - AROUND / 2 ? space : at;
    }
}
