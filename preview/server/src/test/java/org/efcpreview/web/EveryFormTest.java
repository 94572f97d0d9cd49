package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcpreview.web.Browser.UI;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every form of the authoring UI, found by following its links, so that a screen that is added is tried too: with each of its
 * buttons it is taken from the session that it was shown to, and from no other, nor from another site.
 */
@Tag("server")
class EveryFormTest {
    /** Screens of one address that differ in their parameters alone are alike. */
    private static final int OF_ONE_ADDRESS = 2;

    @TempDir
    static Path home;

    private static PreviewServer server;
    private static Browser officer;
    private static Map<String, Form> forms;

    /**
     * @param address with the parameters
     * @param fields as they stand on the page, without the token
     * @param uploads whether it is sent with files
     */
    private record Form(String address, Map<String, String> fields, boolean uploads) {
        HttpResponse<String> send(Browser browser, Map<String, String> more, String... headers) throws Exception {
            Map<String, String> all = new LinkedHashMap<>(fields);
            all.putAll(more);
            return uploads && headers.length == 0 ? browser.upload(address, all) : browser.post(address, all, headers);
        }
    }

    @BeforeAll
    static void findForms() throws Exception {
        server = PreviewServer.start(InstalledHome.at(home));
        officer = signedIn();
        forms = new TreeMap<>();
        Map<String, Integer> seen = new HashMap<>();
        Deque<String> next = new ArrayDeque<>(List.of(UI));
        while (!next.isEmpty()) {
            String address = next.remove();
            if (seen.merge(kind(address), 1, Integer::sum) > OF_ONE_ADDRESS) {
                continue;
            }
            HttpResponse<String> answer = officer.get(address);
            if (answer.statusCode() != 200 || !answer.body().contains("<html")) {
                continue;
            }
            Document page = Jsoup.parse(
                    answer.body(),
                    server.address().resolve(address.substring(1)).toString());
            page.select("a[href], frame[src], iframe[src]").stream()
                    .flatMap(link -> Stream.of(link.absUrl("href"), link.absUrl("src")))
                    .map(EveryFormTest::here)
                    .filter(link -> link.matches("\\Q" + UI + "\\E([/?].*)?"))
                    .forEach(next::add);
            page.select("form[method=post]").forEach(form -> {
                String action = here(form.hasAttr("action") ? form.absUrl("action") : page.location());
                Map<String, String> fields = Browser.fields(form);
                fields.remove("_token");
                boolean uploads = form.attr("enctype").startsWith("multipart");
                List<Element> buttons = form.select("button[name]");
                for (int i = 0; i <= buttons.size(); i++) {
                    Map<String, String> sent = new LinkedHashMap<>(fields);
                    String button = "";
                    if (i < buttons.size()) {
                        sent.put(buttons.get(i).attr("name"), buttons.get(i).val());
                        button = buttons.get(i).attr("name") + "="
                                + buttons.get(i).val();
                    }
                    forms.putIfAbsent(kind(action) + " " + button, new Form(action, sent, uploads));
                }
            });
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Browser signedIn() throws Exception {
        Browser browser = new Browser(server);
        assertThat(browser.signIn("superuser", "superuser").statusCode()).isEqualTo(303);
        return browser;
    }

    private static String here(String url) {
        return url.replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", "");
    }

    /** An address without the values of its parameters. */
    private static String kind(String address) {
        return address.replaceAll("=[^&]*", "");
    }

    /** What is there to be changed. */
    private static List<String> content() throws Exception {
        List<String> content = new ArrayList<>();
        for (String instance : List.of("/author", "")) {
            for (String endpoint : List.of("efc-events", "efc-speakers", "efc-work-packages")) {
                content.add(officer.get(instance + "/.rest/delivery/" + endpoint + "/v1?limit=100")
                        .body());
            }
        }
        for (String app : List.of("efc-events", "efc-speakers", "efc-work-packages", "pages-app", "assets")) {
            HttpResponse<String> answer = officer.get(UI + "/app/" + app);
            assertThat(answer.statusCode()).isEqualTo(200);
            content.add(Browser.page(answer).select("tbody").text());
        }
        return content;
    }

    /** Sends all forms in a way in which none is taken. */
    private static void noneIsTaken(Function<Form, HttpResponse<String>> send, Integer... statuses) throws Exception {
        List<String> before = content();

        Map<String, Integer> taken = new TreeMap<>();
        forms.forEach((name, form) -> {
            int status = send.apply(form).statusCode();
            if (!List.of(statuses).contains(status)) {
                taken.put(name, status);
            }
        });

        assertThat(taken).isEmpty();
        assertThat(content()).isEqualTo(before);
    }

    private interface Sending {
        HttpResponse<String> send(Form form) throws Exception;
    }

    private static Function<Form, HttpResponse<String>> by(Sending sending) {
        return form -> {
            try {
                return sending.send(form);
            } catch (Exception e) {
                throw new AssertionError(form.address(), e);
            }
        };
    }

    @Test
    void there_are_forms_of_every_sort() {
        for (String screen : List.of(
                "/app/efc-events",
                "/app/efc-events/detail",
                "/app/efc-speakers/detail",
                "/app/pages-app",
                "/app/assets",
                "/language",
                "/sign-out")) {
            assertThat(forms.keySet()).anyMatch(form -> form.matches("\\Q" + UI + screen + "\\E[ ?].*"));
        }
        assertThat(forms).hasSizeGreaterThan(40);
    }

    @Test
    void none_is_taken_without_a_token() throws Exception {
        noneIsTaken(by(form -> form.send(officer, Map.of())), 403);
    }

    @Test
    void none_is_taken_with_the_token_of_another_session() throws Exception {
        String token = signedIn().token();
        noneIsTaken(by(form -> form.send(officer, Map.of("_token", token))), 403);
    }

    @Test
    void none_is_taken_from_another_site() throws Exception {
        String token = officer.token();
        noneIsTaken(by(form -> form.send(officer, Map.of("_token", token), "Origin", "https://evil.example")), 403);
    }

    /** They are led to the sign-in form, or get it with what they sent. */
    @Test
    void none_is_taken_from_somebody_who_has_not_signed_in() throws Exception {
        String token = officer.token();
        noneIsTaken(by(form -> form.send(new Browser(server), Map.of("_token", token))), 303, 403);
        noneIsTaken(
                by(form ->
                        form.send(new Browser(server), Map.of("_token", token), "Cookie", "JSESSIONID=node0forged0")),
                303,
                403);
    }
}
