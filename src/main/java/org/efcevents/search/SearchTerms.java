package org.efcevents.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words that a visitor searches for. A text matches if each of them is the beginning of one of its words, ignoring
 * accents and case: {@code reseau} matches {@code Réseaux}. Input without any letter or digit is searched for as it is.
 */
public final class SearchTerms {

    /** The maximum length of the input: more than anybody types, and short enough to search every event for. */
    public static final int LONGEST = 200;

    /** How many characters an excerpt shows before the first match. It shows twice as many after it. */
    private static final int AROUND = 80;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern SIGNS = Pattern.compile("\\S+");

    private final String typed;
    private final List<String> words;

    private SearchTerms(String typed, List<String> words) {
        this.typed = typed;
        this.words = words;
    }

    /**
     * A stretch of text.
     *
     * @param text plain text, which needs escaping
     * @param found whether it is a match
     */
    public record Piece(String text, boolean found) {}

    /** Parses input. Anything beyond {@link #LONGEST} characters is ignored. */
    public static SearchTerms of(String typed) {
        String stripped = typed.strip();
        String kept = stripped.length() <= LONGEST
                ? stripped
                : stripped.substring(0, stripped.offsetByCodePoints(0, stripped.codePointCount(0, LONGEST) - 1));
        String folded = Folding.fold(kept);
        List<String> words = matches(WORD, folded);
        return new SearchTerms(kept, words.isEmpty() ? matches(SIGNS, folded) : words);
    }

    /** Whether there is nothing to search for. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** What is looked for, each once, without accents and case. */
    public List<String> words() {
        return words;
    }

    /** Each of the words on its own; empty if there is only one. */
    public List<SearchTerms> each() {
        return words.size() < 2
                ? List.of()
                : words.stream().map(SearchTerms::of).toList();
    }

    /** The input without surrounding whitespace. */
    public String typed() {
        return typed;
    }

    /** Prepares a text for {@link #areIn}. */
    public static String searchable(String text) {
        return Folding.fold(text);
    }

    /** Whether each of the words occurs in at least one of these {@link #searchable} texts. */
    public boolean areIn(List<String> searchable) {
        for (String word : words) {
            if (searchable.stream().noneMatch(text -> find(word, text, 0) >= 0)) {
                return false;
            }
        }
        return true;
    }

    /** The terms that do not occur in any of these texts and have to be found elsewhere. */
    public SearchTerms without(List<String> texts) {
        List<String> folded = texts.stream().map(SearchTerms::searchable).toList();
        return new SearchTerms(
                typed,
                words.stream()
                        .filter(word -> folded.stream().noneMatch(text -> find(word, text, 0) >= 0))
                        .toList());
    }

    /** An excerpt around the first match in a text, with all matches in it marked; empty if there is no match. */
    public List<Piece> excerpt(String text) {
        List<Piece> all = pieces(text);
        if (all.stream().noneMatch(Piece::found)) {
            return List.of();
        }
        int at = all.get(0).found() ? 0 : all.get(0).text().length();
        int start = Math.max(0, at - AROUND);
        int end = Math.min(text.length(), at + AROUND * 2);
        if (start > 0) {
            int blank = text.indexOf(' ', start);
            start = blank < 0 || blank >= at ? at : blank + 1;
        }
        if (end < text.length()) {
            int blank = text.lastIndexOf(' ', end);
            end = blank > at ? blank : end;
        }
        return pieces((start > 0 ? "… " : "") + text.substring(start, end) + (end < text.length() ? " …" : ""));
    }

    /** Splits a text into matches and the stretches between them. Joined together they are the text again. */
    public List<Piece> pieces(String text) {
        Folding folding = Folding.of(text);
        String folded = folding.folded();
        boolean[] found = new boolean[text.length()];
        for (String word : words) {
            for (int at = find(word, folded, 0); at >= 0; at = find(word, folded, at + word.length())) {
                for (int i = folding.origin(at); i < folding.origin(at + word.length()); i++) {
                    found[i] = true;
                }
            }
        }
        List<Piece> pieces = new ArrayList<>();
        for (int start = 0, end; start < text.length(); start = end) {
            end = start + 1;
            while (end < text.length() && found[end] == found[start]) {
                end++;
            }
            pieces.add(new Piece(text.substring(start, end), found[start]));
        }
        return pieces;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SearchTerms that && typed.equals(that.typed) && words.equals(that.words);
    }

    @Override
    public int hashCode() {
        return Objects.hash(typed, words);
    }

    /** The input. */
    @Override
    public String toString() {
        return typed;
    }

    /**
     * The first position, at or after {@code from}, at which a word of the text begins with the given word; -1 if none.
     * Signs match anywhere.
     */
    private static int find(String word, String text, int from) {
        boolean anywhere = Words.isSoughtAnywhere(word);
        int at = text.indexOf(word, from);
        while (at > 0 && !anywhere && !Words.canBeginAt(text, at)) {
            at = text.indexOf(word, at + 1);
        }
        return at;
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
