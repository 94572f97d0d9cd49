package org.efcevents.datephrase;

import static org.efcevents.datephrase.WordsAroundDates.BARRING;
import static org.efcevents.datephrase.WordsAroundDates.LAWS;
import static org.efcevents.datephrase.WordsAroundDates.LEADING;
import static org.efcevents.datephrase.WordsAroundDates.MOVING;
import static org.efcevents.datephrase.WordsAroundDates.OF;
import static org.efcevents.datephrase.WordsAroundDates.OTHERS;
import static org.efcevents.datephrase.WordsAroundDates.OTHER_MEETING;
import static org.efcevents.datephrase.WordsAroundDates.OTHER_SUBJECTS;
import static org.efcevents.datephrase.WordsAroundDates.OURS;
import static org.efcevents.datephrase.WordsAroundDates.POSSESSIVE;
import static org.efcevents.datephrase.WordsAroundDates.RELATIVE;
import static org.efcevents.datephrase.WordsAroundDates.SUBORDINATE;
import static org.efcevents.datephrase.WordsAroundDates.THIS_ONE;

import java.util.Set;

/** One sentence, and of what it tells. */
record DateSentence(DateTokens tokens, int from, int to) {

    /** A word of it; empty beyond its ends. */
    String word(int i) {
        return i < from || i >= to ? "" : tokens.word(i);
    }

    /**
     * How much it says that it is about the entry: 0 for nothing.
     *
     * @param title the words of the entry's title
     */
    int subject(Set<String> title) {
        int ours = 0;
        int named = 0;
        for (int i = from; i < to; i++) {
            String word = word(i);
            ours = OURS.contains(word) ? 1 : ours;
            named = word.length() > 1 && !isSmall(word) && title.contains(word) ? 1 : named;
        }
        return isThisOne() ? 2 : ours + named;
    }

    private static boolean isSmall(String word) {
        return DateWords.ARTICLES.contains(word)
                || DateWords.OF.contains(word)
                || LEADING.contains(word)
                || DateWords.AND.contains(word)
                || DateWords.TO.contains(word)
                || POSSESSIVE.contains(word);
    }

    /** “This one took place …”: not that of the sentence before. */
    boolean isThisOne() {
        return word(from).equals("this") && word(from + 1).equals("one")
                || THIS_ONE.contains(word(from))
                        && (word(from + 2).equals("ci") || word(from + 1).matches("s|a|est|sont|fand|vond"));
    }

    /** Whether it begins with the next of something. */
    boolean isAnnounced() {
        return isNext(word(from)) || isNext(word(from + 1));
    }

    static boolean isNext(String word) {
        return word.matches("next|proch.*|nachste|prossim.|proxim.");
    }

    /** Whether nothing says that the date which begins at a token is of something else, though nothing says that it is the entry's. */
    boolean isOpen(int first) {
        int before = first - 1;
        while (before >= from && DateWords.ARTICLES.contains(word(before))) {
            before--;
        }
        String preposition = word(before);
        if (BARRING.contains(preposition)
                || OF.contains(preposition)
                || preposition.equals("from")
                || tokens.sign(before) == ':'
                || SUBORDINATE.contains(word(from))) {
            return false;
        }
        boolean tells = false;
        for (int i = from; i < to; i++) {
            String word = word(i);
            tells |= tokens.isWord(i) && !tokens.isCapital(i) && !isSmall(word);
            boolean other = OTHERS.contains(word) && !word.startsWith("follow")
                    || MOVING.contains(word)
                    || OTHER_MEETING.contains(word)
                    || OTHER_SUBJECTS.contains(word)
                    || LAWS.contains(word)
                    || word.equals("again")
                    || word.equals("not");
            if (other || i < first && RELATIVE.contains(word)) {
                return false;
            }
        }
        return tells;
    }
}
