package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcpreview.web.Browser.UI;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Requests that nobody means, made of what breaks things, to every kind of address of both instances, by strangers and by an
 * officer with a session and its token. Whatever is sent, the answer is one that was foreseen: no failure of the server, nothing of
 * its inside, nothing of the request that a browser would run or follow. {@code -Dbad.requests=100000 -Dbad.seed=7} asks more, or
 * other things.
 */
@Tag("server")
class BadRequestsTest {
    private static final int MANY = Integer.getInteger("bad.requests", 3000);
    private static final long SEED = Long.getLong("bad.seed", 17);

    /** As they are sent: what is to be decoded is encoded. */
    private static final List<String> BAD = List.of(
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
            "%0d%0aX-Injected:%20yes",
            "%E5%98%8A%E5%98%8DX-Injected:%20yes",
            "//evil.example",
            "https://evil.example/",
            "javascript:alert(1)",
            "/%5Cevil.example",
            "%5Blike%5D",
            "%5B",
            "zzz",
            "%25",
            "%00",
            "%ff%fe",
            "%c0%ae",
            "..%2f..%2fetc%2fpasswd",
            "../../../WEB-INF/web.xml",
            "%27%22%60",
            "%27%20or%20%271%27=%271",
            "//element(*,nt:base)",
            "%22unclosed",
            "a:b:c",
            "-1",
            "999999999999999999999",
            "1e999",
            "0000-00-00",
            "2014-02-30",
            "true,false",
            "a%7Cb%7E%7E",
            "%F0%9F%9A%80%E2%80%AE",
            "%24%7B7*7%7D",
            "/",
            "*",
            "?",
            "",
            "x".repeat(3000),
            "%5B".repeat(500),
            "/a".repeat(500));

    private static final List<String> GOOD = List.of(
            "2014",
            "wp1",
            "/events",
            "/events/ict-coalition-forum",
            "/efc",
            "title",
            "en",
            "fr",
            "1",
            "save",
            "efc-events:components/latest",
            "conference",
            "police");

    private static final List<String> PATHS = List.of(
            "/events.html",
            "/events.json",
            "/events.ics",
            "/events.atom",
            "/events.csv",
            "/fr/events.html",
            "/events/ict-coalition-forum.html",
            "/events/ict-coalition-forum.json",
            "/speakers.html",
            "/speakers/troels-oerting.html",
            "/speakers.json",
            "/work-packages/wp5.html",
            "/efc.html",
            "/oembed.json",
            "/changes.json",
            "/openapi.json",
            "/sitemap.xml",
            "/robots.txt",
            "/.rest/delivery/efc-events/v1",
            "/.rest/delivery/efc-events/v1/ict-coalition-forum",
            "/.rest/delivery/efc-speakers/v1",
            "/.resources/efc-site/webresources/css/site.css",
            "/dam/jcr:0",
            "/dam",
            "/.error",
            "/author/events.html",
            "/author/desk.html",
            "/author/desk/reports.html",
            "/author/desk/import.html",
            "/author/desk/publish.html",
            UI,
            UI + "/sign-in",
            UI + "/language",
            UI + "/.files/authoring.css",
            UI + "/app/efc-events",
            UI + "/app/efc-events/item",
            UI + "/app/efc-events/confirm",
            UI + "/app/efc-events/move",
            UI + "/app/efc-events/detail",
            UI + "/app/efc-speakers/detail",
            UI + "/app/efc-desk",
            UI + "/app/pages-app",
            UI + "/app/pages-app/dialog/pages-app:createPage",
            UI + "/app/assets",
            UI + "/app/assets/dialog/dam-app:upload",
            UI + "/page",
            UI + "/page/add",
            UI + "/page/edit",
            UI + "/page/properties",
            UI + "/page/up",
            UI + "/page/area-add");

    private static final List<String> NAMES = List.of(
            "q",
            "year",
            "page",
            "kind",
            "place",
            "session",
            "workPackage",
            "from",
            "to",
            "sort",
            "expand",
            "fields",
            "limit",
            "offset",
            "orderBy",
            "lang",
            "language",
            "nodeTypes",
            "properties",
            "version",
            "since",
            "cursor",
            "url",
            "format",
            "signIn",
            "mgnlLogout",
            "mgnlReturnTo",
            "mgnlUserId",
            "mgnlUserPSWD",
            "mgnlPreview",
            "@ancestor%5Blike%5D",
            "@ancestor",
            "@name",
            "title%5Blike%5D",
            "title%5Bnope%5D",
            "start%5Bgte%5D",
            "path",
            "item",
            "view",
            "select",
            "action",
            "_do",
            "_node",
            "_base",
            "_again",
            "area",
            "beside",
            "template",
            "name",
            "title",
            "jcrName",
            "to",
            "rows",
            "check",
            "csrf",
            "id",
            "_sign-in-name",
            "_sign-in-password");

    private static final List<String> HEADERS = List.of(
            "Accept-Language",
            "If-None-Match",
            "If-Modified-Since",
            "Range",
            "Cookie",
            "Origin",
            "Referer",
            "Sec-Fetch-Site",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "Forwarded",
            "Accept",
            "Content-Type");

    private static final List<String> VALUES = List.of(
            "Basic !!!",
            "Basic ",
            "Basic OjoA",
            "Basic /w==",
            "bytes=9-1",
            "bytes=0-,1-,2-",
            "*;q=x",
            "W/\"",
            "\"",
            "xx-\u00ff",
            "a=b; =; ;;",
            "null",
            "https://evil.example",
            "Sun, 99 Foo 2026",
            "text/html;charset=nope",
            "multipart/form-data",
            "x".repeat(2000));

    private static final Pattern INSIDE = Pattern.compile(
            "\\b(?:java|javax|sun|freemarker|com\\.fasterxml|org\\.(?:efc\\w+|eclipse|apache|h2))\\.\\w+\\.\\w+"
                    + "|\\bat [\\w.$]+\\(\\w+\\.java|Exception\\b");

    /** Magnolia says so of a number that is none. */
    private static final String RECORDED = "javax.ws.rs.QueryParam";

    @TempDir
    static Path directory;

    private static PreviewServer server;
    private static String session;
    private static String token;
    private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();

    private final Random random = new Random(SEED);

    @BeforeAll
    static void start() throws Exception {
        server = PreviewServer.start(
                InstalledHome.at(directory.resolve("home")), InstantSource.system(), Duration.ofSeconds(5));
        Browser officer = new Browser(server);
        HttpResponse<String> in = officer.signIn("superuser", "superuser");
        session = in.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        token = officer.token();
        LOGGED.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(LOGGED);
    }

    @AfterAll
    static void stop() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(LOGGED);
        server.close();
    }

    @Test
    void whatever_is_sent_is_answered_as_foreseen() {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < MANY && wrong.size() < 20; i++) {
            String request = request();
            LOGGED.list.clear();
            String found = wrong(request);
            if (!found.isEmpty()) {
                wrong.add("request %d of seed %d: %s%n%s"
                        .formatted(i, SEED, found, request.length() > 1500 ? request.substring(0, 1500) : request));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String value() {
        return random.nextInt(3) == 0 ? one(GOOD) : one(BAD);
    }

    private String parameters(int most) {
        StringBuilder all = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            all.append(random.nextInt(8) == 0 ? one(BAD).replace("?", "") : one(NAMES));
            all.append(random.nextInt(10) == 0 ? "" : "=" + value()).append(i > 1 ? "&" : "");
        }
        return all.toString();
    }

    private String request() {
        String path = one(PATHS);
        if (random.nextInt(4) == 0) {
            String bad = one(BAD).replace("?", "%3f");
            path = random.nextBoolean() ? path + "/" + bad : path.replaceFirst("(?=\\.\\w+$)", "~" + bad + "~");
        }
        String query = parameters(3);
        boolean author = path.startsWith("/author");
        boolean sends = random.nextInt(author ? 2 : 5) == 0;
        String method =
                sends ? "POST" : random.nextInt(12) == 0 ? one(List.of("HEAD", "OPTIONS", "PUT", "BREW")) : "GET";
        StringBuilder head =
                new StringBuilder(method + " " + path + (query.isEmpty() ? "" : "?" + query) + " HTTP/1.1\r\n");
        head.append("Host: localhost\r\nConnection: close\r\n");
        if (author && random.nextInt(5) > 0) {
            head.append("Cookie: ").append(session).append("\r\n");
        }
        if (random.nextInt(10) == 0) {
            head.append("Authorization: ").append(one(VALUES)).append("\r\n");
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            head.append(one(HEADERS)).append(": ").append(one(VALUES)).append("\r\n");
        }
        String body = "";
        if (sends) {
            boolean files = random.nextInt(3) == 0;
            body = files ? multipart() : parameters(6) + "&_token=" + token + "&csrf=" + token;
            head.append("Content-Type: ")
                    .append(files ? "multipart/form-data; boundary=x" : "application/x-www-form-urlencoded")
                    .append("\r\nContent-Length: ")
                    .append(body.length())
                    .append("\r\n");
        }
        return head + "\r\n" + body;
    }

    private String multipart() {
        StringBuilder body = new StringBuilder();
        for (String name : List.of("_token", "csrf", one(NAMES), one(NAMES), "files")) {
            String value = name.equals("_token") || name.equals("csrf")
                    ? token
                    : one(List.of("\u00ff\u00fe", "\u00c3(", "save", "\0", "x", ""));
            String file = name.equals("files") || random.nextInt(6) == 0
                    ? "; filename=\""
                            + one(List.of(
                                    "a\"b.png", "a\\\"b.png", "a\rX-Injected: yes.pdf", "\u00ff.csv", "../x.zip", ""))
                            + "\""
                    : "";
            body.append("--x\r\nContent-Disposition: form-data; name=\"" + name + "\"" + file + "\r\n\r\n" + value
                    + "\r\n");
        }
        return body + (random.nextInt(10) == 0 ? "" : "--x--\r\n");
    }

    /** What is wrong with the answer to a request; empty if nothing is. */
    private static String wrong(String request) {
        String answer;
        try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "no answer: " + e.getMessage();
        }
        int end = answer.indexOf("\r\n\r\n");
        String head = end < 0 ? answer : answer.substring(0, end);
        String body = end < 0 ? "" : answer.substring(end);
        List<String> wrong = new ArrayList<>();
        boolean headOfMagnolias = request.startsWith("HEAD ") && head.contains("Content-Type: application/json");
        // oEmbed 1.0, 2.3.4: the answer to a format that a provider does not have.
        boolean otherFormat = request.contains("/oembed.json?") && head.startsWith("HTTP/1.1 501");
        boolean foreseen = headOfMagnolias || otherFormat || isMagnolias(head, body);
        if (!head.matches("(?s)HTTP/1\\.1 [1-4]\\d\\d .*") && !foreseen) {
            wrong.add(head.lines().findFirst().orElse("nothing"));
        }
        if (head.lines().anyMatch(line -> line.regionMatches(true, 0, "X-Injected", 0, 10))) {
            wrong.add("a header of the request's");
        }
        head.lines()
                .filter(line -> line.matches("(?i)Location: .*"))
                .filter(line -> !line.matches("(?i)Location: (?:http://localhost(?::\\d+)?)?/(?![/\\\\]).*"))
                .forEach(wrong::add);
        if (head.contains("text/html") && body.contains("<script>alert(")) {
            wrong.add("a script of the request's");
        }
        if (INSIDE.matcher(body.replace(RECORDED, "")).find() || body.contains(directory.toString())) {
            wrong.add("of the inside: "
                    + INSIDE.matcher(body.replace(RECORDED, ""))
                            .results()
                            .map(r -> r.group())
                            .toList());
        }
        LOGGED.list.stream()
                .filter(event -> event.getThrowableProxy() != null)
                .forEach(event -> wrong.add("logged " + event.getFormattedMessage() + ": "
                        + event.getThrowableProxy().getClassName() + " "
                        + event.getThrowableProxy().getMessage()));
        return String.join("; ", wrong);
    }

    /** What Magnolia's REST answers, too, where an operator or a language is none. */
    private static boolean isMagnolias(String head, String body) {
        return head.startsWith("HTTP/1.1 500") && body.contains("{\"error\":{\"code\":\"unknown\",\"message\":");
    }
}
