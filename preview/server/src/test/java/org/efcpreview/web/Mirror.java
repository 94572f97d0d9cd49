package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A program that keeps a copy of the archive as docs/integrators.md says, and can tell what would be in a new one. */
final class Mirror {
    /** What an entry tells of others, which the change log does not speak of. */
    private static final List<String> DERIVED = List.of("related", "appearances", "phase", "language", "license");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final URI site;
    private final String[] headers;
    private Map<String, JsonNode> copy = new TreeMap<>();
    private final String beginning;
    private String next;
    private int begunAnew;

    /**
     * @param whole whether the program asks for what has changed with the changes, rather than for each thing
     * @param headers by which the program signs in, if it does
     */
    Mirror(URI site, boolean whole, String... headers) {
        this.site = site;
        this.beginning = "/changes.json?limit=7" + (whole ? "&expand=all" : "");
        this.next = beginning;
        this.headers = headers;
    }

    /** Takes over everything that has changed since the last time. */
    void sync() throws Exception {
        for (boolean more = true; more; ) {
            HttpResponse<String> answer = get(next);
            if (answer.statusCode() == 410) {
                begunAnew++;
                copy = new TreeMap<>();
                next = beginning;
                continue;
            }
            JsonNode changes = json(answer);
            for (JsonNode change : changes.get("items")) {
                take(change);
            }
            next = changes.get("next").asText();
            more = changes.get("more").asBoolean();
        }
    }

    private void take(JsonNode change) throws Exception {
        String id = change.get("id").asText();
        if (change.get("json").isNull()) {
            copy.remove(id);
            return;
        }
        if (change.hasNonNull("entry")) {
            copy.put(id, stripped(change.get("entry")));
            return;
        }
        HttpResponse<String> entry = get(change.get("json").asText());
        if (entry.statusCode() == 200) {
            copy.put(id, stripped(json(entry)));
        } else {
            // It has gone since; the next answer says so.
            assertThat(entry.statusCode()).isIn(404, 410);
        }
    }

    /** What a copy that was made now would have. */
    Map<String, JsonNode> anew() throws Exception {
        Map<String, JsonNode> all = new TreeMap<>();
        for (String list : List.of("/events.json?size=100", "/speakers.json", "/work-packages.json")) {
            for (String page = list; page != null; ) {
                JsonNode found = json(get(page));
                for (JsonNode item : found.get("items")) {
                    all.put(
                            item.get("id").asText(),
                            stripped(json(get(item.get("json").asText()))));
                }
                page = found.path("next").asText(null);
                page = "null".equals(page) ? null : page;
            }
        }
        return all;
    }

    Map<String, JsonNode> copy() {
        return copy;
    }

    /** How often the program had to begin anew. */
    int begunAnew() {
        return begunAnew;
    }

    private static JsonNode stripped(JsonNode entry) {
        ((ObjectNode) entry).remove(DERIVED);
        return entry;
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode())
                .as("%s: %s", answer.uri(), answer.body())
                .isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
