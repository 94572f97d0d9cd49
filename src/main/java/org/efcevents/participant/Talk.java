package org.efcevents.participant;

import java.util.ArrayList;
import java.util.List;
import org.efcevents.pagetext.Passage;

/**
 * What one person says, as it is being read: all that goes on about them. Sentences that do not name the speaker are kept waiting until a
 * later one does, so that what follows the last talk of a report belongs to nobody.
 */
final class Talk {

    private final PersonInEntry speaker;
    private final boolean report;
    private final List<Passage> waiting = new ArrayList<>();
    private boolean first;
    private boolean certain;
    private boolean listing;

    /**
     * @param report whether it begins its block with the name and who that is: then all of a block is the person's of which something is
     * @param certain whether it is known that something is said; else it is once a later sentence tells of the speaker
     */
    Talk(PersonInEntry speaker, boolean report, boolean certain) {
        this.speaker = speaker;
        this.report = report;
        this.first = certain;
        this.certain = certain;
    }

    /** Whether something that they said is known. */
    boolean isCertain() {
        return certain;
    }

    PersonInEntry speaker() {
        return speaker;
    }

    /**
     * Takes a part of a block.
     *
     * @param ends how many characters from its beginning the last sentence ends that tells of the speaker; 0 if none does
     * @param item whether it is an item of a list
     * @param leads whether a colon ends it
     */
    void take(Passage part, int ends, boolean item, boolean leads) {
        boolean named = ends > 0 || first || item && listing;
        if (!named) {
            waiting.add(part);
            return;
        }
        waiting.forEach(speaker::addTalk);
        waiting.clear();
        boolean whole = report || ends == 0;
        Passage said = whole ? part : new Passage(part.from(), part.from() + ends);
        speaker.addTalk(said);
        if (said.to() < part.to()) {
            waiting.add(new Passage(said.to(), part.to()));
        }
        listing = leads || item && listing;
        first = false;
        certain = true;
    }
}
