package org.efcevents.datephrase;

import java.util.Set;
import java.util.function.Predicate;

/** What stands right beside a date and says how far it can be relied on. */
final class BesideDates {

    /** Each as it stands behind a date, in brackets or after a comma or a dash. */
    private static final Set<String> OPEN = DateWords.words(
            "tbc tbd tba provisional provisoire tentative vorlaufig postponed reporte reportee ajourne ajournee verschoben");

    /** What else may have to be confirmed. */
    private static final Set<String> OTHERS =
            DateWords.words("venue place location lieu salle room speakers speaker intervenants programme program");

    private static final int REACH = 5;

    /** “Autumn 2021: September 2021” */
    private static final int YEAR_DIGITS = 4;

    private BesideDates() {}

    /** Whether the words before a date, or the one behind it, say “about” of it: “c. 3 May”, “vers le 3 mai”, “3 May (approx.)”. */
    static boolean isAbout(DateTokens tokens, int start, int end) {
        int before = start - 1;
        if (DateWords.ARTICLES.contains(tokens.word(before))
                || tokens.word(before).equals("du")) {
            before--;
        }
        boolean stop = tokens.sign(before) == '.' && tokens.touches(before);
        String word = tokens.word(stop ? before - 1 : before);
        // “C. 3 May” is the third of a list.
        boolean circa = stop && word.equals("c") && !tokens.isCapital(before - 1);
        int behind = "(,".indexOf(tokens.sign(end)) >= 0 && tokens.sign(end) != DateTokens.NONE ? end + 1 : end;
        return circa
                || DateWords.ABOUT.contains(word)
                || word.matches("vers|environs|alentours|env|approx")
                || tokens.sign(start - 1) == '~' && tokens.touches(start)
                || tokens.word(behind).matches("environ|approx|approximately|circa") && !tokens.isNumber(behind + 1);
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
        if (OTHERS.contains(tokens.word(i))) {
            return false;
        }
        for (int at = i; at < i + REACH; at++) {
            String word = tokens.word(at);
            String before = tokens.word(at - 1);
            boolean confirmed =
                    word.matches("confirm.*|preciser|determiner|determined|fixer|fixed|definir|announced|decided")
                            && (before.equals("be") || before.equals("a"));
            if (confirmed || word.equals("reserve") && before.equals("sous") || OPEN.contains(word) && at <= i + 1) {
                return true;
            }
            if (word.isEmpty()) {
                return false;
            }
        }
        return false;
    }

    /**
     * “second half of 2015”, “Autumn 2009”, “early June 2014”: where the words of the part begin.
     *
     * @param parts what names one, folded
     */
    static int beginOfPart(DateTokens tokens, Predicate<String> parts, int start) {
        boolean ordinal = DateWords.OF.contains(tokens.word(start - 1))
                && tokens.word(start - 2)
                        .matches(
                                "first|second|third|fourth|fifth|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday");
        int begin = ordinal ? start - 2 : start;
        for (int i = start - 1;
                i >= Math.max(0, start - 4)
                        && (tokens.isWord(i)
                                || tokens.isNumber(i) && tokens.digits(i) < YEAR_DIGITS
                                || tokens.sign(i) == '-'
                                || tokens.sign(i) == '\'');
                i--) {
            if (parts.test(tokens.word(i))
                    && !(tokens.word(i).length() == 1 && (i + 1 == start || !tokens.isNumber(i + 1)))) {
                begin = i;
            }
        }
        return begin;
    }
}
