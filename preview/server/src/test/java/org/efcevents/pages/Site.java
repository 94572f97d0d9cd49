package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.jcr.Session;
import org.efcevents.archive.ManyEvents;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.User;
import org.efcpreview.web.InstalledHome;
import org.efcpreview.web.Options;
import org.efcpreview.web.PreviewServer;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A public site with the module, as a visitor asks for its pages. */
final class Site implements AutoCloseable {

    private final PreviewServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    /** The module with its samples, at a place where there is nothing yet. */
    Site(Path home) throws Exception {
        this(InstalledHome.at(home));
    }

    Site(Path home, Path module) throws Exception {
        this(home, module, Path.of("light-modules"));
    }

    Site(Path home, Path module, Path lightModules) throws Exception {
        this(new Options(0, home, true, module, lightModules));
    }

    private Site(Options options) throws Exception {
        server = PreviewServer.start(options);
    }

    /** A site with the samples and many more events. */
    static Site withManyEvents(Path home, int count) throws Exception {
        InstalledHome.at(home);
        try (ContentRepository repository = ContentRepository.open(home.resolve("public"))) {
            Session session = repository.login("efc-events", User.SYSTEM);
            ManyEvents.addTo(session, count);
            session.logout();
        }
        return again(home);
    }

    /** Puts an event among those that are withdrawn, into a site that an earlier one left behind. */
    static void withdraw(Path home, String slug) throws Exception {
        try (ContentRepository repository = ContentRepository.open(home.resolve("public"))) {
            Session session = repository.login("efc-events", User.SYSTEM);
            session.getNode("/events/withdrawn")
                    .addNode(slug, "efc:event")
                    .addNode("publicNotice", "efc:notice")
                    .setProperty("title", "Gone");
            session.save();
            session.logout();
        }
    }

    /** A site that an earlier one left behind. */
    static Site again(Path home) throws Exception {
        return new Site(new Options(0, home, false, Path.of("target/classes"), Path.of("light-modules")));
    }

    /** The page at an address, which must be there. */
    Document page(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }

    Document anyPage(String address) throws IOException, InterruptedException {
        return Jsoup.parse(get(address).body());
    }

    String source(String address) throws IOException, InterruptedException {
        return get(address).body();
    }

    JsonNode json(String address) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(get(address).body());
    }

    /** What REST says of the events, up to a hundred of them, in no order. */
    List<JsonNode> events() throws IOException, InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        json("/.rest/delivery/efc-events/v1?limit=100").get("results").forEach(events::add);
        return events;
    }

    Optional<String> header(String address, String name) throws IOException, InterruptedException {
        return get(address).headers().firstValue(name);
    }

    URI address() {
        return server.address();
    }

    int status(String address) throws IOException, InterruptedException {
        return get(address).statusCode();
    }

    /** The page at an address of the author instance, as an editor opens it to edit it. */
    Document edited(String address) throws IOException, InterruptedException {
        return author(address + "?mgnlPreview=false");
    }

    /** The page at an address of the author instance, as somebody who has signed in there asks for it. */
    Document author(String address) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString("superuser:superuser".getBytes(StandardCharsets.UTF_8));
        URI uri = server.authorAddress().resolve(address.substring(1));
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Basic " + login)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(address, request -> request);
    }

    /** The answer to a GET request, unless it is made another. */
    HttpResponse<String> send(String address, UnaryOperator<HttpRequest.Builder> request)
            throws IOException, InterruptedException {
        return send(server.address().resolve(address), request);
    }

    private HttpResponse<String> send(URI address, UnaryOperator<HttpRequest.Builder> request)
            throws IOException, InterruptedException {
        return client.send(
                request.apply(HttpRequest.newBuilder(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Somebody who reads the site, or what is edited of it. */
    final class Reader {
        private final URI address;
        private final String cookie;

        private Reader(URI address, String cookie) {
            this.address = address;
            this.cookie = cookie;
        }

        /** What tells the server who asks; empty for a visitor. */
        String cookie() {
            return cookie;
        }

        /** The answer to a GET request; {@code ${site}} in the address is the site's own, as this reader knows it. */
        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return send(
                    address.resolve(path.substring(1).replace("${site}", address.toString())),
                    request -> cookie.isEmpty() ? request : request.header("Cookie", cookie));
        }

        Document page(String path) throws IOException, InterruptedException {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return Jsoup.parse(answer.body(), answer.uri().toString());
        }

        /** The page of the desk that says what was done, to which a form that was sent leads. */
        Document done(HttpResponse<String> answer) throws IOException, InterruptedException {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
            return page(answer.headers().firstValue("Location").orElseThrow().replaceFirst("^/author", ""));
        }

        /** The answer to a form that was sent, with more headers as name, value and so on. */
        HttpResponse<String> post(String path, Map<String, String> fields, String... headers)
                throws IOException, InterruptedException {
            String body = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return send(address.resolve(path.substring(1)), request -> {
                if (headers.length > 0) {
                    request.headers(headers);
                }
                return request.header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookie.isEmpty() ? "none=" : cookie)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
            });
        }

        /** The answer to a form that was sent with a file (RFC 7578). */
        HttpResponse<String> post(String path, Map<String, String> fields, String field, String fileName, byte[] file)
                throws IOException, InterruptedException {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (Map.Entry<String, String> each : fields.entrySet()) {
                body.writeBytes(("--parts\r\nContent-Disposition: form-data; name=\"" + each.getKey() + "\"\r\n\r\n"
                                + each.getValue() + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            body.writeBytes(("--parts\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
                            + "\"\r\nContent-Type: text/plain\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n--parts--\r\n".getBytes(StandardCharsets.UTF_8));
            return send(address.resolve(path.substring(1)), request -> request.header(
                            "Content-Type", "multipart/form-data; boundary=parts")
                    .header("Cookie", cookie)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        }
    }

    Reader visitor() {
        return visitor("");
    }

    /** Somebody at the public instance with a cookie that they have from somewhere. */
    Reader visitor(String cookie) {
        return new Reader(server.address(), cookie);
    }

    /** Somebody at the author instance with a cookie that they have from somewhere; empty for none. */
    Reader stranger(String cookie) {
        return new Reader(server.authorAddress(), cookie);
    }

    /** Signs in by the form that visitors get. */
    Reader signIn(String name, String password) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(
                server.address().resolve("events.html?signIn="), "mgnlUserId=" + name + "&mgnlUserPSWD=" + password);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/events.html");
        return new Reader(server.address(), cookie(answer));
    }

    /** Signs one of its {@link Editors} in to the author instance by its own form. */
    Reader signInToEdit(String name) throws IOException, InterruptedException {
        return signInToEdit(name, Editors.PASSWORD);
    }

    Reader signInToEdit(String name, String password) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(
                server.authorAddress().resolve(".magnolia/admincentral/sign-in"),
                "name=" + name + "&password=" + password);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return new Reader(server.authorAddress(), cookie(answer));
    }

    private HttpResponse<String> post(URI address, String form) throws IOException, InterruptedException {
        return send(address, request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** What a form of a page would send, as it stands. */
    static Map<String, String> filledIn(Document page, String form) {
        return page.expectForm(form).formData().stream()
                .collect(Collectors.toMap(Connection.KeyVal::key, Connection.KeyVal::value));
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    @Override
    public void close() {
        server.close();
    }
}
