package org.efcpreview.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Uses the authoring UI as a browser does: keeps cookies, sends forms as they stand on the page, and follows no redirect. */
final class Browser {
    static final String UI = "/author/.magnolia/admincentral";

    private final URI server;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Browser(PreviewServer server) {
        this(server.address());
    }

    Browser(URI server) {
        this.server = server;
    }

    /** A file for a form. */
    record File(String field, String name, String type, byte[] content) {}

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)).GET(), headers);
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String... headers)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    /** As {@link #post}, with fields that have several values, or none. */
    HttpResponse<String> submit(String path, Map<String, List<String>> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> encode(field.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> upload(String path, Map<String, String> fields, File... files)
            throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            body.writeBytes(("--limit\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                            + field.getValue() + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        for (File file : files) {
            body.writeBytes(("--limit\r\nContent-Disposition: form-data; name=\"" + file.field() + "\"; filename=\""
                            + file.name() + "\"\r\nContent-Type: " + file.type() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes("--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        return post(UI + "/sign-in", Map.of("name", name, "password", password));
    }

    /** The token that forms of this session carry; signed in already. */
    String token() throws IOException, InterruptedException {
        return page(get(UI)).selectFirst("input[name=_token]").val();
    }

    static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }

    /** The fields that a form on a page sends as it stands. */
    static Map<String, String> fields(Element form) {
        return form.select("input[name]").stream()
                .collect(Collectors.toMap(
                        field -> field.attr("name"), Element::val, (a, b) -> b, java.util.LinkedHashMap::new));
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private URI address(String path) {
        return URI.create(server.toString().replaceAll("/$", "") + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.isEmpty()) {
            request.headers(all.toArray(String[]::new));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
