package org.efcevents.participant;

/**
 * A word, a number or a sign of a page.
 *
 * @param from where it begins in the page's text
 * @param to where it ends, exclusively
 * @param folded it without accents and case, an apostrophe of any kind as {@code '}
 * @param kind what it is
 * @param spaced whether space is before it
 */
record Token(int from, int to, String folded, Kind kind, boolean spaced) {

    /** What it is. */
    enum Kind {
        /** In lower case. */
        LOWER,
        /** With a capital at its beginning and a small letter somewhere. */
        CAPITALISED,
        /** A single capital. */
        INITIAL,
        /** Capitals alone, two or more. */
        CAPITALS,
        /** It has a digit. */
        NUMBER,
        SIGN
    }

    boolean is(String word) {
        return folded.equals(word);
    }

    boolean isWord() {
        return kind != Kind.SIGN;
    }

    /** Whether it begins with a capital. */
    boolean isUpper() {
        return kind == Kind.CAPITALISED || kind == Kind.INITIAL || kind == Kind.CAPITALS;
    }

    /** Whether it is a dash with space around it, or one that stands behind a bracket. */
    boolean isDash() {
        return folded.equals("–") || folded.equals("—") || folded.equals("-") && spaced;
    }
}
