package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The description of the API, as a client reads it from the server, against what the server answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("server")
class ApiDescriptionTest {

    private static final String ADDRESS = "/.resources/efc-events/webresources/api/openapi.json";

    /** Requests for each path of the description, with what must be answered. */
    private static final Map<String, Map<String, Integer>> REQUESTS = Map.ofEntries(
            Map.entry(
                    "/events.json",
                    Map.ofEntries(
                            Map.entry("/events.json?size=100", 200),
                            Map.entry("/fr/events.json?size=100&expand=speakers,workPackages", 200),
                            Map.entry("/events.json?modifiedSince=2000-01-01", 200),
                            Map.entry("/events.json?modifiedSince=2000-01-01T00:00:00Z&sort=changed", 200),
                            Map.entry("/events.json?year=2014&workPackage=wp4&session=open&q=coalition", 200),
                            Map.entry("/events.json?kind=training&kind=launch&phase=past&from=2013-02&to=2014", 200),
                            Map.entry("/events.json?speaker=colin-whittaker&from=2014&to=2013", 400),
                            Map.entry("/events.json?cursor=&size=7", 200),
                            Map.entry("/events.json?size=100&expand=all", 200),
                            Map.entry("/fr/events.json?size=100&lang=all&kind=training", 200),
                            Map.entry("/events.json?size=100&lang=all&expand=speakers", 200),
                            Map.entry("/events.json?size=100&lang=all&expand=all", 200),
                            Map.entry("/events.json?fields=title,date.edtf&modifiedSince=2000-01-01", 200),
                            Map.entry("/events.json?cursor=x&fields=x", 400),
                            Map.entry("/events.json?lang=fr", 302),
                            Map.entry("/events.json?kind=party&size=0&nonsense=1", 400),
                            Map.entry("/events.json?page=99", 404))),
            Map.entry("/events/{slug}.json", Map.of("/events/nothing.json", 404, "/events/taken-back.json", 410)),
            Map.entry(
                    "/changes.json",
                    Map.of(
                            "/changes.json?limit=1000", 200,
                            "/fr/changes.json?limit=100&expand=all", 200,
                            "/changes.json?expand=all&lang=all", 200,
                            "/changes.json?since=now", 200,
                            "/changes.json?lang=fr", 302,
                            "/changes.json?since=x", 400,
                            "/changes.json?since=1-0123456789abcdef-0123456789abcdef-1-1-1-0123456789abcdef", 410)),
            Map.entry(
                    "/speakers.json",
                    Map.of(
                            "/speakers.json", 200,
                            "/fr/speakers.json", 200,
                            "/speakers.json?expand=all", 200,
                            "/speakers.json?expand=all&lang=all", 200,
                            "/speakers.json?lang=all", 200,
                            "/speakers.json?fields=name", 200,
                            "/speakers.json?lang=fr", 302,
                            "/speakers.json?x=1", 400)),
            Map.entry("/speakers/{slug}.json", Map.of("/speakers/nobody.json", 404)),
            Map.entry(
                    "/work-packages.json",
                    Map.of(
                            "/work-packages.json", 200,
                            "/work-packages.json?expand=all", 200,
                            "/fr/work-packages.json?expand=all&lang=all", 200,
                            "/work-packages.json?lang=all", 200,
                            "/work-packages.json?fields=code", 200)),
            Map.entry("/work-packages/{slug}.json", Map.of("/work-packages/wp99.json", 404)),
            Map.entry(
                    "/oembed.json",
                    Map.of(
                            "/oembed.json?url=${site}events/3rd-meeting-wp-1.html", 404,
                            "/oembed.json?url=${site}events/first-efc-training-session-march-2014.html", 200,
                            "/oembed.json?url=${site}fr/events/wp1-meeting.html", 302,
                            "/oembed.json", 400,
                            "/oembed.json?url=x&format=xml", 501)),
            Map.entry(
                    "/.rest/delivery/efc-events/v1",
                    Map.of(
                            "/.rest/delivery/efc-events/v1?limit=5&offset=2&orderBy=start%20desc&lang=fr", 200,
                            "/.rest/delivery/efc-events/v1?q=coalition", 200,
                            "/.rest/delivery/efc-events/v1?limit=abc", 404)),
            Map.entry(
                    "/.rest/delivery/efc-events/v1/{path}",
                    Map.of(
                            "/.rest/delivery/efc-events/v1/wp1-meeting", 200,
                            "/.rest/delivery/efc-events/v1/nothing", 404)),
            Map.entry("/.rest/delivery/efc-speakers/v1", Map.of("/.rest/delivery/efc-speakers/v1", 200)),
            Map.entry("/.rest/delivery/efc-work-packages/v1", Map.of("/.rest/delivery/efc-work-packages/v1", 200)));

    @TempDir
    static Path home;

    private Site site;
    private JsonNode description;

    @BeforeAll
    void start() throws Exception {
        site = new Site(home);
        site.close();
        Site.withdraw(home, "taken-back");
        site = Site.again(home);
        HttpResponse<String> answer = site.get(ADDRESS);
        assertThat(answer.statusCode()).isEqualTo(200);
        description = new ObjectMapper().readTree(answer.body());
    }

    @AfterAll
    void stop() {
        site.close();
    }

    private Stream<Map.Entry<String, JsonNode>> operations() {
        List<Map.Entry<String, JsonNode>> operations = new ArrayList<>();
        description
                .get("paths")
                .fields()
                .forEachRemaining(path ->
                        operations.add(Map.entry(path.getKey(), path.getValue().get("get"))));
        return operations.stream();
    }

    @Test
    void everyPathThatIsDescribedIsTried() {
        assertThat(operations().map(Map.Entry::getKey)).containsExactlyInAnyOrderElementsOf(REQUESTS.keySet());
    }

    @Test
    void whatIsAnsweredIsAsDescribed() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> operation : operations().toList()) {
            for (Map.Entry<String, Integer> request :
                    REQUESTS.get(operation.getKey()).entrySet()) {
                HttpResponse<String> answer = site.get(
                        request.getKey().replace("${site}", site.address().toString()));
                assertThat(answer.statusCode()).as(request.getKey()).isEqualTo(request.getValue());
                wrong.addAll(problems(operation.getValue(), request.getKey(), answer));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyEntryOfTheArchiveIsAsDescribed() throws Exception {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (String kind : List.of("events", "speakers", "work-packages")) {
            JsonNode operation =
                    description.get("paths").get("/" + kind + "/{slug}.json").get("get");
            for (JsonNode item : site.json("/" + kind + ".json" + (kind.equals("events") ? "?size=100" : ""))
                    .get("items")) {
                for (String form : List.of("%s", "/fr%s", "%s?lang=all", "%s?fields=slug,url")) {
                    String address =
                            form.formatted("/" + kind + "/" + item.get("slug").textValue() + ".json");
                    HttpResponse<String> answer = site.get(address);
                    assertThat(answer.statusCode()).as(address).isEqualTo(200);
                    wrong.addAll(problems(operation, address, answer));
                    tried++;
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(80);
    }

    @Test
    void whatAnEntryHasIsDescribedOrTheDescriptionIsWrong() throws Exception {
        JsonNode event = site.json("/events/wp1-meeting.json");
        ((ObjectNode) event).put("new", true).remove("slug");
        assertThat(problems("{\"$ref\":\"#/components/schemas/WholeEvent\"}", event))
                .hasSizeGreaterThan(1);
    }

    @Test
    void parametersAndTheirValuesAreThoseThatTheServerTakes() throws Exception {
        JsonNode operation = description.get("paths").get("/events.json").get("get");
        Set<String> described = new TreeSet<>();
        for (JsonNode reference : operation.get("parameters")) {
            described.add(resolved(reference).get("name").textValue());
        }
        JsonNode problem = site.json("/events.json?nonsense=1");
        assertThat(described).isEqualTo(texts(problem.get("errors").get(0).get("allowed")));
        for (String parameter : List.of("session", "phase")) {
            assertThat(texts(description.at("/components/parameters/" + parameter + "/schema/items/enum")))
                    .as(parameter)
                    .isEqualTo(texts(site.json("/events.json?" + parameter + "=nonsense")
                            .get("errors")
                            .get(0)
                            .get("allowed")));
        }
        for (String parameter : List.of("sort", "langOrAll")) {
            JsonNode one = description.at("/components/parameters/" + parameter);
            JsonNode errors = site.json("/events.json?" + one.get("name").textValue() + "=nonsense")
                    .get("errors");
            assertThat(texts(one.at("/schema/enum")))
                    .as(parameter)
                    .isEqualTo(texts(errors.get(0).get("allowed")));
        }
        assertThat(texts(description.at("/components/parameters/expand/schema/items/enum")))
                .isEqualTo(texts(site.json("/events.json?expand=nonsense")
                        .get("errors")
                        .get(0)
                        .get("allowed")));
        assertThat(texts(description.at("/components/schemas/Kind/examples")))
                .isEqualTo(texts(site.json("/events.json?kind=nonsense")
                        .get("errors")
                        .get(0)
                        .get("allowed")));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode found =
                node.has("$ref") ? description.at(node.get("$ref").textValue().substring(1)) : node;
        assertThat(found.isMissingNode()).as(node.toString()).isFalse();
        return found;
    }

    private List<String> problems(JsonNode operation, String address, HttpResponse<String> answer) throws Exception {
        JsonNode response = operation.get("responses").get(Integer.toString(answer.statusCode()));
        assertThat(response).as(address + " " + answer.statusCode()).isNotNull();
        List<String> wrong = new ArrayList<>(headers(resolved(response), address, answer));
        JsonNode content = resolved(response).get("content");
        if (content == null) {
            return wrong;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        assertThat(content.has(type)).as(address + " " + type).isTrue();
        problems(
                        inForm(content.get(type).get("schema"), address).toString(),
                        new ObjectMapper().readTree(answer.body()))
                .forEach(problem -> wrong.add(address + ": " + problem));
        return wrong;
    }

    /** Of the forms that an answer may have, the one that an address asks for: the others may allow more. */
    private JsonNode inForm(JsonNode schema, String address) {
        if (!schema.at("/$ref").asText().endsWith("Answer")) {
            return schema;
        }
        boolean single = address.matches("(/fr)?/(events|speakers|work-packages)/.*");
        List<JsonNode> chosen = new ArrayList<>();
        for (JsonNode form : resolved(schema).get("anyOf")) {
            String name = form.get("$ref").textValue().replaceFirst(".*/", "");
            boolean part = address.contains("fields=");
            if (name.startsWith("Part") == part
                    && (part
                            || name.endsWith("ByLanguage") == address.contains("lang=all")
                                    && name.startsWith("Whole") == (single || address.contains("expand=all")))) {
                chosen.add(form);
            }
        }
        assertThat(chosen).as(address).hasSize(1);
        return chosen.get(0);
    }

    /** Members that are an object or null are always there too, which the description cannot say without upsetting generators. */
    private static JsonNode strict(JsonNode schema) {
        JsonNode nothing = JsonNodeFactory.instance.objectNode().put("type", "null");
        schema.path("properties").fields().forEachRemaining(member -> {
            for (JsonNode choice : member.getValue().path("oneOf")) {
                if (choice.equals(nothing)) {
                    ((ObjectNode) schema).withArray("required").add(member.getKey());
                }
            }
        });
        schema.forEach(ApiDescriptionTest::strict);
        return schema;
    }

    /** Headers that are described, and are not there or not as described. */
    private List<String> headers(JsonNode response, String address, HttpResponse<String> answer) throws Exception {
        List<String> wrong = new ArrayList<>();
        JsonNode headers = response.path("headers");
        for (Iterator<String> names = headers.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            Optional<String> value = answer.headers().firstValue(name);
            if (value.isEmpty()) {
                wrong.add(address + ": has no header " + name);
            } else {
                problems(resolved(headers.get(name)).get("schema").toString(), TextNode.valueOf(value.get()))
                        .forEach(problem -> wrong.add(address + ", " + name + ": " + problem));
            }
        }
        return wrong;
    }

    private List<String> problems(String schema, JsonNode value) throws Exception {
        ObjectNode root = (ObjectNode) new ObjectMapper().readTree(schema);
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.set("components", strict(description.get("components").deepCopy()));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(root)
                .validate(value, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
