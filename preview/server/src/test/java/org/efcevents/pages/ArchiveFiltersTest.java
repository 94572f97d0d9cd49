package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How visitors find events in the sample archive: addresses alone, as without JavaScript. */
@Tag("server")
class ArchiveFiltersTest {

    @TempDir
    static Path home;

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        site = new Site(home);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void everyChoiceAndEveryLinkGivesAsManyEventsAsItSays() throws Exception {
        for (String address : List.of(
                "/events.html",
                "/fr/events.html?year=2013",
                "/events.html?workPackage=wp5&q=meeting",
                "/events.html?workPackage=wp5&workPackage=wp1&phase=past&from=2013&speaker=nobody&speaker=colin-whittaker")) {
            Document page = site.page(address);
            for (Element year : page.select(".years a")) {
                assertThat(listed(year.attr("href")))
                        .as(address + " " + year.text())
                        .isEqualTo(number(year.selectFirst("[aria-hidden]").text()));
            }
            for (Element box : page.select(".search [type=checkbox]")) {
                String name = box.attr("name");
                String label = box.closest("label").text();
                String others = formWithout(page, name);
                assertThat(listed(page.selectFirst(".search").attr("action") + "?" + others + name + "="
                                + encoded(box.val())))
                        .as(address + " " + name + " " + label)
                        .isEqualTo(number(label.replaceAll(".*\\((\\d+)\\)", "$1")));
            }
        }
    }

    @Test
    void filtersCombineAndCanBeTakenAwayOneByOne() throws Exception {
        Document page = site.page("/events.html?year=2013&workPackage=wp5&session=closed&q=MEETING");

        assertThat(page.select(".events .title").eachText())
                .containsExactly("EFC WP5 Meeting", "EFC WP5 Meeting", "EFC Meeting WP 5");
        assertThat(page.selectFirst("[role=status]").text()).isEqualTo("3 events found out of 29");
        assertThat(page.select(".used a").eachAttr("href"))
                .containsExactly(
                        "/events.html?workPackage=wp5&session=closed&q=MEETING",
                        "/events.html?year=2013&session=closed&q=MEETING",
                        "/events.html?year=2013&workPackage=wp5&q=MEETING",
                        "/events.html?year=2013&workPackage=wp5&session=closed",
                        "/events.html");
        assertThat(page.select(".search [name=year]").val()).isEqualTo("2013");
        assertThat(page.select(".search [name=q]").val()).isEqualTo("MEETING");
        assertThat(page.select(".search [checked]").eachAttr("value")).containsExactly("wp5", "closed");
        assertThat(page.select(".years [aria-current]").text()).startsWith("2013");
        assertThat(page.select(".title mark").eachText()).containsOnly("Meeting");
    }

    @Test
    void undatedEventsHaveAPlaceOfTheirOwn() throws Exception {
        Document page = site.page("/events.html?year=undated");

        assertThat(page.select("h2").eachText()).containsExactly("Date not recorded", "Subscribe");
        assertThat(page.select(".events > li")).hasSize(12);
    }

    @Test
    void speakersNamesAndPlacesAreFoundWithoutAccentsAndCase() throws Exception {
        assertThat(site.page("/events.html?q=malmstrom").select(".events > li")).isNotEmpty();
        assertThat(site.page("/events.html?q=HAGUE").select(".events .place").eachText())
                .isNotEmpty()
                .anyMatch(place -> place.contains("Hague"));
    }

    @Test
    void theOtherLanguageKeepsTheFilters() throws Exception {
        Document page = site.page("/events.html?year=2013&q=R%26D+%C3%A9&session=closed&utm_source=x");

        String french = page.selectFirst(".languages a[hreflang=fr]").attr("href");
        assertThat(french).isEqualTo("/fr/events.html?year=2013&q=R%26D+%C3%A9&session=closed&utm_source=x");
        assertThat(site.page(french).select(".search [name=q]").val()).isEqualTo("R&D é");
        assertThat(site.page(french).select(".search [checked]").eachAttr("value"))
                .containsExactly("closed");
    }

    @Test
    void searchEnginesAreGivenOneAddressForEachAnswerAndNoneOfTheManyCombinations() throws Exception {
        Document page = site.page("/events.html?kind=&session=&year=2013&utm_source=x");
        assertThat(page.selectFirst("link[rel=canonical]").attr("href")).endsWith("/events.html?year=2013");
        assertThat(page.select("link[hreflang=fr]").attr("href")).endsWith("/fr/events.html?year=2013");

        for (String one : List.of("", "?year=2013", "?workPackage=wp5", "?utm_source=x")) {
            assertThat(site.header("/events.html" + one, "X-Robots-Tag"))
                    .as(one)
                    .isEmpty();
        }
        for (String narrow : List.of("?year=2013&session=closed", "?q=wp5")) {
            assertThat(site.header("/events.html" + narrow, "X-Robots-Tag"))
                    .as(narrow)
                    .contains("noindex, follow");
        }
    }

    @Test
    void wordsFoundOnlyInTheTextAreShownWhereTheyStand() throws Exception {
        Document page = site.page("/events.html?q=oerting");

        assertThat(page.select(".events > li")).isNotEmpty().allMatch(event -> !event.select("mark")
                .isEmpty());
        assertThat(page.select(".excerpt mark").eachText()).contains("Oerting");
    }

    @Test
    void anAnswerWithoutEventsSaysWhatWouldGiveSome() throws Exception {
        Document page = site.page("/events.html?q=malmstrom+xyzzy+meeting&year=2013");

        assertThat(page.select("[role=status]").text()).startsWith("No event found out of");
        assertThat(page.select(".nothing a").eachText()).anyMatch(text -> text.startsWith("Only the word"));
        for (Element link : page.select(".nothing li")) {
            String count = link.ownText().replace("one event", "1 event").replaceAll("[^0-9]", "");
            assertThat(listed(link.selectFirst("a").attr("href")))
                    .as(link.text())
                    .isEqualTo(number(count))
                    .isPositive();
        }
        assertThat(page.select(".events")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "year=2012",
                "year=2015",
                "year=x",
                "year=%3Cb%3E",
                "page=2",
                "page=0",
                "page=x",
                "year=2013&page=2"
            })
    void aYearOrAPageOutsideTheArchiveIsNotFound(String query) throws Exception {
        assertThat(site.status("/events.html?" + query)).isEqualTo(404);
        assertThat(site.anyPage("/events.html?" + query).selectFirst("h1").text())
                .isEqualTo("Page not found");
    }

    @Test
    void anUnknownParameterIsIgnoredAndAnUnknownValueFindsNothing() throws Exception {
        assertThat(listed("/events.html?utm_source=x&years=1900&q=")).isEqualTo(29);
        for (String query :
                List.of("kind=x", "workPackage=wp99", "place=x%27%20or%20%271%27=%271", "session=x", "q=xyzzy")) {
            assertThat(listed("/events.html?" + query)).as(query).isZero();
            assertThat(site.page("/events.html?" + query).select(".nothing a").eachAttr("href"))
                    .contains("/events.html");
        }
    }

    @Test
    void whatIsTypedStaysText() throws Exception {
        String typed = "<b>&\"' é";
        for (String parameter :
                List.of("q", "kind", "place", "workPackage", "session", "phase", "speaker", "from", "to")) {
            Document page = site.page("/events.html?" + parameter + "=" + encoded(typed));
            assertThat(page.select("b, script")).isEmpty();
            assertThat(page.select(".used a").first().text()).as(parameter).contains(typed);
            assertThat(site.source("/events.html?" + parameter + "=" + encoded(typed)))
                    .doesNotContain("&amp;lt;", "&amp;amp;");
        }
        assertThat(site.page("/events.html?q=" + encoded(typed))
                        .selectFirst("[name=q]")
                        .val())
                .isEqualTo(typed);
    }

    @Test
    void everyFieldHasALabel() throws Exception {
        Document page = site.page("/events.html");

        for (Element field : page.select(".search input:not([type=hidden])")) {
            Element label =
                    field.id().isEmpty() ? field.closest("label") : page.selectFirst("label[for=" + field.id() + "]");
            assertThat(label.text()).isNotBlank();
        }
        assertThat(page.select("nav[aria-label]").eachAttr("aria-label")).doesNotHaveDuplicates();
        assertThat(page.select("fieldset > legend").text()).isNotBlank();
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void severalValuesOfAFilterAreChosenTogetherAndTakenAwayOneByOne() throws Exception {
        Document page = site.page("/events.html?kind=launch&kind=awareness-raising&year=2014&year=2013&kind=launch");

        assertThat(page.select(".used a").eachAttr("href"))
                .containsExactly(
                        "/events.html?year=2014&kind=awareness-raising&kind=launch",
                        "/events.html?year=2013&kind=awareness-raising&kind=launch",
                        "/events.html?year=2013&year=2014&kind=launch",
                        "/events.html?year=2013&year=2014&kind=awareness-raising",
                        "/events.html");
        assertThat(page.select(".search [checked]").eachAttr("value"))
                .containsExactlyInAnyOrder("awareness-raising", "launch");
        assertThat(page.select(".search summary .hidden").eachText()).containsExactly("2 chosen");
        assertThat(page.select(".search [type=hidden]").eachAttr("value")).containsExactly("2013", "2014");
        assertThat(page.select(".years [aria-current]")).hasSize(2);
        assertThat(page.select("link[rel=canonical]").attr("href"))
                .endsWith("?year=2013&year=2014&kind=awareness-raising&kind=launch");
        assertThat(page.select(".events > li"))
                .hasSize(listed("/events.html?year=2013&kind=awareness-raising")
                        + listed("/events.html?year=2014&kind=awareness-raising")
                        + listed("/events.html?kind=launch&year=2013&year=2014"));
    }

    @Test
    void aSpeakerIsAFilterThatStaysWhenOthersAreChosen() throws Exception {
        Document page = site.page("/events.html?speaker=colin-whittaker&q=event");

        assertThat(page.select(".used li:first-child").text()).contains("Speaker", "Colin Whittaker");
        assertThat(page.select(".search [name=speaker]").val()).isEqualTo("colin-whittaker");
        assertThat(page.select(".events > li")).isNotEmpty();
        assertThat(site.page("/speakers/colin-whittaker.html")
                        .select("main h3 a[href^=/events/]")
                        .eachAttr("href"))
                .containsAll(page.select(".events h3 a").eachAttr("href"));
        assertThat(listed("/events.html?speaker=nobody")).isZero();
    }

    @Test
    void whatIsWrongWithADateIsSaidAtItsField() throws Exception {
        Document wrong = site.page("/events.html?from=2014-02-30&to=2015&kind=training");
        Element field = wrong.selectFirst("[aria-invalid=true]");
        assertThat(field.attr("name") + " " + field.val()).isEqualTo("from 2014-02-30");
        assertThat(field.attr("aria-describedby").split(" "))
                .allSatisfy(id -> assertThat(wrong.getElementById(id).text()).isNotBlank());
        assertThat(wrong.select("[name=to]").val()).isEqualTo("2015");
        assertThat(wrong.select(".events")).isEmpty();
        assertThat(wrong.select(".nothing li a").eachAttr("href")).contains("/events.html?kind=training&to=2015");

        Document reversed = site.page("/fr/events.html?from=2014&to=2013-12");
        assertThat(reversed.select("[aria-invalid=true]").attr("name")).isEqualTo("to");
        assertThat(reversed.select("#search-to-wrong").text()).contains("2014");

        Document right = site.page("/events.html?from=2014-03-25&to=2014-03-25");
        assertThat(right.select("[aria-invalid]")).isEmpty();
        assertThat(right.select(".events .title").eachText()).contains("First EFC Training Session March 2014");
    }

    private static String formWithout(Document page, String name) {
        StringBuilder pairs = new StringBuilder();
        for (Element field : page.select(".search [name]:not([name=" + name + "], [type=checkbox]:not([checked]))")) {
            pairs.append(field.attr("name"))
                    .append('=')
                    .append(encoded(field.val()))
                    .append('&');
        }
        return pairs.toString();
    }

    private static int listed(String address) throws Exception {
        return site.page(address).select(".events > li").size();
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
