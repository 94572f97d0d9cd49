package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that looks like markup reads as it was typed, on every page, with the module's own layout and the site's. */
@Tag("server")
class EscapingTest {

    private static final String TYPED = "<b>&\"'";
    private static final String EVENT = "0d6f2b1c-5a51-4c3e-8f39-7f1b2c3d4e01";
    private static final String SPEAKER = "0d6f2b1c-5a51-4c3e-8f39-7f1b2c3d4e02";
    private static final String WORK_PACKAGE = "0d6f2b1c-5a51-4c3e-8f39-7f1b2c3d4e03";

    @TempDir
    static Path scratch;

    private static Site plain;
    private static Site styled;

    @BeforeAll
    static void start() throws Exception {
        Path module = scratch.resolve("module");
        FileUtils.copyDirectory(Path.of("target/classes").toFile(), module.toFile());
        Path samples = module.resolve("mgnl-bootstrap-samples/efc-events-content");
        Files.writeString(samples.resolve("efc-events.work-packages.wpx.yaml"), workPackage());
        Files.writeString(samples.resolve("efc-events.speakers.hostile.yaml"), speaker());
        Files.writeString(samples.resolve("efc-events.events.hostile.yaml"), event());
        plain = new Site(scratch.resolve("plain"), module, Files.createDirectory(scratch.resolve("none")));
        styled = new Site(scratch.resolve("styled"), module);
    }

    @AfterAll
    static void stop() {
        plain.close();
        styled.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/events.html, .title",
        "/events.html, .place",
        "/events/hostile.html, h1 .title",
        "/events/hostile.html, dl.facts dd",
        "/events/hostile.html, .people li p",
        "/speakers.html, .people a",
        "/speakers/hostile.html, h1",
        "/speakers/hostile.html, .other-names q",
        "/work-packages/wpx.html, h1"
    })
    void readsAsTyped(String address, String where) throws Exception {
        for (Site site : List.of(plain, styled)) {
            Document page = site.page(address);
            assertThat(page.select(where).eachText()).as(address + " " + where).anyMatch(text -> text.contains(TYPED));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events.html",
                "/events/hostile.html",
                "/speakers.html",
                "/speakers/hostile.html",
                "/work-packages.html",
                "/work-packages/wpx.html",
                "/fr/events/hostile.html"
            })
    void isEscapedOnceAndNeverMarkup(String address) throws Exception {
        for (Site site : List.of(plain, styled)) {
            assertThat(site.status(address)).isEqualTo(200);
            assertThat(site.source(address))
                    .contains("&lt;b&gt;&amp;&quot;&#39;")
                    .doesNotContain("<b>&", "&amp;lt;", "&amp;amp;", "<script>alert", "javascript:");
        }
    }

    /** This event, its speaker and its work package are not translated. */
    @ParameterizedTest
    @CsvSource({
        "/fr/events/hostile.html, h1 .title",
        "/fr/events/hostile.html, .status-text",
        "/fr/events/hostile.html, section .prose",
        "/fr/events/hostile.html, .people .panel",
        "/fr/events/hostile.html, .people .talk",
        "/fr/events/hostile.html, dl.facts dd span",
        "/fr/events/hostile.html, dl.facts a",
        "/fr/speakers/hostile.html, .capacity span",
        "/fr/work-packages/wpx.html, h1",
        "/fr/work-packages/wpx.html, dl.facts dd"
    })
    void whatIsNotTranslatedSaysWhichLanguageItIsIn(String address, String where) throws Exception {
        for (Site site : List.of(plain, styled)) {
            assertThat(site.page(address).selectFirst(where).attr("lang")).isEqualTo("en");
            assertThat(site.page(address.substring("/fr".length())).select("main [lang]"))
                    .isEmpty();
        }
    }

    @Test
    void aPageThatIsNotTranslatedSaysWhereTheOriginalIs() throws Exception {
        for (Site site : List.of(plain, styled)) {
            Document french = site.page("/fr/events/hostile.html");
            assertThat(french.select("link[rel=canonical]").attr("href")).isEqualTo(original(french));
            assertThat(french.select("link[hreflang]")).isEmpty();
            assertThat(site.page("/events/hostile.html").select("link[hreflang]"))
                    .isEmpty();
        }
    }

    private static String original(Document french) {
        return french.baseUri().replace("/fr/", "/");
    }

    private static String event() {
        return """
                hostile:
                  jcr:primaryType: efc:event
                  jcr:uuid: %s
                  mgnl:activationStatus: 'true'
                  title: '%s'
                  venue: '%s'
                  teaser: '%s'
                  organiser: '%s'
                  host: '%s'
                  closed: true
                  attendance: '%s'
                  status: cancelled
                  statusText: '%s'
                  credit: '%s'
                  sourceTitle: '%s'
                  sourceUrl: 'javascript:alert(1)'
                  onlineAddress: 'javascript:alert(1)'
                  description: '<p onclick="alert(1)">a<script>alert(1)</script></p>'
                  precision: unknown
                  workPackages: [%s]
                  participations:
                    jcr:primaryType: mgnl:contentNode
                    participations0:
                      jcr:primaryType: efc:participation
                      speaker: %s
                      part: speaker
                      role: '%s'
                      panel: '%s'
                      talkTitle: '%s'
                """
                .formatted(EVENT, y(), y(), y(), y(), y(), y(), y(), y(), y(), WORK_PACKAGE, SPEAKER, y(), y(), y());
    }

    private static String speaker() {
        return """
                hostile:
                  jcr:primaryType: efc:speaker
                  jcr:uuid: %s
                  mgnl:activationStatus: 'true'
                  fullName: '%s'
                  honorific: '%s'
                  role: '%s'
                  organisation: '%s'
                  otherNames: ['%s']
                """
                .formatted(SPEAKER, y(), y(), y(), y(), y());
    }

    private static String workPackage() {
        return """
                wpx:
                  jcr:primaryType: efc:workPackage
                  jcr:uuid: %s
                  mgnl:activationStatus: 'true'
                  code: WPX
                  title: '%s'
                  lead: '%s'
                """
                .formatted(WORK_PACKAGE, y(), y());
    }

    /** As it stands between single quotes in YAML. */
    private static String y() {
        return TYPED.replace("'", "''");
    }
}
