package org.efcevents.sitemap;

import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.efcevents.address.Addresses;
import org.efcevents.archive.Archive;
import org.efcevents.content.ContentNode;
import org.efcevents.event.Event;
import org.efcevents.speaker.Speaker;
import org.efcevents.workpackage.WorkPackage;

/**
 * The pages of an archive that one reader may see, each in every language that it is written in, with the time of its last
 * change and its translations.
 *
 * <p>The protocol allows 50,000 addresses in one file; an archive that has more is refused and not cut.
 *
 * @param pages in the order of the file
 */
public record Sitemap(List<Page> pages) {

    private static final int MOST = 50_000;
    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /**
     * A page in all its languages.
     *
     * @param translations one at least
     * @param modified when what it shows was last changed; null where nothing tells that
     */
    public record Page(List<Translation> translations, Instant modified) {}

    /**
     * A page in one language.
     *
     * @param language BCP 47 tag
     * @param address absolute
     */
    public record Translation(String language, String address) {}

    /** Copies the pages. */
    public Sitemap {
        pages = List.copyOf(pages);
    }

    /** The lists and every event, speaker and work package of an archive. */
    public static Sitemap of(Archive archive, Addresses addresses) {
        List<Event> events = archive.read(archive.events().all());
        List<Speaker> speakers = archive.speakers();
        List<WorkPackage> workPackages = archive.workPackages();
        return new Sitemap(Stream.of(
                        Stream.of(page(
                                addresses,
                                "/events.html",
                                List.of(),
                                latest(events.stream().map(Event::revised)))),
                        events.stream()
                                .map(event -> page(
                                        addresses,
                                        "/events/" + event.summary().slug() + ".html",
                                        event.languages(),
                                        event.revised())),
                        Stream.of(page(
                                addresses,
                                "/speakers.html",
                                List.of(),
                                latest(speakers.stream().map(one -> revised(archive, one.id()))))),
                        speakers.stream()
                                .map(one -> page(
                                        addresses,
                                        "/speakers/" + one.slug() + ".html",
                                        List.of(),
                                        revised(archive, one.id()))),
                        Stream.of(page(
                                addresses,
                                "/work-packages.html",
                                List.of(),
                                latest(workPackages.stream().map(one -> revised(archive, one.id()))))),
                        workPackages.stream()
                                .map(one -> page(
                                        addresses,
                                        "/work-packages/" + one.slug() + ".html",
                                        List.of(),
                                        revised(archive, one.id()))))
                .flatMap(pages -> pages)
                .toList());
    }

    private static Instant revised(Archive archive, String id) {
        ContentNode node = archive.content(id);
        return node == null ? Instant.EPOCH : node.revised();
    }

    private static Instant latest(Stream<Instant> moments) {
        List<Instant> all = moments.toList();
        return all.isEmpty() ? null : Collections.max(all);
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
        StringWriter text = new StringWriter();
        try {
            // Magnolia brings another implementation, which would write the same differently.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("urlset");
            xml.writeDefaultNamespace(SITEMAP);
            xml.writeNamespace("xhtml", XHTML);
            for (Page page : pages) {
                for (Translation translation : page.translations()) {
                    url(xml, page, translation);
                }
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The sitemap cannot be written: " + e.getMessage(), e);
        }
        return text.append('\n').toString();
    }

    private static void url(XMLStreamWriter xml, Page page, Translation own) throws XMLStreamException {
        xml.writeStartElement("url");
        element(xml, "loc", own.address());
        if (page.modified() != null && page.modified().isAfter(Instant.EPOCH)) {
            element(
                    xml,
                    "lastmod",
                    DateTimeFormatter.ISO_INSTANT.format(page.modified().truncatedTo(ChronoUnit.SECONDS)));
        }
        if (page.translations().size() > 1) {
            for (Translation each : page.translations()) {
                xml.writeEmptyElement("xhtml:link");
                xml.writeAttribute("rel", "alternate");
                xml.writeAttribute("hreflang", each.language());
                xml.writeAttribute("href", each.address());
            }
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
