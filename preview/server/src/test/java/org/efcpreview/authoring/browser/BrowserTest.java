package org.efcpreview.authoring.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.efcpreview.authoring.browser.Author.Answer;
import org.efcpreview.web.InstalledHome;
import org.efcpreview.web.PreviewServer;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The browsers of the module's own apps, over HTTP; each test takes entries of its own. */
@Tag("server")
class BrowserTest {
    private static final String APP = "efc-events";

    @TempDir
    static Path scratch;

    private static PreviewServer server;
    private static Author author;

    @BeforeAll
    static void start() throws Exception {
        server = PreviewServer.start(InstalledHome.at(scratch.resolve("home")));
        author = Author.superuser(server);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static Answer done(Answer answer) throws Exception {
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return author.follow(answer);
    }

    private static String status(String path) throws Exception {
        return author.get("/app/efc-events/item?path=" + path)
                .page()
                .select("span.status")
                .attr("class");
    }

    @Test
    void the_tree_shows_titles_columns_and_states() throws Exception {
        Answer tree = author.get("/app/efc-events?view=tree");

        assertThat(tree.status()).isEqualTo(200);
        assertThat(tree.page().select("h1").text()).isEqualTo("Events");
        assertThat(tree.page().select("thead th").eachText())
                .contains("Web address", "Title", "Kind", "Publication", "Changed");
        assertThat(tree.names()).contains("hidden", "wp1-meeting");
        assertThat(tree.page().select("span.status.published").first().text()).isEqualTo("Published");
        assertThat(tree.page()
                        .select("tr:has(a.name:containsOwn(wp1-meeting)) a.name")
                        .attr("href"))
                .contains("/app/efc-events/detail?path=/events/wp1-meeting&");
        assertThat(tree.page().select("th[aria-sort]")).isEmpty();
    }

    @Test
    void folders_come_first_then_the_newest_in_the_list_and_in_the_tree() throws Exception {
        for (String view : List.of("", "?view=list", "?view=list&f.jcrPath=/events", "?view=tree")) {
            Answer shown = author.get("/app/efc-events" + view);
            assertThat(shown.names()).as(view).startsWith("hidden", "listed", "withdrawn");
            List<String> dates = shown.page().select("td[data-label=Date]").eachText();
            assertThat(dates).as(view).hasSizeGreaterThan(10).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        }
        // As in Magnolia, where what the definition says goes before what is clicked.
        assertThat(author.get("/app/efc-events").page().select("th[aria-sort]")).isEmpty();
    }

    @Test
    void a_list_is_sorted_and_filtered() throws Exception {
        Answer byName = author.get("/app/efc-speakers?view=list&sort=-fullName");
        assertThat(byName.page().select("th[aria-sort=descending]").text()).startsWith("Name");
        assertThat(byName.page().select("a.name").eachText())
                .hasSizeGreaterThan(10)
                .isSortedAccordingTo(
                        java.text.Collator.getInstance(java.util.Locale.ENGLISH).reversed()::compare);

        Answer training = author.get("/app/efc-events?view=list&f.kind=training");
        assertThat(training.names()).containsExactly("first-efc-training-session-march-2014");
        assertThat(training.page().select("[name='f.kind'] option[selected]").text())
                .isEqualTo("Training");
        assertThat(author.get("/app/efc-events?view=list&f.jcrPublishingStatus=unpublished&f.kind=training")
                        .names())
                .isEmpty();
    }

    @Test
    void search_finds_words_of_the_text_and_parts_of_names() throws Exception {
        assertThat(author.get("/app/efc-events?q=Amsterdam").names()).containsExactly("vgt-conference-in-amsterdam");
        assertThat(author.get("/app/efc-events?q=ict-coal").names()).containsExactly("ict-coalition-forum");
        assertThat(author.get("/app/efc-events?q=%22%2B%28%5B*").status()).isEqualTo(200);
    }

    /** Where Magnolia has it from: the module brings the configuration of the workspace's index. */
    @Test
    void search_finds_words_of_the_parts_of_an_event_but_not_what_is_for_members() throws Exception {
        String event =
                """
                in-parts:
                  jcr:primaryType: efc:event
                  title: In parts
                  participations:
                    jcr:primaryType: mgnl:contentNode
                    participations0:
                      jcr:primaryType: efc:participation
                      talkTitle: Quaestor
                      role: Bursar
                  programme:
                    jcr:primaryType: mgnl:contentNode
                    programme0:
                      jcr:primaryType: mgnl:contentNode
                      title: Elevenses
                  publicNotice:
                    jcr:primaryType: efc:notice
                    title: Hearsay
                  members:
                    jcr:primaryType: efc:members
                    minutes: Inglenook
                """;
        done(author.upload("/app/efc-events/import", "x.yaml", event, "action", "import"));

        for (String word : List.of("Quaestor", "bursar", "elevenses", "hearsay")) {
            assertThat(author.get("/app/efc-events?q=" + word).names()).as(word).containsExactly("in-parts");
        }
        assertThat(author.get("/app/efc-events?q=inglenook").names()).isEmpty();
    }

    @Test
    void an_action_is_for_what_is_ticked_or_else_for_what_is_open() throws Exception {
        Element bar = author.get("/app/efc-events?view=tree&path=/events/hidden")
                .page()
                .selectFirst(".browser-bar");
        assertThat(bar.select("legend").text()).isEqualTo("With what is ticked, or else with: hidden");
        assertThat(bar.select("button").eachText()).doesNotHaveDuplicates().contains("Publish", "Move event");

        Answer ticked = done(author.post(
                "/app/efc-events",
                "action",
                "activate",
                "current",
                "/events/hidden",
                "item",
                "/events/4th-efc-steering-group-meeting"));
        assertThat(ticked.page().select(".notice").text())
                .startsWith("1 entry was published: ")
                .doesNotContain("hidden");
        assertThat(ticked.page().select(".notice a").attr("href"))
                .contains("/item?path=/events/4th-efc-steering-group-meeting");
        Answer open = done(author.post("/app/efc-events", "action", "activate", "current", "/events/hidden"));
        assertThat(open.page().select(".notice").text()).startsWith("1 entry was published: hidden.");
    }

    @Test
    void what_refers_to_something_is_told_before_it_is_taken_away() throws Exception {
        Answer item = author.get("/app/efc-speakers/item?path=/speakers/troels-oerting");
        List<String> uses = item.page().select("#used ~ ul li").eachText();
        assertThat(uses).anyMatch(use -> use.contains("efc-events: /events/"));

        for (String action : List.of("confirmDeletion", "confirmDeactivation")) {
            Answer question = done(author.act("efc-speakers", action, "/speakers/troels-oerting"));
            assertThat(question.page().select(".warning li").eachText()).isEqualTo(uses);
            assertThat(question.page().select("main p").text()).contains("Name not published");
        }
        assertThat(done(author.act("efc-events", "confirmDeletion", "/events/wp1-meeting"))
                        .page()
                        .select(".warning"))
                .isEmpty();
    }

    @Test
    void a_copy_is_named_as_magnolia_names_it_stands_beside_and_is_not_published() throws Exception {
        Answer list = done(author.act(APP, "duplicate", "/events/wp5-conference-call", "/events/wp4-conference-call"));

        assertThat(list.page().select(".notice").text()).startsWith("2 copies were made: ");
        List<String> names = list.names();
        assertThat(names).contains("wp5-conference-call", "wp5-conference-call0", "wp4-conference-call0");
        assertThat(status("/events/wp5-conference-call0")).contains("unpublished");
        assertThat(status("/events/wp5-conference-call")).contains("published");
        assertThat(author.visible("wp5-conference-call0").status()).isEqualTo(404);
        assertThat(done(author.act(APP, "duplicate", "/events/wp5-conference-call"))
                        .names())
                .contains("wp5-conference-call1");
    }

    @Test
    void publishing_makes_a_version_and_unpublishing_takes_back() throws Exception {
        String path = "/events/joint-wp1-wp4-meeting-operations-training";
        String name = path.substring(8);
        assertThat(author.get("/app/efc-events/versions?path=" + path).status()).isEqualTo(409);

        assertThat(done(author.act(APP, "deactivate", path))
                        .page()
                        .select(".notice")
                        .text())
                .startsWith("1 entry was taken back: ");
        assertThat(author.visible(name).status()).isEqualTo(404);
        assertThat(author.act(APP, "deactivate", path).problem()).contains("an entry is not published");

        done(author.act(APP, "activate", path));
        assertThat(author.visible(name).status()).isEqualTo(200);
        assertThat(status(path)).isEqualTo("status published");
        Answer versions = author.get("/app/efc-events/versions?path=" + path);
        assertThat(versions.page().select(".version-list a").eachText()).containsExactly("Version 1.0");
        assertThat(versions.body()).contains("superuser");
    }

    @Test
    void deleting_asks_marks_purges_and_goes_for_good_when_published() throws Exception {
        String path = "/events/efc-wp4-meeting";
        Answer question = done(author.act(APP, "confirmDeletion", path));
        assertThat(question.page().select("main ul").text()).contains("efc-wp4-meeting");
        assertThat(question.page().select("button[name=action][value=delete]")).hasSize(1);

        done(author.act(APP, "delete", path));
        assertThat(author.visible("efc-wp4-meeting").status()).isEqualTo(200);
        Answer list = author.get("/app/efc-events");
        assertThat(list.page().select("tr.deleted a.name").eachText()).contains("efc-wp4-meeting");
        assertThat(author.act(APP, "activate", path).problem()).contains("marked as deleted");
        assertThat(author.act(APP, "duplicate", path).status()).isEqualTo(422);

        done(author.act(APP, "activateDeleted", path));
        assertThat(author.visible("efc-wp4-meeting").status()).isEqualTo(404);
        assertThat(author.get("/app/efc-events").names()).doesNotContain("efc-wp4-meeting");
    }

    @Test
    void what_was_deleted_comes_back_whole() throws Exception {
        String path = "/events/2nd-efc-steering-group-meeting";
        String before = author.act(APP, "export", path).body();

        done(author.act(APP, "delete", path));
        assertThat(author.act(APP, "restoreVersion", path).status()).isEqualTo(422);
        done(author.act(APP, "restorePreviousVersion", path));

        assertThat(author.act(APP, "export", path).body().replaceAll("(?m)^ *'(mgnl|jcr):.*\\R", ""))
                .isEqualTo(before.replaceAll("(?m)^ *'(mgnl|jcr):.*\\R", ""));
        assertThat(status(path)).contains("modified");
    }

    @Test
    void an_export_is_what_magnolia_writes() throws Exception {
        String path = "/events/first-efc-training-session-march-2014";
        String recorded = Files.readString(
                Path.of("src/test/resources/magnolia-6.2.45/export/first-efc-training-session-march-2014.yaml"));

        assertThat(dates(author.act(APP, "export", path).body())).isEqualTo(dates(recorded));
    }

    /** The dates of samples are those of the build. */
    private static String dates(String yaml) {
        return yaml.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "(date)");
    }

    @Test
    void what_was_exported_is_imported_elsewhere_and_refused_where_it_is() throws Exception {
        String yaml = author.act(APP, "export", "/events/ict-coalition-forum").body();

        Answer refused = author.upload("/app/efc-events/import", "efc-events.events.x.yaml", yaml, "action", "import");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).contains("There is an entry ict-coalition-forum already");

        Answer moved =
                author.upload("/app/efc-events/import", "x.yaml", yaml, "action", "import", "item", "/events/hidden");
        assertThat(done(moved).page().select(".notice").text()).isEqualTo("Imported: ict-coalition-forum.");
        assertThat(status("/events/hidden/ict-coalition-forum")).contains("unpublished");

        Answer replaced = author.upload(
                "/app/efc-events/import",
                "x.yaml",
                yaml.replace("'title': '", "'title': 'Again: "),
                "action",
                "import",
                "item",
                "/events/hidden",
                "existing",
                "replace");
        assertThat(done(replaced).status()).isEqualTo(200);
        assertThat(author.act(APP, "export", "/events/hidden/ict-coalition-forum")
                        .body())
                .contains("'title': 'Again: ");
    }

    @Test
    void a_broken_import_changes_nothing() throws Exception {
        for (String broken : List.of(
                "a:\n  jcr:primaryType: efc:event\n  title: A\nb:\n  jcr:primaryType: no:such\n",
                "a: [",
                "- a",
                "a:\n  jcr:primaryType: efc:event\n  jcr:uuid: none\n",
                "a: &a {b: *a}",
                "../a: {}")) {
            Answer answer = author.upload("/app/efc-events/import", "x.yaml", broken, "action", "import");
            assertThat(answer.status()).as(broken).isEqualTo(422);
            assertThat(answer.problem()).contains("Nothing was imported");
        }
        assertThat(author.upload(
                                "/app/efc-events/import",
                                "x.xml",
                                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
                                "action",
                                "import")
                        .status())
                .isEqualTo(422);
        assertThat(author.get("/app/efc-events").names()).doesNotContain("a", "b");
    }

    @Test
    void events_are_moved_into_folders_only_and_stay_where_they_were_for_visitors_until_that_is_published()
            throws Exception {
        String name = "efc-meeting-wp-3";
        Answer form = done(author.act(APP, "move", "/events/" + name));
        assertThat(form.page().select("input[name=target]").eachAttr("value"))
                .contains("/events", "/events/hidden", "/events/listed", "/events/withdrawn")
                .doesNotContain("/events/wp1-meeting");
        assertThat(form.page().select("main form button[name=place]").eachAttr("value"))
                .containsExactly("inside");
        assertThat(form.page().select("main p").text()).contains("Members read what lies in “hidden”");

        assertThat(author.post(
                                "/app/efc-events/move",
                                "action",
                                "move",
                                "item",
                                "/events/" + name,
                                "target",
                                "/events/wp1-meeting",
                                "place",
                                "inside")
                        .problem())
                .contains("cannot lie in");
        assertThat(author.post("/app/efc-events/move", "action", "move", "item", "/events/" + name)
                        .status())
                .isEqualTo(422);

        assertThat(author.post(
                                "/app/efc-events/move",
                                "action",
                                "move",
                                "item",
                                "/events/" + name,
                                "target",
                                "/events/hidden",
                                "place",
                                "before")
                        .status())
                .isEqualTo(422);

        Answer moved = done(author.post(
                "/app/efc-events/move",
                "action",
                "move",
                "item",
                "/events/" + name,
                "target",
                "/events/hidden",
                "place",
                "inside"));
        assertThat(author.get("/app/efc-events?view=tree&path=/events/hidden").names())
                .contains(name);
        assertThat(status("/events/hidden/" + name)).isEqualTo("status modified");
        assertThat(author.visible(name).status()).isEqualTo(200);
        assertThat(moved.page().select(".notice").text()).contains("moved to /events/hidden", "until it is published");
        // What is ticked, although the folder is open that it was moved to.
        done(author.post(
                "/app/efc-events",
                "action",
                "activate",
                "current",
                "/events/hidden",
                "item",
                "/events/hidden/" + name));
        assertThat(author.visible(name).status()).isEqualTo(404);
    }

    @Test
    void an_action_that_does_not_fit_says_why_and_does_nothing() throws Exception {
        assertThat(author.act(APP, "rename", "/events/wp1-meeting", "/events/wp5-meeting")
                        .problem())
                .contains("single entry");
        assertThat(author.act(APP, "duplicate", "/events/hidden").problem()).contains("another kind");
        assertThat(author.act(APP, "delete").problem()).contains("selected");
        assertThat(author.act(APP, "delete", "/events/hidden").status()).isEqualTo(422);
        assertThat(author.act(APP, "delete", "/speakers/dalli").status()).isEqualTo(409);
        assertThat(author.act(APP, "no-such").status()).isEqualTo(422);
        assertThat(author.get("/app/efc-speakers").names()).contains("dalli");
    }

    @Test
    void actions_lead_to_forms_and_pages() throws Exception {
        assertThat(author.act(APP, "addItem").location())
                .contains("/app/efc-events/detail?parent=/events&add=addItem&");
        assertThat(author.act(APP, "addItem", "/events/hidden").location())
                .contains("/app/efc-events/detail?parent=/events/hidden&add=addItem&");
        assertThat(author.act(APP, "editItem", "/events/wp1-meeting").location())
                .endsWith("/app/efc-events/detail?path=/events/wp1-meeting");
        assertThat(author.act(APP, "rename", "/events/wp1-meeting").location())
                .endsWith("/app/efc-events/dialog/efc-events:rename?path=/events/wp1-meeting");
        assertThat(author.act(APP, "preview").location()).isEqualTo("/author/events.html?mgnlPreview=true");
    }

    @Test
    void an_earlier_version_is_compared_and_brought_back_and_that_can_be_undone() throws Exception {
        String path = "/events/hidden/for-versions";
        String first =
                "for-versions:\n  jcr:primaryType: efc:event\n  title: First\n  links:\n    links0:\n      url: https://a.example\n";
        done(author.upload("/app/efc-events/import", "x.yaml", first, "action", "import", "item", "/events/hidden"));
        done(author.act(APP, "activate", path));
        String exported = author.act(APP, "export", path).body();
        done(author.upload(
                "/app/efc-events/import",
                "x.yaml",
                exported.replace("First", "Second").replace("a.example", "b.example"),
                "action",
                "import",
                "item",
                "/events/hidden",
                "existing",
                "replace"));

        Answer compared = author.get("/app/efc-events/versions?path=" + path + "&version=1.0");
        assertThat(compared.page().select("tbody tr").eachText())
                .contains("Title First Second")
                .anyMatch(row -> row.contains("https://a.example https://b.example"));

        done(author.post("/app/efc-events/versions", "item", path, "version", "1.0"));
        assertThat(author.act(APP, "export", path).body()).contains("'First'", "https://a.example");
        assertThat(status(path)).contains("modified");
        List<String> versions = author.get("/app/efc-events/versions?path=" + path)
                .page()
                .select(".version-list a")
                .eachText();
        assertThat(versions).startsWith("Version 1.2");
        done(author.post("/app/efc-events/versions", "item", path, "version", "1.2"));
        assertThat(author.act(APP, "export", path).body()).contains("'Second'", "https://b.example");
        assertThat(author.post("/app/efc-events/versions", "item", path, "version", "9.9")
                        .problem())
                .contains("not there any more");
    }

    @Test
    void what_lies_in_an_unpublished_folder_is_not_published_before_it() throws Exception {
        String folder = "new-folder:\n  jcr:primaryType: mgnl:folder\n  inside:\n    jcr:primaryType: efc:event\n"
                + "    title: Inside\n";
        done(author.upload("/app/efc-events/import", "x.yaml", folder, "action", "import"));

        Answer refused = author.act(APP, "activate", "/events/new-folder/inside");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).contains("/events/new-folder is not published");
        assertThat(refused.page().select(".problems input[name=item]").attr("value"))
                .isEqualTo("/events/new-folder");
        String offered = refused.page().select(".problems button").attr("value");

        done(author.act(APP, offered, "/events/new-folder"));
        done(author.act(APP, "activate", "/events/new-folder/inside"));
        assertThat(author.visible("new-folder/inside").status()).isEqualTo(200);
    }

    @Test
    void a_folder_is_published_with_all_in_it() throws Exception {
        String folder = "whole-folder:\n  jcr:primaryType: mgnl:folder\n  inner:\n    jcr:primaryType: mgnl:folder\n"
                + "    deep:\n      jcr:primaryType: efc:event\n      title: Deep\n";
        done(author.upload("/app/efc-events/import", "x.yaml", folder, "action", "import"));

        Answer list = done(author.act(APP, "activateRecursive", "/events/whole-folder"));

        assertThat(list.page().select(".notice").text()).startsWith("3 entries were published: whole-folder.");
        assertThat(author.visible("whole-folder/inner/deep").status()).isEqualTo(200);
    }

    @Test
    void a_long_folder_is_shown_in_parts_and_a_list_in_pages() throws Exception {
        StringBuilder folder = new StringBuilder("long-folder:\n  jcr:primaryType: mgnl:folder\n");
        for (int i = 10; i < 70; i++) {
            folder.append("  n" + i + ":\n    jcr:primaryType: efc:event\n    title: One of many\n    start: '"
                    + (2100 - i) + "-01-01'\n");
        }
        done(author.upload("/app/efc-events/import", "x.yaml", folder.toString(), "action", "import"));

        Answer tree = author.get("/app/efc-events?view=tree&path=/events/long-folder/n65");
        assertThat(tree.names()).contains("n10", "n59", "n65").doesNotContain("n60", "n69");
        Answer more = author.get(
                tree.page().select("a:contains(Show more)").attr("href").replace("/author/.magnolia/admincentral", ""));
        assertThat(more.names()).containsSubsequence("n59", "n60", "n65", "n69");
        assertThat(more.page().select("a:contains(Show more)")).isEmpty();

        List<String> listed = new ArrayList<>();
        int pages = 1;
        for (int i = 1; i <= pages; i++) {
            Answer page = author.get("/app/efc-events?view=list&page=" + i);
            listed.addAll(page.names());
            pages = page.page().select(".browser-pages li").size();
        }
        listed.removeIf(name -> !name.matches("long-folder|n\\d\\d"));
        assertThat(listed)
                .hasSize(61)
                .doesNotHaveDuplicates()
                .startsWith("long-folder", "n10")
                .endsWith("n69");
        assertThat(author.get("/app/efc-events?view=list&sort=jcrName&page=" + pages)
                        .names())
                .isNotEmpty();
    }

    @Test
    void several_are_published_at_once() throws Exception {
        Answer list = done(author.act(APP, "activate", "/events/wp1-meeting", "/events/wp5-meeting"));

        assertThat(list.page().select(".notice").text()).startsWith("2 entries were published: ");
        assertThat(done(author.act("efc-work-packages", "activate", "/work-packages/wp1"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoever_goes_back_and_saves_again_makes_no_second_event() throws Exception {
        String form = author.act(APP, "addItem").location().replace("/author/.magnolia/admincentral", "");
        String[] fields = {"title", "Saved twice", "date/precision", "unknown", "_do", "save"};

        Answer first = author.post(form, fields);
        assertThat(first.status()).as(first.body()).isEqualTo(303);
        assertThat(author.post(form, fields).status()).isEqualTo(303);

        assertThat(author.get("/app/efc-events?f.title=Saved+twice").names()).containsExactly("saved-twice");
        // Whom the browser shows nothing of what they typed gets what is stored.
        assertThat(author.get(form).page().select("[name=title]").val()).isEqualTo("Saved twice");
    }

    @Test
    void all_are_ticked_without_a_script_and_in_french() throws Exception {
        Answer all = author.get("/app/efc-events?select=all");

        assertThat(all.page().select("input[name=item][type=checkbox]:not([checked])"))
                .isEmpty();
        assertThat(all.page().select("a:contains(Tick none)")).hasSize(1);
    }
}
