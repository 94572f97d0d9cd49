package org.efcevents.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcpreview.web.InstalledHome;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the integrators' page are asked for, and answered as the page says. */
@Tag("server")
class IntegratorsPageTest {

    private static final Path PAGE = Path.of("docs/integrators.md");
    private static final String EXAMPLE = "https://www.example.org/";

    /** A request with the status and headers of its answer, and what is shown of the answer's text: nothing, JSON or text. */
    private static final Pattern EXAMPLES = Pattern.compile(
            "^```http\\n(.*?)^```\\n(?:\\n```(json|text)\\n(.*?)^```\\n)?", Pattern.DOTALL | Pattern.MULTILINE);

    @TempDir
    static Path home;

    private static PreviewServer server;
    private static String page;

    @BeforeAll
    static void start() throws Exception {
        server = PreviewServer.start(InstalledHome.at(home));
        page = Files.readString(PAGE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> get(String address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void everyExampleIsAnsweredAsThePageSays() throws Exception {
        Matcher example = EXAMPLES.matcher(page);
        int examples = 0;
        List<String> wrong = new ArrayList<>();
        while (example.find()) {
            examples++;
            List<String> lines = example.group(1).lines().toList();
            String address = lines.get(0)
                    .replaceFirst("^GET ", "")
                    .replace(EXAMPLE, server.address().toString());
            List<String> answered =
                    lines.stream().dropWhile(line -> !line.matches("[0-9]{3}")).toList();
            int status = Integer.parseInt(answered.isEmpty() ? "200" : answered.get(0));
            boolean conditional = lines.stream().anyMatch(line -> line.startsWith("If-None-Match:"));
            HttpResponse<String> answer = conditional
                    ? get(
                            address,
                            "If-None-Match",
                            get(address).headers().firstValue("ETag").orElseThrow())
                    : get(address);
            assertThat(answer.statusCode()).as(address).isEqualTo(status);
            answered.stream().skip(1).map(header -> header.split(": ", 2)).forEach(header -> assertThat(
                            answer.headers().firstValue(header[0]))
                    .as(address)
                    .contains(header[1]));
            if ("json".equals(example.group(2))) {
                ObjectMapper json = new ObjectMapper();
                differences(
                        json.readTree(example.group(3)
                                .replace(EXAMPLE, server.address().toString())),
                        json.readTree(answer.body()),
                        address,
                        wrong);
            } else if ("text".equals(example.group(2))
                    && !answer.body()
                            .replace("\r\n", "\n")
                            .contains(example.group(3).strip())) {
                wrong.add(address + ": does not have " + example.group(3));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(examples).isGreaterThan(10);
    }

    /** An example may leave out members, and entries at the end of a list. */
    private static void differences(JsonNode shown, JsonNode answered, String where, List<String> wrong) {
        if (answered == null) {
            wrong.add(where + ": is not there");
        } else if (shown.isObject()) {
            for (Iterator<Map.Entry<String, JsonNode>> members = shown.fields(); members.hasNext(); ) {
                Map.Entry<String, JsonNode> member = members.next();
                differences(member.getValue(), answered.get(member.getKey()), where + " " + member.getKey(), wrong);
            }
        } else if (shown.isArray()) {
            if (shown.isEmpty() && !answered.isEmpty()) {
                wrong.add(where + ": is not empty");
            }
            for (int i = 0; i < shown.size(); i++) {
                differences(shown.get(i), answered.get(i), where + " " + i, wrong);
            }
        } else if (!shown.asText().equals("…") && !shown.equals(answered)) {
            wrong.add(where + ": " + answered + " and not " + shown);
        }
    }

    @Test
    void everyChannelHasAStrongETag() throws Exception {
        for (String channel : List.of("/events.json", "/events.ics", "/events.atom", "/sitemap.xml")) {
            assertThat(get(channel).headers().firstValue("ETag")).as(channel).hasValueSatisfying(tag -> assertThat(tag)
                    .startsWith("\""));
        }
    }

    @Test
    void everyAddressOfThePageIsThere() throws Exception {
        Matcher address = Pattern.compile("`(/[\\w./-]+)`").matcher(page);
        Set<String> tried = new TreeSet<>();
        while (address.find()) {
            if (!address.group(1).equals("/fr")) {
                tried.add(address.group(1));
            }
        }
        assertThat(tried).contains("/events.json", "/sitemap.xml");
        for (String each : tried) {
            assertThat(get(each).statusCode()).as(each).isEqualTo(200);
        }
    }

    @Test
    void everyStoredPropertyIsExplained() throws Exception {
        String model = Files.readString(Path.of("docs/content-model.md"));
        Set<String> unexplained = new TreeSet<>();
        int nodes = 0;
        for (String endpoint : List.of("efc-events", "efc-speakers", "efc-work-packages")) {
            JsonNode list = new ObjectMapper()
                    .readTree(
                            get("/.rest/delivery/" + endpoint + "/v1?limit=100").body());
            for (JsonNode node : list.get("results")) {
                nodes++;
                collect(node, model, unexplained);
            }
        }
        assertThat(nodes).isGreaterThan(40);
        assertThat(unexplained).isEmpty();
    }

    private static void collect(JsonNode node, String model, Set<String> unexplained) {
        for (Iterator<Map.Entry<String, JsonNode>> members = node.fields(); members.hasNext(); ) {
            Map.Entry<String, JsonNode> member = members.next();
            String name = member.getKey().replaceFirst("_fr$", "").replaceFirst("[0-9]+$", "");
            if (!member.getKey().startsWith("@") && !model.contains("`" + name + "`")) {
                unexplained.add(name);
            }
            if (member.getValue().isObject()) {
                collect(member.getValue(), model, unexplained);
            } else if (member.getValue().isArray()) {
                member.getValue().forEach(entry -> collect(entry, model, unexplained));
            }
        }
    }

    @Test
    void whatThePageSaysOfRequestsAndAnswersIsInTheDescriptionForMachines() throws Exception {
        JsonNode description = new ObjectMapper()
                .readTree(get(URI.create("/.resources/efc-events/webresources/api/openapi.json")
                                .toString())
                        .body());
        for (JsonNode reference : description.at("/paths/~1events.json/get/parameters")) {
            String name = description
                    .at(reference.get("$ref").textValue().substring(1))
                    .get("name")
                    .textValue();
            assertThat(page).contains("`" + name + "`");
        }
        for (String kind : texts(description.at("/components/schemas/Kind/examples"))) {
            assertThat(page).contains("`" + kind + "`");
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
