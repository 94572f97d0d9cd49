package org.efcevents.atom;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The feed as an independent reader (ROME) and a plain XML parser understand it. */
class AtomFeedTest {

    private static final UUID ID = UUID.fromString("5d2a4f0e-0a33-4f0c-9d43-7f8f3a0d8a11");
    private static final int SIZE = 50;

    private static final Instant START = Instant.parse("2014-01-01T00:00:00Z");

    private static AtomEntry entry(int number, String title, String html) {
        return new AtomEntry(
                new UUID(0, number).toString(),
                title,
                START.plusSeconds(number),
                START.plusSeconds(100_000 - number),
                "https://www.example.org/events/" + number + ".html?x=1&y=2",
                "en",
                "Brussels & elsewhere",
                html,
                "fr",
                List.of(new AtomEntry.Category(
                        "WP1", "https://www.example.org/work-packages.html", "WP1 – \"A\" & B")));
    }

    private static Written feed(int events, int archive) {
        List<AtomEntry> entries = new ArrayList<>(IntStream.rangeClosed(1, events)
                .mapToObj(number -> entry(number, "Event " + number, null))
                .toList());
        Collections.shuffle(entries, new Random(1));
        return feed(entries, archive);
    }

    private static Written feed(List<AtomEntry> entries, int archive) {
        return feed("https://www.example.org/events", "?kind=conference", entries, archive);
    }

    private static Written feed(String path, String query, List<AtomEntry> entries, int archive) {
        AtomFeed.Metadata metadata = new AtomFeed.Metadata(
                ID, "Archive", null, "EFC", "en", path + ".atom" + query, path + ".html" + query, SIZE);
        return new Written(
                new AtomFeed(metadata, entries.stream().map(AtomEntry::stamp).toList(), archive), entries);
    }

    /** A document of a feed of these entries. */
    private record Written(AtomFeed feed, List<AtomEntry> entries) {

        String text() {
            return feed.beginning()
                    + feed.shown().stream()
                            .map(shown -> entries.stream()
                                    .filter(entry -> entry.stamp().equals(shown))
                                    .findFirst()
                                    .orElseThrow()
                                    .text())
                            .collect(Collectors.joining())
                    + feed.end();
        }
    }

    private static SyndFeed read(Written feed) throws Exception {
        SyndFeedInput input = new SyndFeedInput();
        input.setPreserveWireFeed(true);
        return input.build(new StringReader(feed.text()));
    }

    private static Document xml(Written feed) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(feed.text())));
    }

    private static String link(Written feed, String relation) throws Exception {
        NodeList links = xml(feed).getDocumentElement().getChildNodes();
        for (int i = 0; i < links.getLength(); i++) {
            if (links.item(i) instanceof Element link
                    && link.getTagName().equals("link")
                    && link.getAttribute("rel").equals(relation)) {
                return link.getAttribute("href");
            }
        }
        return null;
    }

    @Test
    void anEntrySaysWhatItIsAndTheDatesOfItsText() throws Exception {
        SyndFeed feed = read(feed(List.of(entry(1, "Launch", "<p>Bonjour <em>là</em></p>")), 0));

        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getAuthors()).singleElement().satisfies(author -> assertThat(author.getName())
                .isEqualTo("EFC"));
        SyndEntry entry = feed.getEntries().get(0);
        assertThat(entry.getUri()).isEqualTo("urn:uuid:00000000-0000-0000-0000-000000000001");
        assertThat(entry.getLink()).isEqualTo("https://www.example.org/events/1.html?x=1&y=2");
        assertThat(entry.getPublishedDate().toInstant()).isEqualTo("2014-01-01T00:00:01Z");
        assertThat(entry.getUpdatedDate().toInstant()).isEqualTo("2014-01-02T03:46:39Z");
        assertThat(entry.getContents().get(0).getType()).isEqualTo("html");
        assertThat(entry.getContents().get(0).getValue()).isEqualTo("<p>Bonjour <em>là</em></p>");
        assertThat(entry.getDescription().getValue()).isEqualTo("Brussels & elsewhere");
        assertThat(entry.getCategories().get(0).getName()).isEqualTo("WP1");
        assertThat(entry.getCategories().get(0).getLabel()).isEqualTo("WP1 – \"A\" & B");
    }

    @Test
    void whoSubscribesGetsTheLastChangesAndReachesEverythingOnceByTheArchives() throws Exception {
        Written current = feed(120, 0);
        // The fifty that were changed last, and the twenty that were put in last and fill no document yet.
        assertThat(ids(current)).hasSize(70).first().isEqualTo(new UUID(0, 1).toString());
        assertThat(link(current, "prev-archive"))
                .isEqualTo(current.feed().metadata().address() + "&archive=2");

        Set<String> reached = new HashSet<>(ids(current));
        for (int number = 2; number > 0; number--) {
            Written archive = feed(120, number);
            assertThat(archive.feed().exists()).isTrue();
            assertThat(link(archive, "current"))
                    .isEqualTo(current.feed().metadata().address());
            assertThat(link(archive, "self"))
                    .isEqualTo(current.feed().metadata().address() + "&archive=" + number);
            assertThat(link(archive, "prev-archive"))
                    .isEqualTo(number == 1 ? null : current.feed().metadata().address() + "&archive=" + (number - 1));
            assertThat(link(archive, "next-archive"))
                    .isEqualTo(number == 2 ? null : current.feed().metadata().address() + "&archive=" + (number + 1));
            reached.addAll(ids(archive));
        }
        assertThat(reached).hasSize(120);
        assertThat(feed(120, 3).feed().exists()).isFalse();
    }

    @Test
    void whatWasPutInAtTheSameTimeIsInTheOrderOfItsWrittenId() {
        List<AtomFeed.Stamp> stamps = List.of(
                        "f0000000-0000-0000-0000-000000000000",
                        "00000000-0000-0000-f000-000000000000",
                        "00000000-0000-0000-0000-000000000000")
                .stream()
                .map(id -> new AtomFeed.Stamp(UUID.fromString(id), START, START))
                .toList();

        assertThat(new AtomFeed(feed(0, 0).feed().metadata(), stamps, 0).shown())
                .extracting(stamp -> stamp.id().toString())
                .isSorted();
    }

    @Test
    void anArchiveDocumentStaysAsItIsWhenEventsAreAdded() {
        assertThat(feed(149, 1).text()).isEqualTo(feed(120, 1).text());
    }

    @Test
    void aShortFeedSaysThatItIsComplete() throws Exception {
        Document document = xml(feed(50, 0));
        assertThat(document.getElementsByTagNameNS("http://purl.org/syndication/history/1.0", "complete")
                        .getLength())
                .isEqualTo(1);
        assertThat(feed(50, 1).feed().exists()).isFalse();
        assertThat(feed(0, 0).feed().exists()).isFalse();
    }

    private static List<String> ids(Written feed) throws Exception {
        return read(feed).getEntries().stream()
                .map(entry -> entry.getUri().replace("urn:uuid:", ""))
                .toList();
    }

    static List<String> hostile() {
        return List.of(
                "<b>&\"'</b> &amp; &lt;",
                "</title></entry></feed><script>alert(1)</script>",
                "]]> <![CDATA[x]]> <!-- --> <?xml?>",
                "line one\nBEGIN:VCALENDAR\tX",
                "\u202Eright to left\u200F",
                "\uD83D\uDE00\uD83C\uDDEA\uD83C\uDDFA\uD834\uDD1E",
                "the first and the last of each block: \uD7FF\uE000\uFFFD\uD800\uDC00\uDBFF\uDFFF",
                "é".repeat(80));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void textComesBackAsItWas(String text) throws Exception {
        SyndEntry entry =
                read(feed(List.of(entry(1, text, text)), 0)).getEntries().get(0);

        assertThat(xml(feed(List.of(entry(1, text, text)), 0))
                        .getElementsByTagName("title")
                        .item(1)
                        .getTextContent())
                .isEqualTo(text);
        assertThat(entry.getContents().get(0).getValue()).isEqualTo(text);
    }

    @Test
    void whatXmlCannotHoldIsLeftOutAndLineBreaksAreLineFeeds() throws Exception {
        String controls = IntStream.range(0, 0x20)
                .filter(control -> control != '\t' && control != '\n' && control != '\r')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        String text = "a" + controls + "b\r\nc\rd\uD800" + "e\uDFFF\uFFFE\uFFFF";

        assertThat(read(feed(List.of(entry(1, "x", text)), 0))
                        .getEntries()
                        .get(0)
                        .getContents()
                        .get(0)
                        .getValue())
                .isEqualTo("ab\nc\nde");
    }
}
