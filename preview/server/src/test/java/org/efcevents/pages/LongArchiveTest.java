package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive when it does not fit on one page. */
class LongArchiveTest {

    private static final int BYTES = 60_000;

    @TempDir
    static Path home;

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        site = Site.withManyEvents(home, 800);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void everyEventIsOnExactlyOneOfThePagesThatLeadToEachOther() throws Exception {
        List<String> seen = new ArrayList<>();
        String address = "/events.html?session=open";
        String before = null;
        while (address != null) {
            Document page = site.page(address);
            seen.addAll(page.select(".events h3 a").eachAttr("href"));
            Element previous = page.selectFirst(".pages a[rel=prev]");
            assertThat(previous == null ? null : previous.attr("href")).isEqualTo(before);
            assertThat(page.select(".pages [aria-current=page]").attr("href")).isEqualTo(address);
            assertThat(page.selectFirst("link[rel=canonical]").attr("href")).endsWith(address);
            before = address;
            Element next = page.selectFirst(".pages a[rel=next]");
            address = next == null ? null : next.attr("href");
        }
        int total = Integer.parseInt(site.page("/events.html?session=open")
                .selectFirst("[role=status]")
                .text()
                .replaceAll(" .*", ""));

        assertThat(seen).doesNotHaveDuplicates().hasSize(total).hasSizeGreaterThan(60);
        assertThat(site.status(before.replaceAll("page=.*", "page=99"))).isEqualTo(404);
    }

    @Test
    void everyEventOfAWorkPackageIsOnExactlyOneOfItsPagesFromTheOldestOn() throws Exception {
        List<String> seen = new ArrayList<>();
        List<String> years = new ArrayList<>();
        String address = "/work-packages/group-1.html";
        Document page = null;
        for (String next = address; next != null; ) {
            page = site.page(next);
            seen.addAll(page.select(".timeline li li a, #undated + ul a").eachAttr("href"));
            years.addAll(page.select(".timeline h3").eachText());
            assertThat(page.select(".pages [aria-current=page]").attr("href")).isEqualTo(next);
            assertThat(page.selectFirst("link[rel=canonical]").attr("href")).endsWith(next);
            Element link = page.selectFirst(".pages a[rel=next]");
            next = link == null ? null : link.attr("href");
        }
        String total = page.selectFirst(".count").text().replaceAll("[^0-9]", "");

        assertThat(seen)
                .doesNotHaveDuplicates()
                .hasSize(Integer.parseInt(total))
                .hasSizeGreaterThan(100);
        // A year that goes on over the page says the same on both.
        assertThat(years).isSorted();
        assertThat(years.stream().distinct().map(year -> year.substring(0, 4))).doesNotHaveDuplicates();
        assertThat(page.select(".kinds .number").eachText().stream()
                        .mapToInt(Integer::parseInt)
                        .sum())
                .isGreaterThan(100);
        assertThat(site.status(address + "?page=99")).isEqualTo(404);
        assertThat(site.status(address + "?page=0")).isEqualTo(404);
    }

    @Test
    void aYearThatGoesOnOverThePageSaysHowManyItHasInAll() throws Exception {
        Document page = site.page("/events.html");
        Element year = page.select("h2[id^=year-]").last();

        assertThat(year.selectFirst(".count").text().replaceAll("[^0-9]", ""))
                .isEqualTo(page.select(".years a").stream()
                        .filter(link -> link.text().startsWith(year.ownText().strip()))
                        .findFirst()
                        .orElseThrow()
                        .selectFirst(".number")
                        .text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events.html", "/fr/events.html?q=asenius", "/fr/events.html?page=3"})
    void weighsLittleAndAsksNoOtherHost(String address) throws Exception {
        String source = site.source(address);
        Document page = site.page(address);
        int bytes = source.getBytes(StandardCharsets.UTF_8).length;
        for (Element sheet : page.select("link[rel=stylesheet]")) {
            bytes += site.source(sheet.attr("href")).getBytes(StandardCharsets.UTF_8).length;
        }

        assertThat(bytes).isLessThan(BYTES);
        assertThat(page.select("script:not([type=application/ld+json]), img, iframe, [src]"))
                .isEmpty();
        assertThat(page.select("link[rel=stylesheet]").eachAttr("href")).allMatch(href -> href.startsWith("/."));
        assertThat(page.select("link[rel=stylesheet]").eachAttr("href"))
                .allSatisfy(href -> assertThat(site.source(href)).doesNotContain("@import", "url("));
    }
}
