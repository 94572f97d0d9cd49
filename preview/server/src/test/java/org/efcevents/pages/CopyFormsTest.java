package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Copies of an event as an editor's browser makes them, and as nobody else's does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("server")
class CopyFormsTest {

    private static final String PAGE = "/desk/copy.html";

    @TempDir
    static Path home;

    private Site site;
    private Site.Reader officer;

    @BeforeAll
    void open() throws Exception {
        site = WalkedArchive.open(home);
        officer = site.signInToEdit("officer");
    }

    @AfterAll
    void close() {
        site.close();
    }

    /** The form with the list of copies, filled in as it comes. */
    private static Map<String, String> form(Document page) {
        return Site.filledIn(page, "form[method=post]");
    }

    private Document list(String title, String day) throws Exception {
        String event = officer.page(PAGE + "?q=" + title).select("tbody th a").attr("href");
        return officer.page(PAGE + event.replaceFirst("^[^?]*", "") + "&when=once&take.texts=on&day=" + day);
    }

    @Test
    void aCopyIsMadeAndShownAndTakenBack() throws Exception {
        Map<String, String> form = form(list("openteaserwalk", "2027-03-04"));

        Document made = officer.done(officer.post(PAGE, form));
        assertThat(officer.get("/events/walk-open-2027.html").statusCode()).isEqualTo(200);
        assertThat(officer.get("/events/walk-open-2027.html").body()).doesNotContain("zebraminutes", "openreport");
        assertThat(site.status("/events/walk-open-2027.html")).isEqualTo(404);
        // The same once more.
        assertThat(officer.post(PAGE, form).statusCode()).isEqualTo(422);

        assertThat(made.select("tbody th a").eachAttr("href"))
                .containsExactly("/author/.magnolia/admincentral#app:efc-events:detail;/events/walk-open-2027:edit");
        assertThat(officer.get("/events/walk-open-2027.html").statusCode()).isEqualTo(200);
        assertThat(officer.post(PAGE, form(made)).statusCode()).isEqualTo(303);
        assertThat(officer.get("/events/walk-open-2027.html").statusCode()).isEqualTo(404);
    }

    @Test
    void nothingIsMadeForAnybodyElseOrFromAnywhereElse() throws Exception {
        Map<String, String> form = form(list("openteaserwalk", "2028-03-04"));
        Map<String, String> without = new LinkedHashMap<>(form);
        without.remove("csrf");

        assertThat(officer.post(PAGE, without).statusCode()).isEqualTo(403);
        assertThat(officer.post(PAGE, form, "Origin", "https://evil.example.org")
                        .statusCode())
                .isEqualTo(400);
        assertThat(officer.get(PAGE + "?takeBack=x&row.0.take=on&row.0.address=walk-open-2028")
                        .statusCode())
                .isEqualTo(200);
        Site.Reader clerk = site.signInToEdit("clerk");
        assertThat(clerk.get(PAGE).statusCode()).isEqualTo(404);
        form.put("csrf", "of another session");
        assertThat(clerk.post(PAGE, form).statusCode()).isEqualTo(403);
        assertThat(site.visitor().get(PAGE).statusCode()).isEqualTo(404);
        assertThat(site.visitor().post(PAGE, form).statusCode()).isEqualTo(405);
        assertThat(officer.get("/events/walk-open-2028.html").statusCode()).isEqualTo(404);
    }

    @Test
    void ifOneCannotBeMadeNoneIs() throws Exception {
        String event =
                officer.page(PAGE + "?q=openteaserwalk").select("tbody th a").attr("href");
        Map<String, String> form = form(officer.page(PAGE + event.replaceFirst("^[^?]*", "")
                + "&when=repeated&rule=day&dayOfMonth=9&from=2029-01-01&until=2029-03-31"));
        form.put("row.2.address", "walk-secret");

        HttpResponse<String> answer = officer.post(PAGE, form);

        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("[role=alert] a").eachText())
                .containsExactly("“walk-secret” is the web address of another event, or was.");
        assertThat(page.select("[aria-invalid]").eachAttr("name")).containsExactly("row.2.address");
        assertThat(officer.get("/events/walk-open-2029-01-09.html").statusCode())
                .isEqualTo(404);
    }
}
