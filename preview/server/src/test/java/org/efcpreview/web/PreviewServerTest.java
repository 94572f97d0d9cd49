package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("server")
class PreviewServerTest {
    @TempDir
    Path directory;

    private Fixture fixture;
    private PreviewServer server;

    @BeforeEach
    void prepare() {
        fixture = Fixture.in(directory);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private void start() throws StartException {
        server = fixture.start();
    }

    @Test
    void authors_must_log_in() throws Exception {
        start();

        HttpResponse<String> stranger = Fixture.get(server, "/author/p.html");
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic ");
        assertThat(Fixture.get(server, "/author/p.html", Fixture.as("superuser", "wrong"))
                        .statusCode())
                .isEqualTo(401);

        HttpResponse<String> author = Fixture.get(server, "/author/p.html", Fixture.as("superuser", "superuser"));
        assertThat(author.statusCode()).isEqualTo(200);
        assertThat(author.body())
                .contains("link=/author/p.html")
                .contains("edit=falsefalse|pub=false|auth=true|pm=true")
                .contains("user=superuser")
                .contains("uri=/author/p.html|")
                .doesNotContain("<!-- cms:area", "<!-- cms:component");
    }

    @Test
    void the_authors_front_door_leads_to_the_authoring_ui() throws Exception {
        start();
        HttpResponse<String> answer = Fixture.get(server, "/author/", Fixture.as("superuser", "superuser"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/author/.magnolia/admincentral");
    }

    @Test
    void edit_mode_is_asked_for_on_the_author_instance() throws Exception {
        start();

        assertThat(Fixture.get(server, "/author/p.html?mgnlPreview=false", Fixture.as("superuser", "superuser"))
                        .body())
                .contains("edit=truetrue|pub=false|auth=true|pm=false")
                .contains("<!-- cms:area content=\"website:/p/main\" name=\"main\"");
        assertThat(Fixture.get(server, "/p.html?mgnlPreview=false").body())
                .contains("edit=falsefalse|pub=true")
                .doesNotContain("<!-- cms:");
    }

    @Test
    void what_is_not_published_stays_on_the_author_instance() throws Exception {
        start();

        assertThat(Fixture.get(server, "/.rest/delivery/fix-things/v1").body())
                .contains("\"Shown\"")
                .doesNotContain("Draft");
        assertThat(Fixture.get(server, "/author/.rest/delivery/fix-things/v1", Fixture.as("superuser", "superuser"))
                        .body())
                .contains("\"Shown\"", "\"Draft\"");
        // Anonymous may call the endpoint on author, too, and must not see a thing there.
        assertThat(Fixture.get(server, "/author/.rest/delivery/fix-things/v1").body())
                .contains("\"total\":0");
        assertThat(Fixture.get(server, "/author/.rest/preview/fix-things/v1").statusCode())
                .isEqualTo(401);
        assertThat(Fixture.get(
                                server,
                                "/author/.rest/preview/fix-things/v1/draft",
                                Fixture.as("superuser", "superuser"))
                        .body())
                .contains("Draft");
        assertThat(Fixture.get(server, "/.rest/preview/fix-things/v1").statusCode())
                .isIn(401, 404);
    }

    @Test
    void an_unknown_endpoint_is_answered_in_json() throws Exception {
        start();

        HttpResponse<String> answer = Fixture.get(server, "/.rest/delivery/nix");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .isEqualTo("{\"error\":{\"code\":\"notFound\",\"message\":\"Could not find resource for full path: "
                        + server.address() + ".rest/delivery/nix\"}}");
    }

    @Test
    void a_head_request_gets_the_headers_alone() throws Exception {
        start();

        HttpResponse<String> whole = Fixture.get(server, "/p/kid.html");
        HttpResponse<String> head = Fixture.send(server, "HEAD", "/p/kid.html");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Type"))
                .isEqualTo(whole.headers().firstValue("Content-Type"));
        assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
    }

    @Test
    void pages_and_files_can_only_be_read() throws Exception {
        start();

        for (String path : new String[] {"/p.html", "/.resources/fix/webresources/css/a.css", "/dam/t/a%20b.png"}) {
            HttpResponse<String> answer = Fixture.send(server, "POST", path);
            assertThat(answer.statusCode()).as(path).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
        }
    }

    @Test
    void a_file_that_the_browser_has_is_not_sent_again() throws Exception {
        start();
        String path = "/.resources/fix/webresources/css/a.css";
        HttpResponse<String> first = Fixture.get(server, path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        String date = first.headers().firstValue("Last-Modified").orElseThrow();

        assertThat(Fixture.get(server, path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(Fixture.get(server, path, "If-Modified-Since", date).statusCode())
                .isEqualTo(304);
        assertThat(Fixture.get(server, path, "If-None-Match", "\"other\"", "If-Modified-Since", date)
                        .statusCode())
                .isEqualTo(200);

        fixture.write("fix/webresources/css/a.css", "body { color: blue }");
        HttpResponse<String> changed = Fixture.get(server, path, "If-None-Match", tag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).isEqualTo("body { color: blue }");
    }

    @Test
    void no_path_leads_out_of_the_modules() throws Exception {
        Files.writeString(directory.resolve("secret.txt"), "secret");
        start();

        for (String path : new String[] {
            "/.resources/../secret.txt",
            "/.resources/fix/../../secret.txt",
            "/.resources/fix/%2e%2e/%2e%2e/secret.txt",
            "/.resources/fix/..%2f..%2fsecret.txt",
            "/.resources/fix/..%5c..%5csecret.txt",
            "/.resources/%2fetc%2fpasswd",
            "/.resources/META-INF/magnolia/fix.xml",
            "/dam/../.resources/fix/templates/pages/p.ftl",
        }) {
            assertThat(Fixture.get(server, path).statusCode()).as(path).isBetween(400, 404);
        }
    }

    @Test
    void a_changed_template_shows_at_once() throws Exception {
        start();
        assertThat(Fixture.get(server, "/header.html").body()).startsWith("BEGIN:html");

        fixture.write("fix/templates/pages/header.ftl", "[#ftl]Changed, in a longer text than before");
        assertThat(Fixture.get(server, "/header.html").body()).isEqualTo("Changed, in a longer text than before");

        // A light module's copy covers the module's own file.
        Path copy = fixture.light().resolve("fix/templates/pages/header.ftl");
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, "[#ftl]Covered");
        assertThat(Fixture.get(server, "/header.html").body()).isEqualTo("Covered");
    }

    @Test
    void a_failing_template_gives_a_page_that_names_file_and_line_and_nothing_else() throws Exception {
        start();
        fixture.write(
                "fix/templates/pages/header.ftl",
                "[#ftl]\nhalf a page\n${cmsfn.contentByPath('/p').title}\n${ctx.getParameter('q').nosuch.thing}");

        HttpResponse<String> answer = Fixture.get(server, "/header.html?q=%3Cscript%3E");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(answer.body())
                .contains("/fix/templates/pages/header.ftl:4: ")
                .doesNotContain("half a page", "<script>", "\tat ");
    }

    @Test
    void an_error_in_a_component_is_told_where_it_is() throws Exception {
        start();
        fixture.write("fix/templates/components/t.ftl", "[#ftl]\n${nosuch}");

        HttpResponse<String> answer = Fixture.get(server, "/p.html");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("/fix/templates/components/t.ftl:2: ");
    }

    @Test
    void a_function_of_magnolia_that_is_not_here_is_an_error_even_with_a_default() throws Exception {
        start();
        fixture.write(
                "fix/templates/pages/header.ftl", "[#ftl]\n${(cmsfn['sea' + 'rch']('website','x','y','z'))!'none'}");
        assertThat(Fixture.get(server, "/header.html").body())
                .contains("/fix/templates/pages/header.ftl:2: The preview server does not have cmsfn.search");

        fixture.write(
                "fix/templates/pages/header.ftl", "[#ftl]\n\n${(.vars['site' + 'fn'].site(content).name)!'none'}");
        assertThat(Fixture.get(server, "/header.html").body())
                .contains("/fix/templates/pages/header.ftl:3: ", "does not have sitefn.site", "module site");
    }

    @Test
    void an_area_without_a_node_gets_one_when_its_page_is_first_shown() throws Exception {
        start();
        fixture.write(
                "fix/templates/pages/header.yaml",
                """
                renderType: freemarker
                templateScript: /fix/templates/pages/header.ftl
                areas:
                  made:
                    templateScript: /fix/templates/pages/made.ftl
                    availableComponents: {t: {id: 'fix:components/t'}}
                """);
        fixture.write("fix/templates/pages/made.ftl", "[#ftl]${content.@path} ${components?size}");
        fixture.write("fix/templates/pages/header.ftl", "[#ftl][@cms.area name='made' /]");

        assertThat(Fixture.get(server, "/header.html").body()).isEqualTo("/header/made 0");
        assertThat(Fixture.get(server, "/header.html").body()).isEqualTo("/header/made 0");
    }

    @Test
    void content_outlives_the_server_and_fresh_starts_anew() throws Exception {
        fixture.write(
                "mgnl-bootstrap/fix/website.later.yaml",
                "later:\n  'jcr:primaryType': 'mgnl:page'\n" + "  'mgnl:template': 'fix:pages/header'\n");
        start();
        assertThat(Fixture.get(server, "/later.html").statusCode()).isEqualTo(418);
        server.close();

        // Installed modules are not installed again: this file comes too late, as in Magnolia.
        fixture.write(
                "mgnl-bootstrap/fix/website.toolate.yaml",
                "toolate:\n  'jcr:primaryType': 'mgnl:page'\n" + "  'mgnl:template': 'fix:pages/header'\n");
        start();
        assertThat(Fixture.get(server, "/later.html").statusCode()).isEqualTo(418);
        assertThat(Fixture.get(server, "/toolate.html").statusCode()).isEqualTo(404);
        server.close();

        Options again = fixture.options();
        server = PreviewServer.start(new Options(again.port(), again.home(), true, again.module(), again.light()));
        assertThat(Fixture.get(server, "/toolate.html").statusCode()).isEqualTo(418);
    }

    @Test
    void a_home_serves_one_server_at_a_time() throws Exception {
        start();

        assertThatThrownBy(fixture::start)
                .isInstanceOf(StartException.class)
                .hasMessageContaining(fixture.home().toString())
                .hasMessageContaining("--home");
        Options same = fixture.options();
        assertThatThrownBy(() -> PreviewServer.start(new Options(0, same.home(), true, same.module(), same.light())))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("--home");
        assertThat(Fixture.get(server, "/p.html").statusCode()).isEqualTo(200);
    }

    @Test
    void a_port_that_is_taken_is_named_before_anything_is_installed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Options options = fixture.options();

            assertThatThrownBy(() -> PreviewServer.start(new Options(
                            taken.getLocalPort(), options.home(), false, options.module(), options.light())))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageNotContaining("\n");
            assertThat(fixture.home()).doesNotExist();
        }
    }

    @Test
    void everything_that_is_wrong_in_a_module_is_listed_at_once() throws Exception {
        fixture.write("fix/templates/pages/one.ftl", "[#ftl]\n[#if]\n");
        fixture.write("fix/templates/pages/none.ftl", "[#ftl]\n\n${cmsfn.nosuch(content)}[@cms.nix /]");
        fixture.write("fix/templates/pages/header.yaml", "nosuchProperty: 1\n");

        assertThatThrownBy(fixture::start).isInstanceOf(StartException.class).satisfies(error -> {
            assertThat(error.getMessage().lines())
                    .anyMatch(line -> line.startsWith("/fix/templates/pages/header.yaml:1: "))
                    .anyMatch(line -> line.startsWith("/fix/templates/pages/one.ftl:2: "))
                    .anyMatch(line ->
                            line.startsWith("/fix/templates/pages/none.ftl:3: ") && line.contains("cmsfn.nosuch"))
                    .anyMatch(line -> line.startsWith("/fix/templates/pages/none.ftl:3: ") && line.contains("cms.nix"));
        });
        assertThat(fixture.home()).doesNotExist();
    }

    @Test
    void a_bootstrap_file_that_cannot_be_imported_stops_the_start_and_leaves_the_home_free() throws Exception {
        fixture.write("mgnl-bootstrap/fix/website.bad.yaml", "bad: [1, {a: b}]\n");

        assertThatThrownBy(fixture::start).isInstanceOf(StartException.class).hasMessageContaining("website.bad.yaml");

        Files.delete(fixture.module().resolve("mgnl-bootstrap/fix/website.bad.yaml"));
        start();
        assertThat(Fixture.get(server, "/p.html").statusCode()).isEqualTo(200);
    }

    @Test
    void template_functions_that_no_descriptor_declares_break_every_page() throws Exception {
        fixture.write(
                "mgnl-bootstrap/fix/config.modules.rendering.renderers.freemarker.contextAttributes.fixfn.yaml",
                """
                fixfn:
                  'jcr:primaryType': 'mgnl:contentNode'
                  componentClass: java.util.Random
                  name: fixfn
                """);
        start();

        HttpResponse<String> answer = Fixture.get(server, "/header.html");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("java.util.Random", "components", "main");
    }

    @Test
    void a_module_brings_template_functions_of_its_own() throws Exception {
        fixture.write(
                "mgnl-bootstrap/fix/config.modules.rendering.renderers.freemarker.contextAttributes.fixfn.yaml",
                """
                fixfn:
                  'jcr:primaryType': 'mgnl:contentNode'
                  componentClass: java.util.Random
                  name: fixfn
                """);
        String descriptor = Files.readString(fixture.module().resolve("META-INF/magnolia/fix.xml"));
        fixture.write(
                "META-INF/magnolia/fix.xml",
                descriptor.replace(
                        "<dependencies>",
                        "<components><id>main</id><component><type>java.util.Random</type>"
                                + "<implementation>java.util.Random</implementation></component></components>"
                                + "<dependencies>"));
        fixture.write("fix/templates/pages/header.ftl", "[#ftl]${fixfn.nextInt(1)}");
        start();
        assertThat(Fixture.get(server, "/header.html").body()).isEqualTo("0");
        server.close();

        // What such functions do not have is found before the server starts.
        fixture.write("fix/templates/pages/header.ftl", "[#ftl]\n${fixfn.nextFoo(1)}");
        assertThatThrownBy(fixture::start)
                .hasMessageContaining("/fix/templates/pages/header.ftl:2: ")
                .hasMessageContaining("fixfn.nextFoo");
    }

    @Test
    void a_module_that_is_not_there_is_named() {
        Options options = fixture.options();

        assertThatThrownBy(() -> PreviewServer.start(
                        new Options(0, options.home(), false, directory.resolve("nix"), options.light())))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("nix");
    }
}
