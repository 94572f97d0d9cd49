package org.efcevents.index;

import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.efcevents.content.ContentNode;
import org.efcevents.speaker.Speaker;

/**
 * What lists need of a speaker before they read those that they show. Whatever is shown is read in the reader's own session.
 *
 * @param id the identifier of the node
 * @param path the path of the node
 * @param familyName see {@link Speaker#familyName}
 * @param fullName see {@link Speaker#fullName}
 * @param revised see {@link ContentNode#revised}
 */
public record IndexedSpeaker(UUID id, String path, String familyName, String fullName, Instant revised) {

    static IndexedSpeaker of(ContentNode node) {
        Speaker speaker = Speaker.of(node);
        return new IndexedSpeaker(
                UUID.fromString(speaker.id()), node.path(), speaker.familyName(), speaker.fullName(), node.revised());
    }

    /** By family name, then by full name; total. */
    static Comparator<IndexedSpeaker> byName(Collator alphabet) {
        return Comparator.comparing(IndexedSpeaker::familyName, alphabet)
                .thenComparing(IndexedSpeaker::fullName, alphabet)
                .thenComparing(IndexedSpeaker::name)
                .thenComparing(IndexedSpeaker::id);
    }

    /** The name of the node. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
