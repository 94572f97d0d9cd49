package org.efcevents.imports;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Letters that a program could not write, and wrote question marks for: a spreadsheet that saves a table in the encoding of its computer does so with
 * those of another alphabet, or with accents that this has not.
 */
final class LostLetters {

    private static final char MARK = '?';

    private static final int ASCII = 0x7F;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private LostLetters() {}

    /** Whether a text has question marks where another one, or a word of it, has letters. */
    static boolean areLost(String before, String after) {
        if (after.indexOf(MARK) < 0) {
            return false;
        }
        Set<String> words = SPACE.splitAsStream(before).collect(Collectors.toSet());
        return isMarked(before, after)
                || SPACE.splitAsStream(after)
                        .filter(word -> word.length() > 1 && word.indexOf(MARK) >= 0)
                        .anyMatch(word -> words.stream().anyMatch(whole -> isMarked(whole, word)));
    }

    private static boolean isMarked(String whole, String marked) {
        boolean any = false;
        if (whole.length() != marked.length()) {
            return false;
        }
        for (int i = 0; i < whole.length(); i++) {
            if (whole.charAt(i) != marked.charAt(i)) {
                if (whole.charAt(i) <= ASCII || marked.charAt(i) != MARK) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }
}
