package org.efcevents.magnolia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The module in an author instance: what is kept there is kept, whatever becomes of the module. A version before this one
 * is installed and people work with it; each test then goes one step further.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuthorInstanceIT {

    private static final List<String> ROLES = List.of("efc-events-visitor", "efc-events-member", "efc-events-editor");

    private final Magnolia magnolia = Magnolia.author();
    private List<String> edited;

    @BeforeAll
    void installThePreviousVersionAndWork(@TempDir Path folder) throws IOException {
        magnolia.start(previousVersion(folder.resolve("previous.jar")), "/author");
        magnolia.inside().in("userroles", roles -> {
            Node opened = roles.getRootNode()
                    .addNode("opens-admincentral", "mgnl:role")
                    .addNode("acl_uri", "mgnl:contentNode")
                    .addNode("0", "mgnl:contentNode");
            opened.setProperty("path", "/*");
            return opened.setProperty("permissions", 63);
        });
        Accounts accounts = new Accounts(magnolia.inside());
        accounts.create("nobody");
        accounts.create("clerk", "rest-editor", "opens-admincentral");
        accounts.create("officer", "rest-editor", "opens-admincentral", "efc-events-editor");
        List<String> before = content();
        edit();
        edited = content();
        assertThat(edited).isNotEqualTo(before);
    }

    @AfterAll
    void stop() {
        magnolia.stop();
    }

    @Test
    @Order(1)
    void keepsDraftsFromWhoeverHasNoRole() {
        assertThat(magnolia.get(null, "/events.html").statusCode()).isEqualTo(401);
        // Magnolia lets everybody call delivery REST on an author instance: nothing may be there to read.
        for (String endpoint : List.of("efc-events", "efc-speakers", "efc-work-packages")) {
            assertThat(total(null, endpoint)).as(endpoint).isZero();
        }
        assertThat(magnolia.get(null, "/.rest/delivery/efc-events/v1/a-draft").statusCode())
                .isEqualTo(404);
        assertThat(total("clerk", "efc-events")).isZero();
        assertThat(magnolia.get("nobody", "/.rest/delivery/efc-events/v1").statusCode())
                .isEqualTo(403);
        assertThat(total("officer", "efc-events")).isEqualTo(29);
        assertThat(magnolia.get("officer", "/.rest/delivery/efc-events/v1/hidden/wp1-meeting")
                        .statusCode())
                .isEqualTo(200);
        assertThat(magnolia.get("superuser", "/events/a-draft.html").body())
                .contains("A draft")
                .contains("href=\"/author/events.html\"");
    }

    @Test
    @Order(2)
    void isUpdated() {
        restart();
        assertThat(magnolia.inside().installation().status()).isEqualTo("installDone");
        assertThat(magnolia.inside().installation().messages()).noneMatch(message -> message.contains("efc"));
        assertThat(version("efc-events")).isNotEqualTo("0.0.9");
        assertThat(content()).isEqualTo(edited);
        assertThat(magnolia.logged()).noneMatch(Magnolia::complainsOfTheModule);
        assertThat(magnolia.inside().problems("efc-events")).isEmpty();
    }

    @Test
    @Order(2)
    void showsTheDeskToEditorsAlone() {
        for (String user : List.of("superuser", "officer")) {
            assertThat(magnolia.get(user, "/desk.html").body())
                    .as(user)
                    .contains("<h1>What is missing</h1>")
                    .contains("href=\"/author/.magnolia/admincentral#app:efc-events:detail;/events/a-draft:edit\"");
            assertThat(magnolia.get(user, "/.resources/efc-events/webresources/css/desk.css")
                            .statusCode())
                    .as(user)
                    .isEqualTo(200);
            assertThat(magnolia.get(user, "/desk.csv").body())
                    .as(user)
                    .contains("date-missing,question,efc:event,A draft,");
        }
        List<String> pages = Jsoup.parse(magnolia.get("officer", "/desk.html").body()).select("nav.pages a").stream()
                .map(link -> link.attr("href").replaceFirst("^/author", ""))
                .toList();
        assertThat(pages)
                .contains(
                        "/desk/publish.html",
                        "/desk/copy.html",
                        "/desk/change.html",
                        "/desk/reports.html",
                        "/desk/merge.html",
                        "/desk/replace.html",
                        "/desk/import.html");
        assertThat(pages)
                .allSatisfy(page ->
                        assertThat(magnolia.get("officer", page).statusCode()).isEqualTo(200));
        for (String page : Stream.concat(pages.stream(), Stream.of("/desk.csv", "/desk/reports.csv"))
                .toList()) {
            assertThat(magnolia.get(null, page).statusCode()).isEqualTo(401);
            assertThat(magnolia.get("clerk", page).body()).doesNotContain("A draft");
            assertThat(magnolia.get("clerk", page).statusCode()).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    @Order(2)
    void copiesAnEventAndTakesTheCopyBack() {
        String id = magnolia.inside()
                .in("efc-events", archive -> archive.getNode("/events/a-draft").getIdentifier());
        Map<String, String> form = filledIn("/desk/copy.html?event=" + id + "&when=once&take.texts=on&day=2027-03-04");
        String here = magnolia.origin();

        assertThat(magnolia.post("officer", "/desk/copy.html", form, "https://elsewhere.example")
                        .statusCode())
                .isEqualTo(400);
        assertThat(magnolia.post("officer", "/desk/copy.html", without(form, "csrf"), here)
                        .statusCode())
                .isEqualTo(403);
        assertThat(magnolia.post("clerk", "/desk/copy.html", form, here).statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(content()).isEqualTo(edited);

        List<String> before = archive();
        String made = carriedOut("/desk/copy.html", form);
        assertThat(magnolia.get("officer", "/events/a-draft-2027.html").body()).contains("A draft, 4 March 2027");

        carriedOut("/desk/copy.html", filledIn(made));
        assertThat(archive()).isEqualTo(before);
        // What was done is remembered.
        edited = content();
    }

    @Test
    @Order(2)
    void importsAPageAndTakesItsEventsBack() {
        List<String> before = archive();
        String page = "Café meeting\n\n\nThe members met on 4 March 2011 in Lyon. (closed session)\n\n"
                + "Autumn meeting\n\n\nThe members met on 5 September 2011 in Ghent.\n";
        Map<String, String> form = Magnolia.filledIn(magnolia.open("officer", "/desk/import.html"));
        form.put("title", "Old page");
        assertThat(magnolia.post("clerk", "/desk/import.html", form, "file", page)
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(magnolia.post("officer", "/desk/import.html", without(form, "csrf"), "file", page)
                        .statusCode())
                .isEqualTo(403);

        HttpResponse<String> sent = magnolia.post("officer", "/desk/import.html", form, "file", page);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        Map<String, String> read =
                filledIn(sent.headers().firstValue("Location").orElseThrow().replaceFirst("^.*/author", ""));
        read.put("import", "yes");
        String made = carriedOut("/desk/import.html", read);

        assertThat(magnolia.get("officer", "/events/cafe-meeting.html").body())
                .contains("Café meeting", "4 March 2011", "Lyon", "closed session");
        assertThat(magnolia.get(null, "/events/cafe-meeting.html").statusCode()).isGreaterThanOrEqualTo(400);
        carriedOut("/desk/import.html", filledIn(made));
        assertThat(archive()).isEqualTo(before);
        // The page is kept, and what was done is remembered.
        edited = content();
    }

    @Test
    @Order(2)
    void mergesPeopleAndReplacesAWordAndTakesBothBack() {
        List<String> people = magnolia.inside()
                .in(
                        "efc-events",
                        archive -> List.of(
                                archive.getNode("/speakers/john-dalli").getIdentifier(),
                                archive.getNode("/speakers/rob-wainwright").getIdentifier()));
        List<String> before = archive();

        String merged = carriedOut(
                "/desk/merge.html", filledIn("/desk/merge.html?keep=" + people.get(0) + "&merge=" + people.get(1)));
        String reference = "/speaker String " + people.get(1);
        assertThat(before).anyMatch(line -> line.endsWith(reference));
        assertThat(archive()).noneMatch(line -> line.endsWith(reference));
        carriedOut("/desk/merge.html", filledIn(merged));
        assertThat(archive()).isEqualTo(before);

        Map<String, String> words = filledIn("/desk/replace.html?find=draft&whole=yes&exact=yes&language=en");
        words.put("with", "sketch");
        String replaced = carriedOut("/desk/replace.html", words);
        assertThat(magnolia.get("officer", "/events/a-draft.html").body()).contains("A sketch");
        carriedOut("/desk/replace.html", filledIn(replaced));
        assertThat(archive()).isEqualTo(before);

        assertThat(magnolia.logged()).noneMatch(Magnolia::complainsOfTheModule);
        // What was done is remembered.
        edited = content();
    }

    @Test
    @Order(2)
    void doesNotSayThatItHasPublishedWhatNobodyHasReceived() {
        String id = magnolia.inside()
                .in("efc-events", archive -> archive.getNode("/events/a-draft").getIdentifier());
        String picture = magnolia.inside().in("dam", files -> files.getRootNode()
                .addNode("a-picture", "mgnl:asset")
                .getIdentifier());
        magnolia.inside().in("efc-events", archive -> archive.getNodeByIdentifier(id)
                .addNode("gallery", "mgnl:contentNode")
                .addNode("gallery0", "mgnl:contentNode")
                .setProperty("image", "jcr:" + picture));
        String page = "/desk/publish.html?event=" + id;
        assertThat(Jsoup.parse(magnolia.get("superuser", page).body()).select("input[name=item.dam." + picture + "]"))
                .hasSize(1);
        assertThat(Jsoup.parse(magnolia.get("officer", page).body())
                        .select("li:contains(/a-picture)")
                        .text())
                .contains("you may not publish it");
        Map<String, String> form = filledIn(page);
        assertThat(form.keySet()).contains("item.efc-events." + id);
        form.put("publish", "yes");
        String here = magnolia.origin();
        assertThat(magnolia.post("clerk", "/desk/publish.html", form, here).statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(magnolia.post("officer", "/desk/publish.html", without(form, "csrf"), here)
                        .statusCode())
                .isEqualTo(403);

        // There is a receiver in Magnolia's own configuration, and nothing there.
        HttpResponse<String> refused = magnolia.post("officer", "/desk/publish.html", form, here);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("[role=alert] li").text()).contains("has not been published:");
        assertThat(Jsoup.parse(refused.body()).select("p.done")).isEmpty();
        assertThat(Jsoup.parse(magnolia.get("officer", page).body())
                        .select("li:contains(A draft) .state")
                        .text())
                .isEqualTo("not published");

        magnolia.inside()
                .in("config", config -> config.getNode("/modules/publishing-core/config/receivers/magnoliaPublic8080")
                        .setProperty("enabled", false));
        String alert = "";
        while (!alert.contains("There is no public instance to publish to.")) {
            HttpResponse<String> alone = magnolia.post("officer", "/desk/publish.html", form, here);
            assertThat(alone.statusCode()).isEqualTo(422);
            alert = Jsoup.parse(alone.body()).select("[role=alert] li").text();
        }
        // Magnolia has kept a version of what it tried to publish.
        edited = content();
    }

    /** Sends a form of the desk as an officer. */
    private String carriedOut(String page, Map<String, String> form) {
        HttpResponse<String> sent = magnolia.post("officer", page, form, magnolia.origin());
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        return sent.headers().firstValue("Location").orElseThrow().replaceFirst("^.*/author", "");
    }

    private Map<String, String> filledIn(String page) {
        return Magnolia.filledIn(magnolia.open("officer", page));
    }

    /** What editors keep, without what was done with it. */
    private List<String> archive() {
        return magnolia.inside().in("efc-events", archive -> Stream.concat(
                        Content.of(archive.getNode("/events")).stream(),
                        Content.of(archive.getNode("/speakers")).stream())
                .toList());
    }

    private static Map<String, String> without(Map<String, String> fields, String field) {
        Map<String, String> others = new LinkedHashMap<>(fields);
        others.remove(field);
        return others;
    }

    @Test
    @Order(3)
    void isInstalledAgain() {
        forget("efc-events");
        restart();
        assertThat(magnolia.inside().installation().status()).isEqualTo("installDone");
        assertThat(magnolia.inside().installation().messages()).noneMatch(message -> message.contains("efc"));
        assertThat(version("efc-events")).isNotNull();
        assertThat(content()).isEqualTo(edited);
    }

    @Test
    @Order(4)
    void isNotInstalledOverAnArchiveThatIsThere() {
        forget("efc-events");
        forget("efc-events-content");
        restart();
        // Magnolia has undone it, says so, and runs.
        assertThat(magnolia.inside().installation().status()).isEqualTo("installDone");
        assertThat(magnolia.inside().installation().messages())
                .filteredOn(message -> message.contains("error"))
                .singleElement()
                .asString()
                .contains("Could not install or update efc-events-content");
        assertThat(version("efc-events-content")).isNull();
        assertThat(version("efc-events")).isNotNull();
        assertThat(content()).isEqualTo(edited);
        assertThat(magnolia.get("superuser", "/events/a-draft.html").body()).contains("A draft");
    }

    private void restart() {
        magnolia.stop();
        magnolia.start(Magnolia.JAR, "/author");
    }

    private int total(String user, String endpoint) {
        String list = magnolia.get(user, "/.rest/delivery/" + endpoint + "/v1?limit=100")
                .body();
        assertThat(list).startsWith("{\"total\":");
        return Integer.parseInt(list.substring("{\"total\":".length(), list.indexOf(',')));
    }

    /** What officers, editors of pages and administrators do in the course of a year. */
    private void edit() {
        magnolia.inside().in("efc-events", archive -> {
            Node event = archive.getNode("/events/4th-meeting-wp-1");
            event.setProperty("title", "Fourth meeting of work package 1 & friends");
            event.setProperty("closed", (String) null);
            Node draft = archive.getNode("/events").addNode("a-draft", "efc:event");
            draft.setProperty("title", "A draft");
            draft.setProperty("precision", "unknown");
            draft.addNode("participations", "mgnl:contentNode")
                    .addNode("participations0", "efc:participation")
                    .setProperty("talkTitle", "On drafts");
            archive.getNode("/events/vgt-conference-in-amsterdam").remove();
            archive.move("/events/wp1-meeting", "/events/hidden/wp1-meeting");
            archive.move("/speakers/dalli", "/speakers/john-dalli");
            archive.getNode("/speakers/john-dalli").setProperty("fullName", "John Dalli");
            Node folder = archive.getNode("/events").addNode("2030", "mgnl:folder");
            archive.move("/events/wp5-meeting", folder.getPath() + "/wp5-meeting");
            archive.getNode("/events").orderBefore("a-draft", "2nd-efc-steering-group-meeting");
            archive.getNode("/work-packages/wp4").remove();
            return archive.getNode("/work-packages/wp5").setProperty("title", "Renamed");
        });
        magnolia.inside().in("website", pages -> {
            pages.getNode("/speaker").remove();
            pages.move("/work-packages", "/our-work-packages");
            return pages.getNode("/events").setProperty("title", "What we did");
        });
        magnolia.inside().in("dam", assets -> {
            Node minutes = assets.getNode("/efc-events-members").addNode("minutes.pdf", "mgnl:asset");
            return minutes.setProperty("title", "Who was late");
        });
        magnolia.inside().in("userroles", roles -> {
            roles.getNode("/efc-events-visitor/acl_efc-events/1").remove();
            roles.getNode("/efc-events-member/acl_dam/0").setProperty("permissions", 0);
            roles.getNode("/efc-events-member").setProperty("title", "Members of the coalition");
            Node entry = roles.getNode("/efc-events-editor/acl_website").addNode("1", "mgnl:contentNode");
            entry.setProperty("path", "/events");
            return entry.setProperty("permissions", 63);
        });
    }

    private List<String> content() {
        List<String> lines = new ArrayList<>();
        lines.addAll(magnolia.inside().in("efc-events", archive -> Content.of(archive.getRootNode())));
        lines.addAll(magnolia.inside().in("website", pages -> Content.of(pages.getRootNode())));
        lines.addAll(magnolia.inside().in("dam", assets -> Content.of(assets.getNode("/efc-events-members"))));
        for (String role : ROLES) {
            lines.addAll(magnolia.inside().in("userroles", roles -> Content.of(roles.getNode("/" + role))));
        }
        return lines;
    }

    private String version(String module) {
        return magnolia.inside().in("config", config -> property(config, "/modules/" + module + "/version"));
    }

    private static String property(Session session, String path) throws RepositoryException {
        return session.propertyExists(path) ? session.getProperty(path).getString() : null;
    }

    /** What someone does who wants a module to be installed again: Magnolia no longer knows of it. */
    private void forget(String module) {
        magnolia.inside().in("config", config -> {
            config.getNode("/modules/" + module).remove();
            return null;
        });
    }

    /** The module's jar with another version in its descriptors. */
    private static Path previousVersion(Path file) throws IOException {
        try (JarFile jar = new JarFile(Magnolia.JAR.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                out.putNextEntry(new JarEntry(entry.getName()));
                try (InputStream in = jar.getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    if (entry.getName().matches("META-INF/magnolia/.*\\.xml")) {
                        bytes = new String(bytes, StandardCharsets.UTF_8)
                                .replaceFirst("<version>[^<]*</version>", "<version>0.0.9</version>")
                                .getBytes(StandardCharsets.UTF_8);
                    }
                    out.write(bytes);
                }
            }
        }
        return file;
    }
}
