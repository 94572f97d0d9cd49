package org.efcevents.datephrase;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.pagetext.WordForms;

/** The names of months, by which groups of entries are called. */
public final class Months {

    private static final List<Locale> LANGUAGES = Stream.of("en", "fr", "de", "nl", "es", "it")
            .map(Locale::forLanguageTag)
            .toList();

    private static final Set<String> NAMES = LANGUAGES.stream()
            .flatMap(language -> Arrays.stream(Month.values())
                    .flatMap(month -> Stream.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)
                            .map(style -> WordForms.letters(month.getDisplayName(style, language)))))
            .collect(Collectors.toUnmodifiableSet());

    private Months() {}

    /** Whether a text is the name of a month, with a year or without. */
    public static boolean isMonth(String text) {
        return NAMES.contains(WordForms.letters(text).replaceFirst("^(?:(?:19|20)\\d{2} )|(?: (?:19|20)\\d{2})$", ""));
    }
}
