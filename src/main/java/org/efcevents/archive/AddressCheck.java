package org.efcevents.archive;

import java.util.List;
import java.util.Optional;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;
import org.efcevents.event.Visibility;

/** What editors should know of the addresses of a page and of those in its texts. */
public final class AddressCheck {

    private final ArchiveQueries queries;

    AddressCheck(ArchiveQueries queries) {
        this.queries = queries;
    }

    /**
     * Events that an event links to although fewer people may know about them. Pages and the API print no address for
     * them, but the delivery endpoints return texts as they are stored, and Magnolia stores the path of each link's target
     * ({@code info.magnolia.link.LinkUtil}).
     */
    public List<EventSummary> lessVisibleTargets(Event event) {
        return event.linkedTexts().stream()
                .flatMap(text -> text.links().stream())
                .filter(link -> link.workspace().equals("efc-events"))
                .flatMap(link -> queries.shown(NodeType.EVENT, link.identifier()).stream())
                .filter(target ->
                        Visibility.of(target).compareTo(event.publication().visibility()) > 0)
                .map(target -> EventSummary.alone(target, target.id()))
                .distinct()
                .toList();
    }

    /**
     * What has the name of a page in its address, so that the page is addressed by its identifier.
     *
     * @param id the identifier of an event, a speaker or a work package
     * @return null if the page is addressed by its name
     */
    public ContentNode namesake(String id) {
        return queries.content(id)
                .filter(node -> node.slug().equals(id))
                .flatMap(this::owner)
                .orElse(null);
    }

    private Optional<ContentNode> owner(ContentNode node) {
        if (node.isA(NodeType.EVENT)) {
            return queries.event(node.name());
        }
        return node.isA(NodeType.SPEAKER) ? queries.speaker(node.name()) : queries.workPackage(node.name());
    }
}
