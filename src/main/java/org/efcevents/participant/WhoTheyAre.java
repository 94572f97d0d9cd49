package org.efcevents.participant;

import java.util.List;
import org.efcevents.pagetext.Passage;

/**
 * What a description says of somebody, in the words of the page.
 *
 * @param role the passages of what they are; empty if it does not say so
 * @param organisation those of whom they are it for
 * @param group the political group that it names, in its words
 * @param country the passage and the ISO code of the country
 */
record WhoTheyAre(Words role, Words organisation, Words group, Words country) {

    /** A value with the passages that it came from; none, if there are no passages. */
    record Words(String value, List<Passage> passages) {

        static final Words NONE = new Words("", List.of());

        boolean isThere() {
            return !passages.isEmpty();
        }

        private Words or(Words other) {
            return isThere() ? this : other;
        }
    }

    static final WhoTheyAre NOTHING = new WhoTheyAre(Words.NONE, Words.NONE, Words.NONE, Words.NONE);

    /** With what another place says, where this says nothing. */
    WhoTheyAre or(WhoTheyAre other) {
        return new WhoTheyAre(
                role.or(other.role),
                organisation.or(other.organisation),
                group.or(other.group),
                country.or(other.country));
    }
}
