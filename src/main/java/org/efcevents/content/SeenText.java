package org.efcevents.content;

import java.util.regex.Pattern;

/**
 * What can be seen of a stored text. Forms take what is pasted into them, and imports what a file has: a text may be a no-break
 * space, or have characters that no document can have.
 */
public final class SeenText {

    /** Space, control and format characters, and those that have an empty glyph (Unicode, Default_Ignorable_Code_Point, U+2800). */
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\s\\p{Z}\\p{Cc}\\p{Cf}\\x{34f}\\x{115f}\\x{1160}\\x{17b4}\\x{17b5}\\x{180b}-\\x{180f}\\x{2800}\\x{3164}\\x{fe00}-\\x{fe0f}\\x{ffa0}]*+");

    private SeenText() {}

    /**
     * The text without the characters that XML 1.0 (2.2), RFC 5545 (3.1) and HTML do not allow: control characters, unpaired
     * surrogates and noncharacters. Tabs and line breaks stay; a vertical tab and a form feed become line breaks.
     *
     * @return null if nothing of it can be seen
     */
    public static String of(String stored) {
        String text = stored.chars().allMatch(SeenText::isUsual) ? stored : possible(stored);
        return UNSEEN.matcher(text).matches() ? null : text;
    }

    private static boolean isUsual(int unit) {
        return unit >= ' ' && unit < Character.MIN_SURROGATE && unit != 0x7f
                || unit == '\n'
                || unit == '\r'
                || unit == '\t';
    }

    private static String possible(String stored) {
        return stored.replace('\u000b', '\n')
                .replace('\f', '\n')
                .codePoints()
                .filter(character -> character < Character.MIN_SURROGATE
                        ? isUsual(character)
                        : character > Character.MAX_SURROGATE
                                && (character & 0xfffe) != 0xfffe
                                && (character < 0xfdd0 || character > 0xfdef))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
