package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The events of an old page, and of a calendar, brought into the archive on the desk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("server")
class DeskImportTest {

    private static final Path PAGES = Path.of("src/test/resources/org/efcevents/migration");

    @TempDir
    static Path home;

    private Site site;
    private Site.Reader officer;

    @BeforeAll
    void open() throws Exception {
        site = Editors.site(home, (author, editors) -> {
            editors.editor("officer");
            editors.onlooker("clerk");
        });
        officer = site.signInToEdit("officer");
    }

    @AfterAll
    void close() {
        site.close();
    }

    private Document brought(String file) throws Exception {
        return brought(file, Files.readAllBytes(PAGES.resolve(file)));
    }

    private Document brought(String file, byte[] content) throws Exception {
        Map<String, String> fields = Site.filledIn(officer.page("/desk/import.html"), "form.step");
        fields.put("title", "Page " + file);
        fields.put("address", "https://old.example.org/events/");
        return officer.done(officer.post("/desk/import.html", fields, "file", file, content));
    }

    private Document imported(Document looking) throws Exception {
        Map<String, String> fields = Site.filledIn(looking, "form[method=post]");
        fields.put("import", "yes");
        return officer.done(officer.post("/desk/import.html", fields));
    }

    @Test
    void aPageIsLookedOverImportedAndTakenBack() throws Exception {
        Document looking = brought("tables.html");

        assertThat(looking.select("section.entry h3").eachText())
                .hasSize(19)
                .contains("Entry 2: Annual conference: Who warns whom?");
        assertThat(looking.select("#entry-1").first().parent().select("dd").eachText())
                .contains("Vienna", "AT", "members only", "http://www.danube-floodwatch.example/files/SG9_agenda.pdf");
        assertThat(looking.select("#unread ~ ul li").text()).contains("Danube Floodwatch Network");

        Document done = imported(looking);

        assertThat(done.select("section.done h2").text()).isEqualTo("“Page tables.html” was imported (events: 19)");
        assertThat(site.visitor().get("/events/kick-off-of-the-network.html").statusCode())
                .isEqualTo(404);
        Document event = officer.page("/events/annual-conference-who-warns-whom.html");
        assertThat(event.text()).contains("4–5 October 2012", "Budapest", "Zsófia Barta-Ligeti", "Head of Forecasting");
        assertThat(brought("tables.html").select("[name$=.take][checked]")).isEmpty();

        Document back = officer.done(officer.post("/desk/import.html", Site.filledIn(done, "section.done form")));

        assertThat(back.select("section.done h2").text()).contains("was taken back");
        assertThat(officer.get("/events/annual-conference-who-warns-whom.html").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theCalendarOfTheArchiveItselfBringsNothing() throws Exception {
        String calendar = officer.get("/events.ics").body();

        Document looking = brought("events.ics", calendar.getBytes(StandardCharsets.UTF_8));

        int events = calendar.split("BEGIN:VEVENT").length - 1;
        assertThat(events).isGreaterThan(10);
        assertThat(looking.text()).contains("Entries found: " + events + ". To be imported: 0.");
        assertThat(looking.select("[name$=.take][checked], dl.changes")).isEmpty();
    }

    @Test
    void aCalendarIsImportedOnce() throws Exception {
        byte[] calendar =
                Files.readAllBytes(PAGES.resolveSibling("calendarfile").resolve("google.ics"));
        Document looking = brought("google.ics", calendar);

        assertThat(looking.select("section.entry h3").eachText())
                .hasSize(6)
                .contains("Entry 1: Steering group, second meeting");
        assertThat(looking.select("main script, main iframe")).isEmpty();
        assertThat(looking.text()).doesNotContain("@example.org");

        imported(looking);

        Document event = officer.page("/events/steering-group-second-meeting.html");
        assertThat(event.text()).contains("24 June 2014", "14:30", "European Parliament", "Bruxelles");
        assertThat(brought("google.ics", calendar).select("[name$=.take][checked]"))
                .isEmpty();
        assertThat(officer.get("/events.ics").body().split("SUMMARY;LANGUAGE=en:Steering group.{0,2} second meeting"))
                .hasSize(2);
    }

    @Test
    void nothingOfAHostilePageRuns() throws Exception {
        Document looking = brought("hostile.html");
        imported(looking);

        for (String address :
                List.of("/events/open-evening-of-the-workshop.html", "/events/last-day-of-the-fair.html")) {
            Document event = officer.page(address);
            assertThat(event.select("main script, main iframe, main object, main svg, main form[action*=attacker]"))
                    .isEmpty();
            assertThat(event.select("main a[href]").eachAttr("href"))
                    .noneMatch(link -> link.toLowerCase(java.util.Locale.ROOT).contains("script:"));
            assertThat(event.select("main *").stream()
                            .flatMap(element -> element.attributes().asList().stream())
                            .map(attribute -> attribute.getKey()))
                    .noneMatch(name -> name.startsWith("on"));
        }
        assertThat(looking.select("main script, main iframe, main object, main svg"))
                .isEmpty();
    }

    @Test
    void whoMayNotEditBringsNothingIn() throws Exception {
        Site.Reader clerk = site.signInToEdit("clerk");

        assertThat(clerk.get("/desk/import.html").statusCode()).isIn(403, 404);
        assertThat(site.visitor().get("/desk/import.html").statusCode()).isEqualTo(404);
        Map<String, String> fields = Site.filledIn(officer.page("/desk/import.html"), "form.step");
        fields.put("csrf", "another");
        fields.put("title", "Forged");
        assertThat(officer.post("/desk/import.html", fields, "file", "page.txt", new byte[] {65})
                        .statusCode())
                .isEqualTo(403);
        assertThat(officer.page("/desk/import.html").text()).doesNotContain("Forged");
    }
}
