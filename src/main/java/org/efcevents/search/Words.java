package org.efcevents.search;

import java.util.function.Consumer;

/**
 * Where words begin and end in a {@link SearchTerms#searchable} text: what those who look for words in a text and an index of the
 * words of many texts have to agree on.
 *
 * <p>A word is a run of letters and numbers. Another begins within it after a number that is no digit, such as {@code ❶}: what
 * {@link Character#isLetterOrDigit} is false for neither continues a word nor begins one. What is typed and begins with such a
 * number, or consists of signs, is therefore sought at any place.
 */
public final class Words {

    /** As many characters as no typed word has: Unicode makes at most eighteen of one that is typed. */
    static final int LONGEST = 20 * SearchTerms.LONGEST;

    private enum Kind {
        BLANK,
        SIGN,
        LETTER_OR_NUMBER
    }

    private Words() {}

    /** Whether a typed word is found at any place in a text, as opposed to where words begin. */
    public static boolean isSoughtAnywhere(String word) {
        return !Character.isLetterOrDigit(word.codePointAt(0));
    }

    /** Whether a word can begin at this position of a text if there is a letter or a digit. */
    static boolean canBeginAt(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
    }

    /**
     * Cuts a text into what an index has to hold. A typed word is in the text if it is the beginning of one of its words; if it
     * {@link #isSoughtAnywhere}, if it is in one of its other stretches.
     *
     * @param words takes, from each beginning of a word, the text until it ends: at most {@value #LONGEST} characters
     * @param stretches takes signs that stand together, and words with numbers that are no digits; of more than twice as many
     *     characters, pieces that overlap
     */
    public static void cut(String text, Consumer<String> words, Consumer<String> stretches) {
        for (int start = 0, end; start < text.length(); start = end) {
            Kind kind = kind(text.codePointAt(start));
            boolean allDigits = true;
            for (end = start; end < text.length() && kind(text.codePointAt(end)) == kind; ) {
                int letter = text.codePointAt(end);
                allDigits &= Character.isLetterOrDigit(letter);
                end += Character.charCount(letter);
            }
            if (kind == Kind.LETTER_OR_NUMBER) {
                words(text, start, end, words);
            }
            if (kind != Kind.BLANK && !allDigits) {
                overlapping(text, start, end, stretches);
            }
        }
    }

    private static void words(String text, int start, int end, Consumer<String> words) {
        for (int at = start; at < end; at = text.offsetByCodePoints(at, 1)) {
            if (Character.isLetterOrDigit(text.codePointAt(at)) && canBeginAt(text, at)) {
                words.accept(text.substring(at, whole(text, Math.min(end, at + LONGEST))));
            }
        }
    }

    private static void overlapping(String text, int start, int end, Consumer<String> stretches) {
        for (int at = start; at == start || at + LONGEST < end; at += LONGEST) {
            stretches.accept(text.substring(whole(text, at), whole(text, Math.min(end, at + 2 * LONGEST))));
        }
    }

    /** The position, or the one before it if that is in the middle of a character. */
    private static int whole(String text, int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static Kind kind(int letter) {
        return switch (letter) {
                // What \s stands for.
            case ' ', '\t', '\n', '\u000b', '\f', '\r' -> Kind.BLANK;
            default -> isLetterOrNumber(letter) ? Kind.LETTER_OR_NUMBER : Kind.SIGN;
        };
    }

    /** What {@code [\p{L}\p{N}]} stands for. */
    private static boolean isLetterOrNumber(int letter) {
        int type = Character.getType(letter);
        return Character.isLetterOrDigit(letter) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }
}
