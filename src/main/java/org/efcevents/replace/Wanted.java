package org.efcevents.replace;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is looked for.
 *
 * @param words one word or several, without space around them
 * @param exactCase whether small and capital letters are not the same
 * @param wholeWord whether it is not looked for within longer words
 * @param language in which language, as a BCP 47 tag; null for all
 */
public record Wanted(String words, boolean exactCase, boolean wholeWord, String language) {

    private static final String LETTER = "[\\p{L}\\p{N}\\p{M}_]";

    /** Takes away the space around the words. */
    public Wanted {
        words = words.replaceAll("^[\\s\\u00a0]+|[\\s\\u00a0]+$", "");
    }

    /** Finds it. What is written with any space between two words is found with any other. */
    Pattern pattern() {
        String sought = Stream.of(words.split("[\\s\\u00a0]+"))
                .map(Pattern::quote)
                .collect(Collectors.joining("[\\s\\u00a0]+"));
        return Pattern.compile(
                // An accent may be a character of its own: a letter without it is another one.
                wholeWord ? "(?<!" + LETTER + ")" + sought + "(?!" + LETTER + ")" : sought + "(?!\\p{M})",
                exactCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * Whether it is looked for in this language.
     *
     * @param other a BCP 47 tag
     */
    boolean isIn(String other) {
        return language == null || language.equals(other);
    }
}
