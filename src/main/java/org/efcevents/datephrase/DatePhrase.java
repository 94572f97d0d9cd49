package org.efcevents.datephrase;

import java.util.Optional;
import org.efcevents.pagetext.Passage;

/**
 * Words that name a date.
 *
 * @param passage the words
 * @param date what they name
 * @param otherwise what else they may name: {@code 03/04/2014} is of April or of March
 * @param strength how much of a date they are
 * @param doubted whether they contradict themselves, such as by a wrong day of the week, or may name more than one date
 */
public record DatePhrase(
        Passage passage, NamedDate date, Optional<NamedDate> otherwise, Strength strength, boolean doubted) {

    /** How much of a date words are. */
    public enum Strength {
        /** They name a date wherever they stand. */
        CLEAR,
        /** They name a part of a month or of a year for which the content model has no value; the date is all of it. */
        VAGUE,
        /** They name a date where one is expected, else they may be any number: {@code 2014}, {@code 24/06}. */
        NUMBERS
    }

    /** Whether the words say more than the date that is told: “spring 2014”, “24–26 June”. */
    public boolean isMoreThanItsValue() {
        return strength == Strength.VAGUE || date.isMoreThanItsNotation();
    }

    DatePhrase inDoubt() {
        return new DatePhrase(passage, date, otherwise, strength, true);
    }

    boolean isClearDay() {
        return strength == Strength.CLEAR && date.first().isDay();
    }
}
