package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.efcpreview.repository.Accounts;
import org.jsoup.Jsoup;
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
            Accounts.grant(author, "files", "acl_dam", "/*", 63);
            editors.editor("archivist", "files");
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
                .contains("members only", "http://www.danube-floodwatch.example/files/SG9_agenda.pdf");
        assertThat(looking.select("#entry-1").first().parent().select("input").eachAttr("value"))
                .contains("Vienna", "Austria");
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

    private static byte[] packed() throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", picture);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("Past.html"));
            zip.write(
                    """
                    <html><body><h1>Past events</h1>
                    <h2>Forum of the harbours</h2><p>The group met on 3 May 2011 in Oslo.</p>
                    <p><img src="Past_files/the%20hall.png" alt="The hall"> <img src="Past_files/gone.png" alt="Gone">
                    <a href="files/minutes.pdf">Minutes of the forum</a></p>
                    <h2>Forum of the rivers</h2><p>The group met on 4 June 2012 in Rome.</p></body></html>
                    """
                            .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("Past_files/the hall.png"));
            zip.write(picture.toByteArray());
            zip.putNextEntry(new ZipEntry("files/minutes.pdf"));
            zip.write("%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }

    private static Document broughtPacked(Site.Reader reader) throws Exception {
        Map<String, String> fields = Site.filledIn(reader.page("/desk/import.html"), "form.step");
        fields.put("title", "Forums of harbours and rivers");
        return reader.done(reader.post("/desk/import.html", fields, "file", "past.zip", packed()));
    }

    @Test
    void picturesAndDocumentsComeFromAZip() throws Exception {
        Site.Reader archivist = site.signInToEdit("archivist");
        Document looking = broughtPacked(archivist);
        assertThat(looking.select("section:has(#files) > p").text())
                .isEqualTo("Came with the page: 2. Cannot be taken: 0. Missing: 1.");
        assertThat(looking.select("section:has(#files) li").eachText())
                .containsExactly("Picture: Past_files/gone.png Forum of the harbours");
        assertThat(looking.select("#entry-1").first().parent().select("dd").eachText())
                .contains(
                        "Past_files/the%20hall.png – came with the page",
                        "Past_files/gone.png – missing", "files/minutes.pdf – came with the page");
        Map<String, String> fields = Site.filledIn(looking, "form[method=post]");
        assertThat(fields).containsEntry("files", "on");
        fields.put("import", "yes");
        Document done = archivist.done(archivist.post("/desk/import.html", fields));

        assertThat(done.select("p.files").text())
                .matches("Their pictures and documents are in the Assets app, under /efc-events-imports/forums-of-\\S+"
                        + " \\(new files: 2\\). Show this folder in the Assets app");
        Document event = archivist.page("/events/forum-of-the-harbours.html");
        String picture = event.select("main img[alt='The hall']").attr("src");
        assertThat(picture).contains("/jcr:");
        assertThat(archivist.get(picture.replaceFirst("^/author", "")).statusCode())
                .isEqualTo(200);
        String minutes = event.select("main a:contains(Minutes of the forum)").attr("href");
        assertThat(archivist.get(minutes.replaceFirst("^/author", "")).body()).startsWith("%PDF");

        Document back = archivist.done(archivist.post("/desk/import.html", Site.filledIn(done, "section.done form")));
        assertThat(back.select("p.files").text())
                .startsWith("The pictures and documents stay in the Assets app, under");
    }

    @Test
    void whoMayNotAddFilesImportsWithoutThem() throws Exception {
        Document looking = broughtPacked(officer);
        assertThat(looking.select("[name=files]")).isEmpty();
        assertThat(looking.select("p.files").text())
                .startsWith("Pictures and documents that came with the page: 2. You may not add files");
        Map<String, String> fields = Site.filledIn(looking, "form[method=post]");
        fields.put("import", "yes");
        fields.put("files", "on");
        HttpResponse<String> refused = officer.post("/desk/import.html", fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text())
                .contains("You may not add files to the Assets app. Import the events without them.");
        assertThat(officer.get("/events/forum-of-the-rivers.html").statusCode()).isEqualTo(404);

        fields.remove("files");
        Document done = officer.done(officer.post("/desk/import.html", fields));
        assertThat(done.select("p.files")).isEmpty();
        assertThat(officer.page("/events/forum-of-the-harbours.html").select("main img"))
                .isEmpty();
        officer.done(officer.post("/desk/import.html", Site.filledIn(done, "section.done form")));
    }

    @Test
    void aZipThatCannotBeUsedIsRefusedWithItsReason() throws Exception {
        Map<String, String> fields = Site.filledIn(officer.page("/desk/import.html"), "form.step");
        fields.put("title", "Broken");
        HttpResponse<String> refused = officer.post(
                "/desk/import.html", fields, "file", "past.zip", Arrays.copyOf(packed(), packed().length - 30));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("[role=alert]").text())
                .contains("The ZIP is damaged, or was not sent whole. Pack it again.");
        assertThat(officer.page("/desk/import.html").text()).doesNotContain("Broken");
    }

    @Test
    void theCalendarOfTheArchiveItselfBringsNothing() throws Exception {
        String calendar = officer.get("/events.ics").body();

        Document looking = brought("events.ics", calendar.getBytes(StandardCharsets.UTF_8));

        int events = calendar.split("BEGIN:VEVENT").length - 1;
        assertThat(events).isGreaterThan(10);
        assertThat(looking.text()).contains("Entries found: " + events + ". Ticked, to be imported: 0.");
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
    void whatIsSentTwiceAtOnceIsMadeOnce() throws Exception {
        StringBuilder page = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            page.append("Harbour talk no. ").append(i).append("\n\n\nThe members met on ");
            page.append(i).append(" March 2011 in Lyon.\n\n");
        }
        Map<String, String> fields = Site.filledIn(
                brought("harbour.txt", page.toString().getBytes(StandardCharsets.UTF_8)), "form[method=post]");
        fields.put("import", "yes");
        Callable<HttpResponse<String>> sending = () -> officer.post("/desk/import.html", fields);

        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<String> answers = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : threads.invokeAll(List.of(sending, sending))) {
            answers.add(officer.done(answer.get()).select("section.done h2").text());
        }
        threads.shutdown();

        // The one that came second is led to what the first has made.
        assertThat(answers).containsOnly("“Page harbour.txt” was imported (events: 20)");
        assertThat(officer.get("/desk/import.csv").body().split("Harbour talk no\\."))
                .hasSize(21);
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
