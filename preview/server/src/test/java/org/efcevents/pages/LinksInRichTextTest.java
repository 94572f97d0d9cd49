package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A link that an editor made to a page, a file or something in the archive leads there, wherever formatted text is printed;
 * one to what this reader may not see keeps its words, and its target is not named.
 */
@Tag("server")
class LinksInRichTextTest {

    private static final String ASSET = "/dam/jcr:11111111-0000-4000-8000-0000000000da/the%20report.pdf";

    @TempDir
    static Path scratch;

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        Path module = scratch.resolve("module");
        FileUtils.copyDirectory(Path.of("target/classes").toFile(), module.toFile());
        FileUtils.copyDirectory(
                Path.of("preview/server/src/test/resources/org/efcevents/pages/links")
                        .toFile(),
                module.resolve("mgnl-bootstrap-samples/efc-events-content").toFile());
        site = new Site(scratch.resolve("home"), module);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/events/linking.html, '', section[aria-labelledby=text] .prose",
        "/events/linking.html, '', .programme .prose",
        "/events/linking.html, '', details .prose",
        "/speakers/ann.html, '', .prose",
        "/work-packages/wpl.html, '', .prose",
        "/about.html, '', .intro",
        "/about.html, '', .component.text .prose",
        "/fr/events/linking.html, /fr, section[aria-labelledby=text] .prose",
        "/fr/events/linking.html, /fr, details .prose",
        "/fr/about.html, /fr, .intro",
        "/fr/about.html, /fr, .component.text .prose"
    })
    void aVisitorFollowsALinkToWhatIsPublic(String address, String language, String where) throws Exception {
        assertThat(links(site.page(address), where)).isEqualTo(expected(language, language, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"/events/linking.html", "/speakers/ann.html", "/work-packages/wpl.html", "/about.html", "/fr/about.html"
    })
    void nothingTellsAVisitorWhereTheRestIs(String address) throws Exception {
        assertThat(site.source(address))
                .doesNotContain(
                        "${", "secret", "not-yet", "draft-of-a-page", "was/here", "old-name-of-it", "null.html");
    }

    @ParameterizedTest
    @CsvSource({
        "/events/linking.html, section[aria-labelledby=text] .prose",
        "/speakers/ann.html, .prose",
        "/about.html, .intro"
    })
    void anEditorFollowsALinkToWhatIsNotPublishedToo(String address, String where) throws Exception {
        List<String> unpublished =
                List.of("/author/draft-of-a-page.html", "/author/events/secret.html", "/author/events/not-yet.html");

        assertThat(links(site.author(address), where)).isEqualTo(expected("/author", "/author", unpublished));
    }

    @Test
    void everyAddressAnswers() throws Exception {
        Document page = site.page("/events/linking.html");
        for (Element link : page.select("section[aria-labelledby=text] .prose a[href^=/]")) {
            assertThat(site.status(link.attr("href"))).as(link.attr("href")).isEqualTo(200);
        }
    }

    /** What leads where, in the order of the text; without an address: null. */
    private static Map<String, String> expected(String base, String file, List<String> unpublished) {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("page", base + "/about.html");
        links.put("part", base + "/about.html?a=1&b=2#part");
        links.put("draft", unpublished.isEmpty() ? null : unpublished.get(0));
        links.put("asset", file.replace("/fr", "") + ASSET);
        links.put("event", base + "/events/target.html");
        links.put("hidden", unpublished.isEmpty() ? null : unpublished.get(1));
        links.put("unpublished", unpublished.isEmpty() ? null : unpublished.get(2));
        links.put("speaker", base + "/speakers/ann.html");
        links.put("wp", base + "/work-packages/wpl.html");
        links.put("gone", null);
        links.put("goneAsset", null);
        links.put("folder", null);
        links.put("nowhere", null);
        links.put("quoted", base + "/about.html");
        links.put("out", "https://example.org/");
        return links;
    }

    private static Map<String, String> links(Document page, String where) {
        Map<String, String> links = new LinkedHashMap<>();
        for (Element link : page.selectFirst(where).select("a")) {
            links.put(link.text(), link.hasAttr("href") ? link.attr("href") : null);
        }
        return links;
    }
}
