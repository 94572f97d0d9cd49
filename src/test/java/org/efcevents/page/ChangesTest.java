package org.efcevents.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.jcr.Node;
import org.efcevents.address.Addresses;
import org.efcevents.archive.TestArchive;
import org.efcevents.http.Response;
import org.efcevents.merge.Merge;
import org.efcevents.undo.Editing;
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
        for (String unknown : new String[] {"type", "slug", "json", "replacedBy"}) {
            assertThat(gone.get(unknown).isNull()).as(unknown).isTrue();
        }
    }

    /** Whoever has a copy, or a link, of somebody who was there twice is told whom they are part of now. */
    @Test
    void leadFromWhoBecamePartOfSomebodyElse() throws Exception {
        Node kept = content.speaker("ann-ek", Map.of("fullName", "Ann Ek"));
        Node merged = content.speaker("ek", Map.of("fullName", "A. Ek"));
        Node group = content.workPackage("wp1", Map.of("code", "WP1"));
        Node other = content.workPackage("wp-1", Map.of("code", "WP 1"));
        content.participation(event, merged, Map.of());
        event.setProperty("workPackages", new String[] {other.getIdentifier()});
        changes("");
        content.session().move("/speakers/ek", "/speakers/a-ek");
        content.session().save();
        String token = changes("").get("token").asText();
        String id = merged.getIdentifier();

        merge(kept, merged);
        merge(group, other);

        assertToldThatItLeadsTo(kept, id, token);
        // The same on a public instance, to which the deletions are published.
        merged.remove();
        other.remove();
        content.session().save();
        assertToldThatItLeadsTo(kept, id, token);
        for (String slug : new String[] {"ek", "a-ek"}) {
            Response moved = get("speaker", slug, "html", "");
            assertThat(moved.status()).as(slug).isEqualTo(301);
            assertThat(location(moved)).isEqualTo("/en/speakers/ann-ek.html");
        }
        assertThat(location(get("speaker", id, "json", ""))).isEqualTo("/en/speakers/ann-ek.json");
        assertThat(location(get("workPackage", "wp-1", "html", ""))).isEqualTo("/en/work-packages/wp1.html");
        assertThat(Visitor.text(get("archive", "", "json", "speaker=a-ek"))).contains("\"total\":1");
        // A component of a page names the one that is gone.
        assertThat(content.read("en", Instant.now()).highlights().speaker(id).slug())
                .isEqualTo("ann-ek");
    }

    private void merge(Node kept, Node merged) throws Exception {
        Merge.of(kept, merged, List.of(event), List.of(merged.getName()))
                .carryOut(Set.of(), List.of(), new Editing(content.session(), "officer", Calendar.getInstance()));
        content.session().save();
    }

    private void assertToldThatItLeadsTo(Node kept, String id, String token) throws Exception {
        JsonNode items = changes("since=" + token).get("items");
        JsonNode gone = null;
        List<String> others = new ArrayList<>();
        for (JsonNode item : items) {
            if (item.get("id").asText().equals(id)) {
                gone = item;
            } else if (item.get("change").asText().equals("changed")) {
                others.add(item.get("id").asText());
                assertThat(item.get("replacedBy").isNull()).isTrue();
            }
        }
        assertThat(gone.get("change").asText()).isEqualTo("gone");
        assertThat(gone.get("replacedBy").get("id").asText()).isEqualTo(kept.getIdentifier());
        assertThat(gone.get("replacedBy").get("type").asText()).isEqualTo("speaker");
        assertThat(gone.get("replacedBy").get("json").asText())
                .isEqualTo("https://events.example.org/en/speakers/ann-ek.json");
        assertThat(others).contains(kept.getIdentifier(), event.getIdentifier());
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
