package org.efcevents.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import org.efcevents.archive.TestArchive;
import org.efcevents.desk.Progress;
import org.efcevents.http.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What channels are asked for, from plain values and without a template. */
class AskingTest {

    @TempDir
    Path home;

    private TestArchive archive;

    @BeforeEach
    void open() throws Exception {
        archive = new TestArchive(home);
        Node group = archive.workPackage("wp1", Map.of("code", "WP1"));
        Node ada = archive.speaker("ada", Map.of("fullName", "Ada"));
        Node bob = archive.speaker("bob", Map.of("fullName", "Bob"));
        Node day = archive.event("day", Map.of("title", "Day", "start", "2014-03-04", "kind", "training"));
        day.setProperty("workPackages", new String[] {group.getIdentifier()});
        Node year = archive.event(
                "year", Map.of("title", "Year", "precision", "year", "partialDate", "2014", "kind", "launch"));
        archive.event(
                "yearless", Map.of("title", "Yearless", "precision", "day-and-month", "partialDate", "XXXX-06-04"));
        archive.event("unknown", Map.of("title", "Unknown", "kind", "training"));
        archive.event("later", Map.of("title", "Later", "start", "2015-06-01", "kind", "launch"));
        archive.participation(day, ada, Map.of());
        archive.participation(year, bob, Map.of());
        archive.participation(year, ada, Map.of());
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private Visitor visitor() {
        return new Visitor(archive.read("en", "2015-01-01"));
    }

    private JsonNode json(String extension, String query) throws Exception {
        return new ObjectMapper().readTree(visitor().text("archive", "", extension, query));
    }

    private List<String> found(String query) throws Exception {
        return json("json", query).get("items").findValuesAsText("slug");
    }

    @ParameterizedTest
    @CsvSource({
        "from=2014-03-04&to=2014-03-04, day year",
        "from=2014-03-05&to=2014-05, year",
        "from=2014-06&to=2014-06, year yearless",
        "from=2015, later yearless",
        "to=2013, yearless",
        "from=2014-06-05&to=2015-06-03, later year",
        "phase=upcoming, later",
        "phase=undated&kind=training, unknown",
        "phase=past&phase=upcoming&kind=launch&kind=training, later day year",
        "speaker=ada, day year",
        "speaker=bob&speaker=ada&kind=launch, year",
        // What programs put together leaves some over.
        "&speaker=bob&&speaker=ada&kind=launch&, year",
    })
    void filtersFindWhatTheySay(String query, String slugs) throws Exception {
        assertThat(found(query)).containsExactlyInAnyOrder(slugs.split(" "));
        assertThat(json("jsonfeed", query).get("items").findValuesAsText("id"))
                .containsExactlyInAnyOrderElementsOf(
                        json("json", query).get("items").findValuesAsText("id"));
    }

    @Test
    void aFormerSlugIsUnderstoodAndThePresentOneIsSaid() throws Exception {
        archive.read("en", "2015-01-01").changes().fromNow();
        archive.session().move("/work-packages/wp1", "/work-packages/operations");
        archive.session().move("/speakers/ada", "/speakers/ada-lovelace");
        archive.session().save();

        assertThat(found("workPackage=wp1")).containsExactly("day");
        assertThat(json("json", "workPackage=wp1&speaker=ada&speaker=ada-lovelace")
                        .get("self")
                        .textValue())
                .endsWith("?workPackage=operations&speaker=ada-lovelace");
        assertThat(visitor().answer("archive", "", "ics", "speaker=ada").status())
                .isEqualTo(200);
    }

    @Test
    void theJsonFeedLeadsThroughAllPages() throws Exception {
        List<String> titles = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            Map<String, Object> facts = Visitor.facts("archive", "", "jsonfeed", "page=" + page);
            facts.put("feedSize", 2);
            JsonNode feed = new ObjectMapper().readTree(Visitor.text(visitor().answer(facts)));
            feed.get("items").forEach(item -> titles.add(item.get("title").textValue()));
            assertThat(feed.has("next_url")).isEqualTo(page < 3);
            assertThat(feed.get("items"))
                    .allSatisfy(item -> assertThat(item.has("content_html") || item.has("content_text"))
                            .isTrue());
        }
        assertThat(titles).hasSize(5).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ics", "atom", "csv", "jsonfeed", "json"})
    void whatIsWrongIsNamedAllAtOnceByEveryFormat(String extension) throws Exception {
        Response refused = visitor()
                .answer(
                        "archive",
                        "",
                        extension,
                        "kind=party&kind=training&from=2014-02-30&speaker=nobody&x=1&phase=over");

        assertThat(refused.status()).isEqualTo(400);
        JsonNode errors = new ObjectMapper().readTree(Visitor.text(refused)).get("errors");
        assertThat(errors.findValuesAsText("parameter"))
                .containsExactlyInAnyOrder("kind", "from", "speaker", "x", "phase");
        assertThat(errors.findValuesAsText("value"))
                .containsExactlyInAnyOrder("party", "2014-02-30", "nobody", "over", "null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ics", "atom", "csv", "jsonfeed", "json"})
    void whoMayNotSeeTheArchiveIsToldSoAsAProgramIs(String extension) {
        Response closed = new PageResource(
                        PageRequest.of(Visitor.facts("archive", "", extension, "")), null, new Progress())
                .respond(Map.of(), Map.of(), Map.of());

        assertThat(closed.status()).isEqualTo(404);
        assertThat(Visitor.text(closed)).contains("\"status\":404");
    }
}
