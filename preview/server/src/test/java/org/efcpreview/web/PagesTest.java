package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The browser of pages over HTTP: the tree, and what can be done with a page as a whole. */
@Tag("server")
class PagesTest {
    private static final String APP = "/app/pages-app";
    private static final String PLAIN = "fix:pages/plain";

    @TempDir
    Path directory;

    private PreviewServer server;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        Fixture fixture = Fixture.in(directory);
        fixture.write(
                "fix/templates/pages/plain.yaml",
                """
                title: Plain page
                renderType: freemarker
                templateScript: /fix/templates/pages/plain.ftl
                """);
        fixture.write(
                "fix/templates/pages/plain.ftl",
                """
                [#ftl output_format="HTML"]
                <h1>${content.title!}</h1>
                """);
        fixture.write(
                "fix/templates/pages/asked.yaml",
                """
                title: Asked page
                renderType: freemarker
                templateScript: /fix/templates/pages/plain.ftl
                dialog: fix:pages/asked
                """);
        fixture.write(
                "fix/dialogs/pages/asked.yaml",
                """
                form:
                  properties:
                    title:
                      label: Title
                      $type: textField
                      required: true
                """);
        fixture.write(
                "fix/templates/pages/unseen.yaml",
                """
                title: Hidden page
                visible: false
                renderType: freemarker
                templateScript: /fix/templates/pages/plain.ftl
                """);
        server = fixture.start();
        browser = new Browser(server);
        browser.signIn("superuser", "superuser");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private Document list(String path) throws Exception {
        HttpResponse<String> answer = browser.get(Browser.UI + APP + "?path=" + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Browser.page(answer);
    }

    private HttpResponse<String> post(String screen, Map<String, String> fields) throws Exception {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_token", browser.token());
        return browser.post(Browser.UI + screen, all);
    }

    private Document send(String screen, Map<String, String> fields) throws Exception {
        HttpResponse<String> answer = post(screen, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return Browser.page(browser.get(Browser.location(answer)));
    }

    private static String dialog(String name, String path) {
        return APP + "/dialog/pages-app:" + name + "?path=" + path;
    }

    private Document add(String parent, String title) throws Exception {
        return send(dialog("createPage", parent), Map.of("title", title, "name", "", "template", PLAIN));
    }

    /** What is sent to do something with a page. */
    private static Map<String, String> action(String action, String path) {
        return Map.of("action", action, "item", path, "query", "path=" + path);
    }

    private Document act(String action, String path) throws Exception {
        return send(APP, action(action, path));
    }

    /** What the dialog sends that gives a page another name. */
    private Map<String, String> renamed(String path, String name) throws Exception {
        HttpResponse<String> dialog = browser.get(Browser.UI + dialog("renamePage", path));
        Map<String, String> fields =
                new HashMap<>(Browser.fields(Browser.page(dialog).selectFirst("main form")));
        fields.putAll(Map.of("jcrName", name, "_do", "save"));
        return fields;
    }

    private static Map<String, String> move(String path, String place, String target) {
        return Map.of("action", "move", "item", path, "place", place, "target", target);
    }

    private static List<String> paths(Document list) {
        return list.select("tbody td.path").eachText();
    }

    private static Element row(Document list, String path) {
        return list.select("tbody tr").stream()
                .filter(row -> row.selectFirst("td.path").text().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> actions(Document list) {
        return list.select(".browser-bar button").eachText();
    }

    private static String template(Document list, String path) {
        return row(list, path).selectFirst("td.template").text();
    }

    private String status(String path) throws Exception {
        return row(list(path), path).selectFirst(".status").text();
    }

    private int visible(String path) throws Exception {
        return browser.get(path + ".html").statusCode();
    }

    @Test
    void the_tree_opens_where_one_looks() throws Exception {
        assertThat(paths(list(""))).contains("/p", "/qq").doesNotContain("/p/kid");
        Document open = list("/p");
        assertThat(paths(open)).contains("/p", "/p/kid");
        assertThat(row(open, "/p").selectFirst("a.toggle").attr("aria-label")).startsWith("Close ");
        assertThat(row(open, "/p").attr("aria-current")).isEqualTo("true");
        assertThat(row(open, "/p/kid").selectFirst("a.name").text()).isEqualTo("Kid");
        assertThat(template(open, "/p/kid")).isEqualTo("P");
        assertThat(browser.get(Browser.UI + APP + "/item?path=/nowhere").statusCode())
                .isEqualTo(404);
        assertThat(browser.get(Browser.UI + APP + "/item?path=/p/main").statusCode())
                .as("an area is no page")
                .isEqualTo(404);
    }

    @Test
    void templates_are_offered_as_Magnolia_offers_them() throws Exception {
        List<String> offered = Browser.page(browser.get(Browser.UI + dialog("createPage", "/")))
                .select("input[name=template]")
                .eachAttr("value");
        assertThat(offered)
                .contains(PLAIN, "fix:pages/asked", "fix:pages/p")
                .doesNotContain("fix:pages/unseen", "fix:components/t");
        assertThat(post(dialog("createPage", "/"), Map.of("title", "X", "template", "fix:components/t"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_page_gets_its_address_from_its_title() throws Exception {
        add("/", "L’été à Genève!");
        assertThat(paths(list(""))).contains("/l-ete-a-geneve");
        add("/", "L’été à Genève!");
        assertThat(paths(list(""))).contains("/l-ete-a-geneve-2");
        assertThat(browser.get("/author/l-ete-a-geneve.html").body()).contains("<h1>L’été à Genève!</h1>");
        assertThat(status("/l-ete-a-geneve")).isEqualTo("Not published");

        Document wrong =
                Browser.page(post(dialog("createPage", "/"), Map.of("title", " ", "name", "p", "template", PLAIN)));
        assertThat(wrong.select(".problems li").eachText())
                .containsExactly("A page must have a title.", "There is a page “p” in this place already.");
        assertThat(wrong.select("[aria-invalid=true]").eachAttr("id")).containsExactly("title", "name");
    }

    @Test
    void a_page_with_a_dialog_is_made_when_that_is_sent() throws Exception {
        HttpResponse<String> step = post(
                dialog("createPage", "/p"), Map.of("title", "Asked for", "name", "", "template", "fix:pages/asked"));
        String address = Browser.location(step).substring(Browser.UI.length());
        Document dialog = Browser.page(browser.get(Browser.location(step)));
        assertThat(dialog.select(".field input").val()).isEqualTo("Asked for");
        assertThat(paths(list("/p"))).doesNotContain("/p/asked-for");

        Map<String, String> fields = new HashMap<>(Browser.fields(dialog.selectFirst("main form")));
        fields.put("_do", "save");
        send(address, fields);
        assertThat(paths(list("/p"))).contains("/p/asked-for");
        assertThat(browser.get("/author/p/asked-for.html").body()).contains("<h1>Asked for</h1>");
    }

    @Test
    void renaming_changes_the_address_and_keeps_the_place() throws Exception {
        add("/", "One");
        add("/", "Two");
        Document renamed = send(dialog("renamePage", "/one"), renamed("/one", "the first?"));
        assertThat(renamed.select("tr[aria-current] td.path").text()).isEqualTo("/the-first-");
        assertThat(paths(list(""))).containsSubsequence("/the-first-", "/two").doesNotContain("/one");
        assertThat(post(dialog("renamePage", "/two"), renamed("/two", "the-first-"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(dialog("renamePage", "/two"), renamed("/two", "")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void pages_are_ordered_and_moved_where_they_may_go() throws Exception {
        add("/", "One");
        add("/", "Two");
        add("/one", "Inner");

        send(APP + "/move", move("/two", "before", "/one"));
        assertThat(paths(list(""))).containsSubsequence("/two", "/one");
        send(APP + "/move", move("/two", "after", "/one"));
        assertThat(paths(list(""))).containsSubsequence("/one", "/two");
        send(APP + "/move", move("/two", "before", "/one/inner"));
        assertThat(paths(list("/one")))
                .containsSubsequence("/one", "/one/two", "/one/inner")
                .doesNotContain("/two");

        assertThat(post(APP + "/move", move("/one", "inside", "/one/inner")).body())
                .contains("one cannot be moved into itself.");
        assertThat(post(APP + "/move", move("/one", "before", "/")).statusCode())
                .isEqualTo(422);
        add("/", "Inner");
        assertThat(post(APP + "/move", move("/inner", "inside", "/one")).body())
                .contains("There is another inner in /one.");
        assertThat(paths(list("/one"))).contains("/inner", "/one/inner");
    }

    @Test
    void publication_goes_from_above_to_below() throws Exception {
        add("/", "One");
        add("/one", "Inner");
        assertThat(actions(Browser.page(browser.get(Browser.UI + APP + "/item?path=/one/inner"))))
                .contains("Delete")
                .doesNotContain("Publish");
        assertThat(post(APP, action("activate", "/one/inner")).statusCode()).isEqualTo(422);

        act("activate", "/one");
        assertThat(visible("/one")).isEqualTo(200);
        assertThat(visible("/one/inner")).isEqualTo(404);
        act("activateRecursive", "/one");
        assertThat(visible("/one/inner")).isEqualTo(200);
        assertThat(status("/one/inner")).isEqualTo("Published");

        send(dialog("renamePage", "/one"), renamed("/one", "uno"));
        assertThat(status("/uno/inner")).isEqualTo("Changed since publication");
        assertThat(visible("/one")).isEqualTo(200);
        act("activateRecursive", "/uno");
        assertThat(visible("/one")).isEqualTo(404);
        assertThat(visible("/uno/inner")).isEqualTo(200);

        act("deactivate", "/uno");
        assertThat(visible("/uno")).isEqualTo(404);
        assertThat(status("/uno/inner")).isEqualTo("Not published");
    }

    @Test
    void a_deleted_page_stays_until_its_deletion_is_published() throws Exception {
        add("/", "One");
        add("/one", "Inner");
        act("activateRecursive", "/one");

        Document question = act("confirmDeletion", "/one");
        assertThat(question.selectFirst("main").text()).contains("The entry below it goes with it.");
        Document deleted = act("delete", "/one");
        assertThat(row(deleted, "/one").selectFirst(".mark").text()).isEqualTo("deleted");
        assertThat(actions(deleted)).startsWith("Restore", "Publish deletion");
        assertThat(visible("/one")).isEqualTo(200);
        assertThat(browser.get("/author/one.html").statusCode()).isEqualTo(404);
        assertThat(post(dialog("renamePage", "/one"), Map.of("jcrName", "x", "_do", "save"))
                        .statusCode())
                .isEqualTo(409);

        // It would go with the page that it is below.
        HttpResponse<String> refused = post(APP, action("restorePreviousVersion", "/one/inner"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.page(refused).text()).contains("marked as deleted; restore that first");
        act("restorePreviousVersion", "/one");
        assertThat(browser.get("/author/one/inner.html").body()).contains("<h1>Inner</h1>");

        act("delete", "/one");
        Document gone = act("activateDeleted", "/one");
        assertThat(paths(gone)).doesNotContain("/one");
        assertThat(visible("/one")).isEqualTo(404);
    }

    @Test
    void a_duplicate_is_not_published() throws Exception {
        add("/", "One");
        act("activate", "/one");
        act("duplicate", "/one");
        assertThat(paths(list(""))).containsSubsequence("/one", "/one0");
        assertThat(status("/one0")).isEqualTo("Not published");
    }

    @Test
    void another_template_is_a_change() throws Exception {
        add("/", "One");
        act("activate", "/one");
        Document list = send(dialog("changePageTemplate", "/one"), Map.of("template", "fix:pages/asked"));
        assertThat(template(list, "/one")).isEqualTo("Asked page");
        assertThat(status("/one")).isEqualTo("Changed since publication");
    }

    @Test
    void the_pages_speak_french() throws Exception {
        send("/language", Map.of("language", "fr", "to", Browser.UI + APP));
        Document list = list("/p");
        assertThat(list.selectFirst("html").attr("lang")).isEqualTo("fr");
        assertThat(actions(list)).contains("Modifier la page", "Déplacer", "Supprimer");
    }
}
