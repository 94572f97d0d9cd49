package org.efcevents.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.jcr.Session;
import org.efcevents.content.NodeType;
import org.efcevents.event.Visibility;
import org.efcevents.health.CheckedContent;
import org.efcevents.health.CheckedNode;
import org.efcevents.health.Checkup;
import org.efcevents.health.Finding;
import org.efcevents.index.ArchiveIndex;
import org.efcevents.index.SharedSlugs;
import org.efcevents.index.SharedSlugs.Named;

/** What editors are told of the archive. */
public final class Desk {

    private final ArchiveQueries queries;
    private final ArchiveIndex.View index;
    private final SiteTime moment;

    Desk(ArchiveQueries queries, ArchiveIndex.View index, SiteTime moment) {
        this.queries = queries;
        this.index = index;
        this.moment = moment;
    }

    /** Whether it is open to a reader: to whoever may add events. */
    public boolean isOpen() {
        return queries.mayAdd("/events/new");
    }

    /** The editor's own session of the workspace {@code efc-events}, with their rights. */
    public Session session() {
        return queries.session();
    }

    /** All that the editor may read. */
    public Contents contents() {
        return new Contents(queries, index.checked().nodes());
    }

    /** Which people, and which work packages, can become part of others. */
    public Merging merging() {
        return new Merging(queries, index, contents());
    }

    /** Finds words in all texts, and puts others in their place. */
    public Replacing replacing() {
        return new Replacing(queries, contents());
    }

    /** What editors should know of the addresses of a page. */
    public AddressCheck addresses() {
        return new AddressCheck(queries);
    }

    /**
     * What an event shows of others, and is not published.
     *
     * @param id the event's identifier
     */
    public NeededParts neededBy(String id) {
        return queries.content(id)
                .map(NeededParts::of)
                .orElseGet(() -> new NeededParts(List.of(), List.of(), Set.of()));
    }

    /**
     * What is missing or wrong in what the reader may read.
     *
     * @param languages those of the site, as BCP 47 tags
     */
    public List<Finding> findings(Collection<String> languages) {
        CheckedContent content = index.checked();
        return new Checkup(
                        content,
                        node -> queries.mayRead(node.path()),
                        withoutName(content.nodes()),
                        languages,
                        moment.now(),
                        moment.siteZone())
                .findings();
    }

    /** The events that the reader may read, in no particular order. What was withdrawn is left alone. */
    public List<CheckedNode> events() {
        return index.checked().nodes().stream()
                .filter(node -> node.type() == NodeType.EVENT
                        && Visibility.at(node.path()) != Visibility.WITHDRAWN
                        && queries.mayRead(node.path()))
                .toList();
    }

    /** The names of all events, whoever may read them: no two should have one address. */
    public Set<String> eventNames() {
        return index.checked().nodes().stream()
                .filter(node -> node.type() == NodeType.EVENT)
                .map(CheckedNode::name)
                .collect(Collectors.toSet());
    }

    /** Whether a text in the archive links to one of these, besides their own. */
    public boolean isLinked(Set<String> ids) {
        return index.checked().nodes().stream()
                .filter(node -> !ids.contains(node.id()))
                .anyMatch(node -> node.links().stream().anyMatch(ids::contains));
    }

    private static Set<String> withoutName(Collection<CheckedNode> nodes) {
        Set<String> ids = new HashSet<>();
        for (NodeType type : List.of(NodeType.EVENT, NodeType.SPEAKER, NodeType.WORK_PACKAGE)) {
            List<Named> named = new ArrayList<>();
            nodes.stream()
                    .filter(node -> node.type() == type)
                    .forEach(node -> named.add(new Named(UUID.fromString(node.id()), node.path())));
            SharedSlugs.among(named).withoutName().forEach(id -> ids.add(id.toString()));
        }
        return ids;
    }
}
