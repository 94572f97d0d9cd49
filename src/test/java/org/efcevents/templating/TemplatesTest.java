package org.efcevents.templating;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.Session;
import org.efcevents.archive.TestArchive;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The module's templates print what the archive holds, whatever that is, and carry out what Java has decided. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/efc-events/templates");
    private static final String HOSTILE = "<b>Tom</b> & \"Jerry\" ${1+1} <script>alert(1)</script>";

    @TempDir
    Path home;

    private TestArchive archive;

    @BeforeEach
    void open() throws Exception {
        archive = new TestArchive(home);
        Session session = archive.session();
        for (String template : names("pages").toList()) {
            session.getRootNode().addNode(template, "mgnl:contentNode");
        }
        Node group = archive.workPackage("wp1", Map.of("code", "WP1", "title", HOSTILE, "lead", HOSTILE));
        Node speaker =
                archive.speaker("jane", Map.of("fullName", HOSTILE, "role", HOSTILE, "biography", "<p>Chair.</p>"));
        Node event = archive.event(
                "forum",
                Map.of(
                        "title",
                        HOSTILE,
                        "start",
                        "2014-03-04",
                        "kind",
                        "training",
                        "teaser",
                        HOSTILE,
                        "city",
                        HOSTILE));
        event.setProperty("workPackages", new String[] {group.getIdentifier()});
        event.setProperty("attendance", HOSTILE);
        event.setProperty("report", "<p>It went <em>well</em>.</p><script>alert(2)</script>");
        archive.participation(event, speaker, Map.of("part", "keynote", "talkTitle", HOSTILE, "panel", HOSTILE));
        archive.event("ahead", Map.of("title", "Ahead", "start", "2016-01-01", "title_fr", "Devant"));
        for (String component : names("components").toList()) {
            Node node = session.getNode("/page").addNode(component, "mgnl:contentNode");
            node.setProperty("heading", HOSTILE);
            node.setProperty("text", "<p>Typed.</p>");
            node.setProperty("event", event.getIdentifier());
            node.setProperty("speaker", speaker.getIdentifier());
            node.setProperty("workPackage", group.getIdentifier());
        }
        session.save();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private static Stream<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES.resolve(folder))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ftl"))
                    .map(name -> name.replace(".ftl", ""))
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream();
        }
    }

    static Stream<String> pages() throws IOException {
        return names("pages");
    }

    static Stream<String> components() throws IOException {
        return names("components");
    }

    private TemplateRequest request(String language, String selector, String extension) {
        return new TemplateRequest(archive.session(), language, selector, extension);
    }

    /** The name of something that the page can show. */
    private static String shown(String page) {
        return switch (page) {
            case "event" -> "forum";
            case "speaker" -> "jane";
            case "workPackage" -> "wp1";
            default -> "";
        };
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsPrintedWholeAndNothingInItIsTakenForMarkup(String page) throws Exception {
        TemplateRequest request = request("en", shown(page), "html");

        Document document = request.page(page);

        assertThat(request.status()).isEqualTo(200);
        assertThat(request.header("Cache-Control")).isNotEmpty();
        assertThat(document.select("h1")).hasSize(1);
        assertThat(document.title()).endsWith("– EFC events");
        assertThat(document.select("main b, script:not([type=application/ld+json])"))
                .isEmpty();
        assertThat(document.html()).doesNotContain("alert(2)");
        // A message that is not there is printed as its key.
        assertThat(document.text()).doesNotContainPattern("\\befc(-events)?\\.[a-z]+\\.");
        assertThat(document.select("[lang]").eachAttr("lang")).containsOnly("en", "fr");
        if (!shown(page).isEmpty()) {
            assertThat(document.select("h1").text()).contains("<b>Tom</b> & \"Jerry\" ${1+1}");
            assertThat(document.select("link[rel=alternate][type=text/calendar]"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("components")
    void aComponentIsPrintedUnderTheHeadingThatWasTyped(String component) throws Exception {
        Document document = request("en", "", "html").component(component, "/page/" + component);

        assertThat(document.select("section[aria-labelledby] > h2").eachText()).containsExactly(HOSTILE);
        assertThat(document.select("b, script")).isEmpty();
        assertThat(document.select("section > :not(h2)").text())
                .contains(
                        switch (component) {
                            case "upcoming" -> "Ahead";
                            case "text" -> "Typed.";
                            default -> "Tom";
                        });
    }

    @Test
    void whatIsNotTranslatedSaysWhichLanguageItIsIn() throws Exception {
        Document french = request("fr", "forum", "html").page("event");

        assertThat(french.select("html").attr("lang")).isEqualTo("fr");
        assertThat(french.select("h1 .title").attr("lang")).isEqualTo("en");
        assertThat(request("fr", "ahead", "html").page("event").select("h1 .title"))
                .allSatisfy(title -> assertThat(title.text()).isEqualTo("Devant"))
                .noneSatisfy(title -> assertThat(title.hasAttr("lang")).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"event, nothing", "speaker, nobody", "workPackage, wp0"})
    void whatIsNotThereIsANoticeInItsPlace(String page, String selector) throws Exception {
        TemplateRequest request = request("en", selector, "html");

        Document document = request.page(page);

        assertThat(request.status()).isEqualTo(404);
        assertThat(document.select("main h1").text()).isNotEmpty().doesNotContain("efc.");
        assertThat(document.select("link[rel=canonical]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ics", "json"})
    void aDocumentIsPrintedAsItIs(String extension) throws Exception {
        TemplateRequest request = request("en", "forum", extension);

        String text = request.text("event").strip();

        assertThat(request.status()).isEqualTo(200);
        assertThat(text)
                .startsWith(extension.equals("ics") ? "BEGIN:VCALENDAR" : "{")
                .doesNotContain("&lt;", "&quot;");
        assertThat(text).contains(extension.equals("ics") ? "<b>Tom</b>" : "\\u003cb\\u003eTom\\u003c/b\\u003e");
    }

    @Test
    void aFormerAddressLeadsOn() throws Exception {
        archive.session().getNode("/events/ahead").setProperty("formerAddresses", new String[] {"behind"});
        archive.session().save();
        TemplateRequest request = request("en", "behind", "html");

        assertThat(request.page("event").select("main a").eachAttr("href")).containsExactly("/en/events/ahead.html");
        assertThat(request.status()).isEqualTo(301);
        assertThat(request.header("Location")).endsWith("/en/events/ahead.html");
    }

    @Test
    void daysItemsAndPeopleOfAProgrammeStandTogether() throws Exception {
        Session session = archive.session();
        Node event = archive.event(
                "days", Map.of("title", "Days", "precision", "day", "start", "2014-03-24", "end", "2014-03-25"));
        Node items = event.addNode("programme", "mgnl:contentNode");
        item(items, Map.of("day", "1", "kind", "session", "startTime", "9h", "title", "Welcome"));
        item(items, Map.of("day", "2", "kind", "panel", "title", "Panel: " + HOSTILE));
        item(items, Map.of("kind", "break", "startTime", "10:30"));
        session.save();
        Node person = session.getNode("/speakers/jane");
        archive.participation(event, person, Map.of("part", "chair", "panel", "panel"));
        archive.participation(event, person, Map.of("part", "opening", "panel", "Round table"));

        Document page = request("fr", "days", "html").page("event");

        assertThat(page.select("#programme ~ h3").eachText()).containsExactly("24 mars 2014", "25 mars 2014");
        assertThat(page.select("#programme ~ ol.programme > li").eachText())
                .containsExactly(
                        "09:00 Welcome",
                        "Panel: " + HOSTILE + " Table ronde "
                                + page.select(".programme .person").text() + " Présidence de séance",
                        "10:30 Pause");
        assertThat(page.select("#people ~ ul.people > li .part").eachText()).containsExactly("Ouverture");
        assertThat(page.select("#people ~ ul.people > li .panel").eachText()).containsExactly("Round table");
    }

    private static void item(Node items, Map<String, String> properties) throws Exception {
        Node item = items.addNode("programme" + items.getNodes().getSize(), "mgnl:contentNode");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            item.setProperty(property.getKey(), property.getValue());
        }
    }
}
