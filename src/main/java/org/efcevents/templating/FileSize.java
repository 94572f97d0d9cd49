package org.efcevents.templating;

import java.text.NumberFormat;
import java.util.Locale;

/** Formats file sizes, with decimal (SI) units as in file managers. */
final class FileSize {

    private static final String[] PREFIXES = {"", "k", "M", "G", "T"};

    private FileSize() {}

    static String inWords(long bytes, Locale locale) {
        double size = bytes;
        int prefix = 0;
        while (size >= 999.5 && prefix < PREFIXES.length - 1) {
            size /= 1000;
            prefix++;
        }
        NumberFormat number = NumberFormat.getNumberInstance(locale);
        number.setMaximumFractionDigits(prefix == 0 || size >= 9.95 ? 0 : 1);
        // French counts in octets.
        String unit = locale.getLanguage().equals("fr") ? "o" : "B";
        return number.format(size) + "\u00a0" + PREFIXES[prefix] + unit;
    }
}
