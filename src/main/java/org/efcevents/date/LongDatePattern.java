package org.efcevents.date;

import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The JDK's long date pattern of a language, and the same without the day or the year, for which Java 17 has no
 * patterns.
 *
 * @param day such as {@code d 'de' MMMM 'de' y}
 * @param month such as {@code LLLL 'de' y}
 * @param yearless such as {@code d 'de' MMMM}
 */
record LongDatePattern(String day, String month, String yearless) {

    static LongDatePattern of(Locale locale) {
        String day = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.LONG, null, IsoChronology.INSTANCE, locale);
        // A month on its own has a form of its own in many languages ("marzec", but "24 marca").
        String month = without("d", day).replace("MMMM", "LLLL");
        return new LongDatePattern(day, month, without("G", without("yu", day)));
    }

    /**
     * Removes the field with one of these letters from a pattern, together with the text that belongs to it: the text
     * after it (the full stop of "24. März") or, at the end, the text before it (" de 2014").
     */
    private static String without(String letters, String pattern) {
        List<String> tokens = tokens(pattern);
        int field = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (letters.indexOf(tokens.get(i).charAt(0)) >= 0) {
                field = i;
            }
        }
        if (field < 0) {
            return pattern;
        }
        boolean textFollows = field + 1 < tokens.size();
        if (textFollows) {
            tokens.remove(field + 1);
        } else if (field > 0) {
            tokens.remove(field - 1);
            field--;
        }
        tokens.remove(field);
        return String.join("", tokens).strip();
    }

    /** Splits a pattern into fields and the text between them. */
    private static List<String> tokens(String pattern) {
        List<String> tokens = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        boolean quoted = false;
        boolean inField = false;
        for (char c : pattern.toCharArray()) {
            boolean letter = !quoted && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
            if (letter != inField && !token.isEmpty()) {
                tokens.add(token.toString());
                token.setLength(0);
            }
            inField = letter;
            token.append(c);
            quoted ^= c == '\'';
        }
        tokens.add(token.toString());
        return tokens;
    }
}
