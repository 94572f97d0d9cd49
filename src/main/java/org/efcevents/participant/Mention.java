package org.efcevents.participant;

import java.util.List;
import org.efcevents.event.Part;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Passage;

/**
 * A place where a page names somebody who took part.
 *
 * @param tokens of the block
 * @param name the name as it was read
 * @param who what its surroundings say of the person, those of the same name before it included
 * @param member the passage that says that the person is a member of the European Parliament; none if nothing does
 * @param part what they did
 * @param rule by which they were found
 * @param acts whether they alone do something, so that what they said may follow
 * @param talks whether it says so
 * @param begins whether the sentence begins with them
 * @param described whether brackets or a role follow
 */
record Mention(
        Tokens tokens,
        ReadName name,
        WhoTheyAre who,
        List<Passage> member,
        Part part,
        boolean partSaid,
        String rule,
        Finding.Certainty certainty,
        boolean acts,
        boolean talks,
        boolean begins,
        boolean described) {

    /** The words of the name. */
    Passage passage() {
        return tokens.passage(name.name(), name.end());
    }

    /** The name without accents and case. */
    String folded() {
        StringBuilder folded = new StringBuilder();
        for (int i = name.name(); i < name.end(); i++) {
            if (tokens.get(i).isWord()) {
                folded.append(folded.isEmpty() ? "" : " ").append(tokens.get(i).folded());
            }
        }
        return folded.toString();
    }

    /** The last word of the name, without accents and case. */
    String family() {
        String folded = folded();
        return folded.substring(folded.lastIndexOf(' ') + 1);
    }
}
