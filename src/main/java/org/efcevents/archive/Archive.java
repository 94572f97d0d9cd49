package org.efcevents.archive;

import java.text.Collator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.jcr.Session;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.date.EventDate;
import org.efcevents.date.Phase;
import org.efcevents.event.Document;
import org.efcevents.event.Event;
import org.efcevents.event.EventKind;
import org.efcevents.event.EventSummary;
import org.efcevents.event.Participation;
import org.efcevents.event.Visibility;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.Facet;
import org.efcevents.filter.FacetCounts.Choice;
import org.efcevents.filter.FacetedSearch;
import org.efcevents.filter.Pagination;
import org.efcevents.search.SearchTerms;
import org.efcevents.speaker.Speaker;
import org.efcevents.workpackage.WorkPackage;

/**
 * The archive as one reader sees it, in one language, at one moment.
 *
 * <p>What the reader may not see is out of reach of the session, so nothing here decides about access.
 */
public final class Archive {

    private final ArchiveQueries queries;
    private final VisibleEvents visible;
    private final Locale locale;
    private final Collator alphabet;
    private final SiteTime moment;

    /**
     * @param session the reader's session of the workspace {@code efc-events}
     * @param languages the language to read, and the one that stands in for it
     * @param now the time of the visit
     * @param siteZone the zone in which a day of the site begins and ends
     * @param cache saves reading what has been read before, by whomever
     */
    public Archive(Session session, ContentLanguages languages, Instant now, ZoneId siteZone, ArchiveCache cache) {
        this.queries = new ArchiveQueries(session, languages);
        this.visible = new VisibleEvents(queries, languages, now, cache);
        this.locale = Locale.forLanguageTag(languages.language());
        this.alphabet = Collator.getInstance(locale);
        this.moment = new SiteTime(now, siteZone);
    }

    /**
     * What tells this archive from every other, wherever it is installed: the property {@code archiveId} of the folder {@code
     * /events}, which is published with it; without one, the folder's own identifier, which every installation shares.
     */
    public String id() {
        return queries.archiveId();
    }

    /** All events, sorted into what is to come, what is going on, what is over and what has no date. */
    public Listing events() {
        return moment.listing(visible.all());
    }

    /**
     * How long a page may be kept, in seconds from 1 to 600: at most until the next event begins or is over. What editors
     * change before that is not in it.
     */
    public long secondsUntilChange() {
        return moment.secondsUntilChange(visible.all());
    }

    /**
     * What a visitor asks for; null where there is no such page: its number is out of range, or the year is one that the
     * archive does not reach to.
     */
    public SearchResult find(ArchiveFilter filter) {
        return find(filter, Pagination.EVENTS);
    }

    /** As {@link #find(ArchiveFilter)}, with so many events on a page. */
    public SearchResult find(ArchiveFilter filter, int pageSize) {
        return new ArchiveSearch(queries, visible, moment, locale, alphabet).find(filter, pageSize);
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

    /** All that the archive has of these events, in their order. One that is gone since is left out. */
    public List<Event> read(List<EventSummary> events) {
        return events.stream()
                .flatMap(summary -> queries.content(summary.id()).stream()
                        .filter(node -> !node.isDeleted())
                        .map(node -> Event.of(node, summary, phase(summary))))
                .toList();
    }

    /** Where there was an event that is gone or has another address now. */
    public FormerAddresses formerAddresses() {
        return new FormerAddresses(queries);
    }

    /** The events next to this one in time. */
    public RelatedEvents.Neighbours neighbours(Event event) {
        return new RelatedEvents(event, queries, visible).neighbours();
    }

    /**
     * Events that share a work package or a speaker with this one, never itself: those that share most first, of these the
     * newest.
     *
     * @param most how many at the most
     */
    public List<EventSummary> related(Event event, int most) {
        return new RelatedEvents(event, queries, visible).related(most);
    }

    /**
     * Events that a text of this one links to though fewer people may know of them, for editors to reconsider. Pages and the
     * API print no address for them, but the delivery endpoints give a text as it is stored, and Magnolia stores with each link
     * the path that its target had ({@code info.magnolia.link.LinkUtil}).
     */
    public List<EventSummary> lessVisibleTargets(Event event) {
        return event.linkedTexts().stream()
                .flatMap(text -> text.links().stream())
                .filter(link -> link.workspace().equals("efc-events"))
                .map(link -> content(link.identifier()))
                .filter(target -> target != null && target.isA(NodeType.EVENT))
                .filter(target ->
                        Visibility.of(target).compareTo(event.publication().visibility()) > 0)
                .map(EventSummary::alone)
                .distinct()
                .toList();
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
    public List<SpeakerAppearance> appearances(Speaker speaker) {
        return queries.eventsOfSpeaker(speaker.id()).stream()
                .flatMap(event -> appearances(event, speaker.id()))
                .sorted(Comparator.comparing(SpeakerAppearance::event, EventOrder.NEWEST_FIRST))
                .toList();
    }

    private Stream<SpeakerAppearance> appearances(ContentNode event, String speaker) {
        EventSummary summary = visible.summary(event);
        return event.entries("participations").stream()
                .filter(entry -> speaker.equals(entry.rawText("speaker")))
                .map(entry -> new SpeakerAppearance(summary, Participation.of(entry)));
    }

    /**
     * The years from the first to the last in which these are dated, as one date such as "2013–2014"; null where none of
     * them has a year.
     */
    public EventDate years(List<SpeakerAppearance> appearances) {
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

    /** The kinds of event there can be: those that the forms offer, and then others that this reader's events have. */
    public List<String> kinds() {
        return Stream.concat(EventKind.words().stream(), values(Facet.KIND).stream())
                .distinct()
                .toList();
    }

    /** What this reader's events can be chosen by in a facet, in the order in which the page offers it. */
    public List<String> values(Facet facet) {
        return new FacetedSearch(visible.searchable(SearchTerms.of("")), ArchiveFilter.none(), alphabet)
                .facet(facet).choices().stream().map(Choice::name).toList();
    }

    /**
     * When an event, a speaker or a work package was last changed.
     *
     * @param id its identifier
     * @return the beginning of 1970 where it is gone, or that is not known
     */
    public Instant revised(String id) {
        return moment(id, ContentNode::revised);
    }

    /**
     * When this instance got an event as it is.
     *
     * @param id its identifier
     * @return as {@link ContentNode#arrived}; the beginning of 1970 where it is gone
     */
    public Instant arrived(String id) {
        return moment(id, ContentNode::arrived);
    }

    private Instant moment(String id, Function<ContentNode, Instant> of) {
        ContentNode node = content(id);
        return node == null ? Instant.EPOCH : of.apply(node);
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
    public WorkPackageReport workOf(WorkPackage workPackage) {
        List<ContentNode> events = queries.eventsOfWorkPackage(workPackage.id());
        Map<String, Speaker> people = new HashMap<>();
        events.stream()
                .flatMap(event -> event.entries("participations").stream())
                .map(entry -> Participation.of(entry).speaker())
                .filter(Objects::nonNull)
                .forEach(speaker -> people.put(speaker.id(), speaker));
        List<WorkPackageReport.EventDocument> outputs = events.stream()
                .flatMap(event -> Document.of(event).stream()
                        .map(document -> new WorkPackageReport.EventDocument(visible.summary(event), document)))
                .toList();
        return WorkPackageReport.of(
                visible.summaries(events),
                outputs,
                people.values().stream().sorted(byName()).toList());
    }

    /** Whether an event is still to come, is going on, is over, or has no date, at the time of the visit. */
    public Phase phase(EventSummary event) {
        return moment.phase(event);
    }

    /** The events at which a speaker appeared, each once, newest first. */
    public List<EventSummary> eventsOf(Speaker speaker) {
        return visible.summaries(queries.eventsOfSpeaker(speaker.id())).stream()
                .sorted(EventOrder.NEWEST_FIRST)
                .toList();
    }

    /** The events of a work package. */
    public Listing eventsOf(WorkPackage workPackage) {
        return moment.listing(visible.summaries(queries.eventsOfWorkPackage(workPackage.id())));
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
