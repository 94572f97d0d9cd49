package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What visitors read of the sample archive, held against what REST says of it. */
@Tag("server")
class SampleArchivePagesTest {

    @TempDir
    static Path home;

    private static Site site;
    private static JsonNode events;

    @BeforeAll
    static void start() throws Exception {
        site = new Site(home);
        events = site.json("/.rest/delivery/efc-events/v1?limit=100&orderBy=sourcePosition%20asc");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    static Stream<JsonNode> events() {
        List<JsonNode> all = new ArrayList<>();
        events.get("results").forEach(all::add);
        return all.stream();
    }

    @Test
    void theArchiveHasTwentyNineEventsTwentyTwoPeopleAndFiveWorkPackages() throws Exception {
        assertThat(events.get("total").asInt()).isEqualTo(29);
        assertThat(site.json("/.rest/delivery/efc-speakers/v1").get("total").asInt())
                .isEqualTo(22);
        assertThat(site.json("/.rest/delivery/efc-work-packages/v1")
                        .get("total")
                        .asInt())
                .isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventsPageSaysWhatIsKnownOfIt(JsonNode event) throws Exception {
        Document page = site.page("/events/" + event.get("@name").asText() + ".html");

        Element heading = page.selectFirst("h1");
        assertThat(heading.selectFirst(".title").text())
                .isEqualTo(event.get("title").asText());
        assertThat(spokenByEyes(heading.selectFirst(".when"))).isEqualTo(dateInWords(event));
        assertThat(page.title()).startsWith(event.get("title").asText());
        for (String place : List.of("venue", "city")) {
            if (event.has(place)) {
                assertThat(fact(page, "Place")).contains(event.get(place).asText());
            }
        }
        assertThat(fact(page, "Place").isEmpty()).isEqualTo(!event.has("venue") && !event.has("city"));
        if (event.has("attendance")) {
            assertThat(fact(page, "Attendance"))
                    .isEqualTo(event.get("attendance").asText());
        }
        assertThat(page.select("dl.facts a[href^=/work-packages/]").eachAttr("href"))
                .isEqualTo(addresses("/work-packages/", event.path("workPackages")));
        List<JsonNode> people = new ArrayList<>();
        event.path("participations").forEach(person -> {
            if (person.isObject()) {
                people.add(person.get("speaker"));
            }
        });
        assertThat(page.select(".people h3 a").eachText())
                .isEqualTo(people.stream()
                        .map(person -> person.get("fullName").asText())
                        .toList());
        assertThat(page.select(".people h3 a").eachAttr("href"))
                .isEqualTo(people.stream()
                        .map(person -> "/speakers/" + person.get("@name").asText() + ".html")
                        .toList());
        JsonNode told = event.has("report") ? event.get("report") : event.get("description");
        assertThat(page.select("section[aria-labelledby=text] p").text())
                .isEqualTo(org.jsoup.Jsoup.parse(told.asText()).text());
    }

    @Test
    void theArchiveListsAllOfThemDatedOnesNewestFirst() throws Exception {
        Document page = site.page("/events.html");

        List<String> listed = page.select(".events h3 a").eachAttr("href");
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        events().map(event -> "/events/" + event.get("@name").asText() + ".html")
                                .toList());

        List<String> starts = listed.stream()
                .map(address -> events().filter(event ->
                                address.equals("/events/" + event.get("@name").asText() + ".html"))
                        .findFirst()
                        .orElseThrow())
                .map(event -> event.path("start").asText(""))
                .toList();
        List<String> dated = starts.stream().filter(start -> !start.isEmpty()).toList();
        assertThat(dated).hasSize(17).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(starts.subList(0, 17)).as("undated events come last").isEqualTo(dated);
        assertThat(page.select("h2").eachText())
                .containsExactly("2014 5 events", "2013 12 events", "Date not recorded", "Subscribe");
        assertThat(page.selectFirst(".count").text()).isEqualTo("29 events");
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyLinkOfAnEventsPageLeadsSomewhere(JsonNode event) throws Exception {
        Document page = site.page("/events/" + event.get("@name").asText() + ".html");

        for (String address : page.select("a[href^=/], link[href^=/]").eachAttr("href")) {
            assertThat(site.status(address)).as(address).isEqualTo(200);
        }
    }

    @Test
    void aPersonsPageListsAllThatTheyDidWithTheRoleOfEachTime() throws Exception {
        Document page = site.page("/speakers/troels-oerting.html");

        assertThat(page.select("#appearances ~ .events .title").eachText())
                .containsExactly("The First EFC Awareness Raising Event", "2nd EFC Steering Group Meeting");
        assertThat(page.select("#appearances ~ .events .part").eachText()).containsExactly("Keynote", "Attending");
    }

    @Test
    void aRepairedNameKeepsThePrintedSpelling() throws Exception {
        Document page = site.page("/speakers/cesar-alonso-iriarte.html");

        assertThat(page.selectFirst("h1").text()).isEqualTo("César Alonso Iriarte");
        assertThat(page.selectFirst(".other-names").text()).contains("Csar Alonso Iriarte");
    }

    @Test
    void aWorkPackagesPageListsItsEvents() throws Exception {
        JsonNode four = site.json("/.rest/delivery/efc-work-packages/v1/wp4");
        List<String> expected = events().filter(event -> event.path("workPackages")
                        .findValuesAsText("@id")
                        .contains(four.get("@id").asText()))
                .map(event -> "/events/" + event.get("@name").asText() + ".html")
                .toList();

        assertThat(site.page("/work-packages/wp4.html")
                        .select(".timeline a, .brief a[href^=/events/]")
                        .eachAttr("href"))
                .containsExactlyInAnyOrderElementsOf(expected)
                .hasSizeGreaterThan(3);
    }

    @Test
    void aWorkPackageWithoutANameIsCalledByItsCode() throws Exception {
        assertThat(site.page("/work-packages/wp2.html").selectFirst("h1").text())
                .isEqualTo("WP2");
    }

    @Test
    void theFrenchPageIsFrenchThroughout() throws Exception {
        Document page = site.page("/fr/events/first-efc-training-session-march-2014.html");

        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("fr");
        assertThat(spokenByEyes(page.selectFirst("h1 .when"))).isEqualTo("du 24 au 26 mars 2014");
        assertThat(page.select("dt").eachText()).contains("Lieu").doesNotContain("Place");
        assertThat(page.select("header nav:not(.languages) a").eachAttr("href"))
                .containsExactly("/fr/events.html", "/fr/speakers.html", "/fr/work-packages.html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events.html",
                "/speakers.html",
                "/work-packages.html",
                "/events/wp5-meeting.html",
                "/speakers/troels-oerting.html",
                "/work-packages/wp5.html"
            })
    void aPageAndItsTranslationNameEachOther(String address) throws Exception {
        String origin = site.page(address).baseUri().replace(address, "");
        for (String asked : List.of(address, "/fr" + address)) {
            Document page = site.page(asked);
            assertThat(page.select("link[rel=canonical]").eachAttr("href")).containsExactly(origin + asked);
            assertThat(page.select("link[rel=alternate][hreflang]").stream()
                            .map(link -> link.attr("hreflang") + " " + link.attr("href"))
                            .toList())
                    .containsExactly(
                            "en " + origin + address,
                            "fr " + origin + "/fr" + address,
                            "x-default " + origin + address);
        }
    }

    @Test
    void theLanguageSwitchKeepsThePageAndWhatWasAskedOfIt() throws Exception {
        assertThat(site.page("/events.html?year=2013&q=%3Cb%3E%26%22")
                        .select(".languages a")
                        .eachAttr("href"))
                .containsExactly("/fr/events.html?year=2013&q=%3Cb%3E%26%22");
        Document french = site.page("/fr/speakers/troels-oerting.html");
        assertThat(french.select(".languages a").eachAttr("href")).containsExactly("/speakers/troels-oerting.html");
        assertThat(french.select(".languages a").eachText()).containsExactly("English");
        assertThat(french.select(".languages a").attr("lang")).isEqualTo("en");
        assertThat(french.select(".languages [aria-current]").eachText()).containsExactly("Français");
    }

    @Test
    void whatIsTranslatedHasNoLanguageOfItsOwn() throws Exception {
        assertThat(site.page("/fr/events/wp5-meeting.html").select("main [lang]"))
                .isEmpty();
    }

    @Test
    void anAddressThatNamesNothingIsNotFound() throws Exception {
        for (String address : List.of(
                "/events/no-such-event.html", "/speakers/nobody.html", "/work-packages/wp9.html", "/event.html")) {
            assertThat(site.status(address)).as(address).isEqualTo(404);
            assertThat(site.anyPage(address).selectFirst("h1").text()).isEqualTo("Page not found");
        }
    }

    private static String fact(Document page, String name) {
        return page.select("dl.facts div:has(dt:containsOwn(" + name + ")) dd").text();
    }

    private static List<String> addresses(String folder, JsonNode nodes) {
        List<String> addresses = new ArrayList<>();
        nodes.forEach(node -> addresses.add(folder + node.get("@name").asText() + ".html"));
        return addresses;
    }

    /** The text that is seen: without the words that only a screen reader says. */
    private static String spokenByEyes(Element element) {
        Element seen = element.clone();
        seen.select(".hidden").remove();
        return seen.text();
    }

    private static String dateInWords(JsonNode event) {
        return switch (event.get("precision").asText()) {
            case "day" -> event.has("end")
                    ? "24–26 March 2014"
                    : LocalDate.parse(event.get("start").asText())
                            .format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));
            case "day-and-month" -> MonthDay.parse(
                                    "--" + event.get("partialDate").asText().substring(5))
                            .format(DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH))
                    + " (year not recorded)";
            default -> "Date not recorded";
        };
    }
}
