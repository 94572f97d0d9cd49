package org.efcevents.pagetext;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.efcevents.search.SearchTerms;

/** How words are compared on a page. */
public final class WordForms {

    private static final Pattern NO_KEY = Pattern.compile("[^a-z0-9]+");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("(?<=[a-z])(?=[A-Z])|[^\\p{L}]+");

    private WordForms() {}

    /** Letters and digits alone, folded, with one space wherever there is something else between them. */
    public static String letters(String text) {
        String folded = SearchTerms.searchable(text);
        StringBuilder letters = new StringBuilder(folded.length());
        boolean gap = false;
        for (int at = 0; at < folded.length(); ) {
            int letter = folded.codePointAt(at);
            if (isLetterOrNumber(letter)) {
                if (gap && !letters.isEmpty()) {
                    letters.append(' ');
                }
                letters.appendCodePoint(letter);
                gap = false;
            } else {
                gap = true;
            }
            at += Character.charCount(letter);
        }
        return letters.toString();
    }

    private static boolean isLetterOrNumber(int letter) {
        int type = Character.getType(letter);
        return Character.isLetterOrDigit(letter) || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    /** ASCII letters and digits in lower case, with one space wherever something else is between: what names are known by, and slugs made of. */
    public static String key(String text) {
        return NO_KEY.matcher(SearchTerms.searchable(text)).replaceAll(" ").strip();
    }

    /** The words of a name that a program might use, such as {@code event-date} or {@code eventDate}. */
    public static Set<String> ofName(String name) {
        if (name.isEmpty()) {
            return Set.of();
        }
        return Arrays.stream(BETWEEN_NAMES.split(name))
                .map(SearchTerms::searchable)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** One space wherever there is any, and none at the ends; without what nobody sees. */
    public static String collapsed(String text) {
        StringBuilder collapsed = new StringBuilder();
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isSpace(character)) {
                space = true;
            } else if (!isInvisible(character)) {
                if (space && !collapsed.isEmpty()) {
                    collapsed.append(' ');
                }
                space = false;
                collapsed.append(character);
            }
        }
        return collapsed.toString();
    }

    /** White space of any kind, also such as does not break a line. */
    public static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** A soft hyphen, a mark of direction, a space of no width, a control character. */
    public static boolean isInvisible(char character) {
        return Character.getType(character) == Character.FORMAT && character != '\u200d'
                || Character.isISOControl(character);
    }
}
