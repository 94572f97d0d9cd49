package org.efcevents.fidelity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request and what was answered to it, as far as it must be the same everywhere.
 *
 * @param method the HTTP method
 * @param target path and query, below the context path
 * @param status the HTTP status
 * @param headers those of {@link #HEADERS} that were there
 * @param body the answer's text, lines ended by LF
 */
public record Exchange(String method, String target, int status, Map<String, String> headers, String body) {

    /** What a client can depend on; the others are the server's own business. */
    static final List<String> HEADERS = List.of("Content-Type", "Location", "Content-Language");

    /** Asks, as a visitor who speaks English, what a server at an address without a slash at the end answers. */
    public static Exchange with(HttpClient client, URI address, String method, String target) {
        String base = address.toString().replaceAll("/$", "");
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + target))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .header("Accept-Language", "en")
                    .build();
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Map<String, String> headers = new TreeMap<>();
            for (String name : HEADERS) {
                response.headers().firstValue(name).ifPresent(value -> headers.put(name, value.replace(base, "")));
            }
            return new Exchange(
                    method, target, response.statusCode(), headers, comparable(response.body(), headers, base));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + base + target, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /**
     * A page of the CMS itself, such as its sign-in form, is not the module's business: only that there is one. JSON is
     * laid out anew, because the order of properties changes when Magnolia is started again.
     */
    private static String comparable(String body, Map<String, String> headers, String base) {
        if (headers.getOrDefault("Content-Type", "").startsWith("application/json")) {
            return json(body.replace(base, ""));
        }
        boolean foreign = headers.getOrDefault("Content-Type", "").startsWith("text/html")
                && !body.isEmpty()
                && !body.contains("<main id=\"content\"");
        String webcal = base.replaceFirst("^https?", "webcal");
        return foreign
                ? "(a page of the CMS)"
                : unfolded(body, headers)
                        .replace("\r\n", "\n")
                        .replace(base, "")
                        .replace(webcal, "webcal:")
                        .replace(URLEncoder.encode(base, StandardCharsets.UTF_8), "");
    }

    /** Where a line of a calendar is folded depends on how long the server's own address is. */
    private static String unfolded(String body, Map<String, String> headers) {
        return headers.getOrDefault("Content-Type", "").startsWith("text/calendar") ? body.replace("\r\n ", "") : body;
    }

    private static String json(String body) {
        try {
            return JSON.writeValueAsString(JSON.readValue(body, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + body, e);
        }
    }

    /** What is recorded in a file. */
    public static List<Exchange> readAll(Path file) {
        try {
            List<Exchange> exchanges = new ArrayList<>();
            for (String text : Files.readString(file).split("(?m)^#### ")) {
                if (!text.isBlank()) {
                    exchanges.add(parse(text));
                }
            }
            return exchanges;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Exchange parse(String text) {
        String head = text.substring(0, text.indexOf("\n\n"));
        String body = text.substring(text.indexOf("\n\n") + 2);
        String[] lines = head.split("\n");
        Map<String, String> headers = new TreeMap<>();
        for (int line = 2; line < lines.length; line++) {
            headers.put(
                    lines[line].substring(0, lines[line].indexOf(": ")),
                    lines[line].substring(lines[line].indexOf(": ") + 2));
        }
        return new Exchange(
                lines[0].substring(0, lines[0].indexOf(' ')),
                lines[0].substring(lines[0].indexOf(' ') + 1),
                Integer.parseInt(lines[1]),
                headers,
                body.substring(0, body.length() - 1));
    }

    /** The form in which it is kept: request, status, headers, an empty line, the body. */
    public String text() {
        String head = headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\n")
                .collect(Collectors.joining());
        return "#### " + method + " " + target + "\n" + status + "\n" + head + "\n" + body + "\n";
    }

    @Override
    public String toString() {
        return method + " " + target;
    }
}
