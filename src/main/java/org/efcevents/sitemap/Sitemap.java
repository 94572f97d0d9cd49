package org.efcevents.sitemap;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.efcevents.address.Addresses;
import org.efcevents.archive.Archive;
import org.efcevents.xml.XmlText;

/**
 * The pages of an archive that one reader may see, each in every language that it is written in, with its translations
 * and the time of its last modification.
 *
 * <p>The protocol allows 50,000 addresses per file. A larger one is written in {@link #parts}, and {@link #index} leads to them.
 *
 * @param pages the pages, in the order of the file
 * @param addresses tells their addresses
 */
public record Sitemap(List<Page> pages, Addresses addresses) {

    private static final int MOST = 50_000;

    /** How many pages are written before they are sent. */
    private static final int AT_ONCE = 500;

    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /**
     * A page in all of its languages.
     *
     * @param path see {@link Addresses#translations}, which gives its addresses
     * @param written as there
     * @param modified when its content was last modified; null if unknown
     */
    public record Page(String path, List<String> written, Instant modified) {}

    /** Makes a defensive copy of the pages. */
    public Sitemap {
        pages = List.copyOf(pages);
    }

    /** Collects the list pages and every event, speaker and work package of an archive. */
    public static Sitemap of(Archive archive, Addresses addresses) {
        List<Page> pages = new ArrayList<>();
        addKind(
                "/events",
                archive.all().stream()
                        .map(event -> new Page(archive.slugs().of(event), event.titleLanguages(), event.revised())),
                pages);
        addKind(
                "/speakers",
                archive.indexedSpeakers().stream()
                        .map(speaker -> new Page(archive.slugs().of(speaker), List.of(), speaker.revised())),
                pages);
        addKind(
                "/work-packages",
                archive.workPackages().stream()
                        .map(workPackage -> archive.content(workPackage.id()))
                        .filter(Objects::nonNull)
                        .map(node -> new Page(node.slug(), List.of(), node.revised())),
                pages);
        return new Sitemap(pages, addresses);
    }

    /**
     * Adds a list page and the pages of everything on it.
     *
     * @param named with names in place of paths
     */
    private static void addKind(String path, Stream<Page> named, List<Page> pages) {
        List<Page> each = named.map(
                        page -> new Page(path + "/" + page.path() + ".html", page.written(), page.modified()))
                .toList();
        pages.add(new Page(
                path + ".html",
                List.of(),
                each.stream().map(Page::modified).max(Comparator.naturalOrder()).orElse(null)));
        pages.addAll(each);
    }

    /** Itself, cut into as few as there may be: at least one. */
    public List<Sitemap> parts() {
        List<Sitemap> parts = new ArrayList<>();
        Map<List<String>, Integer> counts = new HashMap<>();
        int begin = 0;
        int total = 0;
        for (int i = 0; i < pages.size(); i++) {
            int own = counts.computeIfAbsent(
                    pages.get(i).written(),
                    written -> addresses.translations("", written).size());
            if (total + own > MOST) {
                parts.add(new Sitemap(pages.subList(begin, i), addresses));
                begin = i;
                total = 0;
            }
            total += own;
        }
        parts.add(new Sitemap(pages.subList(begin, pages.size()), addresses));
        return parts;
    }

    /**
     * The file ({@code application/xml}, UTF-8), with all pages: see {@link #parts}. It is written while it is iterated, each time that
     * it is.
     */
    public Iterable<String> text() {
        return () -> {
            XmlText xml = new XmlText("urlset", SITEMAP).namespace("xhtml", XHTML);
            Stream<String> beginning = IntStream.range(0, (pages.size() + AT_ONCE - 1) / AT_ONCE)
                    .mapToObj(i -> {
                        pages.subList(i * AT_ONCE, Math.min(pages.size(), (i + 1) * AT_ONCE))
                                .forEach(page -> write(xml, page));
                        return xml.part();
                    });
            return Stream.concat(beginning, Stream.of(xml).map(XmlText::text)).iterator();
        };
    }

    /** The file that leads to other sitemaps. */
    public static String index(List<String> addresses) {
        XmlText xml = new XmlText("sitemapindex", SITEMAP);
        addresses.forEach(
                address -> xml.begin("sitemap").element("loc", address).end());
        return xml.text();
    }

    private void write(XmlText xml, Page page) {
        Map<String, String> translations = addresses.translations(page.path(), page.written());
        translations.values().forEach(own -> write(xml, page, translations, own));
    }

    private static void write(XmlText xml, Page page, Map<String, String> translations, String own) {
        xml.begin("url").element("loc", own);
        if (page.modified() != null && page.modified().isAfter(Instant.EPOCH)) {
            xml.element(
                    "lastmod",
                    DateTimeFormatter.ISO_INSTANT.format(page.modified().truncatedTo(ChronoUnit.SECONDS)));
        }
        if (translations.size() > 1) {
            translations.forEach((language, address) -> xml.empty("xhtml:link")
                    .attribute("rel", "alternate")
                    .attribute("hreflang", language)
                    .attribute("href", address));
        }
        xml.end();
    }
}
