package org.efcevents.participant;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.efcevents.pagetext.Passage;
import org.efcevents.search.SearchTerms;

/** The words and signs of a passage, in their order. They are found in one walk along it. */
final class Tokens {

    /** What loses its vowel before another word in French. */
    private static final Set<String> ELIDED = Set.of("l", "d", "n", "s", "c", "j", "m", "t", "qu");

    /** What a full stop behind it does not end a sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "ms", "mrs", "mm", "mme", "dr", "drs", "prof", "st", "pr", "no", "nr", "vol", "hon", "rev", "approx",
            "vs", "dept");

    /** In how many words a bracket is closed, or was never meant to be. */
    private static final int LONGEST_BRACKET = 80;

    private final String text;
    private final List<Token> tokens;

    private Tokens(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    static Tokens of(String text, Passage passage) {
        Tokens found = new Tokens(text, new ArrayList<>());
        for (int at = passage.from(); at < passage.to(); ) {
            at = found.read(at, passage.to());
        }
        return found;
    }

    int size() {
        return tokens.size();
    }

    Token get(int index) {
        return tokens.get(index);
    }

    /** Whether this word stands there. */
    boolean is(int index, String word) {
        return index >= 0 && index < tokens.size() && tokens.get(index).is(word);
    }

    /** From a token to another, exclusively. */
    Passage passage(int from, int to) {
        return new Passage(tokens.get(from).from(), tokens.get(to - 1).to());
    }

    String words(int from, int to) {
        return passage(from, to).in(text);
    }

    /** The bracket that closes the one at an index; -1 if none does before an end. */
    int closing(int opening, int end) {
        int depth = 0;
        for (int i = opening; i < Math.min(end, opening + LONGEST_BRACKET); i++) {
            if (is(i, "(") || is(i, "[")) {
                depth++;
            } else if ((is(i, ")") || is(i, "]")) && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Where each sentence ends, exclusively. */
    List<Integer> sentenceEnds() {
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (is(i, "(")) {
                int closing = closing(i, size());
                i = closing < 0 ? i : closing;
            } else if (endsSentence(i)) {
                ends.add(i + 1);
            }
        }
        if (size() > 0 && (ends.isEmpty() || ends.get(ends.size() - 1) < size())) {
            ends.add(size());
        }
        return ends;
    }

    private boolean endsSentence(int index) {
        if (!is(index, ".") && !is(index, "!") && !is(index, "?") && !is(index, "…")) {
            return false;
        }
        if (index + 1 < size() && (!get(index + 1).spaced() || get(index + 1).kind() == Token.Kind.LOWER)) {
            return false;
        }
        return index == 0
                || !is(index, ".")
                || get(index - 1).kind() != Token.Kind.INITIAL
                        && !ABBREVIATIONS.contains(get(index - 1).folded());
    }

    private int read(int at, int end) {
        int letter = text.codePointAt(at);
        if (!Character.isLetterOrDigit(letter)) {
            int after = at + Character.charCount(letter);
            if (!Character.isWhitespace(letter) && !Character.isSpaceChar(letter) && !isEmphasis(at)) {
                add(at, Math.min(after, end), Token.Kind.SIGN);
            }
            return after;
        }
        int to = at;
        while (to < end) {
            int next = text.codePointAt(to);
            if (isApostrophe(next) && letterAt(to + 1, end)) {
                if (isElision(at, to)) {
                    add(at, to + 1, Token.Kind.LOWER);
                    return to + 1;
                }
                if (isPossessive(to, end)) {
                    break;
                }
            } else if (!isInWord(next) && !((next == '-' || next == '\u2011') && to > at && letterAt(to + 1, end))) {
                break;
            }
            to += Character.charCount(next);
        }
        add(at, Math.min(to, end), kind(at, to));
        return to;
    }

    private boolean isElision(int at, int apostrophe) {
        if (apostrophe == at) {
            // A letter that is an apostrophe, too (U+02BC), begins the word: ʼt Hooft.
            return false;
        }
        String prefix = text.substring(at, apostrophe);
        boolean small = Character.isLowerCase(prefix.charAt(prefix.length() - 1));
        return ELIDED.contains(SearchTerms.searchable(prefix))
                && (small || prefix.equals("L") || Character.isLowerCase(text.codePointAt(apostrophe + 1)));
    }

    private boolean isPossessive(int apostrophe, int end) {
        return Character.toLowerCase(text.charAt(apostrophe + 1)) == 's' && !letterAt(apostrophe + 2, end);
    }

    /** Two asterisks, between which plain text has what would be bold. */
    private boolean isEmphasis(int at) {
        return text.startsWith("**", at) || at > 0 && text.startsWith("**", at - 1);
    }

    private boolean letterAt(int at, int end) {
        return at < end && Character.isLetterOrDigit(text.codePointAt(at));
    }

    private static boolean isInWord(int letter) {
        return Character.isLetterOrDigit(letter) || Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private static boolean isApostrophe(int letter) {
        return letter == '\'' || letter == '’' || letter == 'ʼ';
    }

    private Token.Kind kind(int from, int to) {
        int letters = 0;
        int small = 0;
        for (int i = from; i < to; i++) {
            char letter = text.charAt(i);
            if (Character.isDigit(letter)) {
                return Token.Kind.NUMBER;
            }
            letters += Character.isLetter(letter) ? 1 : 0;
            small += Character.isLowerCase(letter) ? 1 : 0;
        }
        if (!Character.isUpperCase(text.codePointAt(from))) {
            return Token.Kind.LOWER;
        }
        return letters == 1 ? Token.Kind.INITIAL : small == 0 ? Token.Kind.CAPITALS : Token.Kind.CAPITALISED;
    }

    private void add(int from, int to, Token.Kind kind) {
        String word = text.substring(from, to);
        String folded = SearchTerms.searchable(word)
                .replace('’', '\'')
                .replace('ʼ', '\'')
                .replace('\u2011', '-');
        boolean behindBracket = from > 0 && text.charAt(from - 1) == ')';
        boolean spaced = from == 0
                || Character.isWhitespace(text.charAt(from - 1))
                || Character.isSpaceChar(text.charAt(from - 1));
        tokens.add(new Token(from, to, folded, kind, spaced || behindBracket && word.equals("-")));
    }
}
