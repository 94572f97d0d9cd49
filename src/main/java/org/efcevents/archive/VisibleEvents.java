package org.efcevents.archive;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.event.EventSummary;
import org.efcevents.event.Participation;
import org.efcevents.index.ArchiveIndex;
import org.efcevents.index.Digests;
import org.efcevents.index.EventSelection;
import org.efcevents.index.EventTable;
import org.efcevents.index.IndexedEvent;
import org.efcevents.index.IndexedSpeaker;
import org.efcevents.index.Visible;
import org.efcevents.search.SearchTerms;
import org.efcevents.speaker.Speaker;
import org.efcevents.workpackage.WorkPackage;

/**
 * The events that one reader may see at the time of a request. What is shown of them is read in the reader's session, or was read in
 * that of a reader with equal rights.
 */
final class VisibleEvents {

    private final ArchiveQueries queries;
    private final ArchiveIndex.View index;
    private Visible visible;

    /** @param index what the reader may know of */
    VisibleEvents(ArchiveQueries queries, ArchiveIndex.View index) {
        this.queries = queries;
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
        return events.stream().map(this::summary).filter(Objects::nonNull).toList();
    }

    private EventSummary summary(IndexedEvent event) {
        return index.kept(visible(), event, () -> nodes(List.of(event)).stream()
                .map(this::summary)
                .findFirst()
                .orElse(null));
    }

    /** The nodes of events, in the same order. Those that are no longer there are left out. */
    List<ContentNode> nodes(List<IndexedEvent> events) {
        return events.stream()
                .flatMap(event -> queries.content(event.id().toString()).stream())
                .filter(queries::isShown)
                .toList();
    }

    EventSummary summary(ContentNode event) {
        return EventSummary.alone(event)
                .with(event.values("workPackages").stream()
                        .map(workPackages()::get)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** The work packages that the reader may see, by identifier. */
    Map<String, WorkPackage> workPackages() {
        return index.kept(visible(), WorkPackage.class, () -> queries.workPackages().stream()
                .map(WorkPackage::of)
                .collect(Collectors.toMap(WorkPackage::id, Function.identity())));
    }

    /** The speaker with this identifier; null if there is none or the reader may not see it. */
    Speaker speaker(String id) {
        return index.kept(visible(), id, () -> queries.content(id)
                .filter(node -> node.isA(NodeType.SPEAKER))
                .map(Speaker::of)
                .orElse(null));
    }

    /** The parts that a speaker has in an event, in the editor's order. */
    List<SpeakerAppearance> appearances(Speaker speaker, IndexedEvent event) {
        return index.kept(visible(), new Appearance(speaker.id(), event), () -> nodes(List.of(event)).stream()
                .flatMap(node -> appearances(speaker, node))
                .toList());
    }

    private record Appearance(String speaker, IndexedEvent event) {}

    private Stream<SpeakerAppearance> appearances(Speaker speaker, ContentNode event) {
        EventSummary summary = summary(event);
        return event.entries("participations").stream()
                .filter(entry -> speaker.id().equals(entry.rawText("speaker")))
                .map(entry -> new SpeakerAppearance(summary, Participation.of(entry, id -> speaker)));
    }

    /** The events in which a speaker takes part, the newest first. */
    EventSelection ofSpeaker(String id) {
        return index.ofSpeaker(visible(), UUID.fromString(id)).orElseGet(() -> {
            Set<UUID> found = queries.eventsOfSpeaker(id).stream()
                    .map(event -> UUID.fromString(event.id()))
                    .collect(Collectors.toSet());
            EventTable all = all();
            return all.newestFirst().where(row -> found.contains(all.event(row).id()));
        });
    }

    /** See {@link Archive#indexedSpeakers}. */
    List<IndexedSpeaker> speakers() {
        return index.speakers();
    }

    /** The notice of the event with this slug, of which only that may be read; empty if there is none. */
    Optional<ContentNode> notice(String slug) {
        return all().newestFirst().stream()
                .filter(event -> event.isListedOnly() && event.slug().equals(slug))
                .findFirst()
                .flatMap(event -> nodes(List.of(event)).stream().findFirst());
    }

    /** Finds the events that contain all of these terms. */
    Predicate<IndexedEvent> having(SearchTerms terms) {
        return terms.isEmpty() ? event -> true : index.having(terms);
    }
}
