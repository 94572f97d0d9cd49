package org.efcevents.archive;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.date.Phase;
import org.efcevents.event.Event;
import org.efcevents.event.EventEntry;
import org.efcevents.event.EventSummary;
import org.efcevents.index.Digests;
import org.efcevents.index.IndexedEvent;
import org.efcevents.index.PageOrder;
import org.efcevents.workpackage.WorkPackage;

/**
 * The events of an archive one by one, as documents about all of them tell of them. Each is read in the reader's session when it
 * is asked for, and not kept.
 */
public final class EventEntries {

    private final ArchiveQueries queries;
    private final VisibleEvents visible;
    private final SiteTime moment;
    private final Map<String, Optional<WorkPackage>> workPackages = new HashMap<>();

    EventEntries(ArchiveQueries queries, VisibleEvents visible, SiteTime moment) {
        this.queries = queries;
        this.visible = visible;
        this.moment = moment;
    }

    /** Reads what feeds tell of an event; empty if it is no longer there. */
    public Optional<EventEntry> entry(IndexedEvent event) {
        return node(event).map(node -> {
            EventSummary summary = summary(node, event);
            return EventEntry.of(node, summary, moment.phase(summary));
        });
    }

    /** Reads an event in full; empty if it is no longer there. */
    public Optional<Event> event(IndexedEvent event) {
        return node(event).map(node -> {
            EventSummary summary = summary(node, event);
            return Event.of(node, summary, moment.phase(summary));
        });
    }

    /** Whether it is there. */
    public boolean has(IndexedEvent event) {
        return node(event).isPresent();
    }

    /** The phase of an event at the time of the request. */
    public Phase phase(IndexedEvent event) {
        return event.phase(moment.now());
    }

    /** The order in which the archive's page shows the events at the time of the request. */
    public PageOrder order() {
        return visible.all().order(moment.now());
    }

    /**
     * The digests of what was written of events for readers of this language with the same rights, as far as it has not
     * changed since.
     *
     * @param form what else has an influence on what is written, such as the address of the site; compared by {@code
     *     equals}
     */
    public Digests digests(Object form) {
        return visible.digests(form);
    }

    private Optional<ContentNode> node(IndexedEvent event) {
        return queries.content(event.node().toString()).filter(queries::isShown);
    }

    private EventSummary summary(ContentNode node, IndexedEvent event) {
        return EventSummary.alone(node, event.id().toString())
                .with(node.values("workPackages").stream()
                        .map(this::workPackage)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Not by a query, which may not know yet of a change that the index of events knows of. */
    private Optional<WorkPackage> workPackage(String id) {
        return workPackages.computeIfAbsent(id, wanted -> queries.content(wanted)
                .filter(node -> node.isA(NodeType.WORK_PACKAGE)
                        && node.path().startsWith(ArchiveQueries.WORK_PACKAGES + "/")
                        && !node.isDeleted())
                .map(WorkPackage::of));
    }
}
