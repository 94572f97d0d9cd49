package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
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
        HttpResponse<String> answer = browser.get(Browser.UI + "/pages?path=" + path);
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

    private Document add(String parent, String title) throws Exception {
        return send("/pages/add", Map.of("parent", parent, "title", title, "name", "", "template", PLAIN));
    }

    private static List<String> paths(Document list) {
        return list.select("tbody th code").eachText();
    }

    private static Element row(Document list, String path) {
        return list.select("tbody tr").stream()
                .filter(row -> row.selectFirst("th code").text().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> actions(Document list) {
        List<String> labels = new ArrayList<>();
        list.select(".chosen .actions :is(a, button)").forEach(action -> labels.add(action.ownText()));
        return labels;
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
        assertThat(row(open, "/p").selectFirst("a").attr("aria-expanded")).isEqualTo("true");
        assertThat(row(open, "/p").selectFirst("a").attr("aria-current")).isEqualTo("true");
        assertThat(row(open, "/p/kid").selectFirst("a").text()).isEqualTo("Kid");
        assertThat(row(open, "/p/kid").select("td").first().text()).isEqualTo("P");
        assertThat(browser.get(Browser.UI + "/pages?path=/nowhere").statusCode())
                .isEqualTo(404);
        assertThat(browser.get(Browser.UI + "/pages?path=/p/main").statusCode())
                .as("an area is no page")
                .isEqualTo(404);
    }

    @Test
    void templates_are_offered_as_Magnolia_offers_them() throws Exception {
        List<String> offered = Browser.page(browser.get(Browser.UI + "/pages/add"))
                .select("input[name=template]")
                .eachAttr("value");
        assertThat(offered)
                .contains(PLAIN, "fix:pages/asked", "fix:pages/p")
                .doesNotContain("fix:pages/unseen", "fix:components/t");
        assertThat(post("/pages/add", Map.of("parent", "/", "title", "X", "template", "fix:components/t"))
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
                Browser.page(post("/pages/add", Map.of("parent", "/", "title", " ", "name", "p", "template", PLAIN)));
        assertThat(wrong.select(".problems li").eachText())
                .containsExactly("A page must have a title.", "There is a page “p” in this place already.");
        assertThat(wrong.select("[aria-invalid=true]").eachAttr("id")).containsExactly("title", "name");
    }

    @Test
    void a_page_with_a_dialog_is_made_when_that_is_sent() throws Exception {
        HttpResponse<String> step = post(
                "/pages/add", Map.of("parent", "/p", "title", "Asked for", "name", "", "template", "fix:pages/asked"));
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
        Document renamed = send("/pages/rename", Map.of("path", "/one", "name", "the first?"));
        assertThat(renamed.select(".notice").text()).isEqualTo("The page is now at /the-first-.");
        assertThat(paths(list(""))).containsSubsequence("/the-first-", "/two").doesNotContain("/one");
        assertThat(post("/pages/rename", Map.of("path", "/two", "name", "the-first-"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/pages/rename", Map.of("path", "/two", "name", "")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void pages_are_ordered_and_moved_where_they_may_go() throws Exception {
        add("/", "One");
        add("/", "Two");
        add("/one", "Inner");

        send("/pages/move", Map.of("path", "/two", "place", "before", "to", "/one"));
        assertThat(paths(list(""))).containsSubsequence("/two", "/one");
        send("/pages/move", Map.of("path", "/two", "place", "after", "to", "/one"));
        assertThat(paths(list(""))).containsSubsequence("/one", "/two");
        send("/pages/move", Map.of("path", "/two", "place", "before", "to", "/one/inner"));
        assertThat(paths(list("/one")))
                .containsSubsequence("/one", "/one/two", "/one/inner")
                .doesNotContain("/two");

        assertThat(post("/pages/move", Map.of("path", "/one", "place", "in", "to", "/one/inner"))
                        .body())
                .contains("The page cannot go into itself.");
        assertThat(post("/pages/move", Map.of("path", "/one", "place", "before", "to", "/"))
                        .statusCode())
                .isEqualTo(422);
        add("/", "Inner");
        assertThat(post("/pages/move", Map.of("path", "/inner", "place", "in", "to", "/one"))
                        .body())
                .contains("There is a page “inner” in that place already.");
        assertThat(paths(list("/one"))).contains("/inner", "/one/inner");
    }

    @Test
    void publication_goes_from_above_to_below() throws Exception {
        add("/", "One");
        add("/one", "Inner");
        assertThat(actions(list("/one/inner"))).doesNotContain("Publish");
        assertThat(post("/pages/publish", Map.of("path", "/one/inner")).statusCode())
                .isEqualTo(409);

        send("/pages/publish", Map.of("path", "/one"));
        assertThat(visible("/one")).isEqualTo(200);
        assertThat(visible("/one/inner")).isEqualTo(404);
        send("/pages/publish-all", Map.of("path", "/one"));
        assertThat(visible("/one/inner")).isEqualTo(200);
        assertThat(status("/one/inner")).isEqualTo("Published");

        send("/pages/rename", Map.of("path", "/one", "name", "uno"));
        assertThat(status("/uno/inner")).isEqualTo("Changed since published");
        assertThat(visible("/one")).isEqualTo(200);
        send("/pages/publish-all", Map.of("path", "/uno"));
        assertThat(visible("/one")).isEqualTo(404);
        assertThat(visible("/uno/inner")).isEqualTo(200);

        send("/pages/unpublish", Map.of("path", "/uno"));
        assertThat(visible("/uno")).isEqualTo(404);
        assertThat(status("/uno/inner")).isEqualTo("Not published");
    }

    @Test
    void a_deleted_page_stays_until_its_deletion_is_published() throws Exception {
        add("/", "One");
        add("/one", "Inner");
        send("/pages/publish-all", Map.of("path", "/one"));

        Document question = Browser.page(browser.get(Browser.UI + "/pages/delete?path=/one"));
        assertThat(question.selectFirst("main").text()).contains("together with the page below it");
        Document deleted = send("/pages/delete", Map.of("path", "/one"));
        assertThat(row(deleted, "/one").selectFirst(".status").text()).isEqualTo("Deleted, waiting for publication");
        assertThat(actions(deleted)).containsExactly("Restore", "Publish deletion");
        assertThat(visible("/one")).isEqualTo(200);
        assertThat(browser.get("/author/one.html").statusCode()).isEqualTo(404);
        assertThat(post("/pages/rename", Map.of("path", "/one", "name", "x")).statusCode())
                .isEqualTo(409);

        send("/pages/restore", Map.of("path", "/one"));
        assertThat(browser.get("/author/one/inner.html").body()).contains("<h1>Inner</h1>");

        send("/pages/delete", Map.of("path", "/one"));
        Document gone = send("/pages/publish-deletion", Map.of("path", "/one"));
        assertThat(paths(gone)).doesNotContain("/one");
        assertThat(visible("/one")).isEqualTo(404);
    }

    @Test
    void a_duplicate_is_not_published() throws Exception {
        add("/", "One");
        send("/pages/publish", Map.of("path", "/one"));
        send("/pages/duplicate", Map.of("path", "/one"));
        assertThat(paths(list(""))).containsSubsequence("/one", "/one0");
        assertThat(status("/one0")).isEqualTo("Not published");
    }

    @Test
    void another_template_is_a_change() throws Exception {
        add("/", "One");
        send("/pages/publish", Map.of("path", "/one"));
        Document list = send("/pages/template", Map.of("path", "/one", "template", "fix:pages/asked"));
        assertThat(row(list, "/one").select("td").first().text()).isEqualTo("Asked page");
        assertThat(status("/one")).isEqualTo("Changed since published");
    }

    @Test
    void the_pages_speak_french() throws Exception {
        send("/language", Map.of("language", "fr", "to", Browser.UI + "/pages"));
        Document list = list("/p");
        assertThat(list.selectFirst("html").attr("lang")).isEqualTo("fr");
        assertThat(actions(list)).contains("Modifier la page", "Déplacer", "Supprimer");
    }
}
