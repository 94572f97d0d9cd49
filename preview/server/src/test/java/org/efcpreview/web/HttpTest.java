package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcpreview.web.Browser.UI;
import static org.efcpreview.web.Browser.page;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server does of HTTP, whatever it shows. */
@Tag("server")
class HttpTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    @TempDir
    static Path directory;

    private static Fixture fixture;
    private static PreviewServer server;

    @BeforeAll
    static void start() throws Exception {
        fixture = Fixture.in(directory);
        // What a server that was killed in the middle of an upload has left.
        Path left = Files.createDirectories(fixture.home().resolve("uploads")).resolve("MultiPart123");
        Files.writeString(left, "half a file");
        server = PreviewServer.start(fixture.options(), InstantSource.system(), PATIENCE);
        assertThat(left).doesNotExist();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        return Fixture.get(server, path, headers);
    }

    /** What is answered to bytes. */
    private static String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String policy(HttpResponse<String> answer) {
        return String.join(", ", answer.headers().allValues("Content-Security-Policy"));
    }

    private static void isErrorPage(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        isErrorPage(page(answer));
    }

    private static void isErrorPage(Document page) {
        assertThat(page.selectFirst("html").attr("lang")).isNotEmpty();
        assertThat(page.title()).isNotEmpty();
        assertThat(page.select("h1").text()).isNotEmpty();
        assertThat(page.select("main p").text()).isNotEmpty();
        assertThat(page.select("meta[name=viewport]")).hasSize(1);
        assertThat(page.body().text()).doesNotContain("Exception", "jetty", "Jetty", "\tat ");
    }

    @Test
    void the_root_leads_to_the_archive_in_the_language_that_it_is_asked_in() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(302);
        assertThat(Browser.location(get("/"))).isEqualTo("/events.html");
        assertThat(Browser.location(get("/fr/"))).isEqualTo("/fr/events.html");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /zz.html, 404",
        "GET, /.resources/fix/none.css, 404",
        "GET, /dam/none.png, 404",
        "GET, /.error, 404",
        "GET, /p%2Fkid.html, 400",
        "GET, /p.html?q=%ff%zz, 400",
        "GET, /p%zz.html, 400",
        "POST, /p.html, 405",
        "PUT, /p.html, 405",
        "GET, /badtpl.html, 500",
        "GET, /author/p.html, 401",
        "PUT, /author/.magnolia/admincentral, 405"
    })
    void every_error_is_a_page(String method, String path, int status) throws Exception {
        // As bytes: what no client would send as an address.
        String answer = raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                + "Connection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("Content-Type: text/html;charset=UTF-8");
        isErrorPage(org.jsoup.Jsoup.parse(answer.substring(answer.indexOf("\r\n\r\n"))));
    }

    @ParameterizedTest
    @CsvSource({
        "/p.html, 200, false",
        "/p.html?signIn=, 200, false",
        "/p.html?mgnlUserId=x&mgnlUserPSWD=y, 200, false",
        "/zz.html, 404, true",
        "/p%2Fkid.html, 400, true",
        "/badtpl.html, 500, true",
        "/.resources/fix/none.css, 404, true",
        "/dam/t/a%20b.png, 200, false",
        "/.rest/delivery/none, 404, false",
        "/author/p.html, 401, true",
        "/author/.magnolia/admincentral/sign-in, 200, true",
        "/author/.magnolia/admincentral/.files/authoring.css, 200, true",
        "/author/.magnolia/admincentral/.files/none.css, 404, true"
    })
    void browsers_are_told_what_not_to_do(String path, int status, boolean own) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        if (own) {
            assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
            assertThat(policy(answer))
                    .contains("default-src", "frame-ancestors 'self'")
                    .doesNotContain("unsafe");
            // What is inline is let through by its hash.
            for (org.jsoup.nodes.Element style : page(answer).select("style")) {
                byte[] hash =
                        MessageDigest.getInstance("SHA-256").digest(style.data().getBytes(StandardCharsets.UTF_8));
                assertThat(policy(answer))
                        .contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
            }
        }
    }

    @Test
    void an_error_speaks_the_languages_of_the_server() throws Exception {
        assertThat(page(get("/zz.html", "Accept-Language", "de, fr;q=0.8, en;q=0.5"))
                        .selectFirst("html[lang=fr] h1")
                        .text())
                .isEqualTo("Page introuvable");
        assertThat(page(get("/zz.html", "Accept-Language", "de"))
                        .selectFirst("html")
                        .attr("lang"))
                .isEqualTo("en");
        assertThat(get("/zz.html", "Accept", "application/json").headers().firstValue("Content-Type"))
                .as("asked for or not")
                .contains("text/html;charset=UTF-8");
    }

    @Test
    void an_error_in_the_authoring_ui_looks_like_the_authoring_ui() throws Exception {
        Browser browser = new Browser(server);
        browser.signIn("superuser", "superuser");
        HttpResponse<String> answer = browser.upload(
                UI + "/app/assets/dialog/dam-app:upload?path=/",
                Map.of("_token", browser.token()),
                new Browser.File("files", "a.png", "image/png", new byte[20 * 1024 * 1024 + 1]));
        isErrorPage(answer, 413);
        assertThat(page(answer).select("link[rel=stylesheet]").attr("href")).contains("authoring.css");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'");
    }

    @Test
    void a_request_that_is_none_is_answered_with_a_page() throws Exception {
        for (String wrong : List.of("GET /p.html HTTP/1.1\r\n\r\n", "GET /p.html HTTP/1.1\r\nHost: a b\r\n\r\n")) {
            String answer = raw(wrong);
            assertThat(answer).startsWith("HTTP/1.1 400");
            isErrorPage(org.jsoup.Jsoup.parse(answer.substring(answer.indexOf("\r\n\r\n"))));
        }
    }

    @Test
    void dates_are_written_as_rfc_9110_has_them() throws Exception {
        Path file = fixture.module().resolve("fix/webresources/css/dated.css");
        fixture.write("fix/webresources/css/dated.css", "a {}");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-03T08:09:07.9Z")));
        String path = "/.resources/fix/webresources/css/dated.css";

        assertThat(get(path).headers().firstValue("Last-Modified")).contains("Tue, 03 Nov 2026 08:09:07 GMT");
        assertThat(get("/dam/t/a%20b.png").headers().firstValue("Last-Modified").orElse(""))
                .matches("\\w{3}, \\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT");
        assertThat(get("/zz.html").headers().firstValue("Date").orElse(""))
                .matches("\\w{3}, \\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT");

        Map<String, Integer> since = new LinkedHashMap<>();
        since.put("Tue, 03 Nov 2026 08:09:07 GMT", 304);
        since.put("Tue, 03 Nov 2026 08:09:06 GMT", 200);
        // RFC 9110, 5.6.7 and 13.1.3: old forms count, and what is no date does not.
        since.put("Tuesday, 03-Nov-26 08:09:07 GMT", 304);
        since.put("yesterday", 200);
        for (Map.Entry<String, Integer> date : since.entrySet()) {
            assertThat(get(path, "If-Modified-Since", date.getKey()).statusCode())
                    .as(date.getKey())
                    .isEqualTo(date.getValue());
        }
    }

    @Test
    void an_asset_that_the_browser_has_is_not_sent_again() throws Exception {
        String path = "/dam/t/a%20b.png";
        String date = get(path).headers().firstValue("Last-Modified").orElseThrow();
        assertThat(get(path, "If-Modified-Since", date).statusCode()).isEqualTo(304);
        assertThat(get(path, "If-Modified-Since", "yesterday").statusCode()).isEqualTo(200);
        assertThat(get(path, "If-Modified-Since", "Tue, 03 Nov 1998 08:09:07 GMT")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_part_of_a_file_can_be_asked_for() throws Exception {
        fixture.write("fix/webresources/css/part.css", "0123456789");
        HttpResponse<String> part = get("/.resources/fix/webresources/css/part.css", "Range", "bytes=2-4");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("234");
    }

    @Test
    void a_form_with_too_many_fields_is_refused() throws Exception {
        Browser browser = new Browser(server);
        browser.signIn("superuser", "superuser");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("_token", browser.token());
        for (int i = 0; i < 5001; i++) {
            fields.put("f" + i, "");
        }
        isErrorPage(browser.post(UI + "/app/x", fields), 413);
        isErrorPage(browser.upload(UI + "/app/x", fields), 413);
    }

    @Test
    void a_body_that_says_that_it_is_too_large_is_not_waited_for() throws Exception {
        assertThat(raw("POST " + UI + "/app/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 999999999999\r\n\r\na=b"))
                .startsWith("HTTP/1.1 413");
        assertThat(raw("POST " + UI + "/app/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 999999999999\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    @ParameterizedTest
    @CsvSource({
        UI + "/app/x, application/x-www-form-urlencoded",
        UI + "/app/x, multipart/form-data; boundary=x",
        "/author/p.html, multipart/form-data; boundary=x",
        "/p.html, application/x-www-form-urlencoded",
        "/p.html, multipart/form-data; boundary=x",
        "/.rest/delivery/x, application/json"
    })
    void a_body_that_does_not_come_to_an_end_is_given_up(String path, String type) throws Exception {
        String answer = raw(slow(path, type));
        assertThat(answer).startsWith("HTTP/1.1 408");
        Document page = org.jsoup.Jsoup.parse(answer.substring(answer.indexOf("\r\n\r\n")));
        isErrorPage(page);
        assertThat(page.select("main p").text()).startsWith("L’envoi ne s’est pas terminé à temps");
    }

    /** The beginning of a request whose body ends later. */
    private static String slow(String path, String type) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept-Language: fr\r\n"
                + "Content-Type: " + type + "\r\nContent-Length: 100000\r\n\r\n" + "a=b".repeat(30000);
    }

    @Test
    void whoever_sends_slowly_stops_nobody_else() throws Exception {
        Fixture other = Fixture.in(Files.createDirectories(directory.resolve("other")));
        List<Socket> slow = new ArrayList<>();
        try (PreviewServer open = other.start()) {
            for (int i = 0; i < 250; i++) {
                Socket socket = new Socket("127.0.0.1", open.address().getPort());
                slow.add(socket);
                String type = i % 2 == 0 ? "application/x-www-form-urlencoded" : "multipart/form-data; boundary=x";
                socket.getOutputStream()
                        .write(slow(i % 3 == 0 ? "/p.html" : UI + "/app/x", type)
                                .getBytes(StandardCharsets.UTF_8));
            }
            assertThat(Fixture.get(open, "/p.html").statusCode()).isEqualTo(200);
            Browser officer = new Browser(open);
            officer.signIn("superuser", "superuser");
            assertThat(officer.get(UI).statusCode()).isEqualTo(200);
            for (Socket socket : slow) {
                assertThat(socket.getInputStream().available())
                        .as("answered before the others")
                        .isZero();
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void texts_of_the_query_and_of_the_body_are_kept_apart() throws Exception {
        Browser browser = new Browser(server);
        // Nobody is signed in: what was typed is shown once more, and the address with its query is where it goes.
        HttpResponse<String> kept = browser.post(UI + "/app/x?path=/a&do=q", Map.of("path", "/b", "text", "é"));
        assertThat(kept.statusCode()).isEqualTo(403);
        assertThat(page(kept).selectFirst("main form").attr("action")).isEqualTo(UI + "/app/x?path=/a&do=q");
        assertThat(Browser.fields(page(kept).selectFirst("main form")))
                .containsEntry("path", "/b")
                .containsEntry("text", "é")
                .doesNotContainKey("do");
        assertThat(page(kept).select("main form input[name=path]")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"///evil.example", "//evil.example", "/\\evil.example", "https://evil.example", "/%"})
    void whoever_signs_in_is_led_to_no_other_server(String to) throws Exception {
        HttpResponse<String> answer = new Browser(server)
                .post("/p.html", Map.of("mgnlUserId", "member", "mgnlUserPSWD", "member", "mgnlReturnTo", to));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/p.html");
    }

    @Test
    void whoever_signs_out_is_led_to_no_other_server() throws Exception {
        for (String path : List.of("//evil.example/", "///evil.example/")) {
            assertThat(raw("GET " + path + "?mgnlLogout=1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .doesNotContain("Location: /");
        }
    }
}
