package org.efcevents.templating;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.address.Addresses;
import org.efcevents.archive.Archive;
import org.efcevents.archive.Highlights;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.DamFile;
import org.efcevents.content.ImageSize;
import org.efcevents.content.RichText;
import org.efcevents.desk.Progress;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.index.ArchiveIndex;
import org.efcevents.index.Rights;
import org.efcevents.page.PageRequest;
import org.efcevents.page.PageResource;

/**
 * The functions that templates know as {@code efcfn}. They give access to the archive of a repository session.
 *
 * <p>All values are unescaped. Templates that print them therefore need the header {@code [#ftl output_format="HTML"]},
 * and so does every file that they include.
 */
public class EventTemplatingFunctions {

    private final Clock clock;
    private final ArchiveIndex index;
    private final Progress progress = new Progress();

    /** Used by Magnolia, which creates one instance for all templates. */
    public EventTemplatingFunctions() {
        this(Clock.systemUTC());
    }

    /**
     * For tests that need another time.
     *
     * @param clock determines what is past and what is upcoming
     */
    public EventTemplatingFunctions(Clock clock) {
        this.clock = clock;
        this.index = new ArchiveIndex(clock);
    }

    /**
     * The archive, as seen by the session of a node.
     *
     * @param node a referenceable node of the workspace {@code efc-events}, such as {@code /events}; it may be wrapped,
     *     because only its session is used
     * @param language the language of the page, as a BCP 47 tag or as {@code cmsfn.language()} returns it
     * @param defaultLanguage ISO 639 code of the language that the content's plain properties are written in: the
     *     {@code fallbackLocale} of the site's i18n configuration
     * @param timeZone IANA identifier of the time zone in which the site's days begin and end, such as {@code
     *     Europe/Brussels}
     * @param rights what the node's session may do, see {@link #rights}
     * @throws IllegalArgumentException if there is no such time zone
     * @throws RepositoryException if the node's session has ended or a query does not find the node
     */
    public Archive archive(Node node, String language, String defaultLanguage, String timeZone, Rights rights)
            throws RepositoryException {
        return new Archive(
                unwrapped(node),
                new ContentLanguages(language, defaultLanguage),
                clock.instant(),
                PageRequest.zone(timeZone),
                rights,
                index);
    }

    /** Same as {@link #archive} where it is not known what the reader may do: each page asks it of all events. */
    public Archive archive(Node node, String language, String defaultLanguage, String timeZone)
            throws RepositoryException {
        return archive(node, language, defaultLanguage, timeZone, null);
    }

    /**
     * What a reader may do; see {@link Rights#of}.
     *
     * @param user {@code ctx.user.name}
     * @param permissions each as {@code ${permission.permissions?c} ${permission.pattern.patternString}}
     */
    public Rights rights(String user, List<String> permissions) {
        return Rights.of(user, permissions);
    }

    /**
     * The session of a node, which has the rights of whoever asks for the page.
     *
     * @param node of any workspace; null or nothing if that cannot be read
     * @return null without a node
     */
    public Session session(Object node) throws RepositoryException {
        return node instanceof Node there ? there.getSession() : null;
    }

    /**
     * Parses what a visitor asks for.
     *
     * @param query the query string of the address, still encoded: {@code
     *     cmsfn.unescapeXss(ctx.request.queryString!"")}. The parameters that Magnolia passes to templates cannot be
     *     used, because their escaping cannot be undone: it leaves an ampersand alone if what follows looks like an
     *     entity
     */
    public ArchiveFilter filter(String query) {
        return ArchiveFilter.parse(query);
    }

    /**
     * The events and people that components show, as seen by the session of a node. For parameters and exceptions see
     * {@link #archive}.
     */
    public Highlights highlights(Node node, String language, String defaultLanguage, String timeZone, Rights rights)
            throws RepositoryException {
        return archive(node, language, defaultLanguage, timeZone, rights).highlights();
    }

    /**
     * The absolute addresses of the site's pages.
     *
     * @param language the page's language, a BCP 47 tag or as {@code cmsfn.language()} returns it
     * @param own what precedes {@code /events.html} in absolute addresses of that language
     * @param byLanguage the same for each language of the site, by its code; empty if there is only one
     */
    public Addresses addresses(String language, String own, Map<String, String> byLanguage) {
        return new Addresses(ContentLanguages.tag(language), own, byLanguage);
    }

    /**
     * The resource at the address of one of the module's pages. {@code templates/includes/answer.ftl} calls this and
     * carries out the response.
     *
     * @param facts see {@link PageRequest#of}
     * @param archive the archive as the reader sees it
     * @throws IllegalArgumentException if a fact is missing
     */
    public PageResource resource(Map<String, ?> facts, Archive archive) {
        return new PageResource(PageRequest.of(facts), archive, progress);
    }

    /** Same as {@link #resource}, for readers who may not see the archive at all. */
    public PageResource closed(Map<String, ?> facts) {
        return new PageResource(PageRequest.of(facts), null, progress);
    }

    /**
     * A file in the DAM.
     *
     * @param address its absolute address
     * @param asset its node in the workspace {@code dam}
     */
    public DamFile file(String address, Node asset) throws RepositoryException {
        return DamFile.of(address, asset);
    }

    /**
     * The BCP 47 tag of a language, as used in HTML and by all other functions.
     *
     * @param locale the language as {@code cmsfn.language()} returns it: {@code fr}, {@code de_CH}
     */
    public String languageTag(String locale) {
        return ContentLanguages.tag(locale);
    }

    /**
     * The locale of a language, for functions that put values into words: {@code event.date().inWords(locale)}.
     *
     * @param language a BCP 47 tag, or the language as {@code cmsfn.language()} returns it
     */
    public Locale locale(String language) {
        return Locale.forLanguageTag(ContentLanguages.tag(language));
    }

    /**
     * The size of a file in words, such as "2.4 MB" or "2,4 Mo".
     *
     * @param bytes the size in bytes
     */
    public String fileSize(Number bytes, Locale locale) {
        return FileSize.inWords(bytes.longValue(), locale);
    }

    /**
     * The width and height of a picture, if the DAM knows them.
     *
     * @param asset the picture's node in the workspace {@code dam}; null if the reader may not see it
     * @return null if there is no picture or its size is unknown
     */
    public ImageSize imageSize(Node asset) throws RepositoryException {
        return asset == null ? null : ImageSize.of(asset);
    }

    /**
     * The sanitised rich text of a page or component. The property is read here rather than by the template because
     * templates get texts in which all links already have addresses, including those of pages that are gone or that the
     * reader may not see ({@code info.magnolia.jcr.util.ContentMap}).
     *
     * @param node the page or component, not escaped: {@code cmsfn.asJCRNode(cmsfn.decode(content))}
     * @param property such as {@code intro}
     * @return an empty text if there is no such property
     */
    public RichText richText(Node node, String property) throws RepositoryException {
        return RichText.of(
                node.hasProperty(property) ? node.getProperty(property).getString() : null);
    }

    /**
     * The path, after the language, of the page of an event, a speaker or a work package, such as {@code
     * /events/some-event.html}.
     *
     * @param node a node in the workspace {@code efc-events}; null if the reader may not see it
     * @return null if there is no such page: for null, nodes that are marked as deleted and other types of nodes
     */
    public String pagePath(Node node) throws RepositoryException {
        return node == null ? null : PagePath.of(node);
    }

    /**
     * The repository session behind a node. From Magnolia 6.2.55 and 6.3.5 on, nodes that templates look up are wrapped
     * so that they return escaped text, and so is everything that their session returns, except the results of queries.
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
