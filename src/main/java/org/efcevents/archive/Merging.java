package org.efcevents.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.health.CheckedNode;
import org.efcevents.index.ArchiveIndex;
import org.efcevents.journal.JournalEntry;
import org.efcevents.merge.Merge;

/** Which people, and which work packages, can become part of others, as an editor sees them. */
public final class Merging {

    /** What can become part of another of its kind. */
    public static final List<NodeType> TYPES = List.of(NodeType.SPEAKER, NodeType.WORK_PACKAGE);

    private static final Comparator<CheckedNode> LATEST_FIRST = Comparator.comparing(
                    (CheckedNode node) -> node.date().earliest().orElse(null),
                    Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(CheckedNode::path);

    private final ArchiveQueries queries;
    private final ArchiveIndex.View index;
    private final Contents contents;

    Merging(ArchiveQueries queries, ArchiveIndex.View index, Contents contents) {
        this.queries = queries;
        this.index = index;
        this.contents = contents;
    }

    /**
     * What it would change.
     *
     * @param merge carries it out
     * @param referring what names the one that goes, the latest first, as far as the editor may read it
     * @param hidden how many there are besides, which would go on naming what is gone
     */
    public record Plan(Merge merge, List<CheckedNode> referring, int hidden) {}

    /** The one with this identifier or path; empty if there is none for this editor. */
    public Optional<CheckedNode> one(String asked) {
        return contents.with(asked).or(() -> contents.at(asked)).filter(node -> TYPES.contains(node.type()));
    }

    /**
     * Looks at what it would change.
     *
     * @param kept the one that is kept
     * @param merged another one of the type
     */
    public Plan plan(CheckedNode kept, CheckedNode merged) throws RepositoryException {
        Session session = queries.session();
        Set<String> ids = new LinkedHashSet<>(queries.naming(merged.id()));
        int hidden = 0;
        for (CheckedNode node : contents.everything()) {
            if (names(node, merged.id())) {
                hidden += contents.mayRead(node) ? 0 : 1;
                ids.add(node.id());
            }
        }
        List<Node> referring = new ArrayList<>();
        List<CheckedNode> shown = new ArrayList<>();
        for (String id : ids) {
            Optional<CheckedNode> node = contents.with(id);
            if (node.isPresent()) {
                referring.add(session.getNodeByIdentifier(id));
                shown.add(node.get());
            }
        }
        Merge merge = Merge.of(
                session.getNodeByIdentifier(kept.id()),
                session.getNodeByIdentifier(merged.id()),
                referring,
                addresses(merged));
        shown.removeIf(node -> !merge.references().containsKey(node.id()));
        shown.sort(LATEST_FIRST);
        return new Plan(merge, List.copyOf(shown), hidden);
    }

    private static boolean names(CheckedNode node, String id) {
        return node.speakers().contains(id)
                || node.workPackages().contains(id)
                || node.links().contains(id);
    }

    /** The slug it has, and those that it had on this instance. */
    private Collection<String> addresses(CheckedNode node) {
        Set<String> addresses = new LinkedHashSet<>();
        queries.content(node.id()).map(ContentNode::slug).ifPresent(addresses::add);
        index.journal(false)
                .flatMap(journal -> journal.entry(UUID.fromString(node.id())))
                .map(JournalEntry::formerSlugs)
                .ifPresent(addresses::addAll);
        return addresses;
    }
}
