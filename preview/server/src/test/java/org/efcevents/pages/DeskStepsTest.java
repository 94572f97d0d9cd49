package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.Session;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.User;
import org.efcpreview.web.InstalledHome;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors change in many places at once on the Archive desk, and take back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("server")
class DeskStepsTest {

    private static final String TWO = "/desk/merge.html?keep=/speakers/step-ann&merge=/speakers/step-anne";

    @TempDir
    static Path home;

    private Site site;
    private Site.Reader officer;

    @BeforeAll
    void open() throws Exception {
        InstalledHome.at(home);
        for (String instance : List.of("public", "author")) {
            try (ContentRepository repository = ContentRepository.open(home.resolve(instance))) {
                Session session = repository.login("efc-events", User.SYSTEM);
                fill(session);
                session.save();
                session.logout();
                if (instance.equals("author")) {
                    new Editors(repository).editor("officer");
                }
            }
        }
        site = Site.again(home);
        officer = site.signInToEdit("officer");
    }

    private static void fill(Session session) throws Exception {
        Node kept = session.getNode("/speakers").addNode("step-ann", "efc:speaker");
        kept.setProperty("fullName", "Ann <Step>");
        kept.setProperty("role", "Director");
        Node merged = session.getNode("/speakers").addNode("step-anne", "efc:speaker");
        merged.setProperty("fullName", "Anne Step");
        merged.setProperty("role", "Chair");
        merged.setProperty("country", "SE");
        Node event = session.getNode("/events").addNode("step-event", "efc:event");
        event.setProperty("title", "Zeppelin day");
        event.setProperty("description", "<p title=\"Zeppelin\">A Zeppelin &amp; a <b>Zep</b>pelin.</p>");
        event.addNode("participations", "mgnl:contentNode")
                .addNode("participations0", "efc:participation")
                .setProperty("speaker", merged.getIdentifier());
    }

    @AfterAll
    void close() {
        site.close();
    }

    private Document merge(Map<String, String> others) throws Exception {
        Map<String, String> fields = Site.filledIn(officer.page(TWO), "form[method=post]");
        fields.putAll(others);
        return officer.done(officer.post("/desk/merge.html", fields));
    }

    private Document takeBack(Document done) throws Exception {
        return officer.done(officer.post("/desk/merge.html", Site.filledIn(done, "section.done form")));
    }

    @Test
    void aMergeIsShownMadeAndTakenBack() throws Exception {
        Document shown = officer.page(TWO);
        assertThat(shown.select("[aria-labelledby=fields] tbody tr").eachText())
                .anyMatch(row -> row.matches("Role .*Director.*Chair Choose one of the two"))
                .anyMatch(row -> row.matches("Country – SE What is missing is filled in"));
        assertThat(shown.select("[aria-labelledby=references] li").eachText())
                .containsExactly("Zeppelin day – Date not recorded");
        assertThat(shown.select("[aria-labelledby=addresses]").text()).contains("step-anne");
        assertThat(officer.get("/speakers/step-anne.html").statusCode()).isEqualTo(200);

        Document done = merge(Map.of("field.role", "merged"));

        assertThat(done.select("section.done h2").text()).isEqualTo("“Anne Step” is part of “Ann <Step>” now");
        assertThat(done.select("section.done > ul li").eachText())
                .containsExactlyInAnyOrder(
                        "Zeppelin day – not published so far",
                        "Ann <Step> – not published so far",
                        "step-anne – publish its deletion");
        assertThat(done.select("section.done > ul a").eachAttr("href"))
                .anyMatch(href -> href.endsWith("#app:efc-speakers:detail;/speakers/step-ann:edit"))
                .anyMatch(href -> href.endsWith("#app:efc-speakers:browser;/speakers/step-anne:"));
        HttpResponse<String> moved = officer.get("/speakers/step-anne.html");
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location")).contains("/author/speakers/step-ann.html");
        assertThat(officer.page("/speakers/step-ann.html").text()).contains("Chair", "Anne Step", "Zeppelin day");
        // Nothing of it is on the public instance before it is published.
        assertThat(site.page("/speakers/step-anne.html").text()).contains("Anne Step", "Zeppelin day");

        Document back = takeBack(done);
        assertThat(back.select("section.done h2").text()).isEqualTo("“Anne Step” is apart from “Ann <Step>” again");
        assertThat(back.select("section.done").text())
                .contains("It was taken back.")
                .doesNotContain("Take it back");
        assertThat(officer.page("/speakers/step-anne.html").text()).contains("Zeppelin day", "Chair");
        assertThat(officer.page("/speakers/step-ann.html").text())
                .contains("Director")
                .doesNotContain("Zeppelin day");
        assertThat(officer.post("/desk/merge.html", Site.filledIn(done, "section.done form"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aMergeOfWhatHasBeenEditedMeanwhileIsRefused() throws Exception {
        Map<String, String> fields = Site.filledIn(officer.page(TWO), "form[method=post]");
        fields.put("state", "another");

        HttpResponse<String> refused = officer.post("/desk/merge.html", fields);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text())
                .contains("Something has been edited since this page was opened.");
        assertThat(officer.get("/speakers/step-anne.html").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keep=/speakers/step-ann",
                "keep=/speakers/step-ann&merge=nobody",
                "keep=/speakers/step-ann&merge=/speakers/step-ann",
                "keep=/speakers/step-ann&merge=/work-packages/wp1",
                "keep=/events/step-event&merge=/speakers/step-ann"
            })
    void whatCannotBeOneIsSaid(String query) throws Exception {
        HttpResponse<String> answer = officer.get("/desk/merge.html?" + query);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("[role=alert] li a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(field -> field.matches("#(keep|merge)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "merge.html?keep=nobody&merge=/speakers/step-ann",
                "merge.html?keep=/speakers/step-ann&merge=nobody",
                "copy.html?when=once&day=someday",
                "copy.html?when=repeated&rule=day&dayOfMonth=40&every=0&from=2027-01-01&until=2026-01-01",
                "copy.html?when=repeated&rule=weekday&number=9&from=x&until=y",
                "copy.html?when=repeated&rule=never&from=2026-01-01&until=2027-01-01",
                "reports.html?from=x&to=y"
            })
    void theFieldsThatAreWrongAreMarked(String asked) throws Exception {
        String zeppelin =
                officer.page("/desk/copy.html?q=Zeppelin").select("tbody a").attr("href");
        Document page = Jsoup.parse(officer.get(
                        "/desk/" + asked.replace("copy.html?", "copy.html?" + zeppelin.replaceFirst(".*\\?", "") + "&"))
                .body());

        List<String> wrong = page.select("[role=alert] li a").eachAttr("href");
        assertThat(wrong).isNotEmpty();
        assertThat(page.select("[aria-invalid]").eachAttr("id"))
                .containsExactlyInAnyOrderElementsOf(
                        wrong.stream().map(field -> field.substring(1)).toList());
    }

    @Test
    void wordsAreReplacedWhereTickedAndTakenBack() throws Exception {
        Document found = officer.page("/desk/replace.html?find=Zeppelin&whole=yes&exact=yes");
        assertThat(found.select("#places").text()).isEqualTo("Places 3");
        assertThat(found.select(".places li").eachText())
                .containsExactlyInAnyOrder(
                        "Title, English Zeppelin day",
                        "Description, English A Zeppelin & a Zeppelin.",
                        "Description, English A Zeppelin & a Zeppelin. – formatted in parts: change it in the form");
        assertThat(found.select(".places mark").eachText()).containsOnly("Zeppelin");
        Map<String, String> fields = Site.filledIn(found, "form[method=post]");
        fields.keySet().removeIf(name -> name.contains("/title/"));
        fields.put("with", "balloon");

        Document done = officer.done(officer.post("/desk/replace.html", fields));

        assertThat(done.select("section.done h2").text()).isEqualTo("“Zeppelin” was replaced by “balloon” (places: 1)");
        assertThat(officer.page("/events/step-event.html").select("main").text())
                .contains("Zeppelin day", "A balloon & a Zeppelin.");
        // The text is not what was shown any more.
        HttpResponse<String> again = officer.post("/desk/replace.html", fields);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(again.body()).select("[role=alert]").text()).contains("have been edited since");

        officer.done(officer.post("/desk/replace.html", Site.filledIn(done, "section.done form")));
        assertThat(officer.page("/events/step-event.html").select("main").text())
                .contains("A Zeppelin & a Zeppelin.");
    }

    @Test
    void whatIsMissingIsSaidAtItsField() throws Exception {
        Map<String, String> fields =
                Site.filledIn(officer.page("/desk/replace.html?find=Zeppelin"), "form[method=post]");
        fields.keySet().removeIf(name -> name.startsWith("place."));

        Document answer = Jsoup.parse(officer.post("/desk/replace.html", fields).body());

        assertThat(answer.select("[role=alert] a").eachAttr("href")).containsExactly("#with", "#places");
        assertThat(answer.select("#with, #places")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/merge.html", "/desk/replace.html", "/fr/desk/merge.html", "/fr/desk/replace.html"})
    void othersAndFormsWithoutTheTokenAreRefused(String page) throws Exception {
        Map<String, String> fields = Site.filledIn(officer.page(TWO), "form[method=post]");
        fields.remove("csrf");
        assertThat(officer.post(page, fields).statusCode()).isEqualTo(403);
        assertThat(officer.get(page).statusCode()).isEqualTo(200);
        assertThat(site.status(page)).isEqualTo(404);
        assertThat(site.visitor().post(page, fields).statusCode()).isIn(403, 404, 405);
        assertThat(officer.get("/speakers/step-anne.html").statusCode()).isEqualTo(200);
    }
}
