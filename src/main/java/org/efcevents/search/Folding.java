package org.efcevents.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text without accents and case, which searches ignore, that remembers where each character came from.
 *
 * <p>Letters that Unicode does not decompose are replaced as people without them on their keyboard would: {@code ß} by
 * {@code ss}, {@code ø} by {@code o} and so on.
 */
final class Folding {

    /** Stands for what is no character, such as half of one: no index can hold that. */
    private static final char UNKNOWN = '\ufffd';

    private static final char NO_CHARACTER = '\uffff';

    private final String original;
    private final StringBuilder folded;
    private int[] origins;

    private Folding(String original) {
        this.original = original;
        this.folded = new StringBuilder(original.length());
        this.origins = new int[original.length()];
        for (int at = 0; at < original.length(); ) {
            int letter = original.codePointAt(at);
            fold(letter, at);
            at += Character.charCount(letter);
        }
    }

    static Folding of(String text) {
        return new Folding(text);
    }

    /** Folds a text when positions do not matter. */
    static String fold(String text) {
        return text.chars().allMatch(letter -> letter < 0x80)
                ? text.toLowerCase(Locale.ROOT)
                : new Folding(text).folded();
    }

    String folded() {
        return folded.toString();
    }

    /**
     * The position in the original of a character of the folded text. The end of the folded text maps to the end of the
     * original.
     */
    int origin(int position) {
        return position == folded.length() ? original.length() : origins[position];
    }

    private void fold(int letter, int at) {
        if (letter < 0x80) {
            add((char) (letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter), at);
            return;
        }
        if (Character.getType(letter) == Character.SURROGATE || letter == NO_CHARACTER) {
            add(UNKNOWN, at);
            return;
        }
        String parts = Normalizer.normalize(Character.toString(letter).toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        for (int i = 0; i < parts.length(); i++) {
            char part = parts.charAt(i);
            if (Character.getType(part) != Character.NON_SPACING_MARK) {
                plain(part).chars().forEach(plain -> add((char) plain, at));
            }
        }
    }

    private void add(char character, int origin) {
        if (folded.length() == origins.length) {
            origins = Arrays.copyOf(origins, origins.length * 2 + 1);
        }
        origins[folded.length()] = origin;
        folded.append(character);
    }

    private static String plain(char letter) {
        return switch (letter) {
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'þ' -> "th";
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'đ', 'ð' -> "d";
            case 'ħ' -> "h";
            case 'ı' -> "i";
            case 'ς' -> "σ";
            default -> String.valueOf(letter);
        };
    }
}
