package org.efcevents.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.event.EventSummary;

/** The addresses of events that have been withdrawn or moved, as far as one reader may know about them. */
public final class FormerAddresses {

    private final ArchiveQueries queries;

    /**
     * What remains of a withdrawn event: the fact that there was one at this address.
     *
     * @param slug its name in URLs
     * @param since when the withdrawn event or its notice was last modified; {@link Instant#EPOCH} if unknown
     * @param arrived when this instance received it: {@link org.efcevents.content.ContentNode#arrived}
     */
    public record Tombstone(String slug, Instant since, Instant arrived) {}

    FormerAddresses(ArchiveQueries queries) {
        this.queries = queries;
    }

    /** The withdrawn events, by slug. */
    public List<Tombstone> withdrawn() {
        Map<String, Tombstone> tombstones = new TreeMap<>();
        for (ContentNode node : queries.withdrawn()) {
            String slug = node.isA(NodeType.NOTICE) ? EventSummary.slugOfNotice(node) : node.name();
            tombstones.putIfAbsent(slug, new Tombstone(slug, node.revised(), node.arrived()));
        }
        return List.copyOf(tombstones.values());
    }

    /** Whether an event with this slug has been withdrawn. There may be another one now, see {@link Archive#event}. */
    public boolean isWithdrawn(String slug) {
        return withdrawn().stream().anyMatch(tombstone -> tombstone.slug().equals(slug));
    }

    /**
     * The present slug of the event that formerly had this one, the first in alphabetical order if there are several;
     * null if there is none for this reader.
     */
    public String presentSlug(String slug) {
        return queries.formerlyAt(slug).stream()
                .map(ContentNode::name)
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
