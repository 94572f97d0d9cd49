package org.efcevents.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcevents.page.Visitor.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.Session;
import org.efcevents.address.Addresses;
import org.efcevents.archive.TestArchive;
import org.efcevents.content.DamFile;
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

/** The forms in which programs can ask for entries: in walks, whole, in part, in each language. */
class JsonFormTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SITE = "https://events.example.org";
    private static final String PICTURE = "jcr:00000000-0000-0000-0000-000000000001";

    @TempDir
    Path home;

    private TestArchive archive;

    @BeforeEach
    void open() throws Exception {
        archive = new TestArchive(home);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    /** On a site in English and French, where all links and files lead somewhere. */
    private Response answer(String language, String page, String selector, String query) {
        Map<String, Object> facts = facts(page, selector, "json", query);
        Map<String, String> bases = new java.util.LinkedHashMap<>();
        bases.put("en", SITE);
        bases.put("fr", SITE + "/fr");
        facts.put("addresses", new Addresses(language, bases.get(language), bases));
        facts.put("license", "https://creativecommons.org/licenses/by/4.0/");
        PageResource resource =
                new PageResource(PageRequest.of(facts), archive.read(language, "2015-01-01"), new Progress());
        return resource.respond(
                resource.messages().stream().collect(Collectors.toMap(Function.identity(), key -> "[" + key + "]")),
                resource.links().stream()
                        .collect(Collectors.toMap(
                                link -> link.workspace() + ":" + link.identifier(),
                                link -> SITE + "/target/" + link.identifier(),
                                (one, same) -> one)),
                resource.files().stream()
                        .collect(Collectors.toMap(
                                Function.identity(), key -> new DamFile(SITE + "/" + key, null, null))));
    }

    private JsonNode json(String page, String selector, String query) throws Exception {
        return JSON.readTree(Visitor.text(answer("en", page, selector, query)));
    }

    private JsonNode events(String query) throws Exception {
        return json("archive", "", query);
    }

    private static String header(Response response, String name) {
        return response.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(Header::value)
                .findFirst()
                .orElse(null);
    }

    private static List<String> texts(JsonNode items, String member) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.get(member).textValue()));
        return texts;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String query(JsonNode address) {
        return address.textValue().replaceFirst("[^?]*\\??", "");
    }

    /** An event with everything, in English, and in French but for the teaser and the report. */
    private Node fullEvent() throws Exception {
        Node group = archive.workPackage("wp1", Map.of("code", "WP1", "title", "Operations", "title_fr", "Opérations"));
        Node ann = archive.speaker(
                "ann", Map.of("fullName", "Ann Ek", "role", "Chair", "role_fr", "Présidente", "biography", "<p>b</p>"));
        Node event = archive.event(
                "full",
                Map.of(
                        "title", "Full",
                        "title_fr", "Complet",
                        "teaser", "In English only",
                        "start", "2014-03-04",
                        "city", "Brussels",
                        "city_fr", "Bruxelles",
                        "country", "BE",
                        "kind", "training",
                        "report", "<p>What <a href=\"" + link(group) + "\">they</a> did</p>"));
        event.setProperty("description", "<p>Plain</p>");
        event.setProperty("description_fr", "<p>Avec <a href=\"" + link(ann) + "\">elle</a></p>");
        event.setProperty("workPackages", new String[] {group.getIdentifier()});
        entry(event, "gallery", Map.of("image", PICTURE, "alt", "A hall", "alt_fr", "Une salle"));
        entry(event, "programme", Map.of("startTime", "09:00", "title", "Welcome"));
        entry(event, "links", Map.of("url", "https://example.org/", "title", "Elsewhere"));
        archive.participation(event, ann, Map.of("role", "Speaker", "role_fr", "Oratrice", "talkTitle", "On it"));
        return event;
    }

    @Test
    void whoTakesPartInAnItemOfTheProgrammeNamesItsPlace() throws Exception {
        Node event = fullEvent();
        event.setProperty("end", "2014-03-05");
        Node item = event.getNode("programme").addNode("programme1", "mgnl:contentNode");
        item.setProperty("title", "Panel 1: Money");
        item.setProperty("kind", "panel");
        item.setProperty("day", "2");
        archive.participation(event, archive.session().getNode("/speakers/ann"), Map.of("panel", "panel 1"));

        JsonNode whole = json("event", "full", "");

        assertThat(whole.get("programme").get(0).get("day").isNull()).isTrue();
        assertThat(whole.get("programme").get(0).get("kind").isNull()).isTrue();
        assertThat(whole.get("programme").get(1).get("day")).hasToString("{\"number\":2,\"date\":\"2014-03-05\"}");
        assertThat(whole.get("programme").get(1).get("kind").textValue()).isEqualTo("panel");
        assertThat(whole.get("participations").get(0).get("programmeItem").isNull())
                .isTrue();
        assertThat(whole.get("participations").get(1).get("programmeItem").intValue())
                .isEqualTo(1);
        assertThat(whole.get("participations").get(1).get("panel").textValue()).isEqualTo("panel 1");
    }

    private static String link(Node target) throws Exception {
        return "${link:{uuid:{" + target.getIdentifier() + "},repository:{efc-events},path:{/x}}}";
    }

    private static void entry(Node event, String field, Map<String, String> properties) throws Exception {
        Node entry = event.addNode(field, "mgnl:contentNode").addNode(field + "0", "mgnl:contentNode");
        for (Map.Entry<String, String> property : properties.entrySet()) {
            entry.setProperty(property.getKey(), property.getValue());
        }
        event.getSession().save();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aWalkComesToEachEventThatIsThereThroughoutExactlyOnce(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            archive.event("event-" + i, Map.of("title", "Event " + i, "start", "2014-03-" + (10 + i % 20)));
        }
        Set<String> throughout = ids();
        Set<String> ever = new HashSet<>(throughout);
        List<String> seen = new ArrayList<>();
        String query = "cursor=&size=7";
        int made = 0;
        while (query != null) {
            JsonNode answer = events(query);
            assertThat(answer.get("page").isNull()).isTrue();
            assertThat(answer.get("prev").isNull()).isTrue();
            seen.addAll(texts(answer.get("items"), "id"));
            query = answer.get("next").isNull() ? null : query(answer.get("next"));
            for (int edits = 0; edits < 5; edits++) {
                change(random, made++);
            }
            Set<String> now = ids();
            ever.addAll(now);
            throughout.retainAll(now);
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(throughout);
        assertThat(ever).containsAll(seen);
        assertThat(throughout).hasSizeBetween(20, 59);
    }

    private Set<String> ids() throws Exception {
        return new HashSet<>(texts(events("size=100&fields=id").get("items"), "id"));
    }

    private void change(Random random, int number) throws Exception {
        Session session = archive.session();
        List<String> slugs = texts(events("size=100").get("items"), "slug");
        String path = "/events/" + slugs.get(random.nextInt(slugs.size()));
        switch (random.nextInt(5)) {
            case 0 -> archive.event("new-" + number, Map.of("title", "New", "start", "2015-01-01"));
            case 1 -> session.getNode(path).remove();
            case 2 -> session.move(path, "/events/renamed-" + number);
            case 3 -> session.getNode(path).setProperty("start", "20" + (10 + random.nextInt(9)) + "-05-06");
            default -> session.getNode(path).setProperty("title", "Title " + random.nextInt());
        }
        session.save();
    }

    @Test
    void aWalkGoesThroughWhatFiltersFindInAnyForm() throws Exception {
        for (int i = 0; i < 5; i++) {
            archive.event("t-" + i, Map.of("title", "T" + i, "start", "2014-03-04", "kind", "training"));
            archive.event("l-" + i, Map.of("title", "L" + i, "start", "2013-03-04", "kind", "launch"));
        }
        JsonNode first = events("kind=training&cursor=&size=3&fields=slug&expand=all&lang=all");
        JsonNode second = events(query(first.get("next")));

        assertThat(first.get("total").intValue()).isEqualTo(5);
        assertThat(first.get("items")).hasSize(3);
        assertThat(second.get("items")).hasSize(2);
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(names(second.get("items").get(0))).containsExactly("id", "slug");
        assertThat(query(first.get("next")))
                .contains("kind=training", "size=3", "expand=all", "fields=slug", "lang=all");
        assertThat(events("kind=training&cursor=&size=5").get("next").isNull()).isTrue();
        assertThat(events("kind=steering-group&cursor=").get("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'cursor=&page=2', page",
        "'cursor=&sort=newest', sort",
        "'cursor=abc', cursor",
        "'cursor=0ad295d2-4e79-44ab-bb07-d6e0f1c3557d', cursor",
        "'fields=title,colour', fields",
        "'fields=description', fields",
        "'fields=title.en&lang=all', fields",
        "'fields=kindLabel&lang=all', fields",
        "'fields=', ''",
        "'expand=everything', expand",
        "'expand=speakers,all&fields=description', ''",
        "'fields=date.edtf,place.city,title', ''",
    })
    void whatMeansNothingIsRefused(String query, String parameter) throws Exception {
        archive.event("first", Map.of("title", "First", "start", "2014-03-04", "kind", "training"));
        JsonNode answer = events(query);

        if (parameter.isEmpty()) {
            assertThat(answer.get("items")).hasSize(1);
        } else {
            assertThat(texts(answer.get("errors"), "parameter")).containsExactly(parameter);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "speakers, '', expand=speakers",
        "speakers, '', fields=biography",
        "speakers, '', x=1",
        "speaker, ann, expand=all",
        "speaker, ann, fields=x",
        "workPackages, '', lang=de",
        "workPackage, wp1, fields=x",
        "event, full, fields=x",
        "event, full, size=3",
    })
    void everyDocumentRefusesWhatItDoesNotUnderstand(String page, String selector, String query) throws Exception {
        fullEvent();
        assertThat(json(page, selector, query).get("status").intValue()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"event, full, archive", "speaker, ann, speakers", "workPackage, wp1, workPackages"})
    void aListHasEachEntryAsItsOwnDocumentHasIt(String page, String selector, String list) throws Exception {
        fullEvent();
        for (String form : List.of("", "lang=all")) {
            ObjectNode own = (ObjectNode) json(page, selector, form);
            own.remove(List.of("related", "appearances", "language", "languages", "license"));
            JsonNode listed = null;
            for (JsonNode item : json(list, "", form.isEmpty() ? "expand=all" : "expand=all&" + form)
                    .get("items")) {
                listed = item.get("slug").textValue().equals(selector) ? item : listed;
            }
            assertThat(listed).isEqualTo(own);
        }
        assertThat(Visitor.text(answer("en", "archive", "", "expand=all&fields=report,pictures")))
                .contains(SITE + "/target/", SITE + "/" + PICTURE);
    }

    @Test
    void aPartHasTheMembersThatAreAskedFor() throws Exception {
        fullEvent();
        archive.event("nowhere", Map.of("title", "Nowhere", "start", "2013-03-04"));

        JsonNode items = events("fields=title,place.city,date.edtf,date.words&sort=newest")
                .get("items");
        assertThat(items.get(0).toString())
                .isEqualTo(
                        "{\"id\":" + items.get(0).get("id") + ",\"title\":\"Full\","
                                + "\"date\":{\"edtf\":\"2014-03-04\",\"words\":\"4 March 2014\"},\"place\":{\"city\":\"Brussels\"}}");
        assertThat(items.get(1).get("place").isNull()).isTrue();
        assertThat(names(json("speaker", "ann", "fields=appearances"))).containsExactly("appearances", "id");
        assertThat(names(json("workPackage", "wp1", "fields=language,license")))
                .containsExactly("id", "language", "license");
        assertThat(names(json("speakers", "", "fields=name").get("items").get(0)))
                .containsExactly("id", "name");
    }

    @ParameterizedTest
    @CsvSource({"event, full", "speaker, ann", "workPackage, wp1"})
    void everyMemberOfAnEntryCanBeAskedForAlone(String page, String selector) throws Exception {
        fullEvent();
        for (String form : List.of("", "lang=all")) {
            Set<String> members = names(json(page, selector, form));
            assertThat(members).hasSizeGreaterThan(12);
            for (String member : members) {
                assertThat(names(json(page, selector, "fields=" + member + (form.isEmpty() ? "" : "&" + form))))
                        .as(member + form)
                        .isEqualTo(new TreeSet<>(Set.copyOf(
                                List.of("id", member).stream().distinct().toList())));
            }
        }
    }

    @Test
    void eachLanguageIsToldInOneAnswer() throws Exception {
        fullEvent();
        JsonNode event = json("event", "full", "lang=all");

        assertThat(event.get("title").toString()).isEqualTo("{\"en\":\"Full\",\"fr\":\"Complet\"}");
        assertThat(event.get("teaser").toString()).isEqualTo("{\"en\":\"In English only\",\"fr\":null}");
        assertThat(event.get("attendance").toString()).isEqualTo("{\"en\":null,\"fr\":null}");
        assertThat(event.at("/place/city").toString()).isEqualTo("{\"en\":\"Brussels\",\"fr\":\"Bruxelles\"}");
        assertThat(event.at("/place/words").toString())
                .isEqualTo("{\"en\":\"Brussels, Belgium\",\"fr\":\"Bruxelles, Belgique\"}");
        assertThat(event.at("/date/words").toString()).isEqualTo("{\"en\":\"4 March 2014\",\"fr\":\"4 mars 2014\"}");
        assertThat(event.at("/date/edtf").textValue()).isEqualTo("2014-03-04");
        assertThat(event.at("/url/fr").textValue()).isEqualTo(SITE + "/fr/events/full.html");
        assertThat(event.at("/description/en").textValue()).isEqualTo("<p>Plain</p>");
        assertThat(event.at("/description/fr").textValue()).contains(SITE + "/target/");
        assertThat(event.at("/report/fr").isNull()).isTrue();
        assertThat(event.at("/participations/0/role").toString()).isEqualTo("{\"en\":\"Speaker\",\"fr\":\"Oratrice\"}");
        assertThat(event.at("/speakers/0/role").toString()).isEqualTo("{\"en\":\"Chair\",\"fr\":\"Présidente\"}");
        assertThat(event.at("/workPackages/0/title/fr").textValue()).isEqualTo("Opérations");
        assertThat(event.at("/pictures/0/alt/fr").textValue()).isEqualTo("Une salle");
        assertThat(event.get("languages").toString()).isEqualTo("[\"en\",\"fr\"]");
        assertThat(event.toString()).doesNotContain("untranslated", "kindLabel");
        assertThat(event.get("kind").textValue()).isEqualTo("training");

        JsonNode list = events("lang=all");
        assertThat(list.at("/items/0/title/fr").textValue()).isEqualTo("Complet");
        assertThat(list.get("languages").toString()).isEqualTo("[\"en\",\"fr\"]");
        assertThat(json("speaker", "ann", "lang=all")
                        .at("/appearances/0/eventTitle/fr")
                        .textValue())
                .isEqualTo("Complet");
        assertThat(json("workPackages", "", "lang=all").at("/items/0/title/fr").textValue())
                .isEqualTo("Opérations");
    }

    @Test
    void eachLanguageSaysTheSameWhereverItIsAsked() throws Exception {
        fullEvent();
        archive.event("french", Map.of("title_fr", "En français", "start", "2014-03-04"));
        archive.event("untitled", Map.of("start", "2014-03-04"));
        String own = "(/fr)?/(events|speakers|work-packages)(/[a-z0-9-]+)?[.]json";
        for (String query : List.of("lang=all&expand=all", "lang=all")) {
            JsonNode english = JSON.readTree(
                    Visitor.text(answer("en", "archive", "", query)).replaceAll(own, ""));
            JsonNode french = JSON.readTree(Visitor.text(answer("fr", "archive", "", query))
                    .replaceAll(own, "")
                    .replace("/fr\"", "\""));
            assertThat(byId(french)).isEqualTo(byId(english));
        }
        Map<String, JsonNode> events = new HashMap<>();
        events("lang=all")
                .get("items")
                .forEach(event -> events.put(event.get("slug").textValue(), event));
        assertThat(events.get("french").get("title").toString()).isEqualTo("{\"en\":null,\"fr\":\"En français\"}");
        assertThat(events.get("untitled").get("title").toString()).isEqualTo("{\"en\":null,\"fr\":null}");
    }

    private static Map<String, JsonNode> byId(JsonNode list) {
        Map<String, JsonNode> items = new HashMap<>();
        list.get("items").forEach(item -> {
            ((ObjectNode) item).remove("calendar");
            items.put(item.get("id").textValue(), item);
        });
        return items;
    }

    /** Appearances of one day are sorted by title, and so differently in each language. */
    @Test
    void whatIsSortedByWordsIsNotMixedUp() throws Exception {
        Node ann = archive.speaker("ann", Map.of("fullName", "Ann Ek"));
        for (String[] titles : new String[][] {{"a", "Z"}, {"b", "Y"}, {"c", "X"}}) {
            Node event =
                    archive.event(titles[0], Map.of("title", titles[0], "title_fr", titles[1], "start", "2014-03-04"));
            archive.participation(event, ann, Map.of("role", titles[0], "role_fr", titles[1]));
            archive.participation(event, ann, Map.of("role", titles[0] + "2", "role_fr", titles[1] + "2"));
        }
        JsonNode appearances = json("speaker", "ann", "lang=all").get("appearances");

        assertThat(appearances).hasSize(6);
        appearances.forEach(appearance -> {
            String english = appearance.at("/eventTitle/en").textValue();
            String french = appearance.at("/eventTitle/fr").textValue();
            assertThat(english.charAt(0) - 'a').isEqualTo('Z' - french.charAt(0));
            assertThat(appearance.at("/role/en").textValue().charAt(0)).isEqualTo(english.charAt(0));
            assertThat(appearance.at("/role/fr").textValue().charAt(0)).isEqualTo(french.charAt(0));
            assertThat(appearance.at("/role/en").textValue().length())
                    .isEqualTo(appearance.at("/role/fr").textValue().length());
        });
    }

    @Test
    void anotherLanguageHasAnotherAddressAndAllHaveThis() throws Exception {
        fullEvent();
        for (String[] page : new String[][] {
            {"archive", "", "/events.json"},
            {"event", "full", "/events/full.json"},
            {"speakers", "", "/speakers.json"},
            {"speaker", "ann", "/speakers/ann.json"},
            {"workPackages", "", "/work-packages.json"},
            {"workPackage", "wp1", "/work-packages/wp1.json"}
        }) {
            Response elsewhere = answer("en", page[0], page[1], "lang=fr&fields=id");
            assertThat(elsewhere.status()).isEqualTo(302);
            assertThat(header(elsewhere, "Location")).isEqualTo(SITE + "/fr" + page[2] + "?fields=id");
            assertThat(answer("fr", page[0], page[1], "lang=fr").status()).isEqualTo(200);
            assertThat(answer("fr", page[0], page[1], "lang=all").status()).isEqualTo(200);
        }
    }

    @Test
    void relationsLeadOn() throws Exception {
        for (int i = 0; i < 5; i++) {
            archive.event("t-" + i, Map.of("title", "T" + i, "start", "2014-03-04"));
        }
        String description = "<" + SITE + "/openapi.json>; rel=\"service-desc\", "
                + "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"";
        assertThat(header(answer("fr", "archive", "", "size=2&page=2"), "Link"))
                .isEqualTo("<" + SITE + "/fr/events.json?size=2>; rel=\"first\", <" + SITE
                        + "/fr/events.json?size=2>; rel=\"prev\", <" + SITE
                        + "/fr/events.json?size=2&page=3>; rel=\"next\", " + description);
        Response walk = answer("en", "archive", "", "size=2&cursor=");
        assertThat(header(walk, "Link"))
                .isEqualTo("<" + SITE + "/events.json?size=2&cursor=>; rel=\"first\", <"
                        + JSON.readTree(Visitor.text(walk)).get("next").textValue() + ">; rel=\"next\", "
                        + description);
        assertThat(header(answer("en", "event", "t-1", ""), "Link")).isEqualTo(description);
        assertThat(header(answer("en", "event", "t-9", ""), "Link")).isEqualTo(description);
        assertThat(json("event", "t-1", "").get("license").textValue()).endsWith("/by/4.0/");
    }
}
