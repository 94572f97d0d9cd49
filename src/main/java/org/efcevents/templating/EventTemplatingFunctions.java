package org.efcevents.templating;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.address.Addresses;
import org.efcevents.api.Api;
import org.efcevents.api.ApiResponse;
import org.efcevents.archive.Archive;
import org.efcevents.archive.ArchiveCache;
import org.efcevents.archive.Highlights;
import org.efcevents.atom.AtomFeed;
import org.efcevents.calendar.CalendarEntry;
import org.efcevents.calendar.EventCalendar;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.RichText;
import org.efcevents.event.Event;
import org.efcevents.event.EventSummary;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.linkeddata.LinkedData;
import org.efcevents.oembed.OEmbed;
import org.efcevents.sitemap.Sitemap;

/**
 * What page templates call {@code efcfn}: the archive of a repository session, as values to print.
 *
 * <p>Every value is raw text. A template that prints one therefore needs the header {@code [#ftl output_format="HTML"]},
 * and so does every file that it includes.
 */
public class EventTemplatingFunctions {

    private final Clock clock;
    private final ArchiveCache cache = new ArchiveCache();

    /** For Magnolia, which makes one of these for all templates. */
    public EventTemplatingFunctions() {
        this(Clock.systemUTC());
    }

    /**
     * For tests that live at another time.
     *
     * @param clock says what is past and what is to come
     */
    public EventTemplatingFunctions(Clock clock) {
        this.clock = clock;
    }

    /**
     * The archive as the session of a node sees it.
     *
     * @param node a referenceable node of the workspace {@code efc-events}, such as {@code /events}; it may be wrapped, only
     *     its session is used
     * @param language ISO 639 code of the page's language, as {@code cmsfn.language()} gives it
     * @param defaultLanguage ISO 639 code of the language that the content's plain properties are written in: the
     *     {@code fallbackLocale} of the site's i18n configuration
     * @param timeZone IANA identifier of the zone in which the site's days begin and end, such as {@code Europe/Brussels}
     * @throws IllegalArgumentException if there is no such zone
     * @throws RepositoryException if the node's session has ended, or the node cannot be found again
     */
    public Archive archive(Node node, String language, String defaultLanguage, String timeZone)
            throws RepositoryException {
        return new Archive(
                unwrapped(node),
                new ContentLanguages(language, defaultLanguage),
                clock.instant(),
                zone(timeZone),
                cache);
    }

    /**
     * What a visitor asks of the archive.
     *
     * @param query the query string of the address, encoded as it came: {@code
     *     cmsfn.unescapeXss(ctx.request.queryString!"")}. The parameters that Magnolia gives to templates would not do: their
     *     escaping cannot be undone, since it takes an ampersand and what follows for escaped already
     */
    public ArchiveFilter filter(String query) {
        return ArchiveFilter.parse(query);
    }

    /**
     * The few events and people that components show, as the session of a node sees them. The parameters and errors are
     * those of {@link #archive}.
     */
    public Highlights highlights(Node node, String language, String defaultLanguage, String timeZone)
            throws RepositoryException {
        return new Highlights(
                unwrapped(node), new ContentLanguages(language, defaultLanguage), clock.instant(), zone(timeZone));
    }

    /**
     * An event as a file for calendars.
     *
     * @param language BCP 47 tag of the page's language
     * @param timeZone as in {@link #archive}
     * @param address the event's page; absolute
     * @param kind what kind of event it is, in words; empty if that is not known
     * @return null if the event is on no certain day, and so has no place in a calendar
     */
    public EventCalendar calendar(Event event, String language, String timeZone, String address, String kind) {
        return CalendarEntry.hasCalendarDate(event.summary().date())
                ? new EventCalendar(null, List.of(CalendarEntry.of(event, language, zone(timeZone), address, kind)))
                : null;
    }

    /**
     * Events as a calendar to subscribe to.
     *
     * @param events those that are to be in it; one that is on no certain day is left out, see {@link
     *     CalendarEntry#isPlaceable}
     * @param timeZone as in {@link #archive}
     * @param kinds what each kind of event is called
     * @param name what the calendar is called
     * @param address where the calendar itself is; absolute
     * @return null if no event is left, since a calendar without any is not valid
     */
    public EventCalendar calendarFeed(
            List<Event> events,
            String timeZone,
            Addresses addresses,
            Map<String, String> kinds,
            String name,
            String address) {
        return EventCalendar.of(events, zone(timeZone), addresses, kinds, new EventCalendar.Feed(name, address))
                .orElse(null);
    }

    /** How many of these events are on a certain day, and so have a place in a calendar. */
    public long countWithCalendarDate(List<EventSummary> events) {
        return events.stream()
                .filter(event -> CalendarEntry.hasCalendarDate(event.date()))
                .count();
    }

    /**
     * Events as a feed of what was added and changed: see {@link AtomFeed#of}.
     *
     * @return null if there is no such document
     */
    public AtomFeed atom(
            List<Event> events,
            Addresses addresses,
            Map<String, String> kinds,
            String title,
            String part,
            String author,
            String path,
            String page,
            String archive) {
        AtomFeed.Metadata metadata = new AtomFeed.Metadata(
                title,
                part.isBlank() ? null : part,
                author,
                addresses.language(),
                addresses.here(path),
                addresses.here(page));
        AtomFeed feed = AtomFeed.of(metadata, events, addresses, kinds, archive);
        return feed.exists() ? feed : null;
    }

    /**
     * The absolute addresses of the site's pages.
     *
     * @param language ISO 639 code of the page's language
     * @param own what precedes {@code /events.html} in that language; absolute
     * @param byLanguage the same by language; empty where the site has one only
     */
    public Addresses addresses(String language, String own, Map<String, String> byLanguage) {
        return new Addresses(language, own, byLanguage);
    }

    /**
     * The archive for programs.
     *
     * @param labels as in {@link Api}
     * @param timeZone as in {@link #archive}
     */
    public Api api(Archive archive, Addresses addresses, Map<String, String> labels, String timeZone) {
        return new Api(archive, addresses, labels, zone(timeZone));
    }

    /** What a program is answered, as HTTP sends it. */
    public Representation representation(ApiResponse answer) {
        return new Representation(answer.text(), answer.modified());
    }

    /**
     * A text as HTTP sends it.
     *
     * @param modified when what it says was last changed
     */
    public Representation representation(String text, Instant modified) {
        return new Representation(text, modified);
    }

    /** A text as HTTP sends it, of which nothing tells when it was last changed. */
    public Representation representation(String text) {
        return new Representation(text, null);
    }

    /** What another site asks about a link to an event; see {@link OEmbed#asked}. */
    public OEmbed oEmbed(String query, Addresses addresses) {
        return OEmbed.asked(query, addresses);
    }

    /**
     * What pages tell machines about what they show.
     *
     * @param timeZone as in {@link #archive}
     */
    public LinkedData linkedData(Addresses addresses, String timeZone) {
        return new LinkedData(addresses, zone(timeZone));
    }

    /** What search engines are told there is in an archive. */
    public Sitemap sitemap(Archive archive, Addresses addresses) {
        return Sitemap.of(archive, addresses);
    }

    /** When the one of these events that was changed last was changed; they may not be none. */
    public Instant revised(List<Event> events) {
        return Collections.max(
                events.stream().map(event -> event.publication().revised()).toList());
    }

    /** The locale of a language code, for values that are put into words: {@code event.date().inWords(locale)}. */
    public Locale locale(String language) {
        return Locale.forLanguageTag(language);
    }

    /**
     * The size of a file as people read it, such as "2.4 MB" or "2,4 Mo".
     *
     * @param bytes the size; a template gives it as a number
     */
    public String fileSize(Number bytes, Locale locale) {
        return FileSize.inWords(bytes.longValue(), locale);
    }

    /**
     * The width and height of a picture, where the DAM knows them.
     *
     * @param asset the picture's node of the workspace {@code dam}; null where the reader may not see it
     * @return null where there is none, or it is not known
     */
    public ImageSize imageSize(Node asset) throws RepositoryException {
        return asset == null ? null : ImageSize.of(asset);
    }

    /**
     * Rich text of a page or a component, made safe to print without escaping. Its property is read here, and not by the
     * template: what a template reads has an address in each link already, that of a page which is gone or which the reader
     * may not see among them ({@code info.magnolia.jcr.util.ContentMap}).
     *
     * @param node the page or component, not escaped: {@code cmsfn.asJCRNode(cmsfn.decode(content))}
     * @param property such as {@code intro}
     * @return an empty text where there is no such property
     */
    public RichText richText(Node node, String property) throws RepositoryException {
        return RichText.of(
                node.hasProperty(property) ? node.getProperty(property).getString() : null);
    }

    /**
     * What follows the language in the address of the page that shows an event, a speaker or a work package, such as {@code
     * /events/some-event.html}.
     *
     * @param node a node of the workspace {@code efc-events}; null where the reader may not see it
     * @return null where there is no such page: for no node, for one that is marked as deleted and for any other kind of node
     */
    public String pagePath(Node node) throws RepositoryException {
        return node == null ? null : PagePath.of(node);
    }

    /**
     * The repository's own session behind a node. From Magnolia 6.2.55 and 6.3.5 on, looked-up nodes are wrapped so that they
     * give escaped text, and their session wraps whatever it gives in the same way; only what a query finds is not wrapped.
     */
    private static Session unwrapped(Node node) throws RepositoryException {
        String again = "//*[@jcr:uuid = '" + node.getIdentifier() + "']";
        NodeIterator found = node.getSession()
                .getWorkspace()
                .getQueryManager()
                .createQuery(again, "xpath")
                .execute()
                .getNodes();
        if (!found.hasNext()) {
            throw new ItemNotFoundException(
                    "The node " + node.getPath() + " is not in the search index (" + again + "): give efcfn.archive a"
                            + " referenceable node, or rebuild the index of the workspace efc-events");
        }
        return found.nextNode().getSession();
    }

    private static ZoneId zone(String timeZone) {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The template parameter timeZone is \"" + timeZone
                            + "\": give an IANA name such as Europe/Brussels",
                    e);
        }
    }
}
