package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.efcpreview.web.Browser.UI;
import static org.efcpreview.web.Browser.location;
import static org.efcpreview.web.Browser.page;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcpreview.repository.Accounts;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.User;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The module's own forms as a browser sends them. */
@Tag("server")
class EditFormsTest {
    private static final String EVENTS = UI + "/app/efc-events/detail";
    private static final String CLOSED = "/events/the-first-efc-awareness-raising-event";
    private static final String EVES_PASSWORD = "tide lamp orchard nine";
    private static final String AWKWARD = "<b>&\"' \uD83D\uDE80 é";

    private static final Map<String, String> IMPORTED = Map.of(
            "title", "Imported",
            "precision", "time",
            "start", "2014-03-24",
            "startTime", "9h30",
            "timeZone", "Lisbon",
            "country", "QQ",
            "kind", "hackathon",
            "status", "in-doubt");

    /** A page of each template. */
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    @TempDir
    static Path directory;

    private static PreviewServer server;
    private static Browser browser;
    private static int made;

    @BeforeAll
    static void start() throws Exception {
        Path home = directory.resolve("home");
        Options options = InstalledHome.at(home);
        // The samples come without pictures.
        ContentRepository content = ContentRepository.open(home.resolve("author"));
        Session session = content.login("dam", User.SYSTEM);
        for (String name : List.of("first.jpg", "second.jpg")) {
            session.getRootNode().addNode(name, "mgnl:asset").setProperty("title", AWKWARD);
        }
        session.save();
        session.logout();
        Session website = content.login("website", User.SYSTEM);
        for (NodeIterator pages = website.getRootNode().getNodes(); pages.hasNext(); ) {
            Node page = pages.nextNode();
            if (page.hasProperty("mgnl:template")) {
                PAGES.put(page.getProperty("mgnl:template").getString(), page.getPath());
            }
        }
        website.logout();
        editor(content);
        imported(content);
        content.close();
        server = PreviewServer.start(options);
        browser = signedIn();
    }

    /** An editor who may read one event and not change it. */
    private static void editor(ContentRepository content) throws Exception {
        Accounts.grant(content, "bounded", "acl_uri", "/*", 63);
        Accounts.grant(content, "bounded", "acl_efc-events", CLOSED, 8);
        Accounts.add(content, "eve", EVES_PASSWORD, "efc-events-editor", "bounded");
    }

    /** An event as an import may have stored it, with what no form offers. */
    private static void imported(ContentRepository content) throws Exception {
        Session session = content.login("efc-events", User.SYSTEM);
        Node event = session.getNode("/events").addNode("imported", "efc:event");
        IMPORTED.forEach((property, value) -> {
            try {
                event.setProperty(property, value);
            } catch (RepositoryException e) {
                throw new IllegalStateException(e);
            }
        });
        session.save();
        session.logout();
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

    private static Document open(String address) throws Exception {
        HttpResponse<String> answer = browser.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return page(answer);
    }

    private static Element form(Document page) {
        return EveryField.form(page);
    }

    private static Map<String, List<String>> sent(Element form) {
        return EveryField.sent(form);
    }

    private static HttpResponse<String> send(String address, Map<String, List<String>> form, String... changed)
            throws Exception {
        Map<String, List<String>> fields = new LinkedHashMap<>(form);
        for (int i = 0; i < changed.length; i += 2) {
            fields.put(changed[i], List.of(changed[i + 1]));
        }
        return browser.submit(address, fields);
    }

    /** Adds an event that has what it must have; gives the address of its form. */
    private static String event(String title, String... more) throws Exception {
        List<String> changed = new ArrayList<>(
                List.of("title", title, "date/precision", "day", "date/form-day/start", "2014-03-24", "_do", "go-on"));
        changed.addAll(List.of(more));
        String address = EVENTS + "?parent=/events";
        HttpResponse<String> saved = send(address, sent(form(open(address))), changed.toArray(String[]::new));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        return location(saved);
    }

    private static List<String> errors(HttpResponse<String> answer) {
        return page(answer).select("#errors li a").eachAttr("href");
    }

    // Everything there and back

    static List<List<String>> every_form() throws Exception {
        List<List<String>> forms = new ArrayList<>();
        for (String app : List.of("efc-events/events", "efc-speakers/speakers", "efc-work-packages/work-packages")) {
            String[] parts = app.split("/");
            String address = UI + "/app/" + parts[0] + "/detail?parent=/" + parts[1];
            List<String> options = form(open(address))
                    .select(".switch input[type=radio][value~=.]")
                    .eachAttr("value");
            for (String option : options.isEmpty() ? List.of("") : options) {
                forms.add(List.of(parts[0], parts[1], option));
            }
        }
        return forms;
    }

    @ParameterizedTest
    @MethodSource("every_form")
    void every_field_comes_back_as_it_was_sent(List<String> which) throws Exception {
        String address = UI + "/app/" + which.get(0) + "/detail?parent=/" + which.get(1);
        EveryField fields = EveryField.of(browser, address, which.get(2), "made-" + ++made);
        HttpResponse<String> answer = fields.send("go-on");

        Map<String, List<String>> read = sent(form(open(location(answer))));
        fields.areIn(read);
        // And nothing that was read makes a change.
        assertThat(send(location(answer), read, "_do", "go-on").statusCode()).isEqualTo(303);
        assertThat(sent(form(open(location(answer)))).get("_base")).isEqualTo(read.get("_base"));
    }

    /** The templates that have a dialog, and how its form is opened: as new for a component, on its page for a page. */
    static List<List<String>> every_dialog() throws Exception {
        List<List<String>> dialogs = new ArrayList<>();
        for (String folder : List.of("pages", "components")) {
            try (Stream<Path> files = Files.list(Path.of("target/classes/efc-events/dialogs/" + folder))) {
                for (Path file : files.sorted().toList()) {
                    dialogs.add(List.of(folder, file.getFileName().toString().replace(".yaml", "")));
                }
            }
        }
        return dialogs;
    }

    @ParameterizedTest
    @MethodSource("every_dialog")
    void every_field_of_a_dialog_comes_back_as_it_was_sent(List<String> which) throws Exception {
        String template = "efc-events:" + which.get(0) + "/" + which.get(1);
        String address;
        if (which.get(0).equals("pages")) {
            assertThat(PAGES).containsKey(template);
            address = UI + "/page/properties?path=" + PAGES.get(template);
        } else {
            address = UI + "/page/new?path=/efc&area=main&position=bottom&template=" + template;
        }
        EveryField fields = EveryField.of(browser, address, "", "");
        HttpResponse<String> answer = fields.send("save");

        String again = address;
        if (which.get(0).equals("components")) {
            Document editor = open(location(answer).replaceFirst("#.*", ""));
            List<String> edits = editor.select("a[href*=/page/edit]").eachAttr("href");
            again = edits.stream()
                    .filter(edit -> edit.contains("/main/"))
                    .reduce((one, next) -> next)
                    .orElseThrow();
        }
        Map<String, List<String>> read = sent(form(open(again)));
        fields.areIn(read);
        assertThat(send(again, read, "_do", "save").statusCode()).isEqualTo(303);
        assertThat(sent(form(open(again))).get("_base")).isEqualTo(read.get("_base"));
    }

    // Errors

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | ''",
                "title | '   '",
                "jcrName | Not An Address",
                "jcrName | the-first-efc-awareness-raising-event",
                "kind | no-such-kind",
                "date/form-day/start | 2014-02-30",
                "date/form-day/start | 0000-01-01",
                "date/form-day/start | ''",
                "onlineAddress | javascript:alert(1)",
                "photographCount | many",
                "country | Belgium",
                "description | <p>x</p><script>alert(1)</script>",
                "description_fr | <h1>x</h1>",
                "workPackages | 00000000-0000-0000-0000-000000000000",
                "links/0/url | ''",
                "participations/0/speaker | ''",
                "gallery/0/image | ''",
            })
    void what_is_wrong_is_said_at_its_field_and_nothing_is_stored(String control, String value) throws Exception {
        String address = EVENTS + "?parent=/events";
        Map<String, List<String>> fields = sent(form(open(address)));
        fields.put("title", List.of("Wrong"));
        // A language is checked as soon as there is anything in it.
        fields.put("title_fr", List.of("Faux"));
        fields.put("date/form-day/start", List.of("2014-03-24"));
        if (control.contains("/0/")) {
            String multi = control.substring(0, control.indexOf('/'));
            fields = sent(form(page(send(address, fields, "_do", "add:" + multi))));
            for (String name : List.copyOf(fields.keySet())) {
                if (name.matches(multi + "/0/(alt|title)")) {
                    fields.put(name, List.of("x"));
                }
            }
        }

        HttpResponse<String> refused = send(address, fields, control, value);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(errors(refused)).containsExactly("#f." + control.replace('/', '.'));
        Element wrong = page(refused).getElementById(errors(refused).get(0).substring(1));
        assertThat(page(refused).getElementById(wrong.attr("aria-describedby").replaceFirst(".* ", "")))
                .isNotNull();
        if (!wrong.is("fieldset, select")) {
            assertThat(sent(form(page(refused))).get(control)).containsExactly(value);
        }
        assertThat(browser.get(EVENTS + "?path=/events/wrong").statusCode()).isEqualTo(404);
    }

    // Adding

    @Test
    void an_address_is_made_of_the_title_and_never_twice() throws Exception {
        assertThat(event("Fête de l’œuvre!")).endsWith("?path=/events/fete-de-l-oeuvre");
        assertThat(event("Fête de l’Œuvre")).endsWith("?path=/events/fete-de-l-oeuvre-2");
    }

    @Test
    void nothing_is_made_before_it_is_saved() throws Exception {
        String address = EVENTS + "?parent=/events";
        Map<String, List<String>> fields = sent(form(open(address)));
        assertThat(send(address, fields, "title", "Not yet", "_do", "add:links").statusCode())
                .isEqualTo(200);
        assertThat(browser.get(EVENTS + "?path=/events/not-yet").statusCode()).isEqualTo(404);
    }

    @Test
    void saving_leads_back_to_where_the_entry_lies_and_says_so() throws Exception {
        String address = event("Back and forth");
        HttpResponse<String> saved = send(address, sent(form(open(address))), "host", "x", "_do", "save");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(location(saved)).startsWith(UI + "/app/efc-events?path=/events");
        assertThat(open(UI).select(".notice").text()).contains("Back and forth");
    }

    @Test
    void saving_leads_back_to_what_the_browser_showed() throws Exception {
        event("Far down the list");
        String shown = "view=list&sort=-title&q=far";
        String edit = open(UI + "/app/efc-events?" + shown)
                .select("a.name[href*=far-down-the-list]")
                .attr("href");
        Document form = open(edit);
        assertThat(form.select(".save a").attr("href")).contains("view=list", "sort=-title", "q=far");
        HttpResponse<String> kept = send(edit, sent(form(form)), "host", "x", "_do", "go-on");
        HttpResponse<String> saved = send(location(kept), sent(form(open(location(kept)))), "host", "y", "_do", "save");
        assertThat(location(saved)).contains("view=list", "sort=-title", "q=far");
    }

    @Test
    void another_language_is_another_text_of_the_same_entry() throws Exception {
        String address = event("In English", "title_fr", "En français");
        Document page = open(address);
        assertThat(page.select("#f\\.title_fr").val()).isEqualTo("En français");
        assertThat(page.select("#f\\.title_fr").attr("lang")).isEqualTo("fr");
        String name = address.substring(address.lastIndexOf('/') + 1);
        assertThat(browser.get("/author/fr/events/" + name + ".html?mgnlPreview=true")
                        .body())
                .contains("En français");
        // As in Magnolia: once there is one, it may not be emptied, since a title is required.
        HttpResponse<String> emptied = send(address, sent(form(page)), "title_fr", "", "_do", "save");
        assertThat(emptied.statusCode()).isEqualTo(422);
        assertThat(errors(emptied)).containsExactly("#f.title_fr");
    }

    // Parts of an event that most have not

    @Test
    void an_event_without_a_part_for_members_has_no_such_node() throws Exception {
        String address = event("Plain and public");
        HttpResponse<String> exported = browser.post(
                "/author/.magnolia/admincentral/app/efc-events",
                Map.of("_token", browser.token(), "action", "export", "item", "/events/plain-and-public"));
        assertThat(exported.body())
                .contains("'jcr:primaryType': 'efc:event'", "Plain and public")
                .doesNotContain("members");
        assertThat(sent(form(open(address))).get("publicNotice/date/precision")).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource({"title, Known by its notice", "kind, training", "date/precision, unknown", "status, cancelled"})
    void a_notice_can_say_as_little_as_the_editor_wants(String field, String value) throws Exception {
        String address = event("Little of " + field, "publicNotice/" + field, value);
        assertThat(sent(form(open(address))).get("publicNotice/" + field)).containsExactly(value);
    }

    @Test
    void a_notice_with_a_day_must_say_which() throws Exception {
        String address = event("Some day");
        HttpResponse<String> refused =
                send(address, sent(form(open(address))), "publicNotice/date/precision", "day", "_do", "go-on");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(errors(refused)).containsExactly("#f.publicNotice.date.form-day.start");
    }

    @ParameterizedTest
    @CsvSource({"Old Address", "../x", "a--b"})
    void a_former_address_must_be_one(String wrong) throws Exception {
        String address = event("Once elsewhere");
        Map<String, List<String>> form =
                sent(form(page(send(address, sent(form(open(address))), "_do", "add:formerAddresses"))));
        String control = form.keySet().stream()
                .filter(name -> name.startsWith("formerAddresses/0/") && !name.endsWith("_id"))
                .findFirst()
                .orElseThrow();
        assertThat(send(address, form, control, wrong, "_do", "go-on").statusCode())
                .isEqualTo(422);
        HttpResponse<String> saved = send(address, form, control, "once-it-was-here", "_do", "go-on");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(sent(form(open(location(saved)))).get(control)).containsExactly("once-it-was-here");
    }

    // Two people

    @Test
    void of_two_who_edit_at_once_neither_loses_anything() throws Exception {
        String address = event("Together", "city", "Paris");
        Map<String, List<String>> mine = sent(form(open(address)));
        assertThat(send(address, mine, "city", "Lyon", "host", "Theirs").statusCode())
                .isEqualTo(303);

        HttpResponse<String> refused = send(address, mine, "title", "Mine", "host", "Mine too");

        assertThat(refused.statusCode()).isEqualTo(409);
        Document page = page(refused);
        assertThat(page.select(".warning").text()).contains("superuser");
        Map<String, List<String>> merged = sent(form(page));
        assertThat(merged.get("title")).containsExactly("Mine");
        assertThat(merged.get("city")).containsExactly("Lyon");
        assertThat(merged.get("host")).containsExactly("Mine too");
        assertThat(page.select(".theirs .value").eachText()).containsExactly("Theirs");
        assertThat(sent(form(open(address))).get("title")).containsExactly("Together");

        assertThat(send(address, merged).statusCode()).isEqualTo(303);
        assertThat(sent(form(open(address))).get("title")).containsExactly("Mine");
        assertThat(sent(form(open(address))).get("city")).containsExactly("Lyon");
    }

    @Test
    void who_changed_nothing_takes_nothing_back() throws Exception {
        String address = event("Looked at", "city", "Paris");
        Map<String, List<String>> mine = sent(form(open(address)));
        assertThat(send(address, mine, "city", "Lyon").statusCode()).isEqualTo(303);

        assertThat(send(address, mine).statusCode()).isEqualTo(303);

        assertThat(sent(form(open(address))).get("city")).containsExactly("Lyon");
    }

    @Test
    void what_is_stored_and_not_offered_survives_an_edit() throws Exception {
        String address = EVENTS + "?path=/events/imported";
        HttpResponse<String> saved = send(address, sent(form(open(address))), "city", "Lisbon", "_do", "go-on");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);

        Map<String, List<String>> stored = sent(form(open(address)));
        assertThat(stored.get("city")).containsExactly("Lisbon");
        assertThat(stored.get("country")).containsExactly("QQ");
        assertThat(stored.get("kind")).containsExactly("hackathon");
        assertThat(stored.get("status")).containsExactly("in-doubt");
        assertThat(stored.get("date/form-time/startTime")).containsExactly("9h30");
        assertThat(stored.get("date/form-time/timeZone")).containsExactly("Lisbon");
    }

    @Test
    void countries_are_offered_by_name_as_magnolia_sorts_them() throws Exception {
        List<String> names = open(EVENTS + "?parent=/events")
                .select("#f\\.country option[value~=.]")
                .eachText();
        assertThat(names)
                .hasSizeGreaterThan(200)
                .contains("Belgium")
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    /** Neither overwrites what the other has just been told is saved. */
    @ParameterizedTest
    @CsvSource({"city, city", "city, venue"})
    void of_two_who_save_at_the_same_moment_none_loses_anything(String theirs, String mine) throws Exception {
        String address = event("At the same moment " + theirs + mine);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 15; round++) {
                Map<String, List<String>> form = sent(form(open(address)));
                String first = "first " + round;
                String second = "second " + round;
                CyclicBarrier together = new CyclicBarrier(2);
                Future<Integer> one = both.submit(() -> {
                    together.await();
                    return send(address, form, theirs, first).statusCode();
                });
                Future<Integer> other = both.submit(() -> {
                    together.await();
                    return send(address, form, mine, second).statusCode();
                });

                List<Integer> answers = List.of(one.get(), other.get());

                assertThat(answers).containsExactlyInAnyOrder(303, 409);
                Map<String, List<String>> saved = sent(form(open(address)));
                boolean firstWas = answers.get(0) == 303;
                assertThat(saved.get(firstWas ? theirs : mine)).containsExactly(firstWas ? first : second);
            }
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void no_entry_is_made_in_a_part_of_another() throws Exception {
        assertThat(browser.get(EVENTS + "?parent=" + CLOSED + "/participations").statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_identifier_that_is_none_is_that_of_something_gone() throws Exception {
        String address = event("Tampered with");

        assertThat(send(address, sent(form(open(address))), "_node", "garbage").statusCode())
                .isEqualTo(409);
    }

    @Test
    void what_was_moved_meanwhile_is_still_saved() throws Exception {
        String address = event("Wanderer");
        Map<String, List<String>> mine = sent(form(open(address)));
        String dialog = UI + "/app/efc-events/dialog/efc-events:rename?path=/events/wanderer";
        assertThat(send(dialog, sent(form(open(dialog))), "jcrName", "settled").statusCode())
                .isEqualTo(303);

        HttpResponse<String> answer = send(address, mine, "host", "x");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(send(address, sent(form(page(answer)))).statusCode()).isEqualTo(303);
        assertThat(sent(form(open(EVENTS + "?path=/events/settled"))).get("host"))
                .containsExactly("x");
    }

    // What is not answered

    @Test
    void a_form_without_the_token_is_refused() throws Exception {
        String address = event("Forged");
        Map<String, List<String>> fields = sent(form(open(address)));
        HttpResponse<String> refused = send(address, fields, "host", "x", "_token", "wrong");
        assertThat(refused.statusCode()).isNotEqualTo(303);
        assertThat(sent(form(open(address))).get("host")).containsExactly("");
    }

    @Test
    void who_may_not_write_gets_no_form_and_changes_nothing() throws Exception {
        Map<String, List<String>> superusers = sent(form(open(EVENTS + "?path=" + CLOSED)));
        String address = event("Open to eve");
        Browser eve = new Browser(server);
        assertThat(eve.signIn("eve", EVES_PASSWORD).statusCode()).isEqualTo(303);
        assertThat(eve.get(EVENTS + "?path=" + CLOSED).statusCode()).isEqualTo(403);
        superusers.put("_token", List.of(eve.token()));
        superusers.put("host", List.of("eve"));
        HttpResponse<String> refused = eve.submit(EVENTS + "?path=" + CLOSED, superusers);
        assertThat(refused.statusCode()).isEqualTo(403);
        // What was typed can still be copied.
        assertThat(sent(form(page(refused))).get("host")).containsExactly("eve");
        assertThat(page(refused).select(".save button")).isEmpty();
        assertThat(sent(form(open(EVENTS + "?path=" + CLOSED))).get("host")).doesNotContain("eve");

        Map<String, List<String>> hers = sent(form(page(eve.get(address))));
        hers.put("host", List.of("eve"));
        assertThat(eve.submit(address, hers).statusCode()).isEqualTo(303);
        assertThat(sent(form(open(address))).get("host")).containsExactly("eve");
    }

    @Test
    void other_nodes_and_dialogs_have_no_form() throws Exception {
        for (String nothing : List.of(
                "detail?path=/events",
                "detail?path=/speakers/troels-oerting",
                "detail?path=/events/nothing",
                "detail?path=events//..",
                "detail?parent=" + CLOSED,
                "detail",
                "dialog/efc-events:pages/event?path=/events/the-first-efc-awareness-raising-event",
                "dialog/efc-events:nothing?path=/events/the-first-efc-awareness-raising-event")) {
            assertThat(browser.get(UI + "/app/efc-events/" + nothing).statusCode())
                    .as(nothing)
                    .isEqualTo(404);
        }
    }

    @Test
    void a_server_with_a_form_that_cannot_be_shown_does_not_start(@TempDir Path scratch) throws Exception {
        Fixture fixture = Fixture.in(scratch);
        fixture.write(
                "fix/dialogs/colour.yaml",
                """
                form:
                  properties:
                    colour:
                      $type: textField
                      converterClass: com.vaadin.data.converter.StringToDateConverter
                """);
        assertThatThrownBy(fixture::start)
                .isInstanceOf(StartException.class)
                .hasMessageContaining("/fix/dialogs/colour.yaml")
                .hasMessageContaining("form/properties/colour/converterClass");
    }
}
