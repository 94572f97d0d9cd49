package org.efcevents.archive;

import java.text.Collator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.jcr.Session;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.content.OpenEnum;
import org.efcevents.content.Slugs;
import org.efcevents.date.EventDate;
import org.efcevents.date.Phase;
import org.efcevents.event.Event;
import org.efcevents.event.EventKind;
import org.efcevents.event.EventSummary;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.filter.Facet;
import org.efcevents.filter.Pagination;
import org.efcevents.index.ArchiveIndex;
import org.efcevents.index.Column;
import org.efcevents.index.EventSelection;
import org.efcevents.index.IndexedEvent;
import org.efcevents.index.IndexedSpeaker;
import org.efcevents.index.Rights;
import org.efcevents.speaker.Speaker;
import org.efcevents.workpackage.WorkPackage;

/**
 * The archive as one reader sees it, in one language, at the time of one request.
 *
 * <p>Access is enforced by the session, which cannot reach what the reader may not see; nothing here decides about it.
 */
public final class Archive {

    private final ArchiveQueries queries;
    private final VisibleSlugs slugs;
    private final ArchiveIndex index;
    private final Rights rights;
    private final ContentLanguages languages;
    private final VisibleEvents visible;
    private final Locale locale;
    private final Collator alphabet;
    private final SiteTime moment;

    /**
     * @param session the reader's session of the workspace {@code efc-events}
     * @param languages the language to read and its fallback
     * @param now the time of the request
     * @param siteZone the time zone in which the site's days begin and end
     * @param rights what the reader may do; null if that is not known, and it is asked anew of each event
     * @param index shared by all readers
     */
    public Archive(
            Session session,
            ContentLanguages languages,
            Instant now,
            ZoneId siteZone,
            Rights rights,
            ArchiveIndex index) {
        this(
                new VisibleSlugs(
                        new ArchiveQueries(session, languages, Slugs.NAMES),
                        index.as(session, rights, languages, siteZone)),
                session,
                languages,
                new SiteTime(now, siteZone),
                rights,
                index);
    }

    private Archive(
            VisibleSlugs slugs,
            Session session,
            ContentLanguages languages,
            SiteTime moment,
            Rights rights,
            ArchiveIndex index) {
        this(new ArchiveQueries(session, languages, slugs), slugs, languages, moment, rights, index);
    }

    private Archive(
            ArchiveQueries queries,
            VisibleSlugs slugs,
            ContentLanguages languages,
            SiteTime moment,
            Rights rights,
            ArchiveIndex index) {
        this.queries = queries;
        this.slugs = slugs;
        this.index = index;
        this.rights = rights;
        this.languages = languages;
        this.visible =
                new VisibleEvents(queries, slugs, index.as(queries.session(), rights, languages, moment.siteZone()));
        this.locale = Locale.forLanguageTag(languages.language());
        this.alphabet = Collator.getInstance(locale);
        this.moment = moment;
    }

    /**
     * The archive at the same moment in several languages. What is read of a node for one of them is not read again for the
     * others, so that all tell of the same state of it.
     *
     * @param tags the languages
     * @return by language, in this order
     */
    public Map<String, Archive> inEach(List<String> tags) {
        Map<String, ContentNode> shared = new HashMap<>();
        Map<String, Archive> archives = new LinkedHashMap<>();
        for (String tag : tags) {
            ContentLanguages other = new ContentLanguages(tag, languages.defaultLanguage());
            archives.put(tag, new Archive(queries.in(other, shared), slugs, other, moment, rights, index));
        }
        return archives;
    }

    /**
     * The globally unique identifier of this archive: the property {@code archiveId} of the folder {@code /events},
     * which is published with it; or else the folder's own identifier, which is the same in every installation.
     */
    public String id() {
        return queries.archiveId();
    }

    /** All events, grouped into upcoming, ongoing, past and undated ones. Reads each of them. */
    public Listing events() {
        return moment.listing(visible.read(all()));
    }

    /** What is known of all events without reading them, the newest first. */
    public EventSelection all() {
        return visible.all().newestFirst();
    }

    /**
     * How long a page may be cached, in seconds from 1 to 600: at most until the next event begins or ends. Until then,
     * changes that editors make do not show.
     */
    public long secondsUntilChange() {
        return moment.secondsUntilChange(visible.all());
    }

    /**
     * Finds what a visitor asks for; null if there is no such page, because its number is out of range or its year lies
     * outside the archive.
     */
    public SearchResult find(ArchiveFilter filter) {
        return find(filter, Pagination.DEFAULT_SIZE);
    }

    /** Same as {@link #find(ArchiveFilter)}, with another number of events per page. */
    public SearchResult find(ArchiveFilter filter, int pageSize) {
        return search().find(filter, pageSize);
    }

    private ArchiveSearch search() {
        return new ArchiveSearch(queries, visible, moment, locale, alphabet);
    }

    /** The event with this slug; null if there is none or this reader may not see it. */
    public Event event(String slug) {
        return read(queries.event(slug).or(() -> visible.notice(slug)), this::event);
    }

    private <T> T read(Optional<ContentNode> found, Function<ContentNode, T> reader) {
        return found.flatMap(node -> queries.read(node, reader)).orElse(null);
    }

    private Event event(ContentNode node) {
        EventSummary summary = visible.summary(node);
        return Event.of(node, summary, phase(summary));
    }

    /** Reads these events in full, in the same order. Events that no longer exist are left out. */
    public List<Event> read(List<IndexedEvent> events) {
        return visible.read(events, this::event);
    }

    /** Those of the events with these identifiers that are there for this reader, in full. */
    public List<Event> events(Set<String> ids) {
        return read(visible.all().having(ids.stream().map(UUID::fromString).toList()));
    }

    /** Those of the speakers with these identifiers that are there for this reader. */
    public List<Speaker> speakers(Set<String> ids) {
        return ids.stream()
                .flatMap(id -> queries.shown(NodeType.SPEAKER, id).map(Speaker::of).stream())
                .toList();
    }

    /** Those of the work packages with these identifiers that are there for this reader. */
    public List<WorkPackage> workPackages(Set<String> ids) {
        return workPackages().stream().filter(group -> ids.contains(group.id())).toList();
    }

    /** The events one by one, for documents that tell of many. */
    public EventEntries entries() {
        return new EventEntries(visible, moment);
    }

    /** What components show of it. */
    public Highlights highlights() {
        return new Highlights(queries, visible, moment);
    }

    /** The names in addresses. */
    public VisibleSlugs slugs() {
        return slugs;
    }

    /** The addresses of what has been withdrawn or moved. */
    public FormerAddresses formerAddresses() {
        return new FormerAddresses(queries, visible);
    }

    /** What has changed, for whoever keeps a copy of a site that has one language. */
    public ContentChanges changes() {
        return changes(List.of());
    }

    /**
     * What has changed, for whoever keeps a copy.
     *
     * @param languages those of the site, the default one first
     */
    public ContentChanges changes(Collection<String> languages) {
        return new ContentChanges(queries, visible, rights, languages, moment.now());
    }

    /** The events before and after this one. */
    public RelatedEvents.Neighbours neighbours(Event event) {
        return new RelatedEvents(event, visible).neighbours();
    }

    /**
     * Other events that share work packages or speakers with this one: those that share most first, then the newest.
     *
     * @param most the maximum number of events
     */
    public List<EventSummary> related(Event event, int most) {
        return new RelatedEvents(event, visible).related(most);
    }

    /** What editors are told of it. */
    public Desk desk() {
        return new Desk(queries, index.as(queries.session(), rights, languages, moment.siteZone()), moment);
    }

    /** All speakers by family name, then by full name, in the alphabetical order of the language. */
    public List<Speaker> speakers() {
        return readSpeakers(indexedSpeakers());
    }

    /** What is known of all speakers without reading them, in the same order as {@link #speakers}. */
    public List<IndexedSpeaker> indexedSpeakers() {
        return visible.speakers();
    }

    /**
     * A page of the list of all speakers.
     *
     * @param page its number, from 1
     * @param pageSize the number of speakers per page
     * @return null if there is no such page
     */
    public SpeakerList speakers(int page, int pageSize) {
        List<IndexedSpeaker> all = indexedSpeakers();
        Pagination pages = Pagination.of(ArchiveFilter.none().onPage(page), pageSize, all.size());
        return pages.exists() ? new SpeakerList(all.size(), pages, readSpeakers(pages.cut(all))) : null;
    }

    private List<Speaker> readSpeakers(List<IndexedSpeaker> speakers) {
        return speakers.stream()
                .map(speaker -> queries.read(
                        speaker.id().toString(),
                        node -> node.isDeleted() ? Optional.<Speaker>empty() : Optional.of(Speaker.of(node))))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The speaker with this slug; null if there is none or this reader may not see it. */
    public Speaker speaker(String slug) {
        return read(queries.speaker(slug), Speaker::of);
    }

    /**
     * What a speaker did, newest first. Somebody with two parts in one event is listed twice, in the editor's order.
     */
    public List<SpeakerAppearance> appearances(Speaker speaker) {
        // The same for each of them, but perhaps in another language than what was asked with.
        Speaker own =
                queries.shown(NodeType.SPEAKER, speaker.id()).map(Speaker::of).orElse(null);
        return visible
                .read(
                        eventsOf(speaker),
                        event -> SpeakerAppearance.in(event, visible.summary(event), speaker.id(), own))
                .stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(SpeakerAppearance::event, EventOrder.NEWEST_FIRST))
                .toList();
    }

    /**
     * The years from the first to the last of these, as a date such as "2013–2014"; null if none of them has a year.
     */
    public EventDate years(List<SpeakerAppearance> appearances) {
        return SpeakerAppearance.years(appearances);
    }

    /** The kinds of event: those that the module's forms offer, followed by others that this reader's events have. */
    public List<String> kinds() {
        Column<OpenEnum<EventKind>> kinds = visible.all().kinds();
        return Stream.concat(
                        EventKind.words().stream(),
                        IntStream.range(0, kinds.size())
                                .mapToObj(kinds::value)
                                .filter(Objects::nonNull)
                                .map(OpenEnum::word))
                .distinct()
                .toList();
    }

    /** The values that this reader's events have in a facet, in the order of the archive page. */
    public List<String> values(Facet facet) {
        return search().values(facet);
    }

    /** All work packages, by position. */
    public List<WorkPackage> workPackages() {
        return queries.workPackages().stream()
                .map(WorkPackage::of)
                .sorted(Comparator.comparingLong(WorkPackage::position)
                        .thenComparing(WorkPackage::code)
                        .thenComparing(WorkPackage::slug))
                .toList();
    }

    /** The work package with this slug; null if there is none or this reader may not see it. */
    public WorkPackage workPackage(String slug) {
        return read(queries.workPackage(slug), WorkPackage::of);
    }

    /**
     * What a work package did: its events over time and by kind, their documents, and the people who took part.
     *
     * @param page the number of the page of its events, from 1
     * @param pageSize the number of events per page
     * @return null if there is no such page
     */
    public WorkPackageReport workOf(WorkPackage workPackage, int page, int pageSize) {
        EventSelection all = all().ofWorkPackage(workPackage.id());
        Pagination pages = Pagination.of(ArchiveFilter.none().onPage(page), pageSize, all.size());
        return pages.exists() ? WorkPackageReport.read(all, pages, visible, Speaker.byName(alphabet)) : null;
    }

    /** The phase of an event at the time of the request. */
    public Phase phase(EventSummary event) {
        return moment.phase(event);
    }

    /** The events at which a speaker appeared, each once, newest first. */
    public EventSelection eventsOf(Speaker speaker) {
        return visible.ofSpeaker(speaker.id());
    }

    /** The events of a work package, in the order of the archive's page. */
    public EventSelection eventsOf(WorkPackage workPackage) {
        return visible.all().order(moment.now()).events().ofWorkPackage(workPackage.id());
    }

    /**
     * The stored properties of an event, a speaker or a work package, for sites that add fields and print them: {@code
     * archive.content(event.summary().id()).text("hashtag")}.
     *
     * @param id its identifier, see {@link EventSummary#id()}, {@link Speaker#id()} and {@link WorkPackage#id()}
     * @return its properties in this archive's language, or those of the event's notice where only that may be read; null
     *     if there is none or this reader may not see it
     */
    public ContentNode content(String id) {
        return queries.content(id)
                .filter(node -> !node.isDeleted())
                .or(() -> queries.referredEvent(id))
                .orElse(null);
    }
}
