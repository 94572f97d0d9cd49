package org.efcevents.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words that a visitor looks for. A text has them if each of them begins one of its words, whatever the accents and
 * the case: {@code reseau} is in {@code Réseaux}. Where nothing typed is a letter or a digit, the signs themselves are
 * looked for.
 */
public final class SearchTerms {

    /** More than anybody types, and little enough to look for in every event. */
    public static final int LONGEST = 200;

    /** How many characters of a text an excerpt shows before what is found; after it twice as many. */
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
     * A piece of a text.
     *
     * @param text plain text, to be escaped
     * @param found whether it is what was looked for
     */
    public record Piece(String text, boolean found) {}

    /** The words in what was typed; of a very long text those of the first 200 characters. */
    public static SearchTerms of(String typed) {
        String stripped = typed.strip();
        String kept = stripped.length() <= LONGEST
                ? stripped
                : stripped.substring(0, stripped.offsetByCodePoints(0, stripped.codePointCount(0, LONGEST) - 1));
        String folded = Folding.fold(kept);
        List<String> words = matches(WORD, folded);
        return new SearchTerms(kept, words.isEmpty() ? matches(SIGNS, folded) : words);
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Each of several words alone; none if there is but one. */
    public List<SearchTerms> each() {
        return words.size() < 2
                ? List.of()
                : words.stream().map(SearchTerms::of).toList();
    }

    /** What was typed, without blanks around it. */
    public String typed() {
        return typed;
    }

    /** A text in the form in which words are looked for in it. */
    public static String searchable(String text) {
        return Folding.fold(text);
    }

    /** Whether each of the words is in one of these {@link #searchable} texts. */
    public boolean areIn(List<String> searchable) {
        for (String word : words) {
            if (searchable.stream().noneMatch(text -> find(word, text, 0) >= 0)) {
                return false;
            }
        }
        return true;
    }

    /** The words that are in none of these texts, to be looked for elsewhere. */
    public SearchTerms without(List<String> texts) {
        List<String> folded = texts.stream().map(SearchTerms::searchable).toList();
        return new SearchTerms(
                typed,
                words.stream()
                        .filter(word -> folded.stream().noneMatch(text -> find(word, text, 0) >= 0))
                        .toList());
    }

    /** A few words of a text about the first that is found in it, with all that are found among them; none if none is. */
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

    /** A text cut into what is found and what lies between; joined again it is the text. */
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

    /** What was typed. */
    @Override
    public String toString() {
        return typed;
    }

    /** Where a word begins in a text, from a place on; -1 if nowhere. Signs are found anywhere. */
    private static int find(String word, String text, int from) {
        boolean letters = isInWord(word.codePointAt(0));
        int at = text.indexOf(word, from);
        while (at > 0 && letters && isInWord(text.codePointBefore(at))) {
            at = text.indexOf(word, at + 1);
        }
        return at;
    }

    private static boolean isInWord(int letter) {
        return Character.isLetterOrDigit(letter);
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
