package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors place on pages: the sample page, and pages on which something is missing, hidden or hostile. */
@Tag("server")
class ComponentsTest {

    private static final String SECRET = "7d1f2b1c-5a51-4c3e-8f39-7f1b2c3d4e01";
    private static final String RUNNING = "7d1f2b1c-5a51-4c3e-8f39-7f1b2c3d4e02";
    private static final String ANNOUNCED = "7d1f2b1c-5a51-4c3e-8f39-7f1b2c3d4e03";
    private static final String IDLE = "7d1f2b1c-5a51-4c3e-8f39-7f1b2c3d4e04";
    private static final String LISTED = "7d1f2b1c-5a51-4c3e-8f39-7f1b2c3d4e05";
    private static final String NOBODY = "7d1f2b1c-5a51-4c3e-8f39-7f1b2c3d4eff";

    /** What an editor typed, and the same between single quotes in YAML. */
    private static final String TYPED = "<b>&\"'";

    private static final String TYPED_IN_YAML = TYPED.replace("'", "''");

    @TempDir
    static Path scratch;

    private static Site site;
    private static Site samples;

    @BeforeAll
    static void start() throws Exception {
        samples = new Site(scratch.resolve("samples"));
        Path module = scratch.resolve("module");
        FileUtils.copyDirectory(Path.of("target/classes").toFile(), module.toFile());
        Path added = module.resolve("mgnl-bootstrap-samples/efc-events-content");
        Files.writeString(
                added.resolve("efc-events.events.hidden.secret.yaml"),
                event("secret", SECRET, "Secret meeting", "2098-01-01"));
        Files.writeString(
                added.resolve("efc-events.events.running.yaml"),
                event("running", RUNNING, "Running", "2020-01-01") + "  end: '2099-01-01'\n  status: cancelled\n");
        Files.writeString(
                added.resolve("efc-events.events.announced.yaml"),
                event("announced", ANNOUNCED, TYPED_IN_YAML, "2099-02-02"));
        Files.writeString(
                added.resolve("efc-events.work-packages.idle.yaml"),
                "idle: {'jcr:primaryType': 'efc:workPackage', 'jcr:uuid': '" + IDLE
                        + "', 'mgnl:activationStatus': 'true', code: WP9}\n");
        Files.writeString(
                added.resolve("efc-events.events.listed.known.yaml"),
                event("known", LISTED, "What was said", "2013-02-12")
                        + "  teaser: 'What was said'\n  publicNotice: {'jcr:primaryType': 'efc:notice',"
                        + " title: 'A meeting', precision: year, partialDate: '2013'}\n");
        Files.writeString(
                added.resolve("website.featuring.yaml"),
                page("featuring", "efc-events:pages/page", "main", part("featured", "event: " + LISTED)));
        Files.writeString(
                added.resolve("website.parts.yaml"),
                page(
                        "parts",
                        "efc-events:pages/page",
                        "main",
                        part("upcoming", "howMany: '3'"),
                        part("featured", "event: " + SECRET),
                        part("featured", "event: " + NOBODY),
                        part("featured"),
                        part("workPackageEvents", "workPackage: " + IDLE),
                        part("workPackageEvents", "workPackage: " + NOBODY),
                        part("person", "speaker: \"x'] or true() or ['\""),
                        part(
                                "text",
                                "heading: '" + TYPED_IN_YAML + "'",
                                "text: '<p onclick=\"alert(1)\">Typed<script>alert(1)</script></p>'"),
                        part("text", "text: 'Bare'", "text_fr: 'Nu'"),
                        part("text")));
        Files.writeString(
                added.resolve("website.events.yaml"),
                page("events", "efc-events:pages/archive", "after", part("text", "heading: 'Below the list'")));
        site = new Site(scratch.resolve("home"), module);
    }

    @AfterAll
    static void stop() {
        site.close();
        samples.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/efc.html, Upcoming events, Featured event, Latest events, Events of WP5, Who spoke, The archive",
        "/fr/efc.html, Événements à venir, À la une, Derniers événements, Événements de WP5, Une intervention, Les archives"
    })
    void theSamplePageHasOneOfEach(
            String address, String one, String two, String three, String four, String five, String six)
            throws Exception {
        Document page = samples.page(address);

        assertThat(page.select("main > section > h2").eachText()).containsExactly(one, two, three, four, five, six);
        for (Element section : page.select("main > section")) {
            assertThat(section.attr("aria-labelledby"))
                    .isEqualTo(section.selectFirst("h2").id());
        }
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("main [lang], .editors-note")).isEmpty();
        assertThat(page.select(".featured .events > li")).hasSize(1);
        assertThat(page.select(".person h3").text()).isEqualTo("Troels Oerting");
        for (String link : page.select("main a").eachAttr("href")) {
            assertThat(samples.status(link)).as(link).isEqualTo(200);
            assertThat(link.startsWith("/fr/")).isEqualTo(address.startsWith("/fr/"));
        }
    }

    @Test
    void theLatestAreTheFirstOfTheArchive() throws Exception {
        List<String> all = samples.page("/events.html").select(".events h3 a").eachAttr("href");
        Document page = samples.page("/efc.html");

        assertThat(page.select(".latest h3 a").eachAttr("href")).isEqualTo(all.subList(0, 5));
        assertThat(page.select(".component.work-package h3 a").eachAttr("href"))
                .containsExactly(
                        "/events/efc-wp5-meeting-2014-07-03.html",
                        "/events/efc-wp5-meeting-2013-06-13.html",
                        "/events/efc-wp5-meeting-2013-04-29.html");
    }

    @Test
    void anEventSaysItsTitleDateAndStatusInOneStop() throws Exception {
        Element heading = site.page("/parts.html").selectFirst(".upcoming h4:contains(Running)");

        assertThat(heading.select("a .title").text()).isEqualTo("Running");
        assertThat(heading.select("a time").eachAttr("datetime")).containsExactly("2020-01-01", "2099-01-01");
        assertThat(heading.select(".status").text()).isEqualTo("Cancelled");
    }

    @Test
    void whatIsGoingOnIsToldFromWhatIsToCome() throws Exception {
        assertThat(site.page("/parts.html")
                        .select(".upcoming h3, .upcoming .title")
                        .eachText())
                .containsExactly("Going on now", "Running", "To come", TYPED);
        assertThat(samples.page("/efc.html").select(".upcoming p").eachText())
                .containsExactly("No event is announced at the moment.", "All events");
        assertThat(samples.page("/fr/efc.html").select(".upcoming p").eachText())
                .containsExactly("Aucun événement n’est annoncé pour l’instant.", "Tous les événements");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/parts.html", "/fr/parts.html"})
    void whatIsHiddenMissingOrEmptyIsNothingToAVisitor(String address) throws Exception {
        Document page = site.page(address);

        assertThat(page.select(".component")).hasSize(4);
        assertThat(page.select(".featured, .person, .editors-note")).isEmpty();
        assertThat(page.text()).doesNotContain("Secret");
    }

    @Test
    void aFeaturedEventThatIsOnlyListedShowsWhatItsNoticeSays() throws Exception {
        Element featured = site.page("/featuring.html").selectFirst(".featured");

        assertThat(featured.select(".events a").eachAttr("href")).containsExactly("/events/known.html");
        assertThat(featured.select(".events").text()).isEqualTo("A meeting 2013");
        assertThat(site.edited("/featuring.html").select(".featured .title").text())
                .isEqualTo("What was said");
    }

    @Test
    void anEmptyListSaysSo() throws Exception {
        assertThat(site.page("/parts.html").select(".component.work-package p").eachText())
                .containsExactly("No event of this work package is recorded yet.", "WP9");
    }

    @Test
    void anEditorIsToldWhatCannotBeShown() throws Exception {
        Document page = site.edited("/parts.html");

        assertThat(page.select(".editors-note")).hasSize(5).allMatch(hint -> hint.text()
                .startsWith("For editors: "));
        // An editor may read hidden events, and so sees what members would.
        assertThat(page.select(".featured .title").eachText()).containsExactly("Secret meeting");
    }

    @Test
    void whatIsTypedIsEscapedOnceAndMarkupIsMadeSafe() throws Exception {
        assertThat(site.page("/parts.html").select(".component.text h2").text()).isEqualTo(TYPED);
        assertThat(site.source("/parts.html"))
                .contains("&lt;b&gt;&amp;&quot;&#39;", "<p>Typed</p>")
                .doesNotContain("<b>&", "&amp;lt;", "&amp;amp;", "<script>alert", "onclick");
    }

    @Test
    void whatAnEditorDidNotTranslateSaysWhichLanguageItIsIn() throws Exception {
        Document french = site.page("/fr/parts.html");

        assertThat(french.select(".component.text h2").attr("lang")).isEqualTo("en");
        assertThat(french.select(".component.text .prose").eachText()).containsExactly("Typed", "Nu");
        assertThat(french.select(".component.text .prose[lang=en]").eachText()).containsExactly("Typed");
    }

    @Test
    void aListPageHasRoomBeforeAndAfterItsList() throws Exception {
        List<String> headings = site.page("/events.html").select("h1, h2").eachText();

        assertThat(headings.get(headings.size() - 1)).isEqualTo("Below the list");
        for (String page : List.of("/events.html", "/speakers.html", "/work-packages.html")) {
            assertThat(comments(site.edited(page)))
                    .filteredOn(comment -> comment.startsWith("cms:area"))
                    .extracting(comment -> comment.replaceAll(".* name=\"(\\w+)\".*", "$1"))
                    .containsExactly("before", "after");
        }
    }

    /** As Magnolia CE 6.2.45 printed it. */
    @Test
    void anEditorsBrowserIsToldWhereThingsAre() throws Exception {
        assertThat(comments(samples.edited("/efc.html")))
                .startsWith(
                        "cms:page content=\"website:/efc\" dialog=\"efc-events:pages/page\"",
                        "/cms:page",
                        "cms:area content=\"website:/efc/main\" name=\"main\" availableComponents=\""
                                + "efc-events:components/upcoming,efc-events:components/latest,"
                                + "efc-events:components/featured,efc-events:components/workPackageEvents,"
                                + "efc-events:components/person,efc-events:components/text\" type=\"list\""
                                + " label=\"Content\" inherit=\"false\" optional=\"false\" createdAreaNode=\"true\""
                                + " showAddButton=\"true\" showNewComponentArea=\"true\" activationStatus=\"2\"",
                        "cms:component content=\"website:/efc/main/0\" dialog=\"efc-events:components/upcoming\""
                                + " label=\"Upcoming events\" description=\"What is going on now and what is announced,"
                                + " soonest first.\" activationStatus=\"2\"",
                        "/cms:component")
                .endsWith("/cms:component", "/cms:area");
        assertThat(comments(samples.page("/efc.html"))).isEmpty();
    }

    private static List<String> comments(Document page) {
        List<String> comments = new ArrayList<>();
        page.traverse((node, depth) -> {
            if (node instanceof Comment comment) {
                comments.add(comment.getData().strip());
            }
        });
        return comments;
    }

    private static String event(String name, String id, String title, String start) {
        return """
                %s:
                  jcr:primaryType: efc:event
                  jcr:uuid: %s
                  mgnl:activationStatus: 'true'
                  title: '%s'
                  precision: day
                  start: '%s'
                """
                .formatted(name, id, title, start);
    }

    private static String page(String name, String template, String area, String... parts) {
        StringBuilder page = new StringBuilder(
                """
                %s:
                  jcr:primaryType: mgnl:page
                  mgnl:template: %s
                  mgnl:activationStatus: 'true'
                  title: A page
                  %s:
                    jcr:primaryType: mgnl:area
                """
                        .formatted(name, template, area));
        for (int i = 0; i < parts.length; i++) {
            page.append("    part").append(i).append(":\n").append(parts[i]);
        }
        return page.toString();
    }

    private static String part(String template, String... properties) {
        StringBuilder part = new StringBuilder("      jcr:primaryType: mgnl:component\n");
        part.append("      mgnl:template: efc-events:components/")
                .append(template)
                .append('\n');
        for (String property : properties) {
            part.append("      ").append(property).append('\n');
        }
        return part.toString();
    }
}
