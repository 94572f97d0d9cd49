package org.efcevents.participant;

import java.util.Optional;
import org.efcevents.pagetext.Passage;

/**
 * What has the form of a person's name.
 *
 * @param start its first token, honorifics and roles before it included
 * @param name the first token of the name itself
 * @param end behind its last token
 * @param honorific where the honorifics before it are
 * @param member whether one of them says that it is a member of the European Parliament
 * @param role where a role stands right before it, as in “Commissioner Berg”
 * @param full whether it is more than a family name
 * @param likely whether its words are such as only people are called by: a known given name, an initial, a particle
 * @param spoilt whether a word of it is in lower case that should not be: its first letter was lost
 */
record ReadName(
        int start,
        int name,
        int end,
        Optional<Range> honorific,
        boolean member,
        Optional<Range> role,
        boolean full,
        boolean likely,
        boolean spoilt) {

    /** Some tokens, {@code to} exclusively. */
    record Range(int from, int to) {

        Passage in(Tokens tokens) {
            return tokens.passage(from, to);
        }
    }

    /** Whether an honorific or a role right before it says that it is a person. */
    boolean titled() {
        return honorific.isPresent() || role.isPresent();
    }
}
