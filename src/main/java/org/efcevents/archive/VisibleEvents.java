package org.efcevents.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.event.EventSummary;
import org.efcevents.index.ArchiveIndex;
import org.efcevents.index.Digests;
import org.efcevents.index.EventSelection;
import org.efcevents.index.EventTable;
import org.efcevents.index.IndexedEvent;
import org.efcevents.index.IndexedSpeaker;
import org.efcevents.index.Visible;
import org.efcevents.journal.EventHistory;
import org.efcevents.journal.Journal;
import org.efcevents.search.SearchTerms;
import org.efcevents.workpackage.WorkPackage;

/** The events that one reader may see at the time of a request. What is shown of them is read in the reader's session. */
final class VisibleEvents {

    private final ArchiveQueries queries;
    private final VisibleSlugs slugs;
    private final ArchiveIndex.View index;
    private final Map<String, Optional<WorkPackage>> someWorkPackages = new HashMap<>();
    private final Map<String, EventSelection> ofSpeakers = new HashMap<>();
    private Visible visible;
    private Map<String, WorkPackage> workPackages;

    /** @param index what the reader may know of */
    VisibleEvents(ArchiveQueries queries, VisibleSlugs slugs, ArchiveIndex.View index) {
        this.queries = queries;
        this.slugs = slugs;
        this.index = index;
    }

    /** All of them, as they were when this was first called. */
    EventTable all() {
        return visible().events();
    }

    private Visible visible() {
        if (visible == null) {
            visible = index.visible();
        }
        return visible;
    }

    /** See {@link EventEntries#digests}. */
    Digests digests(Object form) {
        return index.digests(visible(), form);
    }

    /** Reads events, in the same order. Those that are no longer there are left out. */
    List<EventSummary> read(List<IndexedEvent> events) {
        return read(events, this::summary);
    }

    /** Reads something of events, in the same order. Those that are no longer there are left out, also if they go while they are read. */
    <T> List<T> read(List<IndexedEvent> events, Function<ContentNode, T> reader) {
        return events.stream().flatMap(event -> read(event, reader).stream()).toList();
    }

    /** Reads something of an event; empty if it is no longer there, also if it goes while it is read. */
    <T> Optional<T> read(IndexedEvent event, Function<ContentNode, T> reader) {
        return queries.read(
                event.node().toString(),
                node -> Optional.of(node).filter(queries::isShown).map(reader));
    }

    EventSummary summary(ContentNode event) {
        return summary(event, eventOf(event));
    }

    /** @param id the identifier of the event, also for a notice */
    EventSummary summary(ContentNode node, String id) {
        return EventSummary.alone(node, id)
                .with(node.values("workPackages").stream()
                        .flatMap(group -> workPackage(group).stream())
                        .toList());
    }

    /** The identifier of the event that a node, which is one or a notice of one, tells of. */
    private String eventOf(ContentNode node) {
        return node.isA(NodeType.NOTICE)
                ? all().eventOf(UUID.fromString(node.id()))
                        .orElseThrow(() -> new IllegalArgumentException("The notice " + node.path()
                                + " is not among what this reader could see when the request began"))
                        .toString()
                : node.id();
    }

    /** A work package that the reader may see; empty if there is none with this identifier. */
    Optional<WorkPackage> workPackage(String id) {
        return workPackages == null
                ? someWorkPackages.computeIfAbsent(id, queries::workPackageWith)
                : Optional.ofNullable(workPackages.get(id));
    }

    /** All work packages that the reader may see, by identifier. */
    Map<String, WorkPackage> workPackages() {
        if (workPackages == null) {
            workPackages = queries.workPackages().stream()
                    .map(WorkPackage::of)
                    .collect(Collectors.toMap(WorkPackage::id, Function.identity()));
        }
        return workPackages;
    }

    /** The events in which a speaker takes part, the newest first. */
    EventSelection ofSpeaker(String id) {
        return ofSpeakers.computeIfAbsent(id, this::findOfSpeaker);
    }

    private EventSelection findOfSpeaker(String id) {
        return index.ofSpeaker(UUID.fromString(id), all())
                .orElseGet(() -> all().having(queries.eventsOfSpeaker(id).stream()
                        .map(event -> UUID.fromString(event.id()))
                        .toList()));
    }

    /** See {@link ArchiveIndex.View#history}. */
    EventHistory history() {
        return index.history();
    }

    /** See {@link ArchiveIndex.View#journal}. */
    Optional<Journal> journal(boolean follow) {
        return index.journal(follow);
    }

    /** The slugs of the events of which only the notices may be read, by the identifiers of the events. */
    Map<String, String> listed() {
        return all().notices().stream()
                .collect(Collectors.toMap(event -> event.id().toString(), slugs::of));
    }

    /** See {@link Archive#indexedSpeakers}. */
    List<IndexedSpeaker> speakers() {
        return index.speakers();
    }

    /** The notice of the event with this slug, of which only that may be read; empty if there is none. */
    Optional<ContentNode> notice(String slug) {
        return all().notices().stream()
                .filter(event -> slugs.of(event).equals(slug))
                .findFirst()
                .flatMap(event -> read(event, Function.identity()));
    }

    /** Finds the events that contain all of these terms. */
    Predicate<IndexedEvent> having(SearchTerms terms) {
        return terms.isEmpty() ? event -> true : index.having(terms);
    }
}
