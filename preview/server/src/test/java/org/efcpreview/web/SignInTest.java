package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.efcpreview.web.Browser.UI;
import static org.efcpreview.web.Browser.location;
import static org.efcpreview.web.Browser.page;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efcpreview.repository.Accounts;
import org.efcpreview.repository.ContentRepository;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets into the authoring UI, how long, and what becomes of forms that nobody signed in sends. */
@Tag("server")
class SignInTest {
    @TempDir
    static Path directory;

    private static Fixture fixture;
    private static PreviewServer server;
    private static volatile Instant now = Instant.parse("2026-01-01T08:00:00Z");

    private Browser browser;

    @BeforeAll
    static void start() throws Exception {
        fixture = Fixture.in(directory);
        server = PreviewServer.start(fixture.options(), () -> now, Duration.ofSeconds(30));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void another_visitor() {
        browser = new Browser(server);
        // What earlier tests did wrong is forgotten.
        now = now.plus(Duration.ofHours(3));
    }

    private void signIn() throws Exception {
        assertThat(browser.signIn("superuser", "superuser").statusCode()).isEqualTo(303);
    }

    @Test
    void a_stranger_is_led_to_the_form_and_from_there_to_what_was_wanted() throws Exception {
        HttpResponse<String> stranger = browser.get(UI + "/app/x?path=/a%20b&q=1");
        assertThat(stranger.statusCode()).isEqualTo(303);
        HttpResponse<String> form = browser.get(location(stranger));
        assertThat(form.statusCode()).isEqualTo(200);

        Map<String, String> fields = Browser.fields(page(form).selectFirst("form"));
        fields.put("name", "superuser");
        fields.put("password", "superuser");
        HttpResponse<String> in = browser.post(page(form).selectFirst("form").attr("action"), fields);

        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(location(in)).isEqualTo(UI + "/app/x?path=/a%20b&q=1");
        assertThat(in.headers().firstValue("Set-Cookie").orElse(""))
                .contains("; Path=/author;", "; HttpOnly", "; SameSite=Lax");
        assertThat(browser.get(UI).statusCode()).isEqualTo(200);
    }

    @Test
    void members_of_the_public_site_do_not_come_in_here() throws Exception {
        assertThat(browser.signIn("member", "member").statusCode()).isEqualTo(422);
    }

    @Test
    void signing_in_leads_to_no_other_server() throws Exception {
        for (String to : List.of(
                "https://elsewhere.example/",
                "//elsewhere.example/",
                "/author/../..//elsewhere.example",
                "/author\\@elsewhere.example",
                "/\\elsewhere.example",
                "/author/x\r\nSet-Cookie: a=b",
                "")) {
            HttpResponse<String> in = new Browser(server)
                    .post(UI + "/sign-in", Map.of("name", "superuser", "password", "superuser", "to", to));
            assertThat(location(in)).as(to).isEqualTo(UI);
        }
    }

    @Test
    void each_signing_in_has_an_identifier_of_its_own() throws Exception {
        String first = browser.signIn("superuser", "superuser")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        String second = browser.signIn("superuser", "superuser")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(second).isNotEqualTo(first);
        assertThat(first.replaceAll("^[^=]+=|;.*", "")).hasSizeGreaterThanOrEqualTo(43);

        assertThat(new Browser(server)
                        .get(UI, "Cookie", first.replaceAll(";.*", ""))
                        .statusCode())
                .as("the first session has ended")
                .isEqualTo(303);
    }

    @Test
    void wrong_names_and_wrong_passwords_get_the_same_answer() throws Exception {
        HttpResponse<String> name = browser.signIn("nobody", "superuser");
        HttpResponse<String> password = browser.signIn("superuser", "nothing");

        assertThat(name.statusCode()).isEqualTo(422);
        assertThat(password.statusCode()).isEqualTo(422);
        assertThat(name.body().replace("nobody", "superuser")).isEqualTo(password.body());
        assertThat(browser.signIn("superuser", "x".repeat(100)).statusCode()).isEqualTo(422);
        assertThat(browser.get(UI).statusCode()).isEqualTo(303);
    }

    @Test
    void a_session_ends_when_it_has_not_been_used_for_long() throws Exception {
        signIn();
        for (int i = 0; i < 5; i++) {
            now = now.plus(Duration.ofMinutes(40));
            assertThat(browser.get(UI).statusCode()).isEqualTo(200);
        }
        now = now.plus(Duration.ofMinutes(61));
        assertThat(browser.get(UI).statusCode()).isEqualTo(303);
    }

    @Test
    void signing_out_ends_the_session_on_the_server() throws Exception {
        String cookie = browser.signIn("superuser", "superuser")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        Element form = page(browser.get(UI)).selectFirst("form[action$=sign-out]");

        HttpResponse<String> out = browser.post(form.attr("action"), Browser.fields(form));

        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(page(browser.get(location(out))).text()).contains("You have signed out");
        assertThat(new Browser(server)
                        .get(UI, "Cookie", cookie.replaceAll(";.*", ""))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.get(UI + "/sign-out").statusCode())
                .as("not by a link")
                .isEqualTo(303);
    }

    @Test
    void signing_in_as_somebody_else_ends_the_former_session(@TempDir Path other) throws Exception {
        Fixture two = Fixture.in(other);
        PreviewServer.start(two.options()).close();
        try (ContentRepository author = ContentRepository.open(two.home().resolve("author"))) {
            Accounts.add(author, "officer", "Ein längeres Wort", "superuser");
        }
        try (PreviewServer started = PreviewServer.start(two.options())) {
            Browser shared = new Browser(started);
            String former = cookie(shared.signIn("superuser", "superuser"));
            String token = shared.token();
            String later = cookie(shared.signIn("officer", "Ein längeres Wort"));

            assertThat(shared.get("/author/p.html").body()).contains("user=officer");
            Browser stranger = new Browser(started);
            assertThat(stranger.get("/author/p.html", "Cookie", former).statusCode())
                    .isEqualTo(401);
            assertThat(stranger.get(UI, "Cookie", former).statusCode()).isEqualTo(303);
            assertThat(stranger.post(UI + "/sign-out", Map.of("_token", token), "Cookie", later)
                            .statusCode())
                    .as("nor is the former session's token one of the later")
                    .isEqualTo(403);

            Browser reader = new Browser(started);
            String first =
                    cookie(reader.post("/p.html", Map.of("mgnlUserId", "superuser", "mgnlUserPSWD", "superuser")));
            assertThat(stranger.get("/p.html", "Cookie", first).body()).contains("user=superuser");
            reader.post("/p.html", Map.of("mgnlUserId", "member", "mgnlUserPSWD", "member"));
            assertThat(reader.get("/p.html").body()).contains("user=member");
            assertThat(stranger.get("/p.html", "Cookie", first).body()).contains("user=anonymous");
        }
    }

    /** What a browser sends from then on. */
    private static String cookie(HttpResponse<String> signedIn) {
        return signedIn.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
    }

    @Test
    void the_session_opens_the_pages_of_the_author_instance_and_nothing_on_the_public_one() throws Exception {
        assertThat(browser.get("/author/p.html").statusCode()).isEqualTo(401);
        signIn();

        HttpResponse<String> page = browser.get("/author/p.html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("user=superuser");
        assertThat(browser.get("/author/.rest/preview/fix-things/v1/draft").body())
                .contains("Draft");
        assertThat(browser.get("/p.html").body()).contains("user=anonymous");
    }

    @Test
    void a_password_in_the_header_opens_pages_but_not_the_authoring_ui() throws Exception {
        String[] basic = Fixture.as("superuser", "superuser");
        assertThat(browser.get("/author/p.html", basic).statusCode()).isEqualTo(200);
        assertThat(browser.get(UI, basic).statusCode()).isEqualTo(303);
        assertThat(browser.post(UI + "/language", Map.of("language", "fr"), basic)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void after_some_failures_one_has_to_wait_longer_and_longer() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn("superuser", "wrong" + i).statusCode()).isEqualTo(422);
        }
        HttpResponse<String> refused = browser.signIn("superuser", "superuser");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(page(refused).text()).contains("Try again in 1 second.");
        assertThat(Fixture.get(server, "/author/p.html", Fixture.as("superuser", "superuser2"))
                        .statusCode())
                .as("HTTP Basic is no way around")
                .isEqualTo(429);

        now = now.plusSeconds(1);
        assertThat(browser.signIn("superuser", "wrong").statusCode()).isEqualTo(422);
        assertThat(browser.signIn("superuser", "superuser").headers().firstValue("Retry-After"))
                .contains("2");
        now = now.plusSeconds(2);
        assertThat(browser.signIn("superuser", "superuser").statusCode()).isEqualTo(303);
    }

    @Test
    void a_form_without_the_token_of_the_session_does_nothing_and_is_kept() throws Exception {
        signIn();
        HttpResponse<String> refused = browser.post(
                UI + "/app/efc-things/detail?path=/x",
                Map.of("title", "Très <b>bien</b>\r\n\"zwei\"", "_token", "stale"));

        assertThat(refused.statusCode()).isEqualTo(403);
        Element form = page(refused).selectFirst("main form");
        assertThat(form.attr("action")).isEqualTo(UI + "/app/efc-things/detail?path=/x");
        Map<String, String> fields = Browser.fields(form);
        assertThat(fields.get("title").replace("\r", "")).isEqualTo("Très <b>bien</b>\n\"zwei\"");
        assertThat(fields).containsEntry("_token", browser.token()).containsEntry("_again", "true");
        assertThat(browser.upload(form.attr("action"), fields).statusCode())
                .as("it gets through to the screen, which is not there")
                .isEqualTo(404);
    }

    @Test
    void a_form_of_another_site_is_refused_and_shown_to_nobody() throws Exception {
        signIn();
        String token = browser.token();
        for (String[] headers : new String[][] {
            {"Origin", "https://elsewhere.example"}, {"Origin", "null"}, {"Sec-Fetch-Site", "cross-site"}
        }) {
            HttpResponse<String> refused =
                    browser.post(UI + "/app/x", Map.of("title", "planted", "_token", token), headers);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).doesNotContain("planted");
            assertThat(browser.post(UI + "/sign-in", Map.of("name", "superuser", "password", "superuser"), headers)
                            .statusCode())
                    .isEqualTo(403);
        }
        String own = server.address().toString().replaceAll("/$", "");
        assertThat(browser.post(UI + "/app/x", Map.of("_token", token), "Origin", own, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_session_that_ends_in_the_middle_of_a_form_loses_nothing() throws Exception {
        signIn();
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("_token", browser.token());
        typed.put("title", "Une longue journée");
        typed.put("name", "not the user's");
        typed.put("text", "line\r\n\r\n  line <3 & \"more\" 'end'\r\n");
        now = now.plus(Duration.ofHours(2));

        HttpResponse<String> over = browser.upload(
                UI + "/app/x/detail?path=/y", typed, new Browser.File("image", "gone.png", "image/png", new byte[] {1
                }));
        assertThat(over.statusCode()).isEqualTo(403);
        assertThat(page(over).text()).contains("gone.png");
        Element form = page(over).selectFirst("main form");
        Map<String, String> fields = Browser.fields(form);
        fields.put("_sign-in-name", "superuser");
        fields.put("_sign-in-password", "wrong");
        HttpResponse<String> wrong = browser.upload(form.attr("action"), fields);
        assertThat(wrong.statusCode()).isEqualTo(422);

        fields = Browser.fields(page(wrong).selectFirst("main form"));
        assertThat(fields).containsEntry("_sign-in-name", "superuser").containsEntry("_sign-in-password", "");
        fields.put("_sign-in-password", "superuser");
        HttpResponse<String> in = browser.upload(form.attr("action"), fields);
        assertThat(in.statusCode()).isEqualTo(200);
        assertThat(in.body()).doesNotContain("wrong");
        Element again = page(in).selectFirst("main form");
        assertThat(again.attr("action")).isEqualTo(UI + "/app/x/detail?path=/y");
        Map<String, String> sent = Browser.fields(again);
        assertThat(sent.keySet()).containsExactlyInAnyOrder("_token", "_again", "title", "name", "text");
        assertThat(sent).containsEntry("title", "Une longue journée").containsEntry("name", "not the user's");
        assertThat(sent.get("text").replace("\r", ""))
                .isEqualTo(typed.get("text").replace("\r", ""));
        assertThat(sent.get("_token")).isEqualTo(browser.token());
    }

    @Test
    void the_language_is_the_users_then_the_browsers_and_can_be_chosen() throws Exception {
        assertThat(page(browser.get(UI + "/sign-in", "Accept-Language", "de, fr;q=0.8, en;q=0.5"))
                        .selectFirst("html")
                        .attr("lang"))
                .isEqualTo("fr");
        signIn();
        assertThat(page(browser.get(UI, "Accept-Language", "fr"))
                        .selectFirst("html")
                        .attr("lang"))
                .as("superuser's own language is English")
                .isEqualTo("en");

        HttpResponse<String> chosen =
                browser.post(UI + "/language", Map.of("_token", browser.token(), "language", "fr", "to", UI + "?x=1"));
        assertThat(location(chosen)).isEqualTo(UI + "?x=1");
        assertThat(page(browser.get(UI)).selectFirst("html").attr("lang")).isEqualTo("fr");

        browser.post(UI + "/sign-out", Map.of("_token", browser.token()));
        assertThat(page(browser.get(UI + "/sign-in")).selectFirst("html").attr("lang"))
                .as("chosen for this browser, and not for one session")
                .isEqualTo("fr");
        signIn();
        assertThat(page(browser.get(UI)).selectFirst("html").attr("lang")).isEqualTo("fr");

        Browser other = new Browser(server);
        other.post(UI + "/sign-in", Map.of("name", "superuser", "password", "superuser", "language", "fr"));
        HttpResponse<String> launcher = other.get(UI);
        assertThat(launcher.statusCode())
                .as("who chooses a language has signed in")
                .isEqualTo(200);
        assertThat(page(launcher).selectFirst("html").attr("lang")).isEqualTo("fr");
    }

    @Test
    void what_a_proxy_says_is_believed_where_there_is_one_and_nowhere_else(@TempDir Path other) throws Exception {
        assertThat(browser.get(UI, "X-Forwarded-Proto", "https", "X-Forwarded-Host", "cms.example")
                        .statusCode())
                .isEqualTo(303);
        assertThat(proxied(server, "superuser")).contains("HttpOnly").doesNotContain("Secure");

        Fixture fresh = Fixture.in(other);
        Options behind =
                new Options("127.0.0.1", 0, fresh.home(), false, fresh.module(), fresh.light(), Optional.empty(), true);
        assertThatThrownBy(() -> PreviewServer.start(behind))
                .as("whom the proxy lets through may be anybody")
                .hasMessageContaining("default password");
        PreviewServer.setPassword(behind, "superuser", "Ein längeres Wort");
        PreviewServer.setPassword(behind, "member", "Noch ein Wort");
        try (PreviewServer started = PreviewServer.start(behind)) {
            assertThat(proxied(started, "Ein längeres Wort")).contains("; Secure");
        }
    }

    /** The cookie of somebody who signs in through a proxy that speaks HTTPS. */
    private static String proxied(PreviewServer server, String password) throws Exception {
        HttpResponse<String> answer = new Browser(server)
                .post(
                        UI + "/sign-in",
                        Map.of("name", "superuser", "password", password),
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Host",
                        "cms.example");
        return String.join(" ", answer.headers().allValues("Set-Cookie"));
    }

    @Test
    void what_is_too_large_is_refused_with_413() throws Exception {
        signIn();
        String token = browser.token();
        String large = "x".repeat(2 * 1024 * 1024 + 1);
        Map<String, String> fields = new HashMap<>(Map.of("_token", token, "text", large));

        assertThat(browser.post(UI + "/app/x", fields).statusCode()).isEqualTo(413);
        assertThat(browser.upload(UI + "/app/x", fields).statusCode()).isEqualTo(413);
        fields.put("text", "é".repeat(900_000));
        assertThat(browser.post(UI + "/app/x", fields).statusCode()).isEqualTo(404);
        Browser.File fits = new Browser.File("f", "a.png", "image/png", new byte[20 * 1024 * 1024]);
        assertThat(browser.upload(UI + "/app/x", Map.of("_token", token), fits, fits)
                        .statusCode())
                .isEqualTo(404);
        Browser.File tooLarge = new Browser.File("f", "a.png", "image/png", new byte[20 * 1024 * 1024 + 1]);
        assertThat(browser.upload(UI + "/app/x", Map.of("_token", token), tooLarge)
                        .statusCode())
                .isEqualTo(413);
        assertThat(browser.get(UI).statusCode()).as("the server goes on").isEqualTo(200);
    }

    @Test
    void a_body_that_is_no_form_is_refused() throws Exception {
        signIn();
        assertThat(Fixture.send(server, "POST", UI + "/app/x", "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
        assertThat(Fixture.send(server, "POST", UI + "/app/x", "Content-Type", "multipart/form-data")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Fixture.send(server, "PUT", UI).statusCode()).isEqualTo(405);
    }

    @Test
    void pages_forbid_what_they_do_not_need() throws Exception {
        for (String path : List.of(UI + "/sign-in", UI + "/.files/authoring.css", UI)) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'", "frame-ancestors 'self'");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        }
        signIn();
        assertThat(browser.get(UI).headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void files_of_the_frame_are_kept_by_browsers_until_they_change() throws Exception {
        String style = page(browser.get(UI + "/sign-in"))
                .selectFirst("link[rel=stylesheet]")
                .attr("href");
        HttpResponse<String> file = browser.get(style);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(browser.get(style.replaceAll("\\?.*", "")).headers().firstValue("Cache-Control"))
                .contains("no-cache");
        String tag = file.headers().firstValue("ETag").orElseThrow();
        assertThat(browser.get(style, "If-None-Match", tag).statusCode()).isEqualTo(304);
        for (String other :
                List.of("/.files/../layout.ftl", "/.files/layout.ftl", "/.files/%2e%2e/texts_en.properties")) {
            assertThat(browser.get(UI + other).statusCode()).as(other).isIn(303, 400, 404);
        }
    }

    @Test
    void names_of_others_that_lead_to_this_machine_are_not_answered() throws Exception {
        try (java.net.Socket socket =
                new java.net.Socket("127.0.0.1", server.address().getPort())) {
            socket.getOutputStream()
                    .write("GET /author/ HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421");
        }
        try (java.net.Socket socket =
                new java.net.Socket("127.0.0.1", server.address().getPort())) {
            socket.getOutputStream()
                    .write("GET /p.html HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void others_reach_the_server_only_once_no_default_password_is_left(@TempDir Path other) throws Exception {
        Fixture fresh = Fixture.in(other);
        Options open =
                new Options("0.0.0.0", 0, fresh.home(), false, fresh.module(), fresh.light(), Optional.empty(), false);
        assertThatThrownBy(() -> PreviewServer.start(open))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("superuser")
                .hasMessageContaining("--password");
        assertThatThrownBy(() -> PreviewServer.setPassword(open, "superuser", "short"))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("8");
        assertThatThrownBy(() -> PreviewServer.setPassword(open, "superuser", "superuser"))
                .isInstanceOf(StartException.class);
        assertThatThrownBy(() -> PreviewServer.setPassword(open, "nobody", "long enough"))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("nobody");

        PreviewServer.setPassword(open, "superuser", "Ein längeres Wort");
        assertThatThrownBy(() -> PreviewServer.start(open)).hasMessageContaining("--password member");
        PreviewServer.setPassword(open, "member", "Noch ein Wort");

        try (PreviewServer started = PreviewServer.start(open)) {
            Browser reader = new Browser(started);
            assertThat(reader.signIn("superuser", "superuser").statusCode()).isEqualTo(422);
            assertThat(reader.signIn("superuser", "Ein längeres Wort").statusCode())
                    .isEqualTo(303);
        }
    }
}
