package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What search engines are told, held against the pages. */
@Tag("server")
class SitemapTest {

    @TempDir
    static Path home;

    private static Site site;
    private static Document sitemap;

    @BeforeAll
    static void start() throws Exception {
        site = new Site(home);
        sitemap = Jsoup.parse(site.source("/sitemap.xml"), "", Parser.xmlParser());
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void namesEveryPageOnceInEachLanguage() throws Exception {
        List<String> expected = new ArrayList<>();
        for (String kind : List.of("events", "speakers", "work-packages")) {
            expected.add("/" + kind + ".html");
            for (JsonNode one :
                    site.json("/.rest/delivery/efc-" + kind + "/v1?limit=100").get("results")) {
                expected.add("/" + kind + "/" + one.get("@name").asText() + ".html");
            }
        }
        List<String> all = new ArrayList<>(expected);
        expected.forEach(path -> all.add("/fr" + path));
        String origin = site.address().toString().replaceAll("/$", "");

        assertThat(sitemap.select("url > loc").eachText())
                .hasSize(2 * (29 + 22 + 5 + 3))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(path -> origin + path).toList());
    }

    @Test
    void thePagesAreThereAndAreTheirOwnCanonicalAddress() throws Exception {
        for (Element url : sitemap.select("url")) {
            String address = url.selectFirst("loc").text();
            Document page = site.page(address);
            assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(address);
            assertThat(page.select("meta[name=robots]")).isEmpty();
            assertThat(url.select("xhtml|link").eachAttr("href")).hasSize(2).contains(address);
            // When all of the samples were last changed.
            assertThat(url.selectFirst("lastmod").text()).isEqualTo("2026-11-23T08:00:00Z");
        }
    }

    @Test
    void aPartCanBeAskedForAndOnlyOneThatThereIs() throws Exception {
        assertThat(site.source("/sitemap.xml?part=1")).isEqualTo(site.source("/sitemap.xml"));
        assertThat(site.status("/sitemap.xml?part=2")).isEqualTo(404);
        for (String part : List.of("0", "x", "01", "99999999999")) {
            assertThat(site.status("/sitemap.xml?part=" + part)).as(part).isEqualTo(400);
        }
    }

    @Test
    void isSentAsXml() throws Exception {
        assertThat(site.header("/sitemap.xml", "Content-Type")).contains("application/xml;charset=UTF-8");
        assertThat(site.header("/sitemap.xml", "ETag")).isPresent();
        assertThat(site.status("/events.xml")).isEqualTo(404);
    }
}
