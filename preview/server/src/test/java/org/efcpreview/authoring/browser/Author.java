package org.efcpreview.authoring.browser;

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
import org.efcpreview.web.PreviewServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody who has signed in to the authoring UI, and works in it with a browser that knows no JavaScript. */
final class Author {
    private final PreviewServer server;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private Author(PreviewServer server) {
        this.server = server;
    }

    static Author superuser(PreviewServer server) throws IOException, InterruptedException {
        Author author = new Author(server);
        author.get("/sign-in");
        author.form("/sign-in", "name", "superuser", "password", "superuser");
        return author;
    }

    /** An answer. */
    record Answer(int status, String location, String body) {
        Document page() {
            return Jsoup.parse(body);
        }

        List<String> names() {
            return page().select("tbody [name=item]").eachAttr("value").stream()
                    .map(path -> path.substring(path.lastIndexOf('/') + 1))
                    .toList();
        }

        String problem() {
            return page().select("main .problems").text();
        }
    }

    private URI address(String screen) {
        return screen.startsWith("/author/") || screen.startsWith("/.rest")
                ? server.address().resolve(screen)
                : URI.create(server.address() + "author/.magnolia/admincentral" + screen);
    }

    Answer get(String screen) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(screen)).GET());
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(
                response.statusCode(), response.headers().firstValue("Location").orElse(""), response.body());
    }

    private Answer form(String screen, String... fields) throws IOException, InterruptedException {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(address(screen))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String token(String screen) throws IOException, InterruptedException {
        String app = screen.split("/")[2];
        return get("/app/" + app).page().select("input[name=_token]").attr("value");
    }

    /** Sends a form with the token of the session. */
    Answer post(String screen, String... fields) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("_token", token(screen)));
        all.addAll(List.of(fields));
        return form(screen, all.toArray(String[]::new));
    }

    /** Lets an action loose on items. */
    Answer act(String app, String action, String... items) throws IOException, InterruptedException {
        List<String> fields = new ArrayList<>(List.of("action", action));
        for (String item : items) {
            fields.add("item");
            fields.add(item);
        }
        return post("/app/" + app, fields.toArray(String[]::new));
    }

    /** Follows an answer that leads elsewhere. */
    Answer follow(Answer answer) throws IOException, InterruptedException {
        return get(answer.location());
    }

    /** Sends a file with a form. */
    Answer upload(String screen, String fileName, String content, String... fields)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        List<String> all = new ArrayList<>(List.of("_token", token(screen)));
        all.addAll(List.of(fields));
        for (int i = 0; i < all.size(); i += 2) {
            body.append("--limit\r\nContent-Disposition: form-data; name=\"")
                    .append(all.get(i))
                    .append("\"\r\n\r\n")
                    .append(all.get(i + 1))
                    .append("\r\n");
        }
        body.append("--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(fileName)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .append(content)
                .append("\r\n--limit--\r\n");
        return send(HttpRequest.newBuilder(address(screen))
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** What visitors get over REST of an entry of the events' folder; the status tells whether it is there. */
    Answer visible(String name) throws IOException, InterruptedException {
        return get("/.rest/delivery/efc-events/v1/" + name);
    }
}
