package org.efcevents.archive;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efcevents.content.NodeType;
import org.efcevents.health.CheckedNode;

/** All events, speakers and work packages that an editor may read, as they are when this is made. */
public final class Contents {

    private final ArchiveQueries queries;
    private final Map<String, CheckedNode> all = new HashMap<>();

    /** @param all those too that the editor may not read */
    Contents(ArchiveQueries queries, Collection<CheckedNode> all) {
        this.queries = queries;
        all.forEach(node -> this.all.put(node.id(), node));
    }

    /** The one with this identifier; empty if there is none, or it is marked as deleted. */
    public Optional<CheckedNode> with(String id) {
        return Optional.ofNullable(all.get(id)).filter(this::mayRead);
    }

    /** The one at this path; empty if there is none, or it is marked as deleted. */
    public Optional<CheckedNode> at(String path) {
        return all.values().stream()
                .filter(node -> node.path().equals(path) && mayRead(node))
                .findFirst();
    }

    /** All of a type, in alphabetical order. */
    public List<CheckedNode> all(NodeType type) {
        return all.values().stream()
                .filter(node -> node.type() == type && mayRead(node))
                .sorted(Comparator.comparing(CheckedNode::title, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(CheckedNode::path))
                .toList();
    }

    /** Those too that the editor may not read. */
    Collection<CheckedNode> everything() {
        return all.values();
    }

    boolean mayRead(CheckedNode node) {
        return queries.mayRead(node.path());
    }
}
