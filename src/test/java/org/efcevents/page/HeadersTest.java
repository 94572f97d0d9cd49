package org.efcevents.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.page.Visitor.facts;
import static org.efcevents.page.Visitor.respond;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.jcr.Node;
import org.efcevents.archive.TestArchive;
import org.efcevents.desk.Progress;
import org.efcevents.http.Header;
import org.efcevents.http.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What caches and scripts of other sites are told, at every address and to every reader. */
class HeadersTest {

    private static final String EXPOSED = "ETag, Date, Link, Last-Modified, Content-Disposition";

    @TempDir
    Path home;

    private TestArchive archive;

    @BeforeEach
    void open() throws Exception {
        archive = new TestArchive(home);
        Node group = archive.workPackage("wp1", Map.of("code", "WP1", "title", "Operations"));
        Node ann = archive.speaker("ann", Map.of("fullName", "Ann Ek", "biography", "<p>Before</p>"));
        for (String slug : new String[] {"first", "second"}) {
            Node event = archive.event(slug, Map.of("title", slug, "start", "2014-03-04"));
            event.setProperty("workPackages", new String[] {group.getIdentifier()});
            archive.participation(event, ann, Map.of("role", "Chair"));
        }
        archive.session().getNode("/events/first").setProperty("formerAddresses", new String[] {"once"});
        Node gone = archive.session().getNode("/events").addNode("withdrawn", "mgnl:folder");
        gone.addNode("taken-back", "efc:event")
                .addNode("publicNotice", "efc:notice")
                .setProperty("title", "x");
        archive.session().save();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private Response answer(Map<String, Object> facts) {
        return respond(new PageResource(PageRequest.of(facts), archive.read("en", "2015-01-01"), new Progress()));
    }

    private static Map<String, String> headers(Response response) {
        return response.headers().stream().collect(Collectors.toMap(Header::name, Header::value));
    }

    private String etag(String page, String selector, String extension, String query) {
        return headers(answer(facts(page, selector, extension, query))).get("ETag");
    }

    /** With the status of each. */
    @ParameterizedTest
    @CsvSource({
        "archive, '', html, '', 200",
        "archive, '', html, year=2014&q=x, 200",
        "archive, '', html, page=7, 404",
        "archive, '', json, '', 200",
        "archive, '', json, nonsense=1, 400",
        "archive, '', ics, '', 200",
        "archive, '', atom, '', 200",
        "archive, '', csv, '', 200",
        "archive, sitemap, xml, '', 200",
        "archive, robots, txt, '', 200",
        "archive, oembed, json, url=x, 404",
        "event, first, html, '', 200",
        "event, first, json, '', 200",
        "event, first, ics, '', 200",
        "event, once, html, '', 301",
        "event, once, json, '', 301",
        "event, once, ics, '', 301",
        "event, taken-back, html, '', 410",
        "event, taken-back, json, '', 410",
        "event, nothing, ics, '', 404",
        "speakers, '', html, '', 200",
        "speakers, '', json, '', 200",
        "speaker, ann, html, '', 200",
        "speaker, ann, json, '', 200",
        "speaker, ann, ics, '', 200",
        "workPackages, '', html, '', 200",
        "workPackages, '', json, '', 200",
        "workPackage, wp1, html, '', 200",
        "workPackage, wp1, json, '', 200",
        "workPackage, wp1, atom, '', 200",
        "page, '', html, '', 200",
    })
    void everyAnswerIsForOneReaderAndOnlyWhatEverybodyMayReadIsForOtherSites(
            String page, String selector, String extension, String query, int status) {
        Map<String, Object> facts = facts(page, selector, extension, query);
        boolean forPrograms = !extension.equals("html");

        Response visitors = answer(facts);
        assertThat(visitors.status()).isEqualTo(status);
        assertThat(headers(visitors))
                .containsEntry("vary", "Cookie, Authorization")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Referrer-Policy", "strict-origin-when-cross-origin")
                .containsEntry(
                        "Content-Security-Policy",
                        forPrograms ? "default-src 'none'; frame-ancestors 'none'" : "default-src x")
                .doesNotContainKeys("Last-Modified", "Access-Control-Allow-Credentials");
        // What programs keep they ask for anew, where it leads to as well: an address may be another's tomorrow.
        assertThat(headers(visitors).get("Cache-Control"))
                .matches(forPrograms || status == 301 ? "public, no-cache" : "max-age=0, s-maxage=\\d+");
        assertThat(headers(visitors).get("Access-Control-Allow-Origin")).isEqualTo(forPrograms ? "*" : null);
        assertThat(headers(visitors).get("Access-Control-Expose-Headers")).isEqualTo(forPrograms ? EXPOSED : null);

        facts.put("ifNoneMatch", "*");
        Response known = answer(facts);
        assertThat(known.status()).isEqualTo(forPrograms && status == 200 ? 304 : status);
        assertThat(headers(known)).isEqualTo(headers(visitors));

        facts.put("anonymous", false);
        Response members = answer(facts);
        assertThat(members.status()).isEqualTo(known.status());
        assertThat(headers(members))
                .containsEntry("vary", "Cookie, Authorization")
                .containsEntry("Cache-Control", "private, no-cache")
                .doesNotContainKeys("Access-Control-Allow-Origin", "Access-Control-Expose-Headers");
    }

    @Test
    void whatASiteHasConfiguredOfOriginsStays() {
        Map<String, Object> facts = facts("archive", "", "json", "");
        facts.put("said", List.of("access-control-allow-origin"));

        assertThat(headers(answer(facts)))
                .doesNotContainKey("Access-Control-Allow-Origin")
                .containsEntry("Access-Control-Expose-Headers", EXPOSED)
                .containsEntry("vary", "Cookie, Authorization, Origin");
    }

    @Test
    void whatASiteHasConfiguredForBrowsersStays() {
        Map<String, Object> facts = facts("archive", "", "html", "");
        facts.put("said", List.of("content-security-policy", "Referrer-Policy"));

        assertThat(headers(answer(facts)))
                .doesNotContainKeys("Content-Security-Policy", "Referrer-Policy")
                .containsEntry("X-Content-Type-Options", "nosniff");
    }

    @Test
    void aSiteMaySayNothingOfWhatItsPagesLoad() {
        Map<String, Object> facts = facts("archive", "", "html", "");
        facts.put("policy", "");
        assertThat(headers(answer(facts))).doesNotContainKey("Content-Security-Policy");

        facts.put("policy", "default-src 'self'\r\nSet-Cookie: a=b");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> PageRequest.of(facts)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("contentSecurityPolicy");
    }

    @Test
    void magnoliasPageEditorMayPutItsOwnIntoPagesOfAnAuthorInstance() {
        Map<String, Object> facts = facts("archive", "", "html", "");
        facts.put("author", true);
        assertThat(headers(answer(facts)).get("Content-Security-Policy"))
                .contains("frame-ancestors 'self'")
                .doesNotContain("-src 'self'");
    }

    @ParameterizedTest
    @CsvSource({
        "archive, '', json",
        "archive, '', ics",
        "archive, oembed, json",
        "event, nothing, json",
        "page, '', json"
    })
    void howToAskIsAnsweredWithoutReadingAnything(String page, String selector, String extension) {
        Map<String, Object> facts = facts(page, selector, extension, "nonsense=1");
        facts.put("method", "OPTIONS");

        Response ways = answer(facts);
        assertThat(ways.status()).isEqualTo(204);
        assertThat(Visitor.text(ways)).isEmpty();
        assertThat(headers(ways))
                .containsEntry("Allow", "GET, HEAD, OPTIONS")
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
                .containsEntry("Access-Control-Max-Age", "86400")
                .containsEntry("Cache-Control", "private, no-cache")
                .hasEntrySatisfying("Access-Control-Allow-Headers", allowed -> assertThat(allowed)
                        .contains("If-None-Match", "If-Modified-Since")
                        .doesNotContain("Authorization"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"by/4.0", "javascript:x", "https://a b", "https://a\"b"})
    void aLicenceIsAnAddress(String license) {
        Map<String, Object> facts = facts("archive", "", "json", "");
        facts.put("license", license);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> PageRequest.of(facts)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("license");
    }

    @ParameterizedTest
    @CsvSource({
        "/speakers/ann, speaker, ann, ''",
        "/speakers/ann, speakers, '', ''",
        "/speakers/ann, archive, '', expand=speakers",
        "/work-packages/wp1, workPackage, wp1, ''",
        "/work-packages/wp1, workPackages, '', ''",
        "/work-packages/wp1, event, first, ''",
        "/events/first, event, first, ''",
    })
    void programsAreToldWhenSomethingWasMadeAndChanged(String path, String page, String selector, String query)
            throws Exception {
        Node node = archive.session().getNode(path);
        node.setProperty("mgnl:created", moment("2014-01-02T03:04:05Z"));
        node.setProperty("mgnl:lastModified", moment("2014-02-03T04:05:06.789Z"));
        archive.session().save();

        assertThat(Visitor.text(answer(facts(page, selector, "json", query))))
                .contains("\"created\":\"2014-01-02T03:04:05Z\",\"modified\":\"2014-02-03T04:05:06Z\"");
    }

    private static Calendar moment(String text) {
        Calendar moment = Calendar.getInstance();
        moment.setTimeInMillis(Instant.parse(text).toEpochMilli());
        return moment;
    }

    /** What is changed, at which node and in which property, and a document that tells of it but is about another. */
    @ParameterizedTest
    @CsvSource({
        "/speakers/ann, biography, speaker, ann, json, ''",
        "/speakers/ann, fullName, event, first, json, ''",
        "/speakers/ann, fullName, archive, '', json, expand=speakers",
        "/speakers/ann, fullName, archive, '', csv, ''",
        "/work-packages/wp1, description, workPackage, wp1, json, ''",
        "/work-packages/wp1, title, event, first, json, ''",
        "/work-packages/wp1, title, archive, '', json, ''",
        "/work-packages/wp1, code, archive, '', csv, ''",
        "/events/second, title, speaker, ann, json, ''",
        "/events/second, title, archive, '', atom, ''",
        "/events/second, start, archive, '', ics, ''",
    })
    void anEntityTagChangesWheneverItsTextDoes(
            String node, String property, String page, String selector, String extension, String query)
            throws Exception {
        String text = Visitor.text(answer(facts(page, selector, extension, query)));
        String etag = etag(page, selector, extension, query);

        archive.session().getNode(node).setProperty(property, "2014-03-05");
        archive.session().save();

        assertThat(Visitor.text(answer(facts(page, selector, extension, query))))
                .isNotEqualTo(text);
        assertThat(etag(page, selector, extension, query)).isNotEqualTo(etag);
    }
}
