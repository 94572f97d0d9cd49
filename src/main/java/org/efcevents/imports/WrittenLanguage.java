package org.efcevents.imports;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells in which language a page or a calendar is: by the small words of its text where they are many, or else as it says itself. What a program
 * writes into {@code lang} or {@code LANGUAGE} is often that of the program.
 */
final class WrittenLanguage {

    /** Words that are frequent in a language, and no words of the other ones around it. */
    private static final Map<String, Set<String>> SMALL_WORDS = Map.of(
            "en",
                    Set.of(
                            "the", "and", "of", "with", "were", "by", "from", "that", "this", "which", "their", "has",
                            "are"),
            "fr",
                    Set.of(
                            "les", "du", "et", "dans", "pour", "avec", "sur", "une", "est", "aux", "qui", "cette",
                            "ont", "été"));

    /** So many different ones are no chance. */
    private static final int FEWEST = 3;

    /** How many times more than those of the other language. */
    private static final int TIMES = 3;

    /** So much of a text tells it. */
    private static final int LONGEST = 200_000;

    private static final Pattern OF_PAGE =
            Pattern.compile("(?i)<html\\b[^>]{0,500}?\\blang\\s*=\\s*[\"']?(?<language>[a-z]{2,3})\\b");

    /** A title of a calendar, with its language where it names one. */
    private static final Pattern OF_TITLE = Pattern.compile(
            "(?i)(?:^|\\n)SUMMARY([^:\\r\\n]{0,500}?)(?:;LANGUAGE=\"?(?<language>[a-z]{2,3})\\b[^:\\r\\n]{0,500})?:");

    private WrittenLanguage() {}

    /**
     * The ISO 639 code of the language; empty if nothing tells it.
     *
     * @param file as it was saved
     * @param text its words
     */
    static String of(byte[] file, String text) {
        String declared = declared(file);
        return declared.isEmpty() || SMALL_WORDS.containsKey(declared)
                ? ofWords(text).orElse(declared)
                : declared;
    }

    private static String declared(byte[] file) {
        String beginning = new String(file, 0, Math.min(file.length, LONGEST), StandardCharsets.ISO_8859_1);
        Matcher page = OF_PAGE.matcher(beginning);
        return page.find() ? page.group("language").toLowerCase(Locale.ROOT) : ofTitles(beginning);
    }

    /** The language that more than half of the titles of a calendar name. */
    private static String ofTitles(String calendar) {
        Map<String, Integer> times = new HashMap<>();
        int all = 0;
        for (Matcher title = OF_TITLE.matcher(calendar); title.find(); all++) {
            if (title.group("language") != null) {
                times.merge(title.group("language").toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
        }
        int half = all / 2;
        return times.entrySet().stream()
                .filter(said -> said.getValue() > half)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static Optional<String> ofWords(String text) {
        String[] words = text.substring(0, Math.min(text.length(), LONGEST)).split("[^\\p{L}]+");
        return SMALL_WORDS.keySet().stream()
                .filter(language -> {
                    Set<String> own = SMALL_WORDS.get(language);
                    long said = count(words, own::contains);
                    long others = count(words, word -> SMALL_WORDS.values().stream()
                            .anyMatch(other -> other != own && other.contains(word)));
                    Set<String> different = new TreeSet<>(Arrays.asList(words));
                    different.retainAll(own);
                    return different.size() >= FEWEST && said >= TIMES * others;
                })
                .findFirst();
    }

    private static long count(String[] words, Predicate<String> condition) {
        return Arrays.stream(words).filter(condition).count();
    }
}
