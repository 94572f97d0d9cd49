package org.efcevents.archive;

import java.text.Collator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** How many related events are worth reading about. */
    private static final int MOST_RELATED = 5;

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

    /**
     * The events next to this one in time. It reads the date and the title of all events, but no more of them.
     */
    public Neighbours neighbours(Event event) {
        String id = event.summary().id();
        if (!event.summary().date().isDated()) {
            return new Neighbours(null, null);
        }
        List<Dated> inTime = queries.events().stream()
                .map(Dated::of)
                .filter(dated -> dated.date().isDated())
                .sorted(Dated.OLDEST_FIRST)
                .toList();
        int here = inTime.stream().map(dated -> dated.node().id()).toList().indexOf(id);
        return here < 0
                ? new Neighbours(null, null)
                : new Neighbours(
                        here == 0 ? null : inTime.get(here - 1).summary(),
                        here == inTime.size() - 1 ? null : inTime.get(here + 1).summary());
    }

    /**
     * Up to five events that share a work package or a speaker with this one, never itself: those that share most first,
     * of these the newest.
     */
    public List<EventSummary> related(Event event) {
        Map<String, ContentNode> nodes = new HashMap<>();
        Map<String, Integer> shared = new HashMap<>();
        Stream<List<ContentNode>> byWorkPackage = event.summary().workPackages().stream()
                .map(workPackage -> queries.eventsOfWorkPackage(workPackage.id()));
        Stream<List<ContentNode>> bySpeaker = event.participations().stream()
                .map(Participation::speaker)
                .filter(Objects::nonNull)
                .map(Speaker::id)
                .distinct()
                .map(this::eventsOfSpeaker);
        Stream.concat(byWorkPackage, bySpeaker).flatMap(List::stream).forEach(node -> {
            nodes.put(node.id(), node);
            shared.merge(node.id(), 1, Integer::sum);
        });
        nodes.remove(event.summary().id());
        return nodes.values().stream()
                .map(EventSummary::of)
                .sorted(Comparator.comparing((EventSummary other) -> shared.get(other.id()), Comparator.reverseOrder())
                        .thenComparing(NEWEST_FIRST))
                .limit(MOST_RELATED)
                .toList();
    }

    /** The events at which a speaker appeared, each once. */
    private List<ContentNode> eventsOfSpeaker(String id) {
        Map<String, ContentNode> events = new LinkedHashMap<>();
        queries.participationsOfSpeaker(id).stream()
                .map(participation -> participation.parent().parent())
                .filter(event -> !event.isDeleted())
                .forEach(event -> events.put(event.id(), event));
        return List.copyOf(events.values());
    }

    /** What is needed of an event to find its place in time. */
    private record Dated(ContentNode node, EventDate date, String title) {

        /** The archive's order of past events, read backwards. */
        static final Comparator<Dated> OLDEST_FIRST = Comparator.comparing(Dated::date, EventDate.NEWEST_FIRST)
                .thenComparing(Dated::title)
                .thenComparing(dated -> dated.node().name())
                .reversed();

        static Dated of(ContentNode node) {
            return new Dated(node, EventSummary.dateOf(node), EventSummary.titleOf(node));
        }

        EventSummary summary() {
            return EventSummary.of(node);
        }
    }

    /** Everybody, by family name and then by full name, in the language's own alphabetical order. */
    public List<Speaker> speakers() {
        return queries.speakers().stream().map(Speaker::of).sorted(byName()).toList();
    }

    private Comparator<Speaker> byName() {
        return Comparator.comparing(Speaker::familyName, alphabet)
                .thenComparing(Speaker::fullName, alphabet)
                .thenComparing(Speaker::slug);
    }

    /** The speaker with this slug; null where there is none for this reader. */
    public Speaker speaker(String slug) {
        return queries.speaker(slug)
                .filter(node -> !node.isDeleted())
                .map(Speaker::of)
                .orElse(null);
    }

    /** What a speaker did, newest first; a person with two parts in one event is there twice, in the editor's order. */
    public List<Appearance> appearances(Speaker speaker) {
        return eventsOfSpeaker(speaker.id()).stream()
                .flatMap(event -> appearances(event, speaker.id()))
                .sorted(Comparator.comparing(Appearance::event, NEWEST_FIRST))
                .toList();
    }

    private static Stream<Appearance> appearances(ContentNode event, String speaker) {
        EventSummary summary = EventSummary.of(event);
        return event.entries("participations").stream()
                .filter(entry -> speaker.equals(entry.plain("speaker")))
                .map(entry -> new Appearance(summary, Participation.of(entry)));
    }

    /**
     * The years from the first to the last in which these are dated, as one date such as "2013–2014"; null where none of
     * them has a year.
     */
    public EventDate years(List<Appearance> appearances) {
        IntSummaryStatistics years = appearances.stream()
                .flatMapToInt(appearance -> appearance.event().date().year().stream())
                .summaryStatistics();
        if (years.getCount() == 0) {
            return null;
        }
        String first = "%04d".formatted(years.getMin());
        return EventDate.parseEdtf(
                years.getMin() == years.getMax() ? first : first + "/" + "%04d".formatted(years.getMax()));
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

    /** What a work package did: its events in time, by kind, and the people who took part in them. */
    public WorkDone workOf(WorkPackage workPackage) {
        List<ContentNode> nodes = queries.eventsOfWorkPackage(workPackage.id());
        List<EventSummary> events =
                nodes.stream().map(EventSummary::of).sorted(NEWEST_FIRST).toList();
        List<EventSummary> oldestFirst = events.stream()
                .filter(event -> event.date().isDated())
                .sorted(NEWEST_FIRST.reversed())
                .toList();
        Map<String, Integer> kinds = new TreeMap<>();
        events.stream()
                .map(EventSummary::kind)
                .filter(Objects::nonNull)
                .forEach(kind -> kinds.merge(kind, 1, Integer::sum));
        Map<String, Speaker> people = new HashMap<>();
        nodes.stream()
                .flatMap(node -> node.entries("participations").stream())
                .map(node -> Participation.of(node).speaker())
                .filter(Objects::nonNull)
                .forEach(speaker -> people.put(speaker.id(), speaker));
        return new WorkDone(
                events.size(),
                Year.of(oldestFirst),
                events.stream().filter(event -> !event.date().isDated()).toList(),
                kinds.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(kind -> new KindCount(kind.getKey(), kind.getValue()))
                        .toList(),
                people.values().stream().sorted(byName()).toList());
    }

    /** Whether an event is still to come, is going on, is over, or has no date, at the time of the visit. */
    public Phase phase(EventSummary event) {
        return event.date().phase(now, siteZone);
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
}
