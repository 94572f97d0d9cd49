package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
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

/** An officer gives many events a work package or a kind at once on the Archive desk, and takes it back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("server")
class DeskChangeTest {

    private static final String PAGE = "/desk/change.html";

    @TempDir
    static Path home;

    private final List<String> ids = new ArrayList<>();
    private String group;
    private Site site;
    private Site.Reader officer;

    @BeforeAll
    void open() throws Exception {
        site = Editors.site(home, (author, editors) -> {
            Session session = author.login("efc-events", User.SYSTEM);
            Node workPackage = session.getNode("/work-packages").addNode("many-group", "efc:workPackage");
            workPackage.setProperty("code", "WP8");
            group = workPackage.getIdentifier();
            for (int number = 0; number < 3; number++) {
                Node event = session.getNode("/events").addNode("many-" + number, "efc:event");
                event.setProperty("title", "Zebra " + number);
                event.setProperty("precision", "day");
                event.setProperty("start", "2009-03-0" + (number + 1));
                ids.add(event.getIdentifier());
            }
            Node known = session.getNode("/events/listed").addNode("many-3", "efc:event");
            known.setProperty("title", "Zebra 3");
            known.setProperty("kind", "training");
            known.setProperty("workPackages", new String[] {group});
            known.addNode("publicNotice", "efc:notice").setProperty("title", "A zebra");
            ids.add(known.getIdentifier());
            Node locked =
                    session.getNode("/events").addNode("locked", "mgnl:folder").addNode("many-4", "efc:event");
            locked.setProperty("title", "Zebra 4");
            ids.add(locked.getIdentifier());
            published(session.getNode("/events/many-1"), 2);
            published(session.getNode("/events/many-2"), 1);
            session.save();
            session.logout();
            Accounts.grant(author, "locked", "acl_efc-events", "/events/locked/*", 8);
            editors.editor("officer", "locked");
        });
        officer = site.signInToEdit("officer");
    }

    /** Published in the year 2001, and changed in another. */
    private static void published(Node event, int changed) throws Exception {
        event.setProperty("mgnl:activationStatus", true);
        event.setProperty(
                "mgnl:lastActivated", new Calendar.Builder().setDate(2001, 0, 1).build());
        event.setProperty(
                "mgnl:lastModified",
                new Calendar.Builder().setDate(1999 + changed, 5, 1).build());
    }

    @AfterAll
    void close() {
        site.close();
    }

    private Document found(String query) throws Exception {
        return officer.page(PAGE + query);
    }

    private Map<String, String> ticked(int... numbers) throws Exception {
        Map<String, String> fields = Site.filledIn(found("?q=zebra"), "form[method=post]");
        for (int number : numbers) {
            fields.put("event." + ids.get(number), "yes");
        }
        return fields;
    }

    private Document look(Map<String, String> fields, String change) throws Exception {
        fields.put("change", change);
        HttpResponse<String> answer = officer.post(PAGE, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private HttpResponse<String> carryOut(Document look) throws Exception {
        Map<String, String> fields = Site.filledIn(look, "form[method=post]");
        fields.put("carryOut", "yes");
        return officer.post(PAGE, fields);
    }

    private void takeBack(Document done) throws Exception {
        assertThat(officer.done(officer.post(PAGE, Site.filledIn(done, "section.done form")))
                        .select("section.done")
                        .text())
                .contains("It was taken back.");
    }

    @Test
    void eventsAreFoundByWordsYearsKindsWorkPackagesAndPublication() throws Exception {
        assertThat(found("?q=zebra").select("#events li").eachText()).hasSize(5);
        assertThat(found("?q=zebra&year=2009").select("#events li").eachText())
                .hasSize(3)
                .allMatch(text -> text.matches("Zebra [0-2] .*"));
        assertThat(found("?q=zebra&kind=training").select("#events li").eachText())
                .hasSize(1);
        assertThat(found("?workPackage=many-group").select("#events li").eachText())
                .hasSize(1);
        assertThat(found("?q=zebra&state=none").select("#events li").eachText()).hasSize(3);
        assertThat(found("?q=zebra&state=changed").select("#events li").eachText())
                .singleElement()
                .asString()
                .startsWith("Zebra 1 changed since it was published");
        assertThat(found("?q=quagga").select("[role=status]").text()).isEqualTo("There are no such events.");
        assertThat(found("?q=zebra&tick=all").select("#events [checked]")).hasSize(5);
        assertThat(found("?q=zebra&tick=all").select("#events p a").last().attr("href"))
                .endsWith("/desk/change.html?q=zebra");
    }

    @Test
    void aWorkPackageIsAddedWhereItIsNotAndTakenBack() throws Exception {
        Document look = look(ticked(0, 1, 3, 4), "add:" + group);

        assertThat(look.select("[aria-labelledby=changing] li").eachText())
                .containsExactly("Zebra 0 1 March 2009 · Now: nothing", "Zebra 1 2 March 2009 · Now: nothing");
        assertThat(look.select("[aria-labelledby=staying] li").eachText())
                .containsExactly(
                        "Zebra 3 Now: WP8 · its notice stays as it is: change that in the form",
                        "Zebra 4 Now: nothing · you may not change it");
        // Nothing has been changed by looking.
        assertThat(found("?workPackage=many-group").select("#events li").eachText())
                .hasSize(1);

        Document done = officer.done(carryOut(look));
        assertThat(done.select("section.done h2").text()).isEqualTo("“WP8” was added (events: 2)");
        assertThat(done.select("section.done > ul li").eachText())
                .containsExactlyInAnyOrder(
                        "Zebra 0 1 March 2009 – not published so far",
                        "Zebra 1 2 March 2009 – see its page Zebra 1 – visitors read it as it was before");
        assertThat(found("?workPackage=many-group").select("#events li").eachText())
                .hasSize(3);

        takeBack(done);
        assertThat(found("?workPackage=many-group").select("#events li").eachText())
                .hasSize(1);
    }

    @Test
    void aKindIsGivenAndAWorkPackageTakenAway() throws Exception {
        Document kind = officer.done(carryOut(look(ticked(0, 3), "kind:conference")));
        assertThat(kind.select("section.done h2").text()).isEqualTo("The kind is “Conference” now (events: 2)");
        assertThat(found("?q=zebra&kind=conference").select("#events li").eachText())
                .hasSize(2);
        Document removed = officer.done(carryOut(look(ticked(0, 3), "remove:" + group)));
        assertThat(removed.select("section.done h2").text()).isEqualTo("“WP8” was taken away (events: 1)");
        takeBack(removed);
        takeBack(kind);
        assertThat(found("?q=zebra&kind=training").select("#events li").eachText())
                .hasSize(1);
    }

    @Test
    void whatHasBeenEditedMeanwhileIsShownAsItIsNow() throws Exception {
        Document look = look(ticked(2), "kind:training");
        Document first = officer.done(carryOut(look(ticked(2), "kind:launch")));

        HttpResponse<String> refused = carryOut(look);

        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select("[role=alert] li").text()).startsWith("One of these events has been edited");
        assertThat(page.select("[aria-labelledby=changing] li").text()).contains("Now: Launch");
        takeBack(first);
    }

    @Test
    void whatIsMissingIsSaidAtItsField() throws Exception {
        Map<String, String> fields = ticked();
        fields.put("change", "add:" + ids.get(0));

        HttpResponse<String> answer = officer.post(PAGE, fields);

        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("[role=alert] a").eachAttr("href")).containsExactly("#events", "#change");
        assertThat(page.select("#change").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#events li")).hasSize(5);
    }
}
