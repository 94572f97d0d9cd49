package org.efcevents.templating;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.address.Addresses;
import org.efcevents.archive.Archive;
import org.efcevents.archive.ArchiveCache;
import org.efcevents.archive.Highlights;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.DamFile;
import org.efcevents.content.ImageSize;
import org.efcevents.content.RichText;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.page.PageRequest;
import org.efcevents.page.PageResource;

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
     * @param language the page's language, a BCP 47 tag or as {@code cmsfn.language()} gives it
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
                PageRequest.zone(timeZone),
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
                unwrapped(node),
                new ContentLanguages(language, defaultLanguage),
                clock.instant(),
                PageRequest.zone(timeZone));
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
     * What is at the address of one of the module's pages; {@code templates/includes/answer.ftl} asks for it and carries out what
     * it answers.
     *
     * @param facts as {@link PageRequest} takes them
     * @param archive as the reader sees it
     * @throws IllegalArgumentException if a fact is missing
     */
    public PageResource resource(Map<String, ?> facts, Archive archive) {
        return new PageResource(PageRequest.of(facts), archive);
    }

    /** As {@link #resource}, where the archive is closed to the reader. */
    public PageResource closed(Map<String, ?> facts) {
        return new PageResource(PageRequest.of(facts), null);
    }

    /**
     * A file of the DAM.
     *
     * @param address where it is; absolute
     * @param asset its node of the workspace {@code dam}
     */
    public DamFile file(String address, Node asset) throws RepositoryException {
        return new DamFile(address, imageSize(asset));
    }

    /**
     * The BCP 47 tag of a language, as HTML and everything here takes it.
     *
     * @param locale as {@code cmsfn.language()} gives it: {@code fr}, {@code de_CH}
     */
    public String languageTag(String locale) {
        return ContentLanguages.tag(locale);
    }

    /** The locale of a language tag, for values that are put into words: {@code event.date().inWords(locale)}. */
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
}
