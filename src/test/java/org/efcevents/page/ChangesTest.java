package org.efcevents.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.jcr.Node;
import org.efcevents.address.Addresses;
import org.efcevents.archive.TestArchive;
import org.efcevents.http.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs are told of changes, and where addresses lead. */
class ChangesTest {

    @TempDir
    Path home;

    private TestArchive content;
    private Node event;

    @BeforeEach
    void open() throws Exception {
        content = new TestArchive(home);
        event = content.event("one", Map.of("title", "One"));
        content.session().getNode("/events").addNode("withdrawn", "mgnl:folder");
        content.session().save();
    }

    @AfterEach
    void close() {
        content.close();
    }

    private Response get(String page, String selector, String extension, String query) {
        return new Visitor(content.read("en", Instant.now())).answer(page, selector, extension, query);
    }

    private JsonNode changes(String query) throws Exception {
        Response response = get("archive", "changes", "json", query);
        assertThat(response.status()).isEqualTo(200);
        return new ObjectMapper().readTree(Visitor.text(response));
    }

    private static String location(Response response) {
        return response.headers().stream()
                .filter(header -> header.name().equals("Location"))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private void move(String path) throws Exception {
        content.session().move(event.getPath(), path);
        content.session().save();
    }

    @Test
    void areToldWithAnAddressToGoOnFrom() throws Exception {
        JsonNode all = changes("");
        JsonNode item = all.get("items").get(0);
        assertThat(item.get("id").asText()).isEqualTo(event.getIdentifier());
        assertThat(item.get("type").asText()).isEqualTo("event");
        assertThat(item.get("change").asText()).isEqualTo("added");
        assertThat(item.get("slug").asText()).isEqualTo("one");
        assertThat(item.get("json").asText()).isEqualTo("https://events.example.org/en/events/one.json");
        assertThat(all.get("more").asBoolean()).isFalse();
        assertThat(all.get("next").asText())
                .isEqualTo("https://events.example.org/en/changes.json?since="
                        + all.get("token").asText());

        move("/events/first");
        JsonNode renamed = changes("since=" + all.get("token").asText());
        assertThat(renamed.get("items").get(0).get("change").asText()).isEqualTo("renamed");
        assertThat(renamed.get("items").get(0).get("slug").asText()).isEqualTo("first");
    }

    @Test
    void ofWhatIsGoneGiveNothingButItsId() throws Exception {
        String token = changes("since=now").get("token").asText();
        String id = event.getIdentifier();
        event.remove();
        content.session().save();

        JsonNode gone = changes("since=" + token).get("items").get(0);
        assertThat(gone.get("id").asText()).isEqualTo(id);
        assertThat(gone.get("change").asText()).isEqualTo("gone");
        for (String unknown : new String[] {"type", "slug", "json"}) {
            assertThat(gone.get(unknown).isNull()).as(unknown).isTrue();
        }
    }

    @Test
    void areNotToldWhereTheQuestionIsNotUnderstood() {
        for (String query :
                new String[] {"since=yesterday", "limit=0", "limit=1001", "size=3", "since=now&since=now"}) {
            assertThat(get("archive", "changes", "json", query).status())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    @Test
    void areToldAnewToWhomHasOtherRights() throws Exception {
        String token = changes("since=now").get("token").asText();
        String ofOthers = token.substring(0, token.length() - 16) + "0123456789abcdef";

        Response refused = get("archive", "changes", "json", "since=" + ofOthers);
        assertThat(refused.status()).isEqualTo(410);
        assertThat(Visitor.text(refused)).contains("without \\\"since\\\"");
    }

    /** What is told changes with the languages of the site: each text where all are asked for, and what stands in for one. */
    @Test
    void areToldAnewWhereTheSiteHasOtherLanguages() throws Exception {
        String token = changes(Set.of("en", "fr"), "since=now").get("token").asText();

        assertThat(changes(Set.of("fr", "en"), "since=" + token).get("items")).isEmpty();
        assertThat(get(Set.of("en", "fr", "de"), "since=" + token).status()).isEqualTo(410);
        assertThat(get(Set.of("en"), "since=" + token).status()).isEqualTo(410);
    }

    private JsonNode changes(Set<String> languages, String query) throws Exception {
        Response response = get(languages, query);
        assertThat(response.status()).isEqualTo(200);
        return new ObjectMapper().readTree(Visitor.text(response));
    }

    private Response get(Set<String> languages, String query) {
        Map<String, Object> facts = Visitor.facts("archive", "changes", "json", query);
        facts.put(
                "addresses",
                new Addresses(
                        "en",
                        "https://events.example.org/en",
                        languages.stream()
                                .collect(Collectors.toMap(
                                        language -> language, language -> "https://events.example.org/" + language))));
        return new Visitor(content.read("en", Instant.now())).answer(facts);
    }

    @Test
    void ofAddressesAreFollowedInEveryFormat() throws Exception {
        changes("");
        move("/events/first");

        for (String extension : new String[] {"html", "json", "ics", "csv"}) {
            Response moved = get("event", "one", extension, "");
            assertThat(moved.status()).as(extension).isEqualTo(301);
            assertThat(location(moved)).isEqualTo("/en/events/first." + extension);

            Response byId = get("event", event.getIdentifier(), extension, "");
            assertThat(byId.status()).as(extension).isEqualTo(302);
            assertThat(location(byId)).isEqualTo("/en/events/first." + extension);
        }
    }

    @Test
    void ofAWithdrawnEventLeadToNothingElse() throws Exception {
        changes("");
        move("/events/first");
        changes("");
        event.addNode("publicNotice", "efc:notice").setProperty("title", "One");
        content.session().save();
        move("/events/withdrawn/first");

        for (String slug : new String[] {"first", "one", event.getIdentifier()}) {
            assertThat(get("event", slug, "html", "").status()).as(slug).isEqualTo(410);
        }
        assertThat(get("event", "never", "html", "").status()).isEqualTo(404);
    }

    /** Somebody has subscribed to them. */
    @Test
    void ofAWorkPackageKeepItsFiltersAndSubscriptions() throws Exception {
        Node group = content.workPackage("wp1", Map.of("code", "WP1"));
        Node speaker = content.speaker("ada", Map.of("fullName", "Ada"));
        event.setProperty("workPackages", new String[] {group.getIdentifier()});
        event.setProperty("precision", "day");
        event.setProperty("start", "2014-03-24");
        content.participation(event, speaker, Map.of());
        changes("");
        content.session().move("/work-packages/wp1", "/work-packages/operations");
        content.session().move("/speakers/ada", "/speakers/lovelace");
        content.session().save();

        for (String query : new String[] {"workPackage=wp1", "speaker=ada"}) {
            assertThat(Visitor.text(get("archive", "", "ics", query)))
                    .as(query)
                    .contains("UID:" + event.getIdentifier());
            assertThat(Visitor.text(get("archive", "", "json", query)))
                    .as(query)
                    .contains("\"total\":1");
        }
    }

    @Test
    void ofOthersAreNotLedTo() {
        assertThat(get("speaker", "nobody", "html", "").status()).isEqualTo(404);
        assertThat(get("speaker", "00000000-0000-4000-8000-000000000000", "json", "")
                        .status())
                .isEqualTo(404);
    }
}
