package org.efcevents.atom;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.efcevents.xml.XmlText;

/**
 * A document of an Atom feed ({@code application/atom+xml}, UTF-8).
 *
 * <p>Subscribers get the events that were modified last and those that are not in an archive document yet. Archive
 * documents (RFC 5005, 4) have the same number of events each, in the order in which the events were added, oldest
 * first. An archive document therefore only changes when one of its events is modified or removed.
 *
 * @param metadata what the feed says about itself
 * @param stamps those of all entries, in any order
 * @param archive the number of the archive document, from 1; 0 for the document that subscribers get
 */
public record AtomFeed(Metadata metadata, List<Stamp> stamps, int archive) {

    /**
     * What tells which document an entry is in.
     *
     * @param id see {@link AtomEntry#id}
     * @param published see {@link AtomEntry#published}
     * @param updated see {@link AtomEntry#updated}
     */
    public record Stamp(UUID id, Instant published, Instant updated) {}

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

    /** As the identifiers in words, which a UUID's own order is not. */
    private static final Comparator<Stamp> BY_ID = Comparator.<Stamp, UUID>comparing(
            Stamp::id,
            (one, other) -> one.getMostSignificantBits() == other.getMostSignificantBits()
                    ? Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits())
                    : Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits()));

    private static final Comparator<Stamp> OLDEST_FIRST =
            Comparator.comparing(Stamp::published).thenComparing(BY_ID);
    private static final Comparator<Stamp> CHANGED_LAST_FIRST =
            Comparator.comparing(Stamp::updated).reversed().thenComparing(BY_ID);

    /** Makes a defensive copy of the stamps. */
    public AtomFeed {
        stamps = List.copyOf(stamps);
    }

    /**
     * The number of a document.
     *
     * @param archive the value of the parameter {@link #PARAMETER}; blank if there is none
     * @return -1 if it is no number
     */
    public static int document(String archive) {
        return archive.isBlank() ? 0 : archive.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(archive) : -1;
    }

    /**
     * Whether this document exists. Only full archive documents do, and a feed without events does not, because it has
     * no date.
     */
    public boolean exists() {
        return archive == 0 ? !stamps.isEmpty() : archive > 0 && archive <= archives();
    }

    /** The number of archive documents; none if subscribers get everything anyway. */
    private int archives() {
        return stamps.size() <= metadata.size() ? 0 : stamps.size() / metadata.size();
    }

    /** The entries of this document, in order. */
    public List<Stamp> shown() {
        if (archive > 0) {
            return after(archive - 1)
                    .limit(metadata.size())
                    .sorted(OLDEST_FIRST.reversed())
                    .toList();
        }
        return Stream.concat(stamps.stream().sorted(CHANGED_LAST_FIRST).limit(metadata.size()), after(archives()))
                .distinct()
                .sorted(CHANGED_LAST_FIRST)
                .toList();
    }

    /** The entries after the first archive documents, oldest first. */
    private Stream<Stamp> after(int documents) {
        return stamps.stream().sorted(OLDEST_FIRST).skip((long) documents * metadata.size());
    }

    /** When anything in this document was last modified. */
    public Instant updated() {
        return shown().stream()
                .map(Stamp::updated)
                .max(Comparator.naturalOrder())
                .orElseThrow(() ->
                        new IllegalStateException("The feed " + metadata.address() + " has no document " + archive));
    }

    /**
     * The document as XML up to the first entry; {@link XmlText} describes what happens to characters that XML does not
     * allow.
     *
     * @throws IllegalStateException if it does not exist, see {@link #exists()}
     */
    public String beginning() {
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
        link(xml, "self", MEDIA_TYPE, address(archive));
        history(xml);
        return xml.part();
    }

    /** The end of the document. */
    public String end() {
        return "</feed>\n";
    }

    private void history(XmlText xml) {
        if (archives() == 0) {
            xml.empty("fh:complete");
            return;
        }
        if (archive > 0) {
            xml.empty("fh:archive");
            link(xml, "current", MEDIA_TYPE, address(0));
        }
        if (archive != 1) {
            link(xml, "prev-archive", MEDIA_TYPE, address(archive == 0 ? archives() : archive - 1));
        }
        if (archive > 0 && archive < archives()) {
            link(xml, "next-archive", MEDIA_TYPE, address(archive + 1));
        }
    }

    private String address(int number) {
        String address = metadata.address();
        return number == 0 ? address : address + (address.contains("?") ? "&" : "?") + PARAMETER + "=" + number;
    }

    static void link(XmlText xml, String relation, String type, String address) {
        xml.empty("link").attribute("rel", relation).attribute("type", type).attribute("href", address);
    }

    static String urn(String uuid) {
        return "urn:uuid:" + uuid;
    }

    /** RFC 3339 in UTC, to the second. */
    static String moment(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }
}
