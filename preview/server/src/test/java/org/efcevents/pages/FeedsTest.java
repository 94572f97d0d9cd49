package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
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

/** What can be subscribed to, over HTTP. */
@Tag("server")
class FeedsTest {

    @TempDir
    static Path home;

    private static Site site;
    private static List<JsonNode> events;

    @BeforeAll
    static void start() throws Exception {
        site = new Site(home);
        events = site.events();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static List<String> uids(String address) throws Exception {
        String text = site.source(address);
        ICalendar calendar = Biweekly.parse(text).first();
        // It keeps time zones apart, and does not count them among the components that a calendar has to have.
        assertThat(calendar.validate(ICalVersion.V2_0).getWarnings())
                .hasSize(calendar.getTimezoneInfo().getComponents().size());
        Calendar again = new CalendarBuilder().build(new StringReader(text));
        assertThat(again.validate(true).getEntries()).isEmpty();
        List<String> uids = calendar.getEvents().stream()
                .map(event -> event.getUid().getValue())
                .toList();
        assertThat(again.getComponents("VEVENT")).hasSameSizeAs(uids);
        return uids;
    }

    private static SyndFeed atom(String address) throws Exception {
        return new SyndFeedInput().build(new StringReader(site.source(address)));
    }

    private static List<String> dated(String field, String value) {
        return events.stream()
                .filter(event -> event.has("start"))
                .filter(event -> field == null || event.path(field).asText().contains(value))
                .map(event -> event.get("@id").asText())
                .toList();
    }

    @Test
    void theCalendarHasEveryEventOfACertainDayThePastOnesToo() throws Exception {
        assertThat(uids("/events.ics")).hasSize(17).containsExactlyInAnyOrderElementsOf(dated(null, null));
        assertThat(site.page("/events.html").select(".subscribe p").text())
                .as("and the page says how many are not in it")
                .contains("12 events are not in the calendar");
    }

    @Test
    void theFeedsFollowTheFiltersOfThePage() throws Exception {
        assertThat(uids("/events.ics?kind=awareness-raising"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(dated("kind", "awareness-raising"));
        long ofTheKind = events.stream()
                .filter(event -> event.path("kind").asText().equals("awareness-raising"))
                .count();
        assertThat(atom("/events.atom?kind=awareness-raising").getEntries()).hasSize((int) ofTheKind);
    }

    /** Who has subscribed to it should not be told that it is gone. */
    @ParameterizedTest
    @ValueSource(strings = {"?q=nothingofthatkind", "?year=undated", "?phase=upcoming"})
    void aCalendarOrAFeedWithoutEventsIsEmptyAndThere(String query) throws Exception {
        assertThat(uids("/events.ics" + query)).isEmpty();
        for (String ending : List.of("ics", "atom", "csv", "jsonfeed")) {
            assertThat(site.status("/events." + ending + query)).as(ending).isEqualTo(200);
        }
    }

    @Test
    void theJsonFeedHasTheSamePageByPage() throws Exception {
        Document page = site.page("/events.html?phase=past");
        assertThat(page.select("link[type=application/feed+json]").attr("href"))
                .isEqualTo(site.address() + "events.jsonfeed?phase=past");
        JsonNode feed = site.json("/events.jsonfeed?phase=past");
        assertThat(site.header("/events.jsonfeed", "Content-Type")).contains("application/feed+json;charset=UTF-8");
        assertThat(feed.get("version").textValue()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.get("items").findValuesAsText("id"))
                .containsExactlyInAnyOrderElementsOf(site.json("/events.json?phase=past&size=100")
                        .get("items")
                        .findValuesAsText("id"));
        assertThat(site.json("/fr/work-packages/wp1.jsonfeed").get("language").textValue())
                .isEqualTo("fr");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/speakers/colin-whittaker", "/work-packages/wp1"})
    void aSpeakerAndAWorkPackageHaveTheirOwn(String path) throws Exception {
        Document page = site.page(path + ".html");
        List<String> listed = page.select("main a[href~=^/events/[^.]+\\.html]").eachAttr("href").stream()
                .distinct()
                .toList();
        List<String> slugs = atom(path + ".atom").getEntries().stream()
                .map(entry -> entry.getLink().replaceFirst("^http://[^/]+", ""))
                .toList();
        assertThat(slugs).isNotEmpty().containsExactlyInAnyOrderElementsOf(listed);
        assertThat(uids(path + ".ics")).isNotEmpty().isSubsetOf(dated(null, null));
    }

    @Test
    void inFrenchTheyAreFrench() throws Exception {
        String calendar = site.source("/fr/events.ics").replace("\r\n ", "");
        assertThat(calendar).contains("LANGUAGE=fr").contains("SOURCE;VALUE=URI:" + site.address() + "fr/events.ics");
        assertThat(site.source("/fr/events.atom"))
                .contains(" xml:lang=\"fr\" ")
                .contains("<title>Événements de l’EFC</title>");
    }

    @Test
    void aSubscriptionHasANameAndSaysHowOftenToAsk() throws Exception {
        String calendar = site.source("/work-packages/wp1.ics").replace("\r\n ", "");
        assertThat(calendar)
                .contains("\r\nNAME:", "\r\nX-WR-CALNAME:", "\r\nREFRESH-INTERVAL;VALUE=DURATION:P1D", " WP1")
                .endsWith("END:VCALENDAR\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/events.html, 2",
        "/events.html?kind=awareness-raising, 2",
        "/events.html?year=undated, 1",
        "/fr/events.html, 2",
        "/speakers/colin-whittaker.html, 2",
        "/work-packages/wp1.html, 2",
        "/events/efc-wp5-meeting-2013-04-29.html, 1"
    })
    void everyPageNamesItsFeedsAndTheyAreThere(String address, int count) throws Exception {
        List<Element> links = site.page(address)
                .select("link[rel=alternate][type=text/calendar], link[rel=alternate][type=application/atom+xml]");
        assertThat(links).hasSize(count);
        for (Element link : links) {
            HttpResponse<String> feed = site.get(link.attr("href"));
            assertThat(feed.statusCode()).as(link.attr("href")).isEqualTo(200);
            assertThat(feed.headers().firstValue("Content-Type")).contains(link.attr("type") + ";charset=UTF-8");
            assertThat(link.attr("title")).isNotBlank();
        }
    }

    @Test
    void theAddressToSubscribeToIsOneThatCalendarsOpen() throws Exception {
        Document page = site.page("/events.html?kind=awareness-raising");
        assertThat(page.select(".subscribe a").eachAttr("href"))
                .containsExactly(
                        "webcal://" + site.address().getAuthority() + "/events.ics?kind=awareness-raising",
                        site.address() + "events.ics?kind=awareness-raising",
                        "/events.atom?kind=awareness-raising",
                        "/events.csv?kind=awareness-raising");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events.ics",
                "/events.atom",
                "/events.csv",
                "/events.jsonfeed",
                "/events.ics?kind=awareness-raising",
                "/events/efc-wp5-meeting-2013-04-29.ics",
                "/work-packages/wp1.ics",
                "/work-packages/wp1.atom"
            })
    void whoHasItAlreadyIsNotSentItAgain(String address) throws Exception {
        HttpResponse<String> first = site.get(address);
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(etag).matches("\"[0-9a-f]{32}\"");
        assertThat(first.headers().firstValue("Last-Modified")).isEmpty();
        assertThat(first.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(first.headers().firstValue("Cache-Control")).contains("public, no-cache");

        HttpResponse<String> again = site.send(address, request -> request.header("If-None-Match", etag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(etag);

        HttpResponse<String> other = site.send(address, request -> request.header("If-None-Match", "\"other\""));
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(first.body());

        HttpResponse<String> head =
                site.send(address, request -> request.method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).contains(etag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events.xyz",
                "/events.atom?archive=1",
                "/events.jsonfeed?page=2",
                "/speakers/nobody.ics",
                "/work-packages/wp1.xyz"
            })
    void whatIsNotThereIsNotFound(String address) throws Exception {
        assertThat(site.status(address)).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events.ics?colour=blue",
                "/events.atom?kind=party",
                "/events.csv?from=2014&to=2013",
                "/events.jsonfeed?page=0",
                "/events.json?colour=blue",
                "/events/wp1-meeting.ics?kind=training",
                "/events/wp1-meeting.json?lang=nl",
                "/speakers.json?x=1",
                "/speakers/colin-whittaker.atom?year=2014",
                "/work-packages.json?q=x",
                "/work-packages/wp1.jsonfeed?archive=1",
                "/fr/work-packages/wp1.ics?a=b",
                "/sitemap.xml?part=x",
                "/sitemap.xml?kind=training",
                "/oembed.json?url=x&maxwidth=wide",
                "/oembed.json?url=x&colour=blue"
            })
    void whatIsNotUnderstoodIsRefusedByAll(String address) throws Exception {
        HttpResponse<String> answer = site.get(address);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json;charset=UTF-8");
        assertThat(new ObjectMapper().readTree(answer.body()).get("errors")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/events.ics?lang=fr&kind=training, fr/events.ics?kind=training",
        "/fr/events.csv?lang=en, events.csv",
        "/events.atom?q=r%C3%A9union&lang=fr, fr/events.atom?q=r%C3%A9union",
        "/events/wp1-meeting.json?lang=fr, fr/events/wp1-meeting.json",
        "/speakers.json?lang=fr, fr/speakers.json",
        "/speakers/colin-whittaker.ics?lang=fr, fr/speakers/colin-whittaker.ics",
        "/work-packages/wp1.jsonfeed?page=1&lang=fr, fr/work-packages/wp1.jsonfeed?page=1",
        "/sitemap.xml?lang=fr, fr/sitemap.xml",
    })
    void aLanguageThatIsAskedForHasAnAddressOfItsOwn(String address, String location) throws Exception {
        HttpResponse<String> answer = site.get(address);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(site.address() + location);
        assertThat(site.status("/" + location)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events/nothing.ics",
                "/events/nothing.json",
                "/events/nothing.csv",
                "/speakers/nobody.atom",
                "/speakers.ics",
                "/work-packages/wp99.jsonfeed",
                "/work-packages.csv",
                "/events/4th-meeting-wp-1.ics",
                "/events.atom?archive=99",
                "/events.jsonfeed?page=99",
                "/sitemap.xml?part=99"
            })
    void thatThereIsNothingIsToldToProgramsAsAProblem(String address) throws Exception {
        HttpResponse<String> answer = site.get(address);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json;charset=UTF-8");
        assertThat(new ObjectMapper().readTree(answer.body()).get("status").intValue())
                .isEqualTo(404);
    }
}
