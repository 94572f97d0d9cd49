package org.efcevents.datephrase;

import java.util.Set;

/** What stands right beside a date and says how far it can be relied on. */
final class BesideDates {

    /** Each as it stands behind a date, in brackets or after a comma or a dash. */
    private static final Set<String> OPEN = DateWords.words(
            "tbc tbd tba provisional provisoire tentative vorlaufig postponed reporte reportee ajourne ajournee verschoben");

    private static final int REACH = 4;

    private BesideDates() {}

    /** Whether the date that begins at a token is one that the words before it say “about” of. */
    static boolean isAbout(DateTokens tokens, int start) {
        return DateWords.ABOUT.contains(tokens.word(start - 1))
                || tokens.sign(start - 1) == '~' && tokens.touches(start)
                || tokens.touches(start, '.') && DateWords.ABOUT.contains(tokens.word(start - 2));
    }

    /** Whether the word before a date, or those behind it, say that it may change: “tbc 2011”, “(tbc)”, “to be confirmed”. */
    static boolean isOpen(DateTokens tokens, int start, int end) {
        if (tokens.word(start - 1).matches("tb[acd]")) {
            return true;
        }
        int i = end;
        while (i < end + 2 && tokens.sign(i) != DateTokens.NONE && "(,-[–:;*?".indexOf(tokens.sign(i)) >= 0) {
            if (tokens.sign(i) == '?') {
                return true;
            }
            i++;
        }
        for (int at = i; at < i + REACH; at++) {
            String word = tokens.word(at);
            String before = tokens.word(at - 1);
            boolean confirmed = word.startsWith("confirm") && (before.equals("be") || before.equals("a"));
            if (confirmed || word.equals("reserve") && before.equals("sous") || OPEN.contains(word) && at <= i + 1) {
                return true;
            }
            if (word.isEmpty()) {
                return false;
            }
        }
        return false;
    }

    /** “second half of 2015”, “Autumn 2009”, “early June 2014”: where the words of the part begin. */
    static int beginOfPart(DateTokens tokens, DateWords words, int start) {
        boolean ordinal = DateWords.OF.contains(tokens.word(start - 1))
                && tokens.word(start - 2)
                        .matches(
                                "first|second|third|fourth|fifth|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday");
        int begin = ordinal ? start - 2 : start;
        for (int i = start - 1;
                i >= Math.max(0, start - 4)
                        && (tokens.isWord(i) || tokens.isNumber(i) || tokens.sign(i) == '-' || tokens.sign(i) == '\'');
                i--) {
            if (words.isPart(tokens.word(i))
                    && !(tokens.word(i).length() == 1 && (i + 1 == start || !tokens.isNumber(i + 1)))) {
                begin = i;
            }
        }
        return begin;
    }
}
