package org.efcevents.participant;

import org.efcevents.participant.PeopleWords.Words;

/**
 * Tells how many of several people a chair is that words before them name. “Moderated by journalist X, A (Institute) and B (Town)” has one moderator
 * and two guests; two with an “and” between them, and “co-chaired by” or “Chairs:”, share it.
 */
final class ChairOfSeveral {

    /** How many words before the first name say that it is shared. */
    private static final int SAID_WITHIN = 6;

    private final PeopleWords words;

    ChairOfSeveral(PeopleWords words) {
        this.words = words;
    }

    /**
     * Whether all of them chair.
     *
     * @param name where the first begins
     * @param first behind what is said of the first
     * @param second where the second begins
     * @param people how many there are
     */
    boolean isShared(Tokens tokens, int name, int first, int second, int people) {
        for (int i = Math.max(0, name - SAID_WITHIN); i < name; i++) {
            if (words.begins(Words.SHARING, tokens, i)) {
                return true;
            }
        }
        boolean and = false;
        for (int i = first; i < second; i++) {
            and |= words.has(Words.AND, tokens.get(i).folded());
        }
        return people == 2 && and;
    }
}
