package org.efcevents.participant;

import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Passage;

/**
 * A talk that gives an entry its title.
 *
 * @param title the words of its title
 * @param line with those of who gave it
 */
public record TitledTalk(Passage title, Passage line) {

    /** From the title of an entry to the end of its block: a title ends at a dash, behind which there may be who spoke. */
    static Passage line(Entry entry, Passage title) {
        return entry.blocks().stream()
                .map(Block::passage)
                .filter(block -> block.contains(title))
                .findFirst()
                .map(block -> new Passage(title.from(), block.to()))
                .orElse(title);
    }
}
