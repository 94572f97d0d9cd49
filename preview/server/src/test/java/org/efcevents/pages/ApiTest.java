package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
import org.junit.jupiter.params.provider.ValueSource;

/** The archive as programs ask for it. */
@Tag("server")
class ApiTest {

    /** What is to come back of {@link #HOSTILE}. */
    private static final String SEEN =
            "</script><!-- ]]> \"\\ \u202Eright to left\u202C \uD83D\uDE80 é".repeat(3) + "\t";

    private static final String HOSTILE = "\u0001" + SEEN + "\u007F";

    @TempDir
    static Path home;

    private static Site site;

    @BeforeAll
    static void start() throws Exception {
        InstalledHome.at(home);
        try (ContentRepository repository = ContentRepository.open(home.resolve("public"))) {
            Session session = repository.login("efc-events", User.SYSTEM);
            Node hostile = session.getNode("/events").addNode("hostile", "efc:event");
            hostile.setProperty("title", HOSTILE);
            hostile.setProperty("title_fr", "Hostile");
            hostile.setProperty("teaser", HOSTILE);
            hostile.setProperty("city", HOSTILE);
            hostile.setProperty("credit", "Credit");
            Node link = hostile.addNode("links", "mgnl:contentNode").addNode("links0", "mgnl:contentNode");
            link.setProperty("url", "https://example.org/");
            link.setProperty("title", "Elsewhere");
            hostile.setProperty("precision", "year");
            hostile.setProperty("partialDate", "2014");
            hostile.setProperty(
                    "description",
                    "<p>a <a href=\"${link:{uuid:{"
                            + session.getNode("/events/wp1-meeting").getIdentifier()
                            + "},repository:{efc-events},path:{/events/wp1-meeting},nodeData:{},extension:{html}}}\">b</a>"
                            + " <a href=\"${link:{uuid:{00000000-0000-0000-0000-000000000000},repository:{efc-events},"
                            + "path:{/events/hidden/x},nodeData:{},extension:{html}}}\">c</a><script>d</script></p>");
            Node withdrawn = session.getNode("/events/withdrawn").addNode("taken-back", "efc:event");
            withdrawn.setProperty("title", "Taken back");
            Node notice = withdrawn.addNode("publicNotice", "efc:notice");
            notice.setProperty("title", "x");
            Calendar when = Calendar.getInstance();
            when.setTimeInMillis(Instant.parse("2026-01-02T03:04:05Z").toEpochMilli());
            notice.setProperty("mgnl:lastModified", when);
            hostile.setProperty("mgnl:lastModified", when);
            session.save();
            session.logout();
        }
        site = Site.again(home);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static List<JsonNode> items(JsonNode answer) {
        return StreamSupport.stream(answer.get("items").spliterator(), false).toList();
    }

    private static List<String> slugs(JsonNode answer) {
        return items(answer).stream().map(item -> item.get("slug").textValue()).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?year=2014",
                "?workPackage=wp4",
                "?kind=training",
                "?place=brussels",
                "?session=closed",
                "?year=undated",
                "?q=coalition&session=open",
                "?year=2013&kind=work-package-meeting&workPackage=wp1",
                "?q=nothinglikethis",
                "?phase=past&phase=undated&kind=training&kind=awareness-raising",
                "?workPackage=wp1&workPackage=wp4&session=closed&year=2013&year=undated",
                "?from=2013-03&to=2014-03-24",
                "?from=2014-06-04&to=2014-06-04",
                "?speaker=troels-oerting&speaker=colin-whittaker&phase=past",
                "?to=2013"
            })
    void the_same_events_and_counts_as_on_the_page(String query) throws Exception {
        JsonNode answer = site.json("/events.json" + query);
        Document page = site.page("/events.html" + query);

        List<String> shown = page.select("main article h3 a, main .events h3 a").eachAttr("href").stream()
                .map(address -> address.replaceFirst(".*/events/", "").replace(".html", ""))
                .distinct()
                .toList();
        assertThat(slugs(answer)).containsExactlyElementsOf(shown);
        for (String facet : List.of("phase", "workPackage", "kind", "place", "session")) {
            List<String> onPage = new ArrayList<>();
            for (Element box : page.select("[type=checkbox][name=" + facet + "]")) {
                onPage.add(box.val() + " "
                        + box.closest("label").text().replaceFirst(".*\\((\\d+)\\)$", "$1")
                        + (box.hasAttr("checked") ? " chosen" : ""));
            }
            List<String> inAnswer = new ArrayList<>();
            for (JsonNode choice : answer.get("facets").get(facet)) {
                int count = choice.get("count").intValue();
                // The page does not offer what would give nothing.
                boolean chosen = choice.get("chosen").booleanValue();
                if (count > 0 || chosen) {
                    inAnswer.add(choice.get("value").textValue() + " " + count + (chosen ? " chosen" : ""));
                }
            }
            assertThat(inAnswer).as(facet).isEqualTo(onPage);
        }
    }

    @Test
    void pages_lead_through_every_event_once() throws Exception {
        Set<String> seen = new HashSet<>();
        JsonNode answer = site.json("/events.json?size=4&sort=oldest");
        int total = answer.get("total").intValue();
        assertThat(answer.get("prev").isNull()).isTrue();
        while (true) {
            for (String slug : slugs(answer)) {
                assertThat(seen.add(slug)).as(slug).isTrue();
            }
            if (answer.get("next").isNull()) {
                break;
            }
            String here = answer.get("self").textValue();
            answer = site.json(answer.get("next").textValue());
            assertThat(answer.get("prev").textValue()).isEqualTo(here);
        }
        assertThat(seen).hasSize(total);
        assertThat(total).isGreaterThan(20);
    }

    @Test
    void orders_are_as_they_say() throws Exception {
        List<String> newest = earliest(site.json("/events.json?size=100&sort=newest"));
        List<String> oldest = earliest(site.json("/events.json?size=100&sort=oldest"));
        assertThat(newest).isNotEmpty().isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(oldest).hasSameSizeAs(newest).isSorted();
        List<JsonNode> changed = items(site.json("/events.json?size=100&sort=changed"));
        assertThat(changed.get(changed.size() - 1).get("slug").textValue()).isEqualTo("hostile");
    }

    private static List<String> earliest(JsonNode answer) {
        return items(answer).stream()
                .map(item -> item.get("date").get("earliest").textValue())
                .filter(day -> day != null)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yaer=2014 | yaer",
                "year=14 | year",
                "year=1803 | year",
                "kind=party | kind",
                "workPackage=wp99 | workPackage",
                "place=atlantis | place",
                "session=ajar | session",
                "page=0 | page",
                "page=two | page",
                "size=101 | size",
                "sort=best | sort",
                "expand=everything | expand",
                "expand=speakers,x | expand",
                "modifiedSince=yesterday | modifiedSince",
                "lang=nl | lang",
                "kind=training&kind=party | kind",
                "sort=newest&sort=oldest | sort",
                "phase=over | phase",
                "speaker=nobody | speaker",
                "from=2014-02-30 | from",
                "from=10000 | from",
                "to=0000 | to",
                "to=24.3.2014 | to",
                "from=2014&from=2013 | from",
                "from=2014&to=2013-12-31 | to",
                "q=%E9 | q=%E9",
            })
    void what_is_not_understood_is_named(String query, String parameter) throws Exception {
        HttpResponse<String> answer = site.get("/events.json?" + query);
        JsonNode problem = new ObjectMapper().readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.get("status").intValue()).isEqualTo(400);
        assertThat(problem.get("errors")).hasSize(1);
        assertThat(problem.get("errors").get(0).get("parameter").textValue()).isEqualTo(parameter);
        assertThat(problem.get("detail").textValue()).contains(parameter);
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() throws Exception {
        JsonNode problem = site.json("/events.json?kind=party&size=0&x=1");
        assertThat(problem.get("errors").findValuesAsText("parameter")).containsExactlyInAnyOrder("kind", "size", "x");
        assertThat(problem.get("errors").findValues("allowed")).isNotEmpty();
    }

    @Test
    void a_page_beyond_the_last_is_a_problem_of_its_own() throws Exception {
        HttpResponse<String> answer = site.get("/events.json?page=99");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"status\":404");
    }

    @Test
    void a_kind_without_events_is_no_mistake() throws Exception {
        JsonNode answer = site.json("/events.json?kind=launch&year=2013");
        assertThat(answer.get("total").intValue()).isZero();
    }

    @Test
    void any_text_comes_back_as_it_was_written_without_what_no_document_can_have() throws Exception {
        JsonNode item = site.json("/events/hostile.json");
        assertThat(item.get("title").textValue()).isEqualTo(SEEN);
        assertThat(item.get("teaser").textValue()).isEqualTo(SEEN);
        assertThat(item.get("place").get("city").textValue()).isEqualTo(SEEN);
    }

    @Test
    void a_link_leads_to_what_the_reader_may_see_and_says_nothing_of_the_rest() throws Exception {
        String html =
                site.json("/events/hostile.json").get("description").get("html").textValue();
        assertThat(html)
                .contains("href=\"" + site.address() + "events/wp1-meeting.html\">b</a>", "<a>c</a>")
                .doesNotContain("hidden", "${", "script");
    }

    @Test
    void dates_are_told_as_far_as_they_are_known() throws Exception {
        JsonNode date = site.json("/events/hostile.json").get("date");
        assertThat(date.get("edtf").textValue()).isEqualTo("2014");
        assertThat(date.get("earliest").textValue()).isEqualTo("2014-01-01");
        assertThat(date.get("latest").textValue()).isEqualTo("2014-12-31");
        assertThat(date.get("begins").isNull()).isTrue();
        assertThat(site.json("/events/hostile.json").get("phase").textValue()).isEqualTo("past");
    }

    @Test
    void french_has_its_own_addresses_and_lang_leads_there() throws Exception {
        JsonNode french = site.json("/fr/events/hostile.json");
        assertThat(french.get("language").textValue()).isEqualTo("fr");
        assertThat(french.get("title").textValue()).isEqualTo("Hostile");
        assertThat(texts(french.get("untranslated"))).containsExactly("credit", "teaser");
        assertThat(texts(french.get("place").get("untranslated"))).containsExactly("city");
        assertThat(texts(french.get("links").get(0).get("untranslated"))).containsExactly("title");
        assertThat(texts(site.json("/events/hostile.json").get("untranslated"))).isEmpty();
        HttpResponse<String> elsewhere = site.get("/events.json?lang=fr&year=2014");
        assertThat(elsewhere.statusCode()).isEqualTo(302);
        assertThat(elsewhere.headers().firstValue("Location")).contains(site.address() + "fr/events.json?year=2014");
        assertThat(site.status("/events.json?lang=en")).isEqualTo(200);
        assertThat(site.json("/fr/events.json?size=100").findValuesAsText("kindLabel"))
                .contains("Formation");
    }

    @Test
    void who_keeps_a_copy_asks_for_what_has_changed_and_learns_what_is_gone() throws Exception {
        JsonNode answer = site.json("/events.json?modifiedSince=2026-01-02T04:04:05+01:00&size=100");
        assertThat(slugs(answer)).contains("hostile");
        assertThat(answer.get("withdrawn").findValuesAsText("slug")).containsExactly("taken-back");
        assertThat(answer.has("facets")).isFalse();
        assertThat(answer.get("withdrawn").findValuesAsText("since")).containsExactly("2026-01-02T03:04:05Z");
        // Changed long ago on author, and here only since today.
        assertThat(slugs(site.json("/events.json?modifiedSince=2026-01-03&size=100")))
                .contains("hostile");
        JsonNode later = site.json("/events.json?modifiedSince=" + Instant.now());
        assertThat(slugs(later)).isEmpty();
        assertThat(later.get("withdrawn")).isEmpty();
        assertThat(site.status("/events/taken-back.json")).isEqualTo(410);
        assertThat(site.source("/events/taken-back.json"))
                .contains("\"status\":410")
                .doesNotContain("Taken back");
        assertThat(site.status("/events/never-there.json")).isEqualTo(404);
    }

    @Test
    void lists_give_slugs_and_what_is_asked_for_in_full() throws Exception {
        JsonNode brief = item(site.json("/events.json?size=100"), "the-second-efc-awareness-raising-event");
        JsonNode full = item(
                site.json("/events.json?size=100&expand=speakers,workPackages"),
                "the-second-efc-awareness-raising-event");
        assertThat(brief.get("speakers").get(0).isTextual()).isTrue();
        assertThat(full.get("speakers").findValuesAsText("slug"))
                .containsExactlyElementsOf(texts(brief.get("speakers")));
        assertThat(full.get("speakers").get(0).get("name").textValue()).isNotBlank();
        assertThat(full.get("workPackages").findValuesAsText("slug"))
                .containsExactlyElementsOf(texts(brief.get("workPackages")));
    }

    private static JsonNode item(JsonNode answer, String slug) {
        return items(answer).stream()
                .filter(item -> item.get("slug").textValue().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    @Test
    void people_and_work_packages_can_be_walked_from_their_lists() throws Exception {
        for (String list : List.of("/speakers.json", "/work-packages.json")) {
            JsonNode all = site.json(list);
            assertThat(all.get("total").intValue())
                    .isEqualTo(all.get("items").size())
                    .isPositive();
            for (JsonNode item : items(all)) {
                JsonNode one = site.json(item.get("json").textValue());
                assertThat(one.get("id")).isEqualTo(item.get("id"));
                assertThat(site.status(one.get("url").textValue())).isEqualTo(200);
            }
        }
        JsonNode person = site.json("/speakers/troels-oerting.json");
        assertThat(person.get("appearances")).isNotEmpty();
        assertThat(person.get("appearances").get(0).get("event").textValue()).isNotBlank();
        JsonNode group = site.json("/work-packages/wp4.json");
        assertThat(site.json(group.get("events").textValue()).get("total").intValue())
                .isPositive();
        assertThat(site.status("/speakers/nobody.json")).isEqualTo(404);
        assertThat(site.source("/work-packages/wp99.json")).contains("\"status\":404");
    }

    @Test
    void who_has_it_already_is_not_sent_it_again_and_other_sites_may_read_it() throws Exception {
        HttpResponse<String> first = site.get("/events.json?year=2014");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(first.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        HttpResponse<String> again =
                site.send("/events.json?year=2014", request -> request.header("If-None-Match", etag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    /** As a browser asks before a script of another site may send a header of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/events.json", "/fr/events.ics?year=2014", "/events/hostile.json", "/sitemap.xml", "/robots.txt"
            })
    void scripts_of_other_sites_are_told_how_they_may_ask(String address) throws Exception {
        HttpResponse<String> ways =
                site.send(address, request -> request.method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Access-Control-Request-Headers", "if-none-match")
                        .header("Access-Control-Request-Method", "GET"));
        assertThat(ways.statusCode()).isEqualTo(204);
        assertThat(ways.body()).isEmpty();
        assertThat(ways.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(ways.headers().firstValue("Access-Control-Allow-Methods")).contains("GET, HEAD, OPTIONS");
        assertThat(ways.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("If-None-Match");
        HttpResponse<String> answer = site.get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
                .contains("ETag", "Date", "Link");
        assertThat(answer.headers().firstValue("Vary")).contains("Cookie, Authorization");
    }

    @Test
    void the_page_of_all_events_describes_them_as_a_set_of_data_and_parts_of_it_do_not() throws Exception {
        String data = site.page("/fr/events.html")
                .select("script[type=application/ld+json]")
                .html();
        assertThat(data).contains("\"@type\":\"Dataset\"", "/fr/events.csv");
        assertThat(site.page("/events.html?year=2014").select("script[type=application/ld+json]"))
                .isEmpty();
    }

    @Test
    void pages_name_it_in_their_heads() throws Exception {
        for (String page : List.of(
                "/events.html?year=2014",
                "/fr/events/hostile.html",
                "/speakers.html",
                "/speakers/troels-oerting.html",
                "/work-packages/wp4.html")) {
            String address = site.page(page)
                    .select("link[rel=alternate][type=application/json]")
                    .attr("href");
            assertThat(address).as(page).contains(page.replaceFirst("\\.html.*", ".json"));
            assertThat(site.status(address)).isEqualTo(200);
        }
    }
}
