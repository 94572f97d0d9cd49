package org.efcevents.sitemap;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.efcevents.address.Addresses;
import org.efcevents.archive.Archive;
import org.efcevents.content.ContentNode;
import org.efcevents.event.EventSummary;
import org.efcevents.xml.XmlText;

/**
 * The pages of an archive that one reader may see, each in every language that it is written in, with its translations
 * and the time of its last modification.
 *
 * <p>The protocol allows 50,000 addresses per file. A larger archive is refused rather than truncated.
 *
 * @param pages the pages, in the order of the file
 */
public record Sitemap(List<Page> pages) {

    private static final int MOST = 50_000;
    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /**
     * A page in all of its languages.
     *
     * @param translations at least one
     * @param modified when its content was last modified; null if unknown
     */
    public record Page(List<Translation> translations, Instant modified) {}

    /**
     * A page in one language.
     *
     * @param language BCP 47 tag
     * @param address its absolute address
     */
    public record Translation(String language, String address) {}

    /** Makes a defensive copy of the pages. */
    public Sitemap {
        pages = List.copyOf(pages);
    }

    /** Collects the list pages and every event, speaker and work package of an archive. */
    public static Sitemap of(Archive archive, Addresses addresses) {
        List<Page> pages = new ArrayList<>();
        pages.addAll(kind(
                "/events",
                archive.all().stream().map(event -> archive.content(event.id())),
                addresses,
                Sitemap::eventSlug,
                event -> event.languages("title")));
        pages.addAll(kind(
                "/speakers",
                archive.speakers().stream().map(speaker -> archive.content(speaker.id())),
                addresses,
                ContentNode::name,
                speaker -> List.of()));
        pages.addAll(kind(
                "/work-packages",
                archive.workPackages().stream().map(workPackage -> archive.content(workPackage.id())),
                addresses,
                ContentNode::name,
                workPackage -> List.of()));
        return new Sitemap(pages);
    }

    private static String eventSlug(ContentNode node) {
        return EventSummary.alone(node).slug();
    }

    /**
     * A list page and the pages of everything on it. {@code written} gives the languages of a page, with an empty list
     * for all languages of the site.
     */
    private static List<Page> kind(
            String path,
            Stream<ContentNode> nodes,
            Addresses addresses,
            Function<ContentNode, String> slug,
            Function<ContentNode, List<String>> written) {
        List<Page> pages = nodes.filter(Objects::nonNull)
                .map(node ->
                        page(addresses, path + "/" + slug.apply(node) + ".html", written.apply(node), node.revised()))
                .toList();
        Instant latest = pages.stream()
                .map(Page::modified)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return Stream.concat(Stream.of(page(addresses, path + ".html", List.of(), latest)), pages.stream())
                .toList();
    }

    private static Page page(Addresses addresses, String path, List<String> written, Instant modified) {
        return new Page(
                addresses.translations(path, written).entrySet().stream()
                        .map(translation -> new Translation(translation.getKey(), translation.getValue()))
                        .toList(),
                modified);
    }

    /**
     * The file ({@code application/xml}, UTF-8).
     *
     * @throws IllegalStateException if there are more than 50,000 addresses
     */
    public String text() {
        long addresses =
                pages.stream().mapToLong(page -> page.translations().size()).sum();
        if (addresses > MOST) {
            throw new IllegalStateException(
                    "The archive has " + addresses + " addresses, and a sitemap may have " + MOST
                            + ": decorate the virtual URI efc-events:sitemap, so that it leads to an index that the site makes");
        }
        XmlText xml = new XmlText("urlset", SITEMAP).namespace("xhtml", XHTML);
        for (Page page : pages) {
            page.translations().forEach(translation -> write(xml, page, translation));
        }
        return xml.text();
    }

    private static void write(XmlText xml, Page page, Translation own) {
        xml.begin("url").element("loc", own.address());
        if (page.modified() != null && page.modified().isAfter(Instant.EPOCH)) {
            xml.element(
                    "lastmod",
                    DateTimeFormatter.ISO_INSTANT.format(page.modified().truncatedTo(ChronoUnit.SECONDS)));
        }
        if (page.translations().size() > 1) {
            for (Translation each : page.translations()) {
                xml.empty("xhtml:link")
                        .attribute("rel", "alternate")
                        .attribute("hreflang", each.language())
                        .attribute("href", each.address());
            }
        }
        xml.end();
    }
}
