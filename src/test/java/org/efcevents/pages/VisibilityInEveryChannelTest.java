package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.Session;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.User;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A word is hidden in each place that visitors may not read, and looked for in whatever the site answers to them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisibilityInEveryChannelTest {

    private static final Path MODULE = Path.of("src/main/resources/efc-events");

    /** Every slug that the walk asks for, of events of every level. */
    private static final List<String> SLUGS =
            List.of("walk-open", "walk-files", "walk-known", "walk-secret", "walk-gone", "once-secret");

    /** What the channels that are files of the module are asked; one without an entry here fails the test. */
    private static final Map<String, List<String>> CHANNELS = Map.ofEntries(
            Map.entry(
                    "templates/pages/archive.yaml",
                    List.of("/events.html", "/fr/events.html", "/events.html?q=zebra", "/events.html?year=2013")),
            Map.entry("templates/pages/event.yaml", each("/events/%s.html", "/fr/events/%s.html", "/event~%s~.html")),
            Map.entry("templates/pages/page.yaml", List.of("/home.html")),
            Map.entry("templates/pages/speaker.yaml", List.of("/speakers/walk-person.html")),
            Map.entry("templates/pages/speakers.yaml", List.of("/speakers.html")),
            Map.entry("templates/pages/workPackage.yaml", List.of("/work-packages/walk-group.html")),
            Map.entry("templates/pages/workPackages.yaml", List.of("/work-packages.html")),
            Map.entry(
                    "templates/channels/atomFeed.ftl",
                    List.of("/events.atom", "/speakers/walk-person.atom", "/work-packages/walk-group.atom")),
            Map.entry("templates/channels/calendar.ftl", each("/events/%s.ics")),
            Map.entry(
                    "templates/channels/calendarFeed.ftl",
                    List.of("/events.ics", "/speakers/walk-person.ics", "/work-packages/walk-group.ics")),
            Map.entry(
                    "templates/channels/json.ftl",
                    Stream.concat(
                                    each("/events/%s.json", "/fr/events/%s.json").stream(),
                                    Stream.of(
                                            "/events.json?size=100",
                                            "/events.json?q=zebra",
                                            "/events.json?expand=speakers,workPackages",
                                            "/events.json?modifiedSince=2000-01-01&size=100",
                                            "/events.json?sort=changed",
                                            "/speakers.json",
                                            "/speakers/walk-person.json",
                                            "/work-packages.json",
                                            "/work-packages/walk-group.json"))
                            .toList()),
            Map.entry(
                    "templates/channels/oembed.ftl",
                    each("/oembed.json?url=${site}events/%s.html", "/oembed.json?url=${site}fr/events/%s.html")),
            Map.entry("virtualUriMappings/oembed.yaml", List.of("/oembed.json")),
            Map.entry("templates/channels/robots.ftl", List.of("/robots.txt")),
            Map.entry("templates/channels/sitemap.ftl", List.of("/events.xml")),
            Map.entry("virtualUriMappings/event.yaml", each("/events/%s.html", "/events/%s.ics")),
            Map.entry("virtualUriMappings/sitemap.yaml", List.of("/sitemap.xml")),
            Map.entry("virtualUriMappings/speaker.yaml", List.of("/speakers/walk-person.html")),
            Map.entry("virtualUriMappings/workPackage.yaml", List.of("/work-packages/walk-group.html")),
            Map.entry(
                    "restEndpoints/delivery/efc-events_v1.yaml",
                    Stream.concat(
                                    Stream.of("", "?limit=100", "?limit=100&q=zebra", "?limit=100&offset=20"),
                                    Stream.of(
                                            "/walk-open",
                                            "/walk-open/members",
                                            "/listed",
                                            "/listed/walk-known",
                                            "/listed/walk-known/members",
                                            "/hidden/walk-secret",
                                            "/hidden/walk-secret/publicNotice",
                                            "/withdrawn/walk-gone"))
                            .map(rest -> "/.rest/delivery/efc-events/v1" + rest)
                            .toList()),
            Map.entry(
                    "restEndpoints/delivery/efc-speakers_v1.yaml",
                    List.of("/.rest/delivery/efc-speakers/v1?limit=100")),
            Map.entry(
                    "restEndpoints/delivery/efc-work-packages_v1.yaml",
                    List.of("/.rest/delivery/efc-work-packages/v1?limit=100")));

    @TempDir
    static Path home;

    private Site site;

    private static List<String> each(String... patterns) {
        return Stream.of(patterns)
                .flatMap(pattern -> SLUGS.stream().map(pattern::formatted))
                .toList();
    }

    @BeforeAll
    void fill() throws Exception {
        new Site(home, Path.of("target/classes")).close();
        try (ContentRepository repository = ContentRepository.open(home.resolve("public"))) {
            Session session = repository.login("efc-events", User.SYSTEM);
            Node group = session.getNode("/work-packages").addNode("walk-group", "efc:workPackage");
            group.setProperty("code", "WP9");
            Node person = session.getNode("/speakers").addNode("walk-person", "efc:speaker");
            person.setProperty("fullName", "Ann Walker");
            event(session, "/events", "walk-open", group, person);
            event(session, "/events/listed", "walk-known", group, person);
            event(session, "/events/hidden", "walk-secret", group, person);
            event(session, "/events/withdrawn", "walk-gone", group, person);
            session.save();
            session.logout();
            Session dam = repository.login("dam", User.SYSTEM);
            Node minutes = file(dam.getRootNode().addNode("efc-events-members", "mgnl:folder"), "minutes", "zebrafile");
            Node slides = file(dam.getRootNode(), "slides", "openfile");
            dam.save();
            minutesFile = "/dam/jcr:" + minutes.getIdentifier() + "/minutes.txt";
            Session again = repository.login("efc-events", User.SYSTEM);
            for (String event :
                    List.of("/events/walk-open", "/events/listed/walk-known", "/events/hidden/walk-secret")) {
                again.getNode(event + "/members/documents/documents0")
                        .setProperty("asset", "jcr:" + minutes.getIdentifier());
            }
            document(again.getNode("/events/walk-open"), "openslides", slides);
            document(again.getNode("/events/walk-open"), "notes", minutes);
            document(again.getNode("/events/listed/walk-known"), "zebraslides", slides);
            document(again.getNode("/events/hidden/walk-secret"), "zebrasketch", slides);
            document(again.getNode("/events/withdrawn/walk-gone"), "zebragone", slides);
            Node unpublished = again.getNode("/events").addNode("walk-files", "efc:event");
            unpublished.setProperty("title", "An event whose files are for members");
            unpublished.setProperty(
                    "workPackages",
                    new String[] {again.getNode("/work-packages/walk-group").getIdentifier()});
            document(unpublished, "draft", minutes);
            Node picture = unpublished.addNode("gallery", "mgnl:contentNode").addNode("gallery0", "mgnl:contentNode");
            picture.setProperty("image", "jcr:" + minutes.getIdentifier());
            picture.setProperty("alt", "picture");
            again.save();
            again.logout();
            dam.logout();
        }
        site = Site.again(home);
    }

    private String minutesFile;

    private static Node file(Node folder, String name, String text) throws Exception {
        Node asset = folder.addNode(name, "mgnl:asset");
        Node file = asset.addNode("jcr:content", "mgnl:resource");
        file.setProperty(
                "jcr:data",
                folder.getSession()
                        .getValueFactory()
                        .createBinary(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))));
        file.setProperty("jcr:mimeType", "text/plain");
        file.setProperty("fileName", name + ".txt");
        file.setProperty("extension", "txt");
        file.setProperty("size", text.length());
        return asset;
    }

    private static void document(Node event, String title, Node asset) throws Exception {
        Node documents = event.hasNode("documents")
                ? event.getNode("documents")
                : event.addNode("documents", "mgnl:contentNode");
        Node document = documents.addNode("documents" + documents.getNodes().getSize(), "mgnl:contentNode");
        document.setProperty("title", title);
        document.setProperty("asset", "jcr:" + asset.getIdentifier());
    }

    private static void event(Session session, String folder, String slug, Node group, Node person) throws Exception {
        boolean open = folder.equals("/events");
        Node event = session.getNode(folder).addNode(slug, "efc:event");
        event.setProperty("title", (open ? "opentitle" : "zebratitle") + slug);
        event.setProperty("precision", "day");
        event.setProperty("start", "2013-02-12");
        event.setProperty("teaser", open ? "openteaser" : "zebrateaser" + slug);
        event.setProperty("report", open ? "<p>openreport</p>" : "<p>zebrareport" + slug + "</p>");
        event.setProperty("city", open ? "Brussels" : "Zebracity");
        event.setProperty("workPackages", new String[] {group.getIdentifier()});
        event.setProperty("formerAddresses", new String[] {slug.replace("walk-", "once-")});
        Node talk = event.addNode("participations", "mgnl:contentNode").addNode("participations0", "efc:participation");
        talk.setProperty("speaker", person.getIdentifier());
        talk.setProperty("part", "speaker");
        talk.setProperty("talkTitle", open ? "opentalk" : "zebratalk" + slug);
        Node members = event.addNode("members", "efc:members");
        members.setProperty("minutes", "<p>zebraminutes" + slug + "</p>");
        members.setProperty("contacts", "zebracontact" + slug);
        Node document = members.addNode("documents", "mgnl:contentNode").addNode("documents0", "mgnl:contentNode");
        document.setProperty("title", "zebradocument" + slug);
        Node notice = event.addNode("publicNotice", "efc:notice");
        notice.setProperty("title", (slug.equals("walk-known") ? "noticetitle" : "zebranotice") + slug);
        notice.setProperty("precision", "day");
        notice.setProperty("start", "2013-02-12");
        notice.setProperty("workPackages", new String[] {group.getIdentifier()});
        if (open) {
            // What is public may be told in any words.
            notice.remove();
        }
    }

    /** Some addresses name the site's own. */
    private String of(String address) {
        return address.replace("${site}", site.address().toString());
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void theWalkGoesThroughEveryChannelThatTheModuleHas() throws Exception {
        Set<String> files = new TreeSet<>();
        for (String folder :
                List.of("templates/pages", "templates/channels", "virtualUriMappings", "restEndpoints/delivery")) {
            try (Stream<Path> all = Files.list(MODULE.resolve(folder))) {
                files.addAll(all.map(file -> folder + "/" + file.getFileName())
                        .filter(file -> file.endsWith(".yaml") || folder.endsWith("channels"))
                        .collect(Collectors.toSet()));
            }
        }

        assertThat(CHANNELS.keySet()).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void noChannelTellsVisitorsWhatIsKeptFromThem() throws Exception {
        List<String> told = new ArrayList<>();
        for (String address :
                new TreeSet<>(CHANNELS.values().stream().flatMap(List::stream).toList())) {
            HttpResponse<String> answer = site.get(of(address));
            assertThat(answer.statusCode()).as(address).isLessThan(500);
            // A page repeats what was looked for.
            String text = answer.body().replaceAll("(?i)\\bzebra\\b", "");
            if (text.toLowerCase(java.util.Locale.ROOT).contains("zebra")) {
                told.add(address);
            }
            if (!address.contains("walk-secret") && text.contains("walk-secret")
                    || !address.contains("walk-gone")
                            && !address.contains("modifiedSince")
                            && text.contains("walk-gone")) {
                told.add(address + " (a slug)");
            }
        }

        assertThat(told).isEmpty();
    }

    @Test
    void aFileForMembersIsForMembers() throws Exception {
        assertThat(site.status(minutesFile)).isNotEqualTo(200);
        assertThat(site.source(minutesFile)).doesNotContain("zebrafile");
        assertThat(site.page("/events/walk-open.html").select("a[href*=minutes]"))
                .isEmpty();

        Site.Member member = site.signIn("member", "member");
        assertThat(member.get(minutesFile).body()).isEqualTo("zebrafile");
        assertThat(member.page("/events/walk-open.html")
                        .select("a[href*=minutes]")
                        .attr("href"))
                .isEqualTo(minutesFile);
    }

    @Test
    void aWorkPackageLeadsEveryReaderToTheDocumentsThatTheyMayHave() throws Exception {
        assertThat(outputs(site.page("/work-packages/walk-group.html")))
                .containsExactly("openslides (TXT, 8 B) – opentitlewalk-open");
        assertThat(outputs(site.signIn("member", "member").page("/work-packages/walk-group.html")))
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
        Document members = site.signIn("member", "member").page("/events/walk-files.html");
        assertThat(members.select("[aria-labelledby=documents] li").eachText()).containsExactly("draft (TXT, 9 B)");
        assertThat(members.select("[aria-labelledby=gallery] img").eachAttr("alt"))
                .containsExactly("picture");
    }

    /** Where members find each event that is not withdrawn, by its own title. */
    @Test
    void membersReadOnTheSameAddressesWhatIsKeptFromOthers() throws Exception {
        Site.Member member = site.signIn("member", "member");
        List<String> lists = List.of(
                "/events.html?q=zebrareport",
                "/events.json?size=100",
                "/events.atom",
                "/events.ics",
                "/speakers/walk-person.html",
                "/speakers/walk-person.json",
                "/speakers/walk-person.ics",
                "/speakers/walk-person.atom",
                "/work-packages/walk-group.html",
                "/work-packages/walk-group.ics",
                "/work-packages/walk-group.atom",
                "/.rest/delivery/efc-events/v1?limit=100");
        for (String address : lists) {
            String text = member.get(address).body().replace("\r\n ", "");
            assertThat(text).as(address).contains("zebratitlewalk-known", "zebratitlewalk-secret");
        }
        for (String slug : List.of("walk-open", "walk-known", "walk-secret")) {
            assertThat(member.get("/events/" + slug + ".html").body())
                    .as(slug)
                    .contains("zebraminutes" + slug, "zebracontact" + slug, "zebradocument" + slug);
            assertThat(member.get("/events/" + slug + ".json").body())
                    .as(slug)
                    .contains("zebraminutes" + slug, "zebracontact" + slug, "zebradocument" + slug);
        }
        assertThat(member.page("/events/walk-open.html")
                        .select("#related ~ ul, nav.neighbours")
                        .text())
                .contains("zebratitle");
    }

    @Test
    void nobodyReadsAnEventThatWasWithdrawnAndNoSharedCacheKeepsWhatMembersRead() throws Exception {
        Site.Member member = site.signIn("member", "member");
        for (String address :
                new TreeSet<>(CHANNELS.values().stream().flatMap(List::stream).toList())) {
            HttpResponse<String> answer = member.get(of(address));
            assertThat(answer.statusCode()).as(address).isLessThan(500);
            boolean itself = address.contains("/withdrawn/");
            if (!itself) {
                assertThat(answer.body()).as(address).doesNotContain("titlewalk-gone", "noticewalk-gone");
            }
            if (answer.statusCode() == 200 && !address.startsWith("/.rest")) {
                assertThat(answer.headers().firstValue("Cache-Control"))
                        .as(address)
                        .contains("private, no-cache");
            }
        }
    }

    @Test
    void membersComeInAndGoOutOnThePageThatTheyRead() throws Exception {
        Element way = site.page("/events/walk-known.html").selectFirst(".account a");
        assertThat(way.text()).isEqualTo("Members: sign in");
        HttpResponse<String> form = site.get("/events/walk-known.html" + way.attr("href"));
        assertThat(form.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(form.body()).select("input[name=mgnlUserPSWD]")).hasSize(1);
        assertThat(form.body()).doesNotContain("noticetitle");

        Site.Member member = site.signIn("member", "member");
        Element out = member.page("/events/walk-known.html").selectFirst(".account a");
        assertThat(member.page("/events/walk-known.html").select(".account").text())
                .isEqualTo("Signed in as member. Sign out");
        HttpResponse<String> left = member.get("/events/walk-known.html" + out.attr("href"));
        assertThat(left.statusCode()).isEqualTo(302);
        assertThat(left.headers().firstValue("Location")).contains("/events/walk-known.html");
        assertThat(member.get("/events/walk-known.html").body()).doesNotContain("zebra");
    }

    @Test
    void everyChannelOfEventsTellsWhatIsPublic() throws Exception {
        for (String address : List.of(
                "/events.html",
                "/events.atom",
                "/events.ics",
                "/events.json",
                "/work-packages/walk-group.html",
                "/work-packages/walk-group.atom")) {
            assertThat(site.source(address).replace("\r\n ", "")).as(address).contains("opentitle", "noticetitle");
        }
        assertThat(site.source("/sitemap.xml")).contains("walk-open", "walk-known");
        assertThat(site.source("/.rest/delivery/efc-events/v1/walk-open")).contains("opentitle");
    }

    @Test
    void aListedEventHasAPageThatSaysThatThereIsMore() throws Exception {
        assertThat(site.page("/events/walk-known.html").select("main").text())
                .contains("noticetitle", "Members can read more. Members: sign in", "2013");
    }

    @Test
    void anAddressSaysWhetherItsEventIsGoneMovedOrUnknown() throws Exception {
        assertThat(site.status("/events/walk-gone.html")).isEqualTo(410);
        assertThat(site.status("/events/walk-gone.ics")).isEqualTo(410);
        assertThat(site.anyPage("/fr/events/walk-gone.html").select("h1").text())
                .isEqualTo("Événement retiré");
        for (String slug : List.of("walk-secret", "walk-never", "once-secret", "once-known", "once-gone")) {
            assertThat(site.status("/events/" + slug + ".html")).as(slug).isEqualTo(404);
        }
        assertThat(site.status("/events/once-open.html")).isEqualTo(301);
        assertThat(site.header("/fr/events/once-open.ics?a=b%20c", "Location"))
                .contains("/fr/events/walk-open.ics?a=b%20c");
    }

    @Test
    void editorsReadWhoSeesAnEventAndVisitorsNever() throws Exception {
        try (Site author = new Site(home.resolve("another"), Path.of("target/classes"))) {
            author.close();
            try (ContentRepository repository =
                    ContentRepository.open(home.resolve("another").resolve("author"))) {
                Session session = repository.login("efc-events", User.SYSTEM);
                Node group = session.getNode("/work-packages").addNode("walk-group", "efc:workPackage");
                Node person = session.getNode("/speakers").addNode("walk-person", "efc:speaker");
                event(session, "/events", "walk-open", group, person);
                event(session, "/events/listed", "walk-known", group, person);
                event(session, "/events/listed", "walk-untold", group, person);
                session.getNode("/events/listed/walk-untold/publicNotice").remove();
                event(session, "/events/hidden", "walk-secret", group, person);
                event(session, "/events/withdrawn", "walk-gone", group, person);
                String link =
                        "<p><a href=\"${link:{uuid:{%s},repository:{efc-events},path:{%s},nodeData:{},extension:{html}}}\">x</a></p>";
                Node secret = session.getNode("/events/hidden/walk-secret");
                Node open = session.getNode("/events/walk-open");
                open.setProperty("report", link.formatted(secret.getIdentifier(), secret.getPath()));
                secret.setProperty("report", link.formatted(open.getIdentifier(), open.getPath()));
                session.save();
                session.logout();
            }
        }
        try (Site author = Site.again(home.resolve("another"))) {
            for (String list : List.of(
                    "/events.html",
                    "/events.json",
                    "/events.atom",
                    "/events.ics",
                    "/speakers/walk-person.html",
                    "/work-packages/walk-group.html")) {
                assertThat(author.author(list).text().replace("\r\n ", "").replace(" ", ""))
                        .as(list)
                        .contains("zebratitlewalk-known", "zebratitlewalk-secret")
                        .doesNotContain("titlewalk-gone");
            }
            assertThat(note(author, "walk-open"))
                    .contains("not everyone may know of", "zebratitlewalk-secret")
                    .doesNotContain("not everyone sees");
            assertThat(note(author, "walk-known"))
                    .contains("visitors read its notice alone")
                    .doesNotContain("no title");
            assertThat(note(author, "walk-untold")).contains("visitors read its notice alone", "no title");
            assertThat(note(author, "walk-secret"))
                    .contains("only members find it")
                    .doesNotContain("may know of");
        }
        assertThat(site.page("/events/walk-known.html").select(".editors-note")).isEmpty();
    }

    private static String note(Site author, String slug) throws Exception {
        return author.edited("/events/" + slug + ".html")
                .select(".editors-note")
                .text();
    }
}
