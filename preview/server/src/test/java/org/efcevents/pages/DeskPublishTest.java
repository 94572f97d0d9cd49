package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcpreview.repository.Accounts;
import org.efcpreview.repository.User;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Events are published with the people, work packages and files that they show, wherever these lie. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("server")
class DeskPublishTest {

    private static final String PAGE = "/desk/publish.html";

    @TempDir
    static Path home;

    private Site site;
    private Site.Reader officer;
    private Site.Reader writer;
    private Site.Reader clerk;

    @BeforeAll
    void open() throws Exception {
        site = Editors.site(home, (author, editors) -> {
            Session dam = author.login("dam", User.SYSTEM);
            Session session = author.login("efc-events", User.SYSTEM);
            for (String event : List.of("whole", "quno", "qduo", "refused", "qsolo", "qcovert")) {
                fill(session, dam, event);
            }
            dam.save();
            session.save();
            dam.logout();
            session.logout();
            Accounts.grant(author, "files", "acl_dam", "/*", 63);
            Accounts.grant(author, "refused", "acl_efc-events", "/events/refused/*", 8);
            editors.editor("officer", "files");
            editors.editor("writer");
            editors.editor("clerk", "refused");
        });
        officer = site.signInToEdit("officer");
        writer = site.signInToEdit("writer");
        clerk = site.signInToEdit("clerk");
    }

    /** An event in a folder of its own, with a person who has a portrait, a work package, and files in two folders. */
    private static void fill(Session session, Session dam, String name) throws RepositoryException {
        Node folder = dam.getRootNode().addNode("pub-" + name, "mgnl:folder");
        Node person = session.getNode("/speakers").addNode("pub-person-" + name, "efc:speaker");
        person.setProperty("fullName", "Ann " + name);
        person.setProperty("portrait", file(folder, "portrait-" + name));
        Node group = session.getNode("/work-packages").addNode("pub-group-" + name, "efc:workPackage");
        group.setProperty("code", "WP-" + name);
        Node above = session.getNode("/events");
        Node event = name.equals("qcovert")
                ? above.getNode("hidden").addNode("pub-" + name, "efc:event")
                : above.addNode(name, "mgnl:folder").addNode("pub-" + name, "efc:event");
        event.setProperty("title", "Event " + name);
        event.setProperty("precision", "day");
        event.setProperty("start", "2011-03-01");
        event.setProperty("workPackages", new String[] {group.getIdentifier()});
        event.addNode("participations", "mgnl:contentNode")
                .addNode("participations0", "efc:participation")
                .setProperty("speaker", person.getIdentifier());
        Node pictures = event.addNode("gallery", "mgnl:contentNode");
        String picture = file(folder, "picture-" + name);
        for (int i = 0; i < 2; i++) {
            Node shown = pictures.addNode("gallery" + i, "mgnl:contentNode");
            shown.setProperty("image", picture);
            shown.setProperty("alt", "A picture");
        }
        Node documents = event.addNode("documents", "mgnl:contentNode");
        documents
                .addNode("documents0", "mgnl:contentNode")
                .setProperty("asset", file(dam.getRootNode(), "document-" + name));
    }

    private static String file(Node folder, String name) throws RepositoryException {
        Node asset = folder.addNode(name, "mgnl:asset");
        asset.setProperty("title", "File " + name);
        Node content = asset.addNode("jcr:content", "mgnl:resource");
        content.setProperty(
                "jcr:data",
                folder.getSession()
                        .getValueFactory()
                        .createBinary(new ByteArrayInputStream(name.getBytes(StandardCharsets.US_ASCII))));
        content.setProperty("jcr:mimeType", "image/png");
        content.setProperty("fileName", name + ".png");
        content.setProperty("extension", "png");
        content.setProperty("size", name.length());
        return "jcr:" + asset.getIdentifier();
    }

    @AfterAll
    void close() {
        site.close();
    }

    /** The page for events with these words in their titles. */
    private Document look(Site.Reader reader, String words, int count) throws Exception {
        Document found = reader.page(PAGE + "?tick=all&q=" + words);
        assertThat(found.select("#events [checked]")).hasSize(count);
        HttpResponse<String> answer = reader.post(PAGE, Site.filledIn(found, "form[method=post]"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    @Test
    void ofAYearThatTheArchiveDoesNotHaveThereIsNothingToPublish() throws Exception {
        String boxes = "main form[method=post] input[type=checkbox]";

        assertThat(officer.page(PAGE).select(boxes)).isNotEmpty();
        assertThat(officer.page(PAGE + "?year=1850").select(boxes)).isEmpty();
    }

    private static HttpResponse<String> publish(Site.Reader reader, Document look) throws Exception {
        Map<String, String> fields = Site.filledIn(look, "form[method=post]");
        fields.put("publish", "yes");
        return reader.post(PAGE, fields);
    }

    private static List<String> ticked(Document look) {
        return look.select("li label:has([checked])").eachText();
    }

    @Test
    void anEventIsPublishedWithAllThatItNeeds() throws Exception {
        // The event's page says what is not published, and leads to where it is.
        Document own = officer.page("/events/pub-whole.html");
        Document look = officer.page(own.select("#needed ~ p a").attr("href").replaceFirst("^/author", ""));
        assertThat(ticked(look))
                .containsExactly(
                        "Event whole not published /events/whole/pub-whole",
                        "Ann whole not published /speakers/pub-person-whole",
                        "WP-whole not published /work-packages/pub-group-whole",
                        "File document-whole not published /document-whole",
                        "File picture-whole not published /pub-whole/picture-whole",
                        "File portrait-whole not published /pub-whole/portrait-whole",
                        "whole not published /events/whole",
                        "pub-whole not published /pub-whole");
        assertThat(look.select("main > p").text()).contains("1 person, 1 work package, 3 files, 2 folders");
        assertThat(site.status("/events/pub-whole.html")).isEqualTo(404);

        HttpResponse<String> answer = publish(officer, look);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Document done = Jsoup.parse(answer.body());
        assertThat(done.select("p.done").text()).isEqualTo("All of this is published.");
        assertThat(done.select("#published + ul li").eachText())
                .hasSize(8)
                .startsWith("Folder: whole /events/whole")
                .endsWith("Event: Event whole /events/whole/pub-whole see its page Event whole");
        Document page = site.page("/events/pub-whole.html");
        assertThat(page.text()).contains("Ann whole", "WP-whole").doesNotContain("Name not published");
        assertThat(page.select("main img, main a[href$=.png]").eachAttr("src")).isNotEmpty();
        for (String picture : page.select("main img").eachAttr("src")) {
            assertThat(site.status(picture)).as(picture).isEqualTo(200);
        }
        assertThat(officer.page("/events/pub-whole.html").select("#needed")).isEmpty();
        // Everything is as it is on the public instance now: nothing is ticked.
        Document again =
                officer.page(done.select("main > p a").first().attr("href").replaceFirst("^/author", ""));
        assertThat(ticked(again)).isEmpty();
        assertThat(again.select("li .state").eachText()).containsOnly("published");
    }

    @Test
    void severalEventsArePublishedAtOnce() throws Exception {
        Document look = look(officer, "quno", 1);
        assertThat(look.text()).doesNotContain("for: Event");
        Document found = officer.page(PAGE + "?year=2011");
        Map<String, String> fields = Site.filledIn(found, "form[method=post]");
        found.select("#events li:matches(Event (quno|qduo)) input").forEach(box -> fields.put(box.attr("name"), "yes"));
        Document both = Jsoup.parse(officer.post(PAGE, fields).body());
        assertThat(both.text()).contains("for: Event quno", "for: Event qduo");

        assertThat(publish(officer, both).statusCode()).isEqualTo(200);

        for (String name : List.of("quno", "qduo")) {
            assertThat(site.page("/events/pub-" + name + ".html").text()).contains("Ann " + name);
        }
    }

    @Test
    void whoMayNotPublishSomethingIsToldSoAndRefused() throws Exception {
        Document look = look(clerk, "refused", 1);
        assertThat(look.select("li:has(.path):not(:has(input))").eachText())
                .hasSize(5)
                .allMatch(text -> text.contains("you may not publish it"))
                .anyMatch(text -> text.startsWith("Event refused"))
                .anyMatch(text -> text.startsWith("File picture-refused"));
        Map<String, String> fields = Site.filledIn(look, "form[method=post]");
        fields.put("publish", "yes");
        // As somebody would send it who leaves the page alone.
        Document others = look(officer, "refused", 1);
        others.select("li:contains(Event refused) input").forEach(box -> fields.put(box.attr("name"), "yes"));

        HttpResponse<String> answer = clerk.post(PAGE, fields);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("[role=alert]").text())
                .contains("You may not change all of this.");
        assertThat(site.status("/events/pub-refused.html")).isEqualTo(404);
        assertThat(site.status("/speakers/pub-person-refused.html")).isEqualTo(404);
    }

    @Test
    void whatCouldNotBePublishedIsNamedAndTheRestLeftAlone() throws Exception {
        Document look = look(writer, "qsolo", 1);
        Map<String, String> fields = Site.filledIn(look, "form[method=post]");
        assertThat(fields.keySet()).noneMatch(name -> name.startsWith("item.dam."));
        // Without the folder that the event lies in.
        fields.keySet().removeAll(look.select("li:matches(^qsolo ) input").eachAttr("name"));
        fields.put("publish", "yes");

        HttpResponse<String> answer = writer.post(PAGE, fields);

        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("[role=alert] li").text()).startsWith("“Event qsolo” has not been published:");
        assertThat(page.select("#published + ul li").eachText())
                .containsExactly(
                        "Work package: WP-qsolo /work-packages/pub-group-qsolo see its page WP-qsolo",
                        "Person: Ann qsolo /speakers/pub-person-qsolo see its page Ann qsolo");
        assertThat(page.select("#failed + ul li").eachText())
                .containsExactly("Event: Event qsolo /events/qsolo/pub-qsolo");
        assertThat(page.select("p.done")).isEmpty();
        assertThat(site.status("/events/pub-qsolo.html")).isEqualTo(404);
        assertThat(site.page("/speakers/pub-person-qsolo.html").text()).contains("Ann qsolo");
    }

    @Test
    void filesThatNotEveryoneMayHaveAreNotTickedWhereEveryoneCouldFetchThem() throws Exception {
        Document look = look(officer, "qcovert", 1);

        assertThat(ticked(look)).noneMatch(text -> text.contains("picture-qcovert"));
        assertThat(look.select("li:contains(picture-qcovert)").text()).contains("everyone could fetch it");
        // A portrait is shown with the person, who is no secret.
        assertThat(ticked(look)).anyMatch(text -> text.contains("portrait-qcovert"));
    }

    @Test
    void nothingIsPublishedWithoutTheTokenOrWithNothingTicked() throws Exception {
        Document look = look(officer, "qcovert", 1);
        Map<String, String> fields = Site.filledIn(look, "form[method=post]");
        fields.put("publish", "yes");
        fields.keySet().removeIf(name -> name.startsWith("item."));
        HttpResponse<String> nothing = officer.post(PAGE, fields);
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(nothing.body()).select("[role=alert]").text()).contains("Tick what is to be published.");
        fields.remove("csrf");
        assertThat(officer.post(PAGE, fields).statusCode()).isEqualTo(403);
        assertThat(site.status(PAGE)).isEqualTo(404);
    }
}
