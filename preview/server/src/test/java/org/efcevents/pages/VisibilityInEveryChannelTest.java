package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.channel.Channel;
import org.efcevents.channel.SiteDocument;
import org.efcevents.desk.DeskPages;
import org.efcevents.walk.WalkedWords;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Every channel is asked as a visitor, as a member and as an editor, and each word of the archive is found where {@code
 * who-reads-what.txt} says, and nowhere else. A channel without a line there fails. Whoever has a session that is forged, has ended,
 * or is of the author instance finds what a visitor finds; the superuser what an editor finds; and at the author instance nobody
 * without a session of its own finds anything.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("server")
class VisibilityInEveryChannelTest {

    private static final Path MODULE = Path.of("src/main/resources/efc-events");

    private static final Path WALK =
            Path.of("preview/server/src/test/resources/org/efcevents/pages/who-reads-what.txt");

    @TempDir
    static Path home;

    private Site site;
    private Map<String, Site.Reader> readers;

    /** Those whom the table does not name, after the one of whom it does that finds the same. */
    private Map<String, List<Site.Reader>> likeThem;

    /** Those who have not signed in at the author instance, whatever their cookies say. */
    private List<Site.Reader> strangers;

    @BeforeAll
    void open() throws Exception {
        site = WalkedArchive.open(home);
        readers = new LinkedHashMap<>();
        readers.put("V", site.visitor());
        readers.put("M", site.signIn("member", "member"));
        readers.put("E", site.signInToEdit("officer"));

        Site.Reader gone = site.signIn("member", "member");
        gone.get("/events.html?mgnlLogout=");
        String forged = readers.get("M").cookie().replaceFirst("=.*", "=node0forged0");
        String editors = readers.get("E").cookie();
        likeThem = Map.of(
                "V", List.of(gone, site.visitor(forged), site.visitor(editors)),
                "E", List.of(site.signInToEdit("superuser", "superuser")));
        Site.Reader left = site.signInToEdit("officer");
        left.post(
                "/.magnolia/admincentral/sign-out",
                Site.filledIn(left.page("/.magnolia/admincentral"), "form[action$=sign-out]"));
        strangers = List.of(
                left,
                site.stranger(""),
                site.stranger(forged),
                site.stranger(readers.get("M").cookie()));
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void theWalkGoesThroughEveryChannelThatTheModuleHas() throws Exception {
        Set<String> walked = new TreeSet<>();
        try (Stream<String> lines = Files.lines(WALK)) {
            lines.filter(line -> line.contains("|") && !line.startsWith("#"))
                    .forEach(line -> walked.add(line.split("\\|")[0].strip()));
        }
        walked.remove("channel");
        Set<String> files = new TreeSet<>();
        for (String folder :
                List.of("templates/pages", "templates/components", "virtualUriMappings", "restEndpoints/delivery")) {
            try (Stream<Path> all = Files.list(MODULE.resolve(folder))) {
                files.addAll(all.map(file -> folder + "/" + file.getFileName())
                        .filter(file -> file.endsWith(".yaml"))
                        .collect(Collectors.toSet()));
            }
        }

        Stream.of(Channel.values())
                .filter(channel -> channel != Channel.PAGE)
                .forEach(channel -> files.add("channel/" + channel));
        Stream.of(SiteDocument.values()).forEach(document -> files.add("document/" + document));
        DeskPages.ALL.forEach(page -> files.add("desk/" + page.name()));

        assertThat(walked).isEqualTo(files);
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "who-reads-what.txt", delimiter = '|', useHeadersInDisplayName = true)
    void eachWordIsFoundWhereItBelongsAndNowhereElse(ArgumentsAccessor row) throws Exception {
        String address = row.getString(1);
        Map<String, String> found = new LinkedHashMap<>(Map.of("status", ""));
        WalkedWords.kinds().forEach(kind -> found.put(kind, ""));
        for (Map.Entry<String, Site.Reader> reader : readers.entrySet()) {
            HttpResponse<String> answer = reader.getValue().get(address);
            found.merge("status", " " + answer.statusCode(), String::concat);
            String text = WalkedWords.unfolded(answer.body());
            List<String> kinds = WalkedWords.in(text, address);
            kinds.forEach(kind -> found.merge(kind, reader.getKey(), String::concat));
            for (Site.Reader other : likeThem.getOrDefault(reader.getKey(), List.of())) {
                HttpResponse<String> same = other.get(address);
                assertThat(same.statusCode()).isEqualTo(answer.statusCode());
                assertThat(WalkedWords.in(WalkedWords.unfolded(same.body()), address))
                        .isEqualTo(kinds);
            }
            if (reader.getKey().equals("V")) {
                // A page repeats what was looked for.
                assertThat(text.replaceAll("\\bzebra\\b", "")).doesNotContainIgnoringCase("zebra");
            }
            if (reader.getKey().equals("M") && answer.statusCode() == 200 && !address.startsWith("/.rest")) {
                assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-cache");
            }
        }

        for (Site.Reader stranger : strangers) {
            HttpResponse<String> answer = stranger.get(address);
            assertThat(WalkedWords.in(WalkedWords.unfolded(answer.body()), address))
                    .isEmpty();
            if (!address.startsWith("/.rest")) {
                assertThat(answer.statusCode()).isEqualTo(401);
            }
        }

        Map<String, String> expected = new LinkedHashMap<>();
        int column = 2;
        for (String kind : found.keySet()) {
            expected.put(kind, row.getString(column++));
        }
        found.replaceAll((kind, readers) -> readers.isEmpty() ? "-" : readers.strip());
        assertThat(found).as(address).isEqualTo(expected);
    }

    @Test
    void aFileForMembersIsForMembers() throws Exception {
        String file = "a[href*=minutes]";
        assertThat(site.page("/events/walk-open.html").select(file)).isEmpty();
        String address =
                readers.get("M").page("/events/walk-open.html").select(file).attr("href");
        assertThat(readers.get("M").get(address).body()).isEqualTo("zebrafile");
        assertThat(site.status(address)).isEqualTo(404);
        assertThat(site.source(address)).doesNotContain("zebrafile");
    }

    @Test
    void aWorkPackageLeadsEveryReaderToTheDocumentsThatTheyMayHave() throws Exception {
        assertThat(outputs(site.page("/work-packages/walk-group.html")))
                .containsExactly("openslides (TXT, 8 B) – opentitlewalk-open");
        assertThat(outputs(readers.get("M").page("/work-packages/walk-group.html")))
                .hasSize(5)
                .allSatisfy(output -> assertThat(output).doesNotContain("zebradocument", "zebragone"));
    }

    private static List<String> outputs(Document page) {
        return page.select("[aria-labelledby=outputs] li").stream()
                .map(output -> output.select("a").get(0).text() + " – "
                        + output.select("a").get(1).select(".title").text())
                .toList();
    }

    /** A document of a public event may be a file that is for members, or that is not published yet. */
    @Test
    void noHeadingStandsAboveFilesThatTheReaderMayNotHave() throws Exception {
        Document visitors = site.page("/events/walk-files.html");
        assertThat(visitors.select("#documents, #gallery, main ul:not(:has(li)), main img"))
                .isEmpty();
        assertThat(site.page("/events/walk-open.html")
                        .select("[aria-labelledby=documents] li")
                        .eachText())
                .containsExactly("openslides (TXT, 8 B)");
        Document members = readers.get("M").page("/events/walk-files.html");
        assertThat(members.select("[aria-labelledby=documents] li").eachText()).containsExactly("draft (TXT, 9 B)");
        assertThat(members.select("[aria-labelledby=gallery] img").eachAttr("alt"))
                .containsExactly("picture");
    }

    @Test
    void aCalendarFileHasTheFilesThatItsReaderMayDownload() throws Exception {
        for (Map.Entry<String, List<String>> files : Map.of(
                        "V", List.of("slides.txt"), "M", List.of("slides.txt", "minutes.txt"))
                .entrySet()) {
            Site.Reader reader = readers.get(files.getKey());
            List<String> attached = WalkedWords.unfolded(
                            reader.get("/events/walk-open.ics").body())
                    .lines()
                    .filter(line -> line.startsWith("ATTACH"))
                    .toList();
            assertThat(attached).allMatch(line -> line.startsWith("ATTACH;FMTTYPE=text/plain:http://127.0.0.1:"));
            assertThat(attached)
                    .extracting(line -> line.substring(line.lastIndexOf('/') + 1))
                    .containsExactlyElementsOf(files.getValue());
            for (String line : attached) {
                assertThat(reader.get(line.replaceFirst(".*?:https?://[^/]+", ""))
                                .statusCode())
                        .isEqualTo(200);
            }
        }
        assertThat(readers.get("V").get("/events.ics").body()).doesNotContain("ATTACH");
    }

    @Test
    void membersComeInAndGoOutOnThePageThatTheyRead() throws Exception {
        Element way = site.page("/events/walk-known.html").selectFirst(".account a");
        assertThat(way.text()).isEqualTo("Members: sign in");
        HttpResponse<String> form = site.get("/events/walk-known.html" + way.attr("href"));
        assertThat(form.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(form.body()).select("input[name=mgnlUserPSWD]")).hasSize(1);
        assertThat(form.body()).doesNotContain("noticetitle");

        Site.Reader member = site.signIn("member", "member");
        Element out = member.page("/events/walk-known.html").selectFirst(".account a");
        assertThat(member.page("/events/walk-known.html").select(".account").text())
                .isEqualTo("Signed in as member. Sign out");
        HttpResponse<String> left = member.get("/events/walk-known.html" + out.attr("href"));
        assertThat(left.statusCode()).isEqualTo(302);
        assertThat(left.headers().firstValue("Location")).contains("/events/walk-known.html");
        assertThat(member.get("/events/walk-known.html").body()).doesNotContain("zebra");
    }

    @Test
    void aListedEventHasAPageThatSaysThatThereIsMore() throws Exception {
        assertThat(site.page("/events/walk-known.html").select("main").text())
                .contains("noticetitle", "Members can read more. Members: sign in", "2016");
    }

    @Test
    void anAddressSaysWhetherItsEventIsGoneMovedOrUnknown() throws Exception {
        assertThat(site.status("/events/walk-gone.html")).isEqualTo(410);
        assertThat(site.status("/events/walk-gone.ics")).isEqualTo(410);
        assertThat(site.anyPage("/fr/events/walk-gone.html").select("h1").text())
                .isEqualTo("Événement retiré");
        for (String slug : List.of("walk-secret", "walk-never", "once-secret")) {
            assertThat(site.status("/events/" + slug + ".html")).as(slug).isEqualTo(404);
        }
        assertThat(site.status("/events/once-gone.html")).isEqualTo(410);
        assertThat(site.status("/events/once-known.html")).isEqualTo(301);
        assertThat(site.status("/events/once-open.html")).isEqualTo(301);
        assertThat(site.header("/fr/events/once-open.ics?a=b%20c", "Location"))
                .contains("/fr/events/walk-open.ics?a=b%20c");
    }

    @Test
    void membersReadAllThatIsForThem() throws Exception {
        for (String slug : List.of("walk-open", "walk-known", "walk-secret")) {
            for (String form : List.of("html", "json")) {
                assertThat(readers.get("M").get("/events/" + slug + "." + form).body())
                        .contains("zebraminutes" + slug, "zebracontact" + slug, "zebradocument" + slug);
            }
        }
    }

    @Test
    void editorsReadWhoSeesAnEventAndVisitorsNever() throws Exception {
        assertThat(note("walk-open"))
                .contains("not everyone may know of", "zebratitlewalk-secret")
                .doesNotContain("not everyone sees");
        assertThat(note("walk-known"))
                .contains("visitors read its notice alone")
                .doesNotContain("no title");
        assertThat(note("walk-untold")).contains("visitors read its notice alone", "no title");
        assertThat(note("walk-secret")).contains("only members find it").doesNotContain("may know of");
        assertThat(site.page("/events/walk-known.html").select(".editors-note")).isEmpty();
    }

    private String note(String slug) throws Exception {
        return readers.get("E")
                .page("/events/" + slug + ".html?mgnlPreview=false")
                .select(".editors-note")
                .text();
    }
}
