package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import javax.jcr.Node;
import javax.jcr.Session;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.User;
import org.efcpreview.web.InstalledHome;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages say of themselves in their heads, to search engines and to those who show a link to them. */
@Tag("server")
class HeadTest {

    private static final String HOSTILE = "</script><!-- \"quoted\" & 'so' \uD83D\uDE80 \u2028 <b>";

    @TempDir
    static Path home;

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        InstalledHome.at(home);
        try (ContentRepository repository = ContentRepository.open(home.resolve("public"))) {
            Session session = repository.login("efc-events", User.SYSTEM);
            String person = session.getNode("/speakers/troels-oerting").getIdentifier();
            Node hostile = event(session, "hostile", "precision", "unknown");
            hostile.setProperty("title", HOSTILE);
            hostile.setProperty("teaser", HOSTILE);
            Node participations = hostile.addNode("participations", "mgnl:contentNode");
            for (int i = 0; i < 2; i++) {
                Node talk = participations.addNode("participations" + i, "efc:participation");
                talk.setProperty("speaker", person);
                talk.setProperty("part", i == 0 ? "keynote" : "attending");
            }
            event(session, "on-a-day", "precision", "day", "start", "2014-03-24");
            event(session, "on-days", "precision", "day", "start", "2014-03-24", "end", "2014-03-26");
            event(session, "in-a-month", "precision", "month", "partialDate", "2014-03");
            event(session, "in-a-year", "precision", "year", "partialDate", "2014");
            event(session, "no-year", "precision", "day-and-month", "partialDate", "XXXX-06-24");
            event(session, "about", "precision", "year", "partialDate", "2014", "approximate", "true");
            event(session, "at-a-time", timed("2014-03-24", "09:30"));
            event(session, "from-to", timed("2014-03-24", "09:30", "endTime", "17:00"));
            event(session, "cancelled", "precision", "day", "start", "2014-03-24", "status", "cancelled");
            event(session, "moved", "precision", "day", "start", "2014-03-24", "status", "rescheduled");
            event(session, "to-come", "precision", "day", "start", "2999-03-24");
            event(session, "behind-doors", "precision", "day", "start", "2014-03-24", "closed", "true");
            event(session, "online", "precision", "day", "start", "2014-03-24", "onlineAddress", "https://x.example/");
            event(session, "somewhere", "precision", "day", "start", "2014-03-24", "city", "Lyon", "country", "FR");
            session.save();
            session.logout();
        }
        site = Site.again(home);
    }

    private static String[] timed(String start, String startTime, String... more) {
        List<String> all = new java.util.ArrayList<>(
                List.of("precision", "time", "start", start, "startTime", startTime, "timeZone", "Europe/Brussels"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static Node event(Session session, String slug, String... properties) throws Exception {
        Node event = session.getNode("/events").addNode(slug, "efc:event");
        event.setProperty("title", "Title of " + slug);
        for (int i = 0; i < properties.length; i += 2) {
            event.setProperty(properties[i], properties[i + 1]);
        }
        return event;
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    /** What a page describes; empty where it describes nothing. */
    private static Optional<JsonNode> described(Document page) throws Exception {
        Element script = page.selectFirst("head script[type=application/ld+json]");
        if (script == null) {
            return Optional.empty();
        }
        JsonNode data = new ObjectMapper().readTree(script.data());
        assertThat(data.get("@context").textValue()).isEqualTo("https://schema.org");
        assertThat(data.get("@graph").get(1).get("@type").textValue()).isEqualTo("BreadcrumbList");
        return Optional.of(data.get("@graph").get(0));
    }

    private static JsonNode described(String slug) throws Exception {
        return described(site.page("/events/" + slug + ".html")).orElseThrow();
    }

    private static String text(JsonNode node, String member) {
        return node.has(member) ? node.get(member).textValue() : null;
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "hostile, -, -",
                "on-a-day, 2014-03-24, -",
                "on-days, 2014-03-24, 2014-03-26",
                "in-a-month, 2014-03, -",
                "in-a-year, 2014, -",
                "no-year, -, -",
                "about, -, -",
                "at-a-time, 2014-03-24T09:30:00+01:00, -",
                "from-to, 2014-03-24T09:30:00+01:00, 2014-03-24T17:00:00+01:00",
            })
    void a_date_says_no_more_than_is_known(String slug, String start, String end) throws Exception {
        assertThat(text(described(slug), "startDate")).isEqualTo(start);
        assertThat(text(described(slug), "endDate")).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "on-a-day, -",
                "cancelled, https://schema.org/EventCancelled",
                // It would have to tell the date from which it was moved.
                "moved, -",
                "to-come, https://schema.org/EventScheduled",
            })
    void a_status_is_told_where_it_is_known(String slug, String status) throws Exception {
        assertThat(text(described(slug), "eventStatus")).isEqualTo(status);
    }

    @Test
    void a_closed_session_is_no_event_for_search_engines() throws Exception {
        assertThat(described(site.page("/events/behind-doors.html"))).isEmpty();
    }

    @Test
    void places_are_real_or_virtual_or_not_told() throws Exception {
        assertThat(described("on-a-day").has("location")).isFalse();
        assertThat(described("online").get("location").get(0).get("@type").textValue())
                .isEqualTo("VirtualLocation");
        JsonNode place = described("somewhere").get("location").get(0);
        assertThat(place.get("address").get("addressLocality").textValue()).isEqualTo("Lyon");
        assertThat(place.has("name")).isFalse();
    }

    @Test
    void any_text_is_the_same_for_machines_and_ends_no_script() throws Exception {
        JsonNode event = described("hostile");
        assertThat(event.get("name").textValue()).isEqualTo(HOSTILE);
        assertThat(event.get("description").textValue()).isEqualTo(HOSTILE);
        Document page = site.page("/events/hostile.html");
        assertThat(page.select("meta[property=og:description]").attr("content")).isEqualTo(HOSTILE);
        assertThat(page.select("meta[property=og:title]").attr("content")).startsWith(HOSTILE);
    }

    @Test
    void who_was_there_is_told_from_who_did_something() throws Exception {
        JsonNode event = described("hostile");
        assertThat(event.get("performer").findValuesAsText("name")).containsExactly("Troels Oerting");
        assertThat(event.get("attendee").findValuesAsText("@id"))
                .containsExactly(site.address() + "speakers/"
                        + site.json("/speakers/troels-oerting.json").get("id").textValue());
        JsonNode person = described(site.page("/speakers/troels-oerting.html")).orElseThrow();
        assertThat(person.get("@id")).isEqualTo(event.get("attendee").get(0).get("@id"));
    }

    @Test
    void every_page_of_the_samples_is_described_by_its_own_address() throws Exception {
        for (String list : List.of("/events.json?size=100", "/speakers.json", "/work-packages.json")) {
            for (JsonNode item : site.json(list).get("items")) {
                String address = item.get("url").textValue();
                Document page = site.page(address);
                Optional<JsonNode> data = described(page);
                boolean closed = item.has("closed") && item.get("closed").booleanValue();
                assertThat(data.isPresent()).as(address).isEqualTo(!closed);
                data.ifPresent(known -> assertThat(known.get("url").textValue()).isEqualTo(address));
                assertThat(page.select("meta[property=og:url]").attr("content")).isEqualTo(address);
                assertThat(page.select("meta[name=description]").attr("content").length())
                        .isLessThan(500);
            }
        }
    }

    @Test
    void nothing_is_told_of_pages_that_are_not_there() throws Exception {
        Document missing = site.anyPage("/events/never.html");
        assertThat(missing.select("script[type=application/ld+json], meta[property]"))
                .isEmpty();
    }

    // Other sites

    @Test
    void another_site_finds_out_what_to_show_of_a_link() throws Exception {
        String address = site.page("/events/on-days.html")
                .select("link[type=application/json+oembed]")
                .attr("href");
        JsonNode shown = site.json(address);
        assertThat(shown.get("version").textValue()).isEqualTo("1.0");
        assertThat(shown.get("type").textValue()).isEqualTo("link");
        assertThat(shown.get("title").textValue()).isEqualTo("Title of on-days, 24–26 March 2014");
        assertThat(shown.get("provider_url").textValue()).isEqualTo(site.address() + "events.html");
        assertThat(shown.has("thumbnail_url")).isFalse();
        assertThat(site.page("/events/behind-doors.html").select("link[type=application/json+oembed]"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400",
        "url=, 400",
        "url=${site}events/on-days.html&format=xml, 501",
        "url=${site}events/on-days.html&format=json, 200",
        "url=${site}events/behind-doors.html, 404",
        "url=${site}events/never.html, 404",
        "url=${site}speakers.html, 404",
        "url=https://elsewhere.example/events/on-days.html, 404",
        "url=${site}fr/events/on-days.html, 302",
    })
    void only_pages_of_public_events_are_shown_elsewhere(String query, int status) throws Exception {
        assertThat(site.status("/oembed.json?"
                        + query.replace("${site}", site.address().toString())))
                .isEqualTo(status);
    }

    // Crawlers

    @ParameterizedTest
    @CsvSource({
        "/events.html, true",
        "/fr/events.html, true",
        "/events.html?year=2014, true",
        "/events.html?page=2, true",
        "/events/on-a-day.html, true",
        "/speakers.html, true",
        "/events.ics, true",
        "/.resources/efc-site/webresources/css/site.css, true",
        "/events.html?year=2014&kind=training, false",
        "/fr/events.html?year=2014&kind=training, false",
        "/events.html?q=bank, false",
        "/events.json?kind=training&page=2, true",
        "/events.ics?workPackage=wp1&session=open, true",
        "/fr/events.atom?q=bank, true",
    })
    void crawlers_are_kept_from_walking_all_combinations(String path, boolean allowed) throws Exception {
        SimpleRobotRules rules = new SimpleRobotRulesParser()
                .parseContent(
                        site.address() + "robots.txt",
                        site.source("/robots.txt").getBytes(StandardCharsets.UTF_8),
                        "text/plain",
                        List.of("anybot"));
        assertThat(rules.isAllowed(site.address().resolve(path).toString())).isEqualTo(allowed);
        assertThat(rules.getSitemaps()).containsExactly(site.address() + "sitemap.xml");
    }

    @Test
    void what_robots_read_is_plain_text() throws Exception {
        assertThat(site.header("/robots.txt", "Content-Type").orElse("")).startsWith("text/plain");
        assertThat(StreamSupport.stream(site.source("/robots.txt").lines().spliterator(), false))
                .first()
                .isEqualTo("User-agent: *");
    }
}
