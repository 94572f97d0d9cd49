package org.efcevents.atom;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The feed as an independent reader (ROME) and a plain XML parser understand it. */
class AtomFeedTest {

    private static final UUID ID = UUID.fromString("5d2a4f0e-0a33-4f0c-9d43-7f8f3a0d8a11");
    private static final int SIZE = 50;

    private static final Instant START = Instant.parse("2014-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2015-01-01T00:00:00Z");
    private static final String LICENSE = "https://creativecommons.org/licenses/by/4.0/";

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

    private static Written feed(int events, String archive) {
        return feed(entries(events), archive);
    }

    private static List<AtomEntry> entries(int count) {
        List<AtomEntry> entries = new ArrayList<>(IntStream.rangeClosed(1, count)
                .mapToObj(number -> entry(number, "Event " + number, null))
                .toList());
        Collections.shuffle(entries, new Random(1));
        return entries;
    }

    private static Written feed(List<AtomEntry> entries, String archive) {
        return feed("https://www.example.org/events", "?kind=conference", entries, archive);
    }

    private static Written feed(String path, String query, List<AtomEntry> entries, String archive) {
        AtomFeed.Metadata metadata = new AtomFeed.Metadata(
                ID, "Archive", null, "EFC", "en", path + ".atom" + query, path + ".html" + query, SIZE, LICENSE);
        return new Written(
                new AtomFeed(
                        metadata,
                        stamps(entries.stream().map(AtomFeedTest::stamp).toList()),
                        List.of(),
                        archive,
                        NOW),
                metadata,
                entries);
    }

    private static AtomFeed.Stamps stamps(List<AtomFeed.Stamp> all) {
        return new AtomFeed.Stamps(
                all.stream()
                        .sorted(Comparator.comparing(AtomFeed.Stamp::since)
                                .reversed()
                                .thenComparing(stamp -> stamp.id().toString()))
                        .toList(),
                all.stream().sorted(AtomFeed.LAST_ARRIVED_FIRST).toList());
    }

    /** Each is there since it was published, and arrived last when it was updated. */
    private static AtomFeed.Stamp stamp(AtomEntry entry) {
        return new AtomFeed.Stamp(UUID.fromString(entry.id()), entry.published(), entry.updated(), entry.updated());
    }

    /** A document of a feed of these entries. */
    private record Written(AtomFeed feed, AtomFeed.Metadata metadata, List<AtomEntry> entries) {

        String text() {
            return feed.beginning()
                    + feed.shown().stream()
                            .map(shown -> entries.stream()
                                    .filter(entry -> stamp(entry).equals(shown))
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
        SyndFeed feed = read(feed(List.of(entry(1, "Launch", "<p>Bonjour <em>là</em></p>")), ""));

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

    /** The archive documents of a feed by their names, the newest first. */
    private static Map<String, Written> archives(List<AtomEntry> entries) throws Exception {
        Map<String, Written> archives = new LinkedHashMap<>();
        String previous = link(feed(entries, ""), "prev-archive");
        while (previous != null) {
            String name = previous.replaceFirst(".*&archive=", "");
            Written archive = feed(entries, name);
            archives.put(name, archive);
            previous = link(archive, "prev-archive");
        }
        return archives;
    }

    @Test
    void whoSubscribesGetsTheLastArrivalsAndReachesEverythingByTheArchives() throws Exception {
        List<AtomEntry> entries = entries(120);
        Written current = feed(entries, "");
        assertThat(ids(current)).hasSize(50).first().isEqualTo(new UUID(0, 1).toString());

        List<String> archived = new ArrayList<>();
        String after = null;
        for (Map.Entry<String, Written> named : archives(entries).entrySet()) {
            Written archive = named.getValue();
            assertThat(archive.feed().exists()).isTrue();
            assertThat(archive.feed().shown()).hasSizeLessThanOrEqualTo(SIZE);
            assertThat(link(archive, "current")).isEqualTo(current.metadata().address());
            assertThat(link(archive, "self")).isEqualTo(current.metadata().address() + "&archive=" + named.getKey());
            assertThat(link(archive, "next-archive"))
                    .isEqualTo(after == null ? null : current.metadata().address() + "&archive=" + after);
            archived.addAll(ids(archive));
            after = named.getKey();
        }
        assertThat(archived).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void subscribersGetWhatIsPublishedLateHoweverOldItIs() {
        List<AtomEntry> entries = new ArrayList<>(entries(120));
        AtomEntry late = entry(500, "Late", null);
        AtomFeed.Metadata metadata = feed(entries, "").metadata();
        List<AtomFeed.Stamp> stamps =
                new ArrayList<>(entries.stream().map(AtomFeedTest::stamp).toList());
        stamps.add(new AtomFeed.Stamp(UUID.fromString(late.id()), NOW, NOW, late.updated()));

        assertThat(late.updated()).isBefore(START.plusSeconds(100_000));
        assertThat(ids(new AtomFeed(metadata, stamps(stamps), List.of(), "", NOW)))
                .contains(late.id());
    }

    /** As where an author instance publishes to several public ones, which get everything at times of their own. */
    @Test
    void whenAnInstanceGotItsEntriesIsNotSeen() {
        List<AtomEntry> entries = entries(SIZE);
        AtomFeed.Metadata metadata = feed(entries, "").metadata();
        Random times = new Random(7);
        Set<List<String>> seen = new HashSet<>();
        for (int instance = 0; instance < 3; instance++) {
            List<AtomFeed.Stamp> stamps = entries.stream()
                    .map(AtomFeedTest::stamp)
                    .map(stamp -> new AtomFeed.Stamp(
                            stamp.id(),
                            START.plusSeconds(times.nextInt(100_000)),
                            START.plusSeconds(times.nextInt(100_000)),
                            stamp.revised()))
                    .toList();
            AtomFeed feed = new AtomFeed(metadata, stamps(stamps), List.of(), "", NOW);
            List<String> document = new ArrayList<>(List.of(feed.beginning()));
            feed.shown().forEach(shown -> document.add(shown.id().toString()));
            seen.add(document);
        }
        assertThat(seen).hasSize(1);
    }

    @Test
    void whatWasPutInAtTheSameTimeIsInTheOrderOfItsWrittenId() throws Exception {
        List<AtomFeed.Stamp> stamps = List.of(
                        "f0000000-0000-0000-0000-000000000000",
                        "00000000-0000-0000-f000-000000000000",
                        "00000000-0000-0000-0000-000000000000")
                .stream()
                .map(id -> new AtomFeed.Stamp(UUID.fromString(id), START, START, START))
                .toList();

        assertThat(new AtomFeed(feed(0, "").metadata(), stamps(stamps), List.of(), "", NOW).shown())
                .extracting(stamp -> stamp.id().toString())
                .isSorted();
    }

    @Test
    void anArchiveDocumentNeverGetsAnEntryAndLosesOnlyWhatIsGone() throws Exception {
        Random random = new Random(5);
        List<AtomEntry> entries = new ArrayList<>();
        Map<String, Set<String>> known = new HashMap<>();
        AtomFeed.Metadata metadata = feed(0, "").metadata();
        Instant now = START;
        for (int step = 0; step < 600; step++) {
            now = now.plusSeconds(random.nextInt(step < 300 ? 5 : 100_000));
            int number = step;
            Instant since = now;
            AtomEntry added = entry(number, "Event " + number, null);
            entries.add(new AtomEntry(
                    added.id(), added.title(), since, since, added.address(), "en", null, null, "en", List.of()));
            if (random.nextInt(3) == 0) {
                entries.remove(random.nextInt(entries.size()));
            }
            List<AtomFeed.Stamp> stamps =
                    entries.stream().map(AtomFeedTest::stamp).toList();
            Set<String> there = entries.stream().map(AtomEntry::id).collect(Collectors.toSet());
            Map<String, Set<String>> documents = new HashMap<>();
            Set<String> reached = new HashSet<>();
            AtomFeed document = new AtomFeed(metadata, stamps(stamps), List.of(), "", now);
            for (String previous;
                    document.exists();
                    document = new AtomFeed(metadata, stamps(stamps), List.of(), previous, now)) {
                Matcher link = Pattern.compile("rel=\"prev-archive\"[^>]*archive=([0-9a-f-]+)\"")
                        .matcher(document.beginning());
                reached.addAll(ids(document));
                previous = link.find() ? link.group(1) : "none";
                if (!previous.equals("none")) {
                    documents.put(previous, ids(new AtomFeed(metadata, stamps(stamps), List.of(), previous, now)));
                }
            }
            assertThat(reached).as("step " + step).isEqualTo(there);
            documents.forEach(known::putIfAbsent);
            for (Map.Entry<String, Set<String>> before : known.entrySet()) {
                Set<String> left = new HashSet<>(before.getValue());
                left.retainAll(there);
                assertThat(ids(new AtomFeed(metadata, stamps(stamps), List.of(), before.getKey(), now)))
                        .as("step " + step + " document " + before.getKey())
                        .isEqualTo(left);
            }
        }
        assertThat(known).hasSizeGreaterThan(5);
    }

    private static Set<String> ids(AtomFeed document) {
        return document.shown().stream().map(stamp -> stamp.id().toString()).collect(Collectors.toSet());
    }

    @Test
    void whatBecameThereInTheLastMinuteIsInNoArchiveDocumentYet() throws Exception {
        AtomFeed.Metadata metadata = feed(0, "").metadata();
        List<AtomFeed.Stamp> stamps = IntStream.range(0, 100)
                .mapToObj(number -> new AtomFeed.Stamp(new UUID(0, number), START, START, START))
                .toList();

        assertThat(new AtomFeed(metadata, stamps(stamps), List.of(), "", START.plusSeconds(30)).shown())
                .hasSize(100);
        assertThat(new AtomFeed(metadata, stamps(stamps), List.of(), "", START.plusSeconds(90)).shown())
                .hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "x", "0-43", "0-99", "fffffffffff-42", "00-41", "1-42", "-1-3", " ", "0-41 "})
    void whatIsNoNameOfADocumentIsNone(String archive) {
        assertThat(feed(120, archive).feed().exists()).isEqualTo(archive.isBlank());
    }

    @Test
    void whatIsGoneIsToldByItsIdAlone() throws Exception {
        AtomFeed.Metadata metadata = feed(0, "").metadata();
        List<AtomFeed.Stamp> stamps = List.of(new AtomFeed.Stamp(new UUID(0, 1), START, START, START));
        List<AtomFeed.Tombstone> gone = List.of(new AtomFeed.Tombstone(new UUID(0, 2), NOW.plusMillis(5)));
        AtomFeed feed = new AtomFeed(metadata, stamps(stamps), gone, "", NOW);

        assertThat(feed.beginning())
                .contains("<at:deleted-entry ref=\"urn:uuid:00000000-0000-0000-0000-000000000002\""
                        + " when=\"2015-01-01T00:00:00Z\"/>");
        assertThat(feed.updated()).isEqualTo(NOW.plusMillis(5));
        assertThat(new SyndFeedInput()
                        .build(new StringReader(feed.beginning() + feed.end()))
                        .getEntries())
                .isEmpty();
    }

    @Test
    void theLicenceIsSaid() throws Exception {
        Document document = xml(feed(1, ""));
        assertThat(document.getElementsByTagName("rights").item(0).getTextContent())
                .isEqualTo(LICENSE);
        assertThat(link(feed(1, ""), "license")).isEqualTo(LICENSE);
        assertThat(link(feed(1, ""), "alternate")).isEqualTo("https://www.example.org/events.html?kind=conference");
    }

    @Test
    void aShortFeedSaysThatItIsComplete() throws Exception {
        Document document = xml(feed(50, ""));
        assertThat(document.getElementsByTagNameNS("http://purl.org/syndication/history/1.0", "complete")
                        .getLength())
                .isEqualTo(1);
        assertThat(feed(50, "0-42").feed().exists()).isFalse();
    }

    @Test
    void aFeedStaysThereWhenNothingIsLeftInIt() throws Exception {
        assertThat(read(feed(0, "")).getEntries()).isEmpty();
        assertThat(read(feed(0, "")).getPublishedDate()).isEqualTo(Instant.EPOCH);
        assertThat(feed(0, "0-42").feed().exists()).isFalse();
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
                read(feed(List.of(entry(1, text, text)), "")).getEntries().get(0);

        assertThat(xml(feed(List.of(entry(1, text, text)), ""))
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

        assertThat(read(feed(List.of(entry(1, "x", text)), ""))
                        .getEntries()
                        .get(0)
                        .getContents()
                        .get(0)
                        .getValue())
                .isEqualTo("ab\nc\nde");
    }
}
