package org.efcevents.imports;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
            "en", Set.of("the", "and", "of", "with", "were", "by", "from", "that", "this", "which", "their", "has", "are"),
            "fr", Set.of("les", "du", "et", "dans", "pour", "avec", "sur", "une", "est", "aux", "qui", "cette", "ont", "été"));

    /** So many different ones are no chance. */
    private static final int FEWEST = 3;

    /** How many times more than those of the other language. */
    private static final int TIMES = 3;

    /** So much of a text tells it. */
    private static final int LONGEST = 200_000;

    private static final Pattern DECLARED = Pattern.compile(
            "(?i)<html\\b[^>]{0,500}?\\blang\\s*=\\s*[\"']?(?<page>[a-z]{2,3})\\b"
                    + "|(?:^|\\n)(?:SUMMARY|DESCRIPTION)[^:\\r\\n]{0,200}?;LANGUAGE=\"?(?<calendar>[a-z]{2,3})\\b");

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
        Matcher declared = DECLARED.matcher(
                new String(file, 0, Math.min(file.length, LONGEST), StandardCharsets.ISO_8859_1));
        if (!declared.find()) {
            return "";
        }
        return Optional.ofNullable(declared.group("page"))
                .orElseGet(() -> declared.group("calendar"))
                .toLowerCase(Locale.ROOT);
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
