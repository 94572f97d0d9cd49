package org.efcevents.atom;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A feed as one document ({@code application/atom+xml}, UTF-8).
 *
 * <p>Who subscribes gets the fifty events that were changed last, and those that are in no archive document yet. The archive
 * documents (RFC 5005, 4) have fifty each, in the order in which the events were put into the archive, the oldest in the first;
 * so one changes only when one of its own events does, or is taken away.
 *
 * @param title what the feed is called
 * @param subtitle what it is a part of; null if it is the whole archive
 * @param author who publishes it
 * @param language BCP 47 tag of the language that it is in
 * @param address where the feed itself is, absolute, with the filters that it follows and no archive document named
 * @param page the page that shows the same; absolute
 * @param entries everything there is, in any order
 * @param archive the archive document that is asked for, from 1; 0 for what subscribers get
 */
public record AtomFeed(
        String title,
        String subtitle,
        String author,
        String language,
        String address,
        String page,
        List<AtomEntry> entries,
        int archive) {

    /** How many events an archive document has, and how many of the last changes subscribers get. */
    static final int SIZE = 50;

    /** The name of the parameter that asks for an archive document. */
    public static final String PARAMETER = "archive";

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String HISTORY = "http://purl.org/syndication/history/1.0";
    private static final Comparator<AtomEntry> OLDEST_FIRST =
            Comparator.comparing(AtomEntry::published).thenComparing(AtomEntry::id);
    private static final Comparator<AtomEntry> CHANGED_LAST_FIRST =
            Comparator.comparing(AtomEntry::updated).reversed().thenComparing(AtomEntry::id);

    /** Copies the entries. */
    public AtomFeed {
        entries = List.copyOf(entries);
    }

    /** Whether there is such a document: only full ones are archived, and a feed without events has no date to tell. */
    public boolean isThere() {
        return archive == 0 ? !entries.isEmpty() : archive > 0 && archive <= archives();
    }

    /** How many archive documents there are; none where subscribers get everything anyway. */
    private int archives() {
        return entries.size() <= SIZE ? 0 : entries.size() / SIZE;
    }

    private List<AtomEntry> shown() {
        if (archive > 0) {
            return after(archive - 1)
                    .limit(SIZE)
                    .sorted(OLDEST_FIRST.reversed())
                    .toList();
        }
        return Stream.concat(entries.stream().sorted(CHANGED_LAST_FIRST).limit(SIZE), after(archives()))
                .distinct()
                .sorted(CHANGED_LAST_FIRST)
                .toList();
    }

    /** What is in none of the first archive documents, the oldest first. */
    private Stream<AtomEntry> after(int documents) {
        return entries.stream().sorted(OLDEST_FIRST).skip((long) documents * SIZE);
    }

    /** When something in this document was last changed. */
    public Instant updated() {
        return shown().stream()
                .map(AtomEntry::updated)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("The feed " + address + " has no document " + archive));
    }

    /**
     * The document. What XML cannot hold, which is control characters and halves of characters, is left out; line breaks are
     * line feeds.
     *
     * @throws IllegalStateException if it is not there, see {@link #isThere()}
     */
    public String text() {
        StringWriter text = new StringWriter();
        try {
            // Magnolia brings another implementation, which would write the same differently.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            feed(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The feed " + address + " cannot be written: " + e.getMessage(), e);
        }
        return text.append('\n').toString();
    }

    private void feed(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeNamespace("fh", HISTORY);
        xml.writeAttribute("xml:lang", language);
        xml.writeAttribute("xml:base", page);
        // The same feed on every host, and in every archive document (RFC 5005, 4).
        element(
                xml,
                "id",
                urn(UUID.nameUUIDFromBytes(pathOf(address).getBytes(StandardCharsets.UTF_8))
                        .toString()));
        element(xml, "title", title);
        if (subtitle != null) {
            element(xml, "subtitle", subtitle);
        }
        element(xml, "updated", moment(updated()));
        xml.writeStartElement("author");
        element(xml, "name", author);
        xml.writeEndElement();
        link(xml, "alternate", "text/html", page);
        link(xml, "self", "application/atom+xml", document(archive));
        history(xml);
        for (AtomEntry entry : shown()) {
            entry(xml, entry);
        }
        xml.writeEndElement();
    }

    private void history(XMLStreamWriter xml) throws XMLStreamException {
        if (archives() == 0) {
            xml.writeEmptyElement("fh:complete");
            return;
        }
        if (archive > 0) {
            xml.writeEmptyElement("fh:archive");
            link(xml, "current", "application/atom+xml", document(0));
        }
        if (archive != 1) {
            link(xml, "prev-archive", "application/atom+xml", document(archive == 0 ? archives() : archive - 1));
        }
        if (archive > 0 && archive < archives()) {
            link(xml, "next-archive", "application/atom+xml", document(archive + 1));
        }
    }

    private String document(int number) {
        return number == 0 ? address : address + (address.contains("?") ? "&" : "?") + PARAMETER + "=" + number;
    }

    private static String pathOf(String address) {
        return address.replaceFirst("^[a-z]+://[^/]*", "");
    }

    private static void entry(XMLStreamWriter xml, AtomEntry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", urn(entry.id()));
        xml.writeStartElement("title");
        xml.writeAttribute("xml:lang", entry.language());
        xml.writeCharacters(clean(entry.title()));
        xml.writeEndElement();
        element(xml, "published", moment(entry.published()));
        element(xml, "updated", moment(entry.updated()));
        link(xml, "alternate", "text/html", entry.address());
        for (AtomEntry.Category category : entry.categories()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", clean(category.term()));
            xml.writeAttribute("scheme", category.scheme());
            xml.writeAttribute("label", clean(category.label()));
        }
        if (entry.summary() != null) {
            element(xml, "summary", entry.summary());
        }
        if (entry.html() != null) {
            xml.writeStartElement("content");
            xml.writeAttribute("type", "html");
            xml.writeAttribute("xml:lang", entry.htmlLanguage());
            xml.writeCharacters(clean(entry.html()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String type, String address)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }

    private static String urn(String uuid) {
        return "urn:uuid:" + uuid;
    }

    /** RFC 3339 in UTC, to the second. */
    private static String moment(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }

    /** What a document may hold (XML 1.0, 2.2), with the line breaks that every reader would make of others. */
    private static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(AtomFeed::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character >= 0x20 && character < 0xD800
                || character >= 0xE000 && character < 0xFFFE
                || character >= 0x10000;
    }
}
