package org.efcevents.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.message.Messages;
import org.definitioncheck.module.Modules;
import org.definitioncheck.resource.Resources;
import org.efcpreview.web.Options;
import org.efcpreview.web.PreviewServer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The how-tos of docs/developers.md, done as they stand there: a site with the very files that the page shows. */
@Tag("server")
class DevelopersPageTest {

    private static final Path PAGE = Path.of("docs/developers.md");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path home;

    private static PreviewServer server;

    @BeforeAll
    static void doAsThePageSays() throws Exception {
        Path module = home.resolve("module");
        FileUtils.copyDirectory(Path.of("target/classes").toFile(), module.toFile());
        // What an editor types in the new field. Samples are the way content comes in without an authoring UI.
        Path event = module.resolve(
                "mgnl-bootstrap-samples/efc-events-content/efc-events.events.wp4-meeting-in-the-hague.yaml");
        Files.writeString(event, Files.readString(event).stripTrailing() + "\n  hashtag: '#efc <b>'\n");
        Path other = module.resolve(
                "mgnl-bootstrap-samples/efc-events-content/efc-events.events.efc-wp5-meeting-2014-07-03.yaml");
        Files.writeString(other, Files.readString(other).replaceFirst("(?m)^  kind: .*$", "  kind: hackathon"));
        Files.writeString(
                module.resolve("mgnl-bootstrap-samples/efc-events-content/website.home.yaml"),
                """
                home:
                  jcr:primaryType: mgnl:page
                  mgnl:template: my-events:pages/home
                  mgnl:activationStatus: 'true'
                  events:
                    jcr:primaryType: mgnl:area
                    '0':
                      jcr:primaryType: mgnl:component
                      mgnl:template: efc-events:components/latest
                      howMany: '3'
                """);
        Path light = Files.createDirectory(home.resolve("light"));
        Snippets.of(PAGE).layDown(light);
        server = PreviewServer.start(new Options(0, home.resolve("repository"), true, module, light));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aLayoutIsPutOnAPageByDecoration() throws Exception {
        Document page = page("/events.html");

        assertThat(page.title()).isEqualTo("Events – Our events");
        assertThat(page.select("p.name a").attr("href")).isEqualTo("/events.html");
        assertThat(page.select("main h1").text()).isEqualTo("Events");
        String css = page.select("link[rel=stylesheet]").attr("href");
        assertThat(get(css).body()).contains("max-width: 40rem");
    }

    @Test
    void aPageThatIsNotDecoratedKeepsThePlainLook() throws Exception {
        assertThat(page("/work-packages.html").select("link[rel=stylesheet]").attr("href"))
                .contains("/efc-events/webresources/");
    }

    @Test
    void aSiteSaysItselfWhatItsPagesLoad() throws Exception {
        assertThat(get("/speakers/troels-oerting.html").headers().allValues("Content-Security-Policy"))
                .containsExactly(
                        "default-src 'self'; font-src 'self' https://fonts.example.org; frame-ancestors 'self'");
    }

    @Test
    void aReplacedTemplatePrintsTheAddedFieldEscaped() throws Exception {
        Document page = page("/events/wp4-meeting-in-the-hague.html");

        assertThat(page.select("main > h1").text()).isEqualTo("WP4 Meeting in the Hague");
        assertThat(page.select("p.when").text()).isNotEmpty();
        assertThat(page.select("p.hashtag").text()).isEqualTo("Hashtag: #efc <b>");
    }

    @Test
    void aReplacedTemplateLeavesOutAFieldThatIsEmpty() throws Exception {
        assertThat(page("/events/wp1-meeting.html").select("p.hashtag")).isEmpty();
    }

    @Test
    void aReplacedTemplateAnswersForAnEventThatIsNotThere() throws Exception {
        assertThat(get("/events/nothing-of-that-name.html").statusCode()).isEqualTo(404);
    }

    @Test
    void anAddedKindIsOfferedToThoseWhoEdit() {
        Path light = home.resolve("light");
        Resources resources = new Resources(List.of(light), List.of(home.resolve("module")));
        MagnoliaFacts facts = MagnoliaFacts.read();
        Definition app = Definitions.load(resources, Modules.load(resources, facts.modules()), facts)
                .find(DefinitionType.APP, "efc-events")
                .orElseThrow();

        assertThat(Pattern.compile("value=hackathon, label=efc.kind.hackathon")
                        .matcher(app.values().toString())
                        .results())
                .as("in the forms of an event and of its notice")
                .hasSize(2);
        assertThat(Messages.load(resources).get("efc.kind.hackathon", Locale.ENGLISH))
                .isEqualTo("Hackathon");
    }

    @Test
    void anAddedKindIsReadByVisitorsAndPrograms() throws Exception {
        Document found = page("/events.html?kind=hackathon");
        JsonNode answer =
                new ObjectMapper().readTree(get("/events.json?kind=hackathon").body());

        assertThat(found.select("li.kind").eachText()).containsExactly("Hackathon");
        assertThat(found.select("label:has([name=kind][checked])").text()).isEqualTo("Hackathon (1)");
        assertThat(answer.at("/items/0/slug").asText()).isEqualTo("efc-wp5-meeting-2014-07-03");
        assertThat(answer.at("/items/0/kindLabel").asText()).isEqualTo("Hackathon");
        assertThat(get("/events.ics").body()).contains("CATEGORIES:Hackathon");
        assertThat(get("/events.atom").body()).contains("label=\"Hackathon\"");
    }

    @Test
    void aPageOfTheSitesOwnTakesComponents() throws Exception {
        Document page = page("/home.html");

        assertThat(page.select("main h1").text()).isEqualTo("Our events");
        assertThat(page.select("main > section .events > li")).hasSize(3);
        assertThat(page.select("main a").eachAttr("href")).contains("/events.html");
    }

    @Test
    void restShowsTheAddedField() throws Exception {
        JsonNode event = new ObjectMapper()
                .readTree(get("/.rest/delivery/efc-events/v1/wp4-meeting-in-the-hague")
                        .body());

        assertThat(event.path("hashtag").asText()).isEqualTo("#efc <b>");
    }

    @Test
    void aTemplateThatIsRenderedAsTheSitesKeepsItsScript() throws Exception {
        assertThat(page("/speakers.html").select("main h1").text()).isEqualTo("Speakers");
    }

    @Test
    void theFilterOfThePageFindsTheEventsOfAYear() throws Exception {
        String example = Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("/.rest/delivery/"))
                .findFirst()
                .orElseThrow();
        String address = example.replace("[", "%5B").replace("]", "%5D").replace("\"", "%22");

        JsonNode found = new ObjectMapper().readTree(get(address).body());

        assertThat(found.path("total").asInt()).isPositive();
        assertThat(found.path("results"))
                .allSatisfy(event -> assertThat(event.path("start").asText()).startsWith("2014-"));
    }

    private static Document page(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(address);
        assertThat(answer.statusCode()).as(address + "\n" + answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(server.address().resolve(address)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
