package org.efcevents.archive;

import java.text.Collator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.jcr.Session;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Reading;
import org.efcevents.date.EventDate;
import org.efcevents.date.Phase;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;
import org.efcevents.event.Participation;
import org.efcevents.speaker.Speaker;
import org.efcevents.workpackage.WorkPackage;

/**
 * The archive as one reader sees it, in one language, at one moment.
 *
 * <p>What the reader may not see is out of reach of the session, so nothing here decides about access.
 */
public final class Archive {

    private static final Comparator<EventSummary> NEWEST_FIRST = Comparator.comparing(
                    EventSummary::date, EventDate.NEWEST_FIRST)
            .thenComparing(EventSummary::title)
            .thenComparing(EventSummary::slug);
    private static final Comparator<EventSummary> SOONEST_FIRST = Comparator.comparing(
                    EventSummary::date, EventDate.SOONEST_FIRST)
            .thenComparing(EventSummary::title)
            .thenComparing(EventSummary::slug);

    private final ArchiveQueries queries;
    private final Collator alphabet;
    private final Instant now;
    private final ZoneId siteZone;

    /**
     * @param session the reader's session of the workspace {@code efc-events}
     * @param reading the language to read, and the one that stands in for it
     * @param now the time of the visit
     * @param siteZone the zone in which a day of the site begins and ends
     */
    public Archive(Session session, Reading reading, Instant now, ZoneId siteZone) {
        this.queries = new ArchiveQueries(session, reading);
        this.alphabet = Collator.getInstance(Locale.forLanguageTag(reading.language()));
        this.now = now;
        this.siteZone = siteZone;
    }

    /** All events, sorted into what is to come, what is going on, what is over and what has no date. */
    public Listing events() {
        return listing(queries.events());
    }

    /** The event with this slug; null where there is none for this reader. */
    public Event event(String slug) {
        return queries.event(slug)
                .filter(node -> !node.isDeleted())
                .map(node -> {
                    EventSummary summary = EventSummary.of(node);
                    return Event.of(node, summary, phase(summary));
                })
                .orElse(null);
    }

    /** Everybody, by family name and then by full name, in the language's own alphabetical order. */
    public List<Speaker> speakers() {
        return queries.speakers().stream()
                .map(Speaker::of)
                .sorted(Comparator.comparing(Speaker::familyName, alphabet)
                        .thenComparing(Speaker::fullName, alphabet)
                        .thenComparing(Speaker::slug))
                .toList();
    }

    /** The speaker with this slug; null where there is none for this reader. */
    public Speaker speaker(String slug) {
        return queries.speaker(slug)
                .filter(node -> !node.isDeleted())
                .map(Speaker::of)
                .orElse(null);
    }

    /** What a speaker did, newest first; a person with two parts in one event is there twice. */
    public List<Appearance> appearances(Speaker speaker) {
        return queries.participationsOfSpeaker(speaker.id()).stream()
                .map(Archive::appearance)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Appearance::event, NEWEST_FIRST))
                .toList();
    }

    /** All work packages in their order. */
    public List<WorkPackage> workPackages() {
        return queries.workPackages().stream()
                .map(WorkPackage::of)
                .sorted(Comparator.comparingLong(WorkPackage::position)
                        .thenComparing(WorkPackage::code)
                        .thenComparing(WorkPackage::slug))
                .toList();
    }

    /** The work package with this slug; null where there is none for this reader. */
    public WorkPackage workPackage(String slug) {
        return queries.workPackage(slug)
                .filter(node -> !node.isDeleted())
                .map(WorkPackage::of)
                .orElse(null);
    }

    /** The events of a work package. */
    public Listing eventsOf(WorkPackage workPackage) {
        return listing(queries.eventsOfWorkPackage(workPackage.id()));
    }

    private Listing listing(List<ContentNode> nodes) {
        Map<Phase, List<EventSummary>> byPhase = new LinkedHashMap<>();
        for (Phase phase : Phase.values()) {
            byPhase.put(phase, List.of());
        }
        nodes.stream()
                .map(EventSummary::of)
                .collect(Collectors.groupingBy(this::phase))
                .forEach(byPhase::put);
        return new Listing(
                byPhase.get(Phase.UPCOMING).stream().sorted(SOONEST_FIRST).toList(),
                byPhase.get(Phase.ONGOING).stream().sorted(SOONEST_FIRST).toList(),
                Year.of(byPhase.get(Phase.PAST).stream().sorted(NEWEST_FIRST).toList()),
                byPhase.get(Phase.UNDATED).stream().sorted(NEWEST_FIRST).toList());
    }

    private Phase phase(EventSummary event) {
        return event.date().phase(now, siteZone);
    }

    /**
     * What is stored of an event, a speaker or a work package: for a site that adds fields of its own and prints them, for
     * example {@code archive.content(event.summary().id()).text("hashtag")}.
     *
     * @param id its identifier, as {@link EventSummary#id()}, {@link Speaker#id()} and {@link WorkPackage#id()} give it
     * @return its raw properties in this archive's language; null where there is none for this reader
     */
    public ContentNode content(String id) {
        return queries.content(id).filter(node -> !node.isDeleted()).orElse(null);
    }

    /** A participation lies in {@code <event>/participations}; one whose event is marked as deleted is no appearance. */
    private static Optional<Appearance> appearance(ContentNode participation) {
        ContentNode event = participation.parent().parent();
        return event.isDeleted()
                ? Optional.empty()
                : Optional.of(new Appearance(EventSummary.of(event), Participation.of(participation)));
    }
}
