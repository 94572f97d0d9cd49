package org.efcevents.atom;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.efcevents.address.Addresses;
import org.efcevents.event.Event;
import org.efcevents.xml.XmlText;

/**
 * A document of an Atom feed ({@code application/atom+xml}, UTF-8).
 *
 * <p>Subscribers get the events that were modified last and those that are not in an archive document yet. Archive
 * documents (RFC 5005, 4) have the same number of events each, in the order in which the events were added, oldest
 * first. An archive document therefore only changes when one of its events is modified or removed.
 *
 * @param metadata what the feed says about itself
 * @param entries all entries, in any order
 * @param archive the number of the archive document, from 1; 0 for the document that subscribers get
 */
public record AtomFeed(Metadata metadata, List<AtomEntry> entries, int archive) {

    /**
     * What a feed says about itself (RFC 4287, 4.1.1).
     *
     * @param id the identifier of the feed, independent of its address
     * @param title the title of the feed
     * @param subtitle the part of the archive that it covers; null for the whole
     * @param author who publishes it
     * @param language BCP 47 tag of its language
     * @param address the absolute address of the feed itself, with its filters but without an archive document
     * @param page the absolute address of the page that shows the same events
     * @param size the number of events in an archive document, and of the latest modifications that subscribers get
     */
    public record Metadata(
            UUID id,
            String title,
            String subtitle,
            String author,
            String language,
            String address,
            String page,
            int size) {}

    /** The name of the query parameter for an archive document. */
    public static final String PARAMETER = "archive";

    private static final String MEDIA_TYPE = "application/atom+xml";
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String HISTORY = "http://purl.org/syndication/history/1.0";
    private static final Comparator<AtomEntry> OLDEST_FIRST =
            Comparator.comparing(AtomEntry::published).thenComparing(AtomEntry::id);
    private static final Comparator<AtomEntry> CHANGED_LAST_FIRST =
            Comparator.comparing(AtomEntry::updated).reversed().thenComparing(AtomEntry::id);

    /** Makes a defensive copy of the entries. */
    public AtomFeed {
        entries = List.copyOf(entries);
    }

    /**
     * Creates a feed of events.
     *
     * @param events all events of the feed
     * @param kinds the labels of the kinds of event
     * @param archive the value of the parameter {@link #PARAMETER}; blank if there is none
     */
    public static AtomFeed of(
            Metadata metadata, List<Event> events, Addresses addresses, Map<String, String> kinds, String archive) {
        return new AtomFeed(
                metadata,
                events.stream()
                        .map(event -> AtomEntry.of(event, addresses, kinds))
                        .toList(),
                archive.isBlank() ? 0 : archive.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(archive) : -1);
    }

    /**
     * Whether this document exists. Only full archive documents do, and a feed without events does not, because it has
     * no date.
     */
    public boolean exists() {
        return archive == 0 ? !entries.isEmpty() : archive > 0 && archive <= archives();
    }

    /** The number of archive documents; none if subscribers get everything anyway. */
    private int archives() {
        return entries.size() <= metadata.size() ? 0 : entries.size() / metadata.size();
    }

    private List<AtomEntry> shown() {
        if (archive > 0) {
            return after(archive - 1)
                    .limit(metadata.size())
                    .sorted(OLDEST_FIRST.reversed())
                    .toList();
        }
        return Stream.concat(entries.stream().sorted(CHANGED_LAST_FIRST).limit(metadata.size()), after(archives()))
                .distinct()
                .sorted(CHANGED_LAST_FIRST)
                .toList();
    }

    /** The entries after the first archive documents, oldest first. */
    private Stream<AtomEntry> after(int documents) {
        return entries.stream().sorted(OLDEST_FIRST).skip((long) documents * metadata.size());
    }

    /** When anything in this document was last modified. */
    public Instant updated() {
        return shown().stream()
                .map(AtomEntry::updated)
                .max(Comparator.naturalOrder())
                .orElseThrow(() ->
                        new IllegalStateException("The feed " + metadata.address() + " has no document " + archive));
    }

    /**
     * The document as XML; {@link XmlText} describes what happens to characters that XML does not allow.
     *
     * @throws IllegalStateException if it does not exist, see {@link #exists()}
     */
    public String text() {
        XmlText xml = new XmlText("feed", ATOM)
                .namespace("fh", HISTORY)
                .attribute("xml:lang", metadata.language())
                .attribute("xml:base", metadata.page())
                // The same in every archive document (RFC 5005, 4).
                .element("id", urn(metadata.id().toString()))
                .element("title", metadata.title());
        if (metadata.subtitle() != null) {
            xml.element("subtitle", metadata.subtitle());
        }
        xml.element("updated", moment(updated()))
                .begin("author")
                .element("name", metadata.author())
                .end();
        link(xml, "alternate", "text/html", metadata.page());
        link(xml, "self", MEDIA_TYPE, document(archive));
        history(xml);
        shown().forEach(entry -> write(xml, entry));
        return xml.text();
    }

    private void history(XmlText xml) {
        if (archives() == 0) {
            xml.empty("fh:complete");
            return;
        }
        if (archive > 0) {
            xml.empty("fh:archive");
            link(xml, "current", MEDIA_TYPE, document(0));
        }
        if (archive != 1) {
            link(xml, "prev-archive", MEDIA_TYPE, document(archive == 0 ? archives() : archive - 1));
        }
        if (archive > 0 && archive < archives()) {
            link(xml, "next-archive", MEDIA_TYPE, document(archive + 1));
        }
    }

    private String document(int number) {
        String address = metadata.address();
        return number == 0 ? address : address + (address.contains("?") ? "&" : "?") + PARAMETER + "=" + number;
    }

    private static void write(XmlText xml, AtomEntry entry) {
        xml.begin("entry")
                .element("id", urn(entry.id()))
                .begin("title")
                .attribute("xml:lang", entry.language())
                .content(entry.title())
                .end()
                .element("published", moment(entry.published()))
                .element("updated", moment(entry.updated()));
        link(xml, "alternate", "text/html", entry.address());
        for (AtomEntry.Category category : entry.categories()) {
            xml.empty("category")
                    .attribute("term", category.term())
                    .attribute("scheme", category.scheme())
                    .attribute("label", category.label());
        }
        if (entry.summary() != null) {
            xml.element("summary", entry.summary());
        }
        if (entry.html() != null) {
            xml.begin("content")
                    .attribute("type", "html")
                    .attribute("xml:lang", entry.htmlLanguage())
                    .content(entry.html())
                    .end();
        }
        xml.end();
    }

    private static void link(XmlText xml, String relation, String type, String address) {
        xml.empty("link").attribute("rel", relation).attribute("type", type).attribute("href", address);
    }

    private static String urn(String uuid) {
        return "urn:uuid:" + uuid;
    }

    /** RFC 3339 in UTC, to the second. */
    private static String moment(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }
}
