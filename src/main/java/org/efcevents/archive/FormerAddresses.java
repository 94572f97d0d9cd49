package org.efcevents.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.event.EventSummary;

/** The addresses at which there is no event now but was one, as far as one reader may know of it. */
public final class FormerAddresses {

    private final ArchiveQueries queries;

    /**
     * What is left of an event that was withdrawn: that there was one at this address, and no more.
     *
     * @param slug its name in URLs
     * @param since when what tells of it was last written; the beginning of 1970 where that is not known
     * @param arrived when this instance learned of it: {@link org.efcevents.content.ContentNode#arrived}
     */
    public record Tombstone(String slug, Instant since, Instant arrived) {}

    FormerAddresses(ArchiveQueries queries) {
        this.queries = queries;
    }

    /** The events that have been withdrawn, by slug; the reader knows no more of them than that they were there. */
    public List<Tombstone> withdrawn() {
        Map<String, Tombstone> tombstones = new TreeMap<>();
        for (ContentNode node : queries.withdrawn()) {
            String slug = node.isA(NodeType.NOTICE) ? EventSummary.slugOfNotice(node) : node.name();
            tombstones.putIfAbsent(slug, new Tombstone(slug, node.revised(), node.arrived()));
        }
        return List.copyOf(tombstones.values());
    }

    /**
     * Whether there was an event at this slug, which has been withdrawn; there may be another now, see {@link
     * Archive#event}.
     */
    public boolean isWithdrawn(String slug) {
        return withdrawn().stream().anyMatch(tombstone -> tombstone.slug().equals(slug));
    }

    /** The slug of the event that had this one before; null where there is none for this reader. */
    public String presentSlug(String slug) {
        return queries.formerlyAt(slug).stream()
                .map(ContentNode::name)
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
