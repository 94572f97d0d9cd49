package org.efcevents.participant;

import java.util.List;
import java.util.Optional;
import org.efcevents.event.Part;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Passage;

/**
 * Somebody who took part in an event.
 *
 * @param name as the page has it, with the honorific if it is a family name alone; its words are where it stands first, its rule and its
 *     certainty are those of the person
 * @param honorific such as {@code Ms} or {@code MEP}
 * @param role what they were
 * @param organisation whom they were it for
 * @param group the political group that is named beside them
 * @param country its ISO code
 * @param part what they did
 * @param panel the heading of the panel that they are named under
 * @param talk the passages that report what they said, one for each block, in their order and with whole sentences; empty if nothing does
 */
public record FoundPerson(
        Finding<String> name,
        Optional<Finding<String>> honorific,
        Optional<Finding<String>> role,
        Optional<Finding<String>> organisation,
        Optional<Finding<String>> group,
        Optional<Finding<String>> country,
        Finding<Part> part,
        Optional<Finding<String>> panel,
        List<Passage> talk) {

    /** Makes a defensive copy. */
    public FoundPerson {
        talk = List.copyOf(talk);
    }
}
