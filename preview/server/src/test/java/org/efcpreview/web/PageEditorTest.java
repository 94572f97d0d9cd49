package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

/** The page editor over HTTP: what it offers, and what each of its buttons does to the content and to the page. */
@Tag("server")
class PageEditorTest {
    private static final String T = "fix:components/t";
    private static final String D = "fix:components/d";

    @TempDir
    Path directory;

    private Fixture fixture;
    private PreviewServer server;
    private Browser browser;

    @BeforeEach
    void prepare() throws Exception {
        fixture = Fixture.in(directory);
        fixture.write(
                "fix/templates/components/d.yaml",
                """
                title: Quotation
                renderType: freemarker
                templateScript: /fix/templates/components/t.ftl
                dialog: fix:components/d
                """);
        fixture.write(
                "fix/dialogs/components/d.yaml",
                """
                form:
                  properties:
                    text:
                      label: Text
                      $type: textField
                      required: true
                """);
        fixture.write(
                "fix/dialogs/pages/ed.yaml",
                """
                form:
                  properties:
                    title:
                      label: Title
                      $type: textField
                      required: true
                """);
        fixture.write(
                "fix/templates/pages/ed.ftl",
                """
                [#ftl output_format="HTML"]
                [@cms.page /]<h1>${content.title!}</h1>[@cms.area name="main" /][@cms.area name="solo" /]\
                [@cms.area name="opt" /]
                """);
        template("");
        fixture.write(
                "mgnl-bootstrap-samples/fix/website.ed.yaml",
                """
                ed:
                  'jcr:primaryType': 'mgnl:page'
                  'jcr:uuid': '8a5fe5ed-6f36-4871-a78a-71cb5b614aa0'
                  'mgnl:template': 'fix:pages/ed'
                  'mgnl:created': 2013-10-15T09:00:00.000+01:00
                  'mgnl:lastModified': 2013-10-15T09:00:00.000+01:00
                  'mgnl:activationStatus': 'true'
                  'mgnl:lastActivated': 2013-10-15T09:00:01.000+01:00
                  title: Edited
                  sub:
                    'jcr:primaryType': 'mgnl:page'
                    'mgnl:template': 'fix:pages/ed'
                    title: Below
                """);
    }

    /** @param main more properties of the area {@code main}, each with four spaces before it */
    private void template(String main) throws Exception {
        fixture.write(
                "fix/templates/pages/ed.yaml",
                """
                title: Edited page
                renderType: freemarker
                templateScript: /fix/templates/pages/ed.ftl
                dialog: fix:pages/ed
                areas:
                  main:
                    title: Main
                    availableComponents: {t: {id: 'fix:components/t'}, d: {id: 'fix:components/d'}}
                """
                        + main
                        + """
                  solo:
                    type: single
                    availableComponents: {t: {id: 'fix:components/t'}}
                  opt:
                    optional: true
                    availableComponents: {t: {id: 'fix:components/t'}}
                """);
    }

    private void start() throws Exception {
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

    private Document editor() throws Exception {
        HttpResponse<String> answer = browser.get(Browser.UI + "/page?path=/ed");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Browser.page(answer);
    }

    /** Sends a form of the editor and follows to the page that it leads to. */
    private Document send(String screen, Map<String, String> fields) throws Exception {
        HttpResponse<String> answer = post(screen, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return Browser.page(browser.get(Browser.location(answer).replaceAll("#.*", "")));
    }

    private HttpResponse<String> post(String screen, Map<String, String> fields) throws Exception {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_token", browser.token());
        return browser.post(Browser.UI + screen, all);
    }

    private Document add(String area, String template, String position) throws Exception {
        return send("/page/add", Map.of("path", "/ed", "area", area, "template", template, "position", position));
    }

    /** The components of an area as the outline has them: the last part of the path, and the label. */
    private static List<String> components(Document editor, String area) {
        List<String> found = new ArrayList<>();
        for (Element component : editor.select("[data-part=website:/ed/" + area + "] > ol > li")) {
            String path = component.attr("data-part");
            found.add(path.substring(path.lastIndexOf('/') + 1) + " "
                    + component.selectFirst("strong").text());
        }
        return found;
    }

    private static Element area(Document editor, String area) {
        return editor.selectFirst("section[data-part=website:/ed/" + area + "]");
    }

    private static List<String> tools(Element part) {
        List<String> labels = new ArrayList<>();
        part.select("> .tools :is(a, button)").forEach(button -> labels.add(button.ownText()));
        return labels;
    }

    private static Element component(Document editor, String path) {
        return editor.selectFirst("li[data-part=website:" + path + "]");
    }

    private String status() throws Exception {
        return editor().selectFirst(".facts .status").text();
    }

    private String author(String query) throws Exception {
        return browser.get("/author/ed.html" + query).body();
    }

    private String visible() throws Exception {
        return browser.get("/ed.html").body();
    }

    @Test
    void an_area_offers_what_its_definition_says() throws Exception {
        start();
        Document editor = editor();

        assertThat(tools(area(editor, "main"))).containsExactly("Add component");
        assertThat(tools(area(editor, "solo"))).containsExactly("Add component");
        assertThat(tools(area(editor, "opt"))).containsExactly("Create area");
        Document choice = Browser.page(browser.get(Browser.UI + "/page/add?path=/ed&area=main"));
        assertThat(choice.select("fieldset").first().select("label").eachText()).containsExactly("Quotation", "T");
        assertThat(Browser.page(browser.get(Browser.UI + "/page/add?path=/ed&area=solo"))
                        .select("input[name=template][checked]")
                        .eachAttr("value"))
                .containsExactly(T);
    }

    @Test
    void components_are_named_and_placed_as_Magnolia_does() throws Exception {
        start();
        add("main", T, "bottom");
        add("main", T, "bottom");
        Document editor = add("main", T, "top");

        assertThat(components(editor, "main")).containsExactly("01 T", "0 T", "00 T");
        assertThat(editor.select(".notice").text()).contains("“T” has been added.");
        assertThat(tools(component(editor, "/ed/main/01")))
                .containsExactly("Move down", "Duplicate", "Change template", "Remove");
    }

    @Test
    void a_component_with_a_dialog_is_made_when_that_is_sent() throws Exception {
        start();
        Document dialog = add("main", D, "bottom");
        assertThat(dialog.selectFirst("h1").text()).isEqualTo("New component: Quotation");
        assertThat(components(editor(), "main")).isEmpty();

        String screen = dialog.selectFirst("main form").attr("action").substring(Browser.UI.length());
        HttpResponse<String> wrong = post(screen, sent(dialog, ""));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Browser.page(wrong).select("[aria-invalid=true]")).hasSize(1);
        assertThat(components(editor(), "main")).isEmpty();

        Document editor = send(screen, sent(dialog, "Said <so>"));
        assertThat(components(editor, "main")).containsExactly("0 Quotation");
        assertThat(component(editor, "/ed/main/0").selectFirst(".quiet-text").text())
                .isEqualTo("Said");
        assertThat(author("")).contains("Said");
        assertThat(visible()).doesNotContain("Said");
    }

    /** What a dialog's form sends with a text in its only field. */
    private static Map<String, String> sent(Document dialog, String text) {
        Map<String, String> fields = new HashMap<>(Browser.fields(dialog.selectFirst("main form")));
        String field = dialog.selectFirst(".field :is(input, textarea)").attr("name");
        fields.put(field, text);
        fields.put("_do", "save");
        return fields;
    }

    @Test
    void a_dialog_saves_what_one_changed_and_asks_where_two_did() throws Exception {
        start();
        Document making = add("main", D, "bottom");
        send(making.selectFirst("main form").attr("action").substring(Browser.UI.length()), sent(making, "First"));
        String screen = "/page/edit?path=/ed/main/0";
        Document mine = Browser.page(browser.get(Browser.UI + screen));
        Document theirs = Browser.page(browser.get(Browser.UI + screen));

        Document editor = send(screen, sent(theirs, "Theirs"));
        assertThat(editor.select(".notice").text()).contains("“Quotation” has been saved.");
        HttpResponse<String> conflict = post(screen, sent(mine, "Mine"));
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body()).contains("Mine").contains("Theirs");
        assertThat(author("")).contains("Theirs").doesNotContain("Mine");

        send(screen, sent(Browser.page(conflict), "Both"));
        assertThat(author("")).contains("Both");
    }

    @Test
    void moving_needs_the_order_that_the_editor_saw() throws Exception {
        start();
        add("main", T, "bottom");
        add("main", D, "bottom");
        add("main", T, "bottom");
        Map<String, String> up = Map.of("path", "/ed/main/00", "beside", "/ed/main/0");

        Document editor = send("/page/up", up);
        assertThat(components(editor, "main")).containsExactly("00 T", "0 T");
        assertThat(editor.select(".notice").text()).contains("“T” is now 1 of 2.");
        assertThat(post("/page/up", up).statusCode()).isEqualTo(409);

        send("/page/down", Map.of("path", "/ed/main/00", "beside", "/ed/main/0"));
        assertThat(components(editor(), "main")).containsExactly("0 T", "00 T");
        assertThat(post("/page/down", Map.of("path", "/ed/main/00", "beside", "/ed/main/0"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(post("/page/up", Map.of("path", "/ed/main/07", "beside", "/ed/main/0"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void duplicates_come_after_the_original_and_removal_asks_first() throws Exception {
        start();
        add("main", T, "bottom");
        add("main", T, "bottom");

        assertThat(components(send("/page/duplicate", Map.of("path", "/ed/main/0")), "main"))
                .containsExactly("0 T", "01 T", "00 T");

        Document question = Browser.page(browser.get(Browser.UI + "/page/remove?path=/ed/main/0"));
        assertThat(question.selectFirst("h1").text()).isEqualTo("Remove “T”?");
        assertThat(components(editor(), "main")).hasSize(3);
        assertThat(components(send("/page/remove", Map.of("path", "/ed/main/0")), "main"))
                .containsExactly("01 T", "00 T");
        assertThat(post("/page/remove", Map.of("path", "/ed/main/0")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void another_template_keeps_what_is_in_the_component() throws Exception {
        start();
        Document making = add("main", D, "bottom");
        send(making.selectFirst("main form").attr("action").substring(Browser.UI.length()), sent(making, "Kept"));

        send("/page/template", Map.of("path", "/ed/main/0", "template", T));
        assertThat(components(editor(), "main")).containsExactly("0 T");
        assertThat(author("")).contains("Kept");
        assertThat(post("/page/template", Map.of("path", "/ed/main/0", "template", "fix:components/n"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_full_area_takes_no_more() throws Exception {
        template("    maxComponents: 2\n");
        start();
        add("main", T, "bottom");
        add("main", T, "bottom");
        add("solo", T, "bottom");
        Document editor = editor();

        assertThat(tools(area(editor, "main"))).isEmpty();
        assertThat(area(editor, "main").text()).contains("It can hold no more than 2 components.");
        assertThat(area(editor, "solo").text()).contains("It can hold no more than one component.");
        assertThat(tools(component(editor, "/ed/main/0"))).doesNotContain("Duplicate");
        for (String area : List.of("main", "solo")) {
            assertThat(post("/page/add", Map.of("path", "/ed", "area", area, "template", T))
                            .statusCode())
                    .isEqualTo(409);
        }
        assertThat(post("/page/duplicate", Map.of("path", "/ed/main/0")).statusCode())
                .isEqualTo(409);
    }

    @Test
    void only_components_that_the_area_offers_can_be_added() throws Exception {
        start();
        assertThat(post("/page/add", Map.of("path", "/ed", "area", "main", "template", "fix:components/n"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/page/add", Map.of("path", "/ed", "area", "nowhere", "template", T))
                        .statusCode())
                .isEqualTo(409);
        assertThat(browser.get(Browser.UI + "/page?path=/nowhere").statusCode()).isEqualTo(404);
        assertThat(browser.get(Browser.UI + "/page?path=" + URLEncoder.encode("/ed[*]|x", StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void roles_decide_which_components_are_offered_and_what_may_be_done_with_them() throws Exception {
        fixture.write(
                "fix/templates/pages/ed.yaml",
                """
                title: Edited page
                renderType: freemarker
                templateScript: /fix/templates/pages/ed.ftl
                areas:
                  main:
                    availableComponents:
                      t: {id: 'fix:components/t'}
                      d: {id: 'fix:components/d', roles: [nobody-has-this]}
                """);
        start();
        assertThat(Browser.page(browser.get(Browser.UI + "/page/add?path=/ed&area=main"))
                        .select("input[name=template]")
                        .eachAttr("value"))
                .containsExactly(T);
        assertThat(post("/page/add", Map.of("path", "/ed", "area", "main", "template", D))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_template_may_forbid_moving_removing_and_editing() throws Exception {
        fixture.write(
                "fix/templates/components/d.yaml",
                """
                title: Quotation
                renderType: freemarker
                templateScript: /fix/templates/components/t.ftl
                dialog: fix:components/d
                moveable: false
                deletable: false
                editable: false
                """);
        start();
        add("main", T, "bottom");
        send("/page/template", Map.of("path", "/ed/main/0", "template", D));
        add("main", T, "bottom");

        assertThat(tools(component(editor(), "/ed/main/0"))).containsExactly("Duplicate", "Change template");
        assertThat(post("/page/up", Map.of("path", "/ed/main/0", "beside", "/ed/main/00"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(browser.get(Browser.UI + "/page/edit?path=/ed/main/0").statusCode())
                .isEqualTo(403);
        assertThat(post("/page/remove", Map.of("path", "/ed/main/0")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_optional_area_is_made_and_taken_away_by_editors() throws Exception {
        start();
        Document editor = send("/page/area-add", Map.of("path", "/ed", "area", "opt"));
        assertThat(tools(area(editor, "opt"))).containsExactly("Add component", "Remove area");
        add("opt", T, "bottom");

        Document question = Browser.page(browser.get(Browser.UI + "/page/area-remove?path=/ed&area=opt"));
        assertThat(question.selectFirst("main").text()).contains("with the one component in it");
        assertThat(tools(area(send("/page/area-remove", Map.of("path", "/ed", "area", "opt")), "opt")))
                .containsExactly("Create area");
    }

    @Test
    void every_change_of_a_part_is_a_change_of_its_page() throws Exception {
        start();
        assertThat(status()).isEqualTo("Published");
        add("main", T, "bottom");
        assertThat(status()).isEqualTo("Changed since published");

        for (Map.Entry<String, Map<String, String>> change : List.of(
                Map.entry("/page/duplicate", Map.of("path", "/ed/main/0")),
                Map.entry("/page/up", Map.of("path", "/ed/main/00", "beside", "/ed/main/0")),
                Map.entry("/page/remove", Map.of("path", "/ed/main/00")))) {
            send("/page/publish", Map.of("path", "/ed"));
            assertThat(status()).isEqualTo("Published");
            send(change.getKey(), change.getValue());
            assertThat(status()).as(change.getKey()).isEqualTo("Changed since published");
        }
    }

    @Test
    void publishing_a_page_carries_its_components_and_no_page_below() throws Exception {
        start();
        Document making = add("main", D, "bottom");
        send(making.selectFirst("main form").attr("action").substring(Browser.UI.length()), sent(making, "News"));
        assertThat(visible()).doesNotContain("News");

        send("/page/publish", Map.of("path", "/ed"));
        assertThat(visible()).contains("News");
        assertThat(browser.get("/ed/sub.html").statusCode()).isEqualTo(404);

        send("/page/remove", Map.of("path", "/ed/main/0"));
        assertThat(author("")).doesNotContain("News");
        assertThat(visible()).contains("News");
    }

    @Test
    void page_properties_are_the_templates_dialog() throws Exception {
        start();
        Document dialog = Browser.page(browser.get(Browser.UI + "/page/properties?path=/ed"));
        assertThat(dialog.select(".field input").val()).isEqualTo("Edited");

        Document editor = send("/page/properties?path=/ed", sent(dialog, "Renewed"));
        assertThat(editor.selectFirst("h1").text()).isEqualTo("Renewed");
        assertThat(author("")).contains("<h1>Renewed</h1>");
    }

    @Test
    void the_page_beside_the_outline_is_in_edit_mode() throws Exception {
        start();
        add("main", T, "bottom");
        Element frame = editor().selectFirst("iframe");

        assertThat(frame.attr("title")).contains("Edited");
        assertThat(browser.get(frame.attr("src")).body())
                .contains("<!-- cms:area content=\"website:/ed/main\"")
                .contains("<!-- cms:component content=\"website:/ed/main/0\"");
    }

    @Test
    void a_template_that_is_not_there_is_said_and_can_be_replaced() throws Exception {
        start();
        Document making = add("main", D, "bottom");
        send(making.selectFirst("main form").attr("action").substring(Browser.UI.length()), sent(making, "Left"));
        template("");
        fixture.write(
                "fix/templates/pages/ed.yaml",
                """
                title: Edited page
                renderType: freemarker
                templateScript: /fix/templates/pages/ed.ftl
                areas:
                  main:
                    availableComponents: {t: {id: 'fix:components/t'}}
                """);
        java.nio.file.Files.delete(fixture.module().resolve("fix/templates/components/d.yaml"));

        Document editor = editor();
        assertThat(component(editor, "/ed/main/0").text()).contains("There is no template fix:components/d");
        send("/page/template", Map.of("path", "/ed/main/0", "template", T));
        assertThat(components(editor(), "main")).containsExactly("0 T");
    }

    @Test
    void what_cannot_be_edited_as_Magnolia_would_is_refused_at_the_start() throws Exception {
        fixture.write(
                "fix/templates/pages/ed.yaml",
                """
                title: Edited page
                renderType: freemarker
                templateScript: /fix/templates/pages/ed.ftl
                templateAvailability: {class: info.magnolia.module.site.templates.SiteAwareTemplateAvailability}
                areas:
                  main:
                    areas:
                      within:
                        inheritance: {enabled: true}
                """);
        assertThatThrownBy(fixture::start)
                .isInstanceOf(StartException.class)
                .hasMessageContaining("area main/within: inheritance is not supported here")
                .hasMessageContaining("templateAvailability info.magnolia.module.site.templates."
                        + "SiteAwareTemplateAvailability is not supported here");
    }
}
