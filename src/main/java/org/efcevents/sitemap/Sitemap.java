package org.efcevents.sitemap;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.efcevents.address.Addresses;
import org.efcevents.archive.Archive;
import org.efcevents.content.ContentNode;
import org.efcevents.xml.XmlText;

/**
 * The pages of an archive that one reader may see, each in every language that it is written in, with its translations
 * and the time of its last modification.
 *
 * <p>The protocol allows 50,000 addresses per file. A larger one is written in {@link #parts}, and {@link #index} leads to them.
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
        List<Page> events = archive.all().stream()
                .map(event ->
                        page(addresses, "/events/" + event.slug() + ".html", event.titleLanguages(), event.revised()))
                .toList();
        pages.add(page(addresses, "/events.html", List.of(), latest(events)));
        pages.addAll(events);
        pages.addAll(kind(
                "/speakers", archive.speakers().stream().map(speaker -> archive.content(speaker.id())), addresses));
        pages.addAll(kind(
                "/work-packages",
                archive.workPackages().stream().map(workPackage -> archive.content(workPackage.id())),
                addresses));
        return new Sitemap(pages);
    }

    /** A list page and the pages of everything on it, in all languages of the site. */
    private static List<Page> kind(String path, Stream<ContentNode> nodes, Addresses addresses) {
        List<Page> pages = nodes.filter(Objects::nonNull)
                .map(node -> page(addresses, path + "/" + node.name() + ".html", List.of(), node.revised()))
                .toList();
        return Stream.concat(Stream.of(page(addresses, path + ".html", List.of(), latest(pages))), pages.stream())
                .toList();
    }

    private static Instant latest(List<Page> pages) {
        return pages.stream().map(Page::modified).max(Comparator.naturalOrder()).orElse(null);
    }

    private static Page page(Addresses addresses, String path, List<String> written, Instant modified) {
        return new Page(
                addresses.translations(path, written).entrySet().stream()
                        .map(translation -> new Translation(translation.getKey(), translation.getValue()))
                        .toList(),
                modified);
    }

    /** Itself, cut into as few as there may be: at least one. */
    public List<Sitemap> parts() {
        List<Sitemap> parts = new ArrayList<>();
        List<Page> part = new ArrayList<>();
        int addresses = 0;
        for (Page page : pages) {
            addresses += page.translations().size();
            if (addresses > MOST) {
                parts.add(new Sitemap(part));
                part = new ArrayList<>();
                addresses = page.translations().size();
            }
            part.add(page);
        }
        parts.add(new Sitemap(part));
        return parts;
    }

    /** The file ({@code application/xml}, UTF-8), with all pages: see {@link #parts}. */
    public String text() {
        XmlText xml = new XmlText("urlset", SITEMAP).namespace("xhtml", XHTML);
        for (Page page : pages) {
            page.translations().forEach(translation -> write(xml, page, translation));
        }
        return xml.text();
    }

    /** The file that leads to other sitemaps. */
    public static String index(List<String> addresses) {
        XmlText xml = new XmlText("sitemapindex", SITEMAP);
        addresses.forEach(
                address -> xml.begin("sitemap").element("loc", address).end());
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
