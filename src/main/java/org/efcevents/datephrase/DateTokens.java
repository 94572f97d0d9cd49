package org.efcevents.datephrase;

import java.util.Arrays;
import org.efcevents.pagetext.Passage;
import org.efcevents.search.SearchTerms;

/** The words, numbers and signs of a part of a text, as what reads dates sees them. Made in one pass. */
final class DateTokens {

    /** Longer words are no names of months, and numbers no years. */
    private static final int LONGEST = 24;

    /** What stands where there is none. */
    static final char NONE = 0;

    /** A break between paragraphs, which nothing goes on across. */
    static final char BREAK = '\n';

    private static final char WORD = 'a';
    private static final char NUMBER = '0';
    private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

    private final String text;
    private int[] from = new int[64];
    private int[] to = new int[64];

    /** {@link #WORD}, {@link #NUMBER}, or the sign itself, dashes and apostrophes as one each. */
    private char[] kind = new char[64];

    /** What {@link #word} told before; a word is looked at from more than one place. */
    private String[] words;

    private int size;

    DateTokens(String text, Passage part) {
        this.text = text;
        int i = part.from();
        while (i < part.to()) {
            i = next(i, part.to());
        }
    }

    private int next(int at, int end) {
        char c = text.charAt(at);
        int i = at + 1;
        if (isSpace(c) || isDamagedSpace(at)) {
            int lines = c == '\n' ? 1 : 0;
            while (i < end && (isSpace(text.charAt(i)) || isDamagedSpace(i))) {
                lines += text.charAt(i) == '\n' ? 1 : 0;
                i++;
            }
            if (lines > 1) {
                add(at, i, BREAK);
            }
        } else if (isDigit(c)) {
            while (i < end && isDigit(text.charAt(i))) {
                i++;
            }
            add(at, i, NUMBER);
        } else if (isDamagedDash(at, end)) {
            i = at + 3;
            add(at, i, '-');
        } else if (Character.isLetter(c)) {
            while (i < end && isOfWord(text.charAt(i)) && !isDamagedDash(i, end) && !isDamagedSpace(i)) {
                i++;
            }
            add(at, i, WORD);
        } else {
            add(at, i, DASHES.indexOf(c) >= 0 ? '-' : c == '\u2019' || c == '\u02bc' ? '\'' : c);
        }
        return i;
    }

    private void add(int start, int end, char what) {
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
            kind = Arrays.copyOf(kind, size * 2);
        }
        from[size] = start;
        to[size] = end;
        kind[size++] = what;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u00ad'
                || c == '\ufeff'
                || c >= '\u200b' && c <= '\u200f';
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** A dash whose UTF-8 was taken for Windows-1252. */
    private boolean isDamagedDash(int at, int end) {
        return text.charAt(at) == '\u00e2'
                && at + 2 < end
                && text.charAt(at + 1) == '\u20ac'
                && (text.charAt(at + 2) == '\u201c' || text.charAt(at + 2) == '\u201d');
    }

    /** The first half of a no-break space whose UTF-8 was taken for Windows-1252. */
    private boolean isDamagedSpace(int at) {
        return text.charAt(at) == '\u00c2' && at + 1 < text.length() && text.charAt(at + 1) == '\u00a0';
    }

    int size() {
        return size;
    }

    int from(int i) {
        return from[i];
    }

    int to(int i) {
        return to[i];
    }

    /** From one token to before another. */
    Passage passage(int first, int end) {
        return new Passage(from[first], to[end - 1]);
    }

    private boolean has(int i) {
        return i >= 0 && i < size;
    }

    boolean isNumber(int i) {
        return has(i) && kind[i] == NUMBER;
    }

    boolean isWord(int i) {
        return has(i) && kind[i] == WORD;
    }

    /** The sign at a place; {@link #NONE} if there is a word or a number, or nothing. */
    char sign(int i) {
        return has(i) && kind[i] != NUMBER && kind[i] != WORD ? kind[i] : NONE;
    }

    /** A word in lower case without accents; empty if there is none, or a very long one. */
    String word(int i) {
        if (!isWord(i) || to[i] - from[i] > LONGEST) {
            return "";
        }
        if (words == null) {
            words = new String[size];
        }
        if (words[i] == null) {
            words[i] = SearchTerms.searchable(text.substring(from[i], to[i]));
        }
        return words[i];
    }

    /** The word right before a token, in the same line; empty if there is none. */
    String wordBefore(int i) {
        return has(i) && i > 0 && text.substring(to[i - 1], from[i]).indexOf('\n') < 0 ? word(i - 1) : "";
    }

    boolean isCapital(int i) {
        return isWord(i) && Character.isUpperCase(text.charAt(from[i]));
    }

    boolean isAllCapitals(int i) {
        return isWord(i) && text.substring(from[i], to[i]).chars().allMatch(Character::isUpperCase);
    }

    /** The value of a number of at most four digits; else -1. */
    int number(int i) {
        return isNumber(i) && digits(i) <= 4 ? Integer.parseInt(text, from[i], to[i], 10) : -1;
    }

    int digits(int i) {
        return to[i] - from[i];
    }

    /** Whether there is nothing between a token and the one before it. */
    boolean touches(int i) {
        return has(i) && i > 0 && from[i] == to[i - 1];
    }

    /** Whether a sign stands at a place with no space before it. */
    boolean touches(int i, char sign) {
        return touches(i) && sign(i) == sign;
    }
}
