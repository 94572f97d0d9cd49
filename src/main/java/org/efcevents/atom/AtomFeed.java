package org.efcevents.atom;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.efcevents.xml.XmlText;

/**
 * A document of an Atom feed ({@code application/atom+xml}, UTF-8).
 *
 * <p>Subscribers get the events that reached this instance last, whenever they were written, and those that are not in an {@link
 * ArchiveDocument} yet. How a document is written depends on what is in it alone, not on when that reached this instance: instances with
 * the same content then answer the same.
 */
public final class AtomFeed {

    /**
     * What tells which document an entry is in, and where.
     *
     * @param id see {@link AtomEntry#id}
     * @param since since when the feed has had the entry
     * @param arrived when the entry became what it is, on this instance
     * @param revised when it was last revised, wherever that was: {@link AtomEntry#updated}
     */
    public record Stamp(UUID id, Instant since, Instant arrived, Instant revised) {}

    /**
     * Those of all entries, of which a document needs few.
     *
     * @param lastShownFirst by {@link Stamp#since}, the last first; of the same moment, by identifier as it is written
     * @param lastArrivedFirst by {@link Stamp#arrived}, likewise
     */
    public record Stamps(List<Stamp> lastShownFirst, List<Stamp> lastArrivedFirst) {

        int size() {
            return lastShownFirst.size();
        }

        /** Since when the feed has each of them, the first first. */
        private long since(int number) {
            return ArchiveDocument.moment(
                    lastShownFirst.get(size() - 1 - number).since());
        }

        /** How many there were before a moment. */
        private int before(long moment) {
            return ArchiveDocument.position(this::since, 0, size(), moment);
        }

        /** Those from one of these numbers until before another, the last first. */
        private List<Stamp> between(int start, int end) {
            return lastShownFirst.subList(size() - end, size() - start);
        }
    }

    /**
     * An entry that is gone (RFC 6721), of which nothing else is told.
     *
     * @param id see {@link AtomEntry#id}
     * @param when when it went
     */
    public record Tombstone(UUID id, Instant when) {}

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
     * @param size the number of events in an archive document at the most, and of the latest arrivals that subscribers get
     * @param license the address of the licence under which it may be used; null if none is named
     */
    public record Metadata(
            UUID id,
            String title,
            String subtitle,
            String author,
            String language,
            String address,
            String page,
            int size,
            String license) {}

    /** The name of the query parameter for an archive document. */
    public static final String PARAMETER = "archive";

    /** What is being saved is there a little later than the moment since which it says that it is. */
    private static final Duration LONGEST_SAVE = Duration.ofMinutes(1);

    private static final String MEDIA_TYPE = "application/atom+xml";
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
    private static final String HISTORY = "http://purl.org/syndication/history/1.0";

    /** As the identifiers in words, which a UUID's own order is not. */
    private static final Comparator<Stamp> BY_ID = Comparator.<Stamp, UUID>comparing(
            Stamp::id,
            (one, other) -> one.getMostSignificantBits() == other.getMostSignificantBits()
                    ? Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits())
                    : Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits()));

    /** See {@link Stamps#lastArrivedFirst}. */
    static final Comparator<Stamp> LAST_ARRIVED_FIRST =
            Comparator.comparing(Stamp::arrived).reversed().thenComparing(BY_ID);

    private static final Comparator<Stamp> LAST_REVISED_FIRST =
            Comparator.comparing(Stamp::revised).reversed().thenComparing(BY_ID);

    private final Metadata metadata;
    private final Optional<ArchiveDocument> archive;
    private final List<ArchiveDocument> archives;
    private final List<Tombstone> gone;
    private final List<Stamp> shown;
    private final boolean exists;

    /**
     * @param metadata what the feed says about itself
     * @param stamps those of all entries
     * @param gone what is gone, of which subscribers are told
     * @param archive the value of the parameter {@link #PARAMETER}; blank for the document that subscribers get
     * @param now the time of the request
     */
    public AtomFeed(Metadata metadata, Stamps stamps, List<Tombstone> gone, String archive, Instant now) {
        this.metadata = metadata;
        this.archive = ArchiveDocument.parse(archive);
        this.gone = this.archive.isPresent() ? List.of() : List.copyOf(gone);
        long over = ArchiveDocument.moment(now.minus(LONGEST_SAVE));
        this.archives = stamps.size() <= metadata.size()
                ? List.of()
                : ArchiveDocument.of(stamps::since, stamps.size(), metadata.size()).stream()
                        .filter(document -> document.end() <= over)
                        .toList();
        if (this.archive.isPresent()) {
            ArchiveDocument asked = this.archive.get();
            List<Stamp> in = stamps.between(stamps.before(asked.start()), stamps.before(asked.end()));
            // Not only those that the others lead to: some may have been divided otherwise before.
            boolean exists = !in.isEmpty() && in.size() <= metadata.size() && asked.end() <= over;
            this.shown = exists || archives.contains(asked) ? inOrder(in) : List.of();
        } else {
            this.shown = archive.isBlank() ? current(stamps) : List.of();
        }
        this.exists = archive.isBlank() || !shown.isEmpty();
    }

    /** The last arrivals, and what is in no archive document. */
    private List<Stamp> current(Stamps stamps) {
        int archived = archives.isEmpty()
                ? 0
                : stamps.before(archives.get(archives.size() - 1).end());
        Set<Stamp> current = new HashSet<>(stamps.between(archived, stamps.size()));
        current.addAll(stamps.lastArrivedFirst().subList(0, Math.min(metadata.size(), stamps.size())));
        return inOrder(current);
    }

    private static List<Stamp> inOrder(Collection<Stamp> stamps) {
        return stamps.stream().sorted(LAST_REVISED_FIRST).toList();
    }

    /** Whether this document exists. What subscribers get always does: they would lose it when nothing is left in it. */
    public boolean exists() {
        return exists;
    }

    /** The entries of this document, the last revised first. */
    public List<Stamp> shown() {
        return shown;
    }

    /** When anything in this document was last revised, or went; {@link Instant#EPOCH} if there is nothing in it. */
    public Instant updated() {
        if (!exists) {
            throw new IllegalStateException("The feed " + metadata.address() + " has no such document");
        }
        return Stream.concat(shown.stream().map(Stamp::revised), gone.stream().map(Tombstone::when))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
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
                .namespace("at", TOMBSTONES)
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
        if (metadata.license() != null) {
            xml.element("rights", metadata.license());
            // RFC 4946
            link(xml, "license", "text/html", metadata.license());
        }
        link(xml, "alternate", "text/html", metadata.page());
        link(xml, "self", MEDIA_TYPE, archive.map(this::address).orElse(metadata.address()));
        history(xml);
        gone.forEach(tombstone -> xml.empty("at:deleted-entry")
                .attribute("ref", urn(tombstone.id().toString()))
                .attribute("when", moment(tombstone.when())));
        return xml.part();
    }

    /** The end of the document. */
    public String end() {
        return "</feed>\n";
    }

    private void history(XmlText xml) {
        if (archive.isPresent()) {
            xml.empty("fh:archive");
            link(xml, "current", MEDIA_TYPE, metadata.address());
        } else if (archives.isEmpty()) {
            xml.empty("fh:complete");
        }
        long start = archive.map(ArchiveDocument::start).orElse(Long.MAX_VALUE);
        long end = archive.map(ArchiveDocument::end).orElse(Long.MAX_VALUE);
        archives.stream()
                .filter(document -> document.end() <= start)
                .reduce((earlier, later) -> later)
                .ifPresent(document -> link(xml, "prev-archive", MEDIA_TYPE, address(document)));
        archives.stream()
                .filter(document -> document.start() >= end)
                .findFirst()
                .ifPresent(document -> link(xml, "next-archive", MEDIA_TYPE, address(document)));
    }

    private String address(ArchiveDocument document) {
        String address = metadata.address();
        return address + (address.contains("?") ? "&" : "?") + PARAMETER + "=" + document.address();
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
