package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcpreview.web.Browser.UI;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Passwords, sessions and tokens of forms are told to whom they belong, and neither written down nor put into an address. */
@Tag("server")
class SecretsTest {
    private static final String EVENT = "/events/ict-coalition-forum";

    @TempDir
    static Path directory;

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Set<String> secrets = new LinkedHashSet<>();
    private int sessions;
    private final List<HttpResponse<String>> answers = new ArrayList<>();

    private HttpResponse<String> answered(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        answers.add(answer);
        answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.matches("(author|public)-session-.*"))
                .forEach(cookie -> {
                    assertThat(cookie).contains("; HttpOnly", "; SameSite=Lax");
                    secrets.add(cookie.replaceAll("^[^=]*=|;.*", ""));
                    sessions++;
                });
        Document page = Browser.page(answer);
        secrets.addAll(page.select("input[name=_token], input[name=csrf]").eachAttr("value"));
        secrets.addAll(page.select("meta[name=csrf]").eachAttr("content"));
        return answer;
    }

    private String secret(String password) {
        secrets.add(password);
        return password;
    }

    @Test
    void they_are_in_no_log_no_address_and_no_file() throws Exception {
        Path home = directory.resolve("home");
        Options options = InstalledHome.at(home);
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Level level = root.getLevel();
        logged.start();
        root.addAppender(logged);
        root.setLevel(Level.INFO);
        try {
            PreviewServer.setPassword(options, "superuser", secret("Ein längeres Wort 1"));
            PreviewServer.setPassword(options, "member", secret("Noch ein Wort 2"));
            try (PreviewServer server = PreviewServer.start(options)) {
                officerWorks(server);
                memberReads(server);
            }
            PreviewServer.setPassword(options, "superuser", secret("Ein anderes Wort 3"));
            try (PreviewServer server = PreviewServer.start(options)) {
                Browser browser = new Browser(server);
                answered(422, browser.signIn("superuser", "Ein längeres Wort 1"));
                answered(303, browser.signIn("superuser", "Ein anderes Wort 3"));
            }
        } finally {
            root.setLevel(level);
            root.detachAppender(logged);
        }

        assertThat(sessions)
                .as("sessions of the author and of the public instance")
                .isEqualTo(3);
        assertThat(logged.list).isNotEmpty();
        for (ILoggingEvent event : logged.list) {
            assertThat(event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                    .doesNotContain(secrets);
        }
        for (HttpResponse<String> answer : answers) {
            Stream.concat(
                            answer.headers().allValues("Location").stream(),
                            Browser.page(answer).select("[href], [src], [action]").stream()
                                    .flatMap(link ->
                                            Stream.of(link.attr("href"), link.attr("src"), link.attr("action"))))
                    .forEach(address -> assertThat(address)
                            .doesNotContainIgnoringCase("jsessionid")
                            .doesNotContain(secrets));
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String secret : secrets) {
                    assertThat(content.contains(
                                    new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                            .as(file + " has " + secret)
                            .isFalse();
                }
            }
        }
    }

    private void officerWorks(PreviewServer server) throws Exception {
        Browser browser = new Browser(server);
        answered(422, browser.signIn("superuser", secret("Falsch geraten 4")));
        answered(422, browser.signIn("nobody", secret("Falsch geraten 5")));
        answered(303, browser.signIn("superuser", "Ein längeres Wort 1"));
        answered(200, browser.get(UI));
        answered(200, browser.get("/author/desk.html"));
        String token = browser.token();
        answered(403, browser.post(UI + "/app/efc-events", Map.of("_token", secret("made-up-token-6"))));
        answered(
                303,
                browser.post(UI + "/app/efc-events", Map.of("_token", token, "action", "activate", "item", EVENT)));
        answered(404, browser.post(UI + "/app/none", Map.of("_token", token)));
        answered(200, browser.get("/author/events.html", Fixture.as("superuser", "Ein längeres Wort 1")));
        answered(401, browser.get("/author/events.html", Fixture.as("superuser", secret("Falsch geraten 7"))));
        answered(303, browser.post(UI + "/sign-out", Map.of("_token", token)));

        HttpResponse<String> late = answered(
                422,
                browser.post(
                        UI + "/app/efc-events",
                        Map.of("_sign-in-name", "superuser", "_sign-in-password", secret("Falsch geraten 8"))));
        assertThat(late.body()).doesNotContain("Falsch geraten");
    }

    private void memberReads(PreviewServer server) throws Exception {
        Browser browser = new Browser(server);
        String page = "/events.html?signIn=";
        answered(403, browser.post(page, Map.of("mgnlUserId", "member", "mgnlUserPSWD", secret("Falsch geraten 9"))));
        answered(302, browser.post(page, Map.of("mgnlUserId", "member", "mgnlUserPSWD", "Noch ein Wort 2")));
        answered(200, browser.get("/events.html"));
        answered(302, browser.get("/events.html?mgnlLogout="));
    }
}
