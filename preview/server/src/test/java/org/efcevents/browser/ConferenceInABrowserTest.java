package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the day of a communications officer is measured by: a whole conference, from signing in until visitors read it. */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
class ConferenceInABrowserTest {
    /** What {@link Officer#clicks} counts; it took 120. */
    private static final List<String> TALKS =
            List.of("Opening words", "Panel: Following the money", "Virtual currencies", "What comes next");

    @TempDir
    static Path scratch;

    @Test
    void twoDaysWithFourTalksAreMadeAndPublished(Chromium browser, PreviewServer server) throws Exception {
        browser.width(1280);
        browser.colours("light");
        Officer officer = new Officer(browser, server);
        officer.open("");
        officer.type("User name", "superuser");
        officer.type("Password", "superuser");
        officer.press("Sign in");

        // Somebody who has never spoken before.
        officer.press("Speakers");
        officer.press("Add speaker");
        officer.type("Name", "Zoë d’Hondt");
        officer.type("Family name", "Hondt");
        officer.type("Role", "Analyst");
        officer.press("Save");
        officer.press("Publish");

        // The files, in a folder that is published as a whole.
        officer.press("Apps");
        officer.press("Assets");
        officer.press("Add folder");
        officer.type("Name of the folder", "finance-days");
        officer.press("Create");
        officer.press("Upload");
        officer.attach(
                "Files",
                Pictures.plain(scratch.resolve("Desk.png")),
                Pictures.plain(scratch.resolve("Podium.png")),
                Pictures.plain(scratch.resolve("Audience.png")),
                Files.writeString(scratch.resolve("The agenda.pdf"), "%PDF-1.4\n…\n%%EOF\n"));
        officer.press("Upload");
        officer.press("Publish with all below");

        officer.press("Apps");
        officer.press("Events");
        officer.press("Add event");
        officer.type("Title", "Finance days");
        officer.name("Kind", "Conference");
        officer.type("First day", "2027-05-12");
        officer.type("Last day", "2027-05-13");
        officer.tick("WP3");
        officer.tab("Where");
        officer.type("City", "The Hague");
        officer.tab("Programme and people");
        item(officer, "1", TALKS.get(0), "9h");
        item(officer, "", TALKS.get(1), "10:30");
        item(officer, "2", TALKS.get(2), "9:15");
        item(officer, "", TALKS.get(3), "11h00");
        person(officer, "Oerting", "opening");
        person(officer, "Dalli", "panel");
        person(officer, "Pancini", "virtual");
        person(officer, "d’Hondt", "what");
        officer.tab("Text");
        officer.type("Description", "Banks and police at one table.");
        officer.tab("Media");
        picture(officer, "Desk", "A desk with two microphones");
        picture(officer, "Podium", "Four people on a podium");
        picture(officer, "Audience", "A full hall");
        officer.add("Add document").name("File", "The agenda");
        officer.press("Save");
        assertThat(officer.mistakes()).isEmpty();
        officer.press("Publish");

        assertThat(officer.notice()).startsWith("1 entry was published: ");
        visitorsReadAllOfIt(browser, server.address(), officer);
    }

    /** An item without a day is on that of the item before. */
    private static void item(Officer officer, String day, String title, String startTime) {
        Officer item = officer.add("Add programme item");
        item.type("Title", title);
        if (!day.isEmpty()) {
            item.type("Day", day);
        }
        item.type("Starts at", startTime);
    }

    private static void person(Officer officer, String name, String item) {
        Officer person = officer.add("Add participation");
        person.name("Speaker", name);
        person.type("Programme item", item);
    }

    private static void picture(Officer officer, String name, String alternative) {
        Officer picture = officer.add("Add picture");
        picture.name("Picture", name);
        picture.type("Text alternative", alternative);
    }

    private static void visitorsReadAllOfIt(Chromium browser, URI server, Officer officer) throws Exception {
        browser.forgetCookies();
        browser.open(server.resolve("/events/finance-days.html").toString());
        assertThat(officer.heading()).startsWith("Finance days");
        String page = officer.text("main").replaceAll("\\s+", " ");
        assertThat(page)
                .contains("12", "13 May 2027", "The Hague", "Banks and police at one table.")
                .containsSubsequence(
                        "09:00 Opening words",
                        "Troels Oerting",
                        "10:30 Panel: Following the money",
                        "Dalli",
                        "09:15 Virtual currencies",
                        "Marco Pancini",
                        "11:00 What comes next",
                        "Zoë d’Hondt");
        for (String once : List.of("Oerting", "Dalli", "Pancini", "d’Hondt", "Banks and police", "The agenda")) {
            assertThat(StringUtils.countMatches(page, once)).as(once).isEqualTo(1);
        }
        TALKS.forEach(talk ->
                assertThat(StringUtils.countMatches(page, talk)).as(talk).isEqualTo(1));
        assertThat(browser.evaluate("return [...document.querySelectorAll('main img')].map(img => img.alt)"))
                .isEqualTo(List.of("A desk with two microphones", "Four people on a podium", "A full hall"));
        browser.evaluate("document.querySelectorAll('main img').forEach(img => { img.loading = 'eager'; })");
        browser.until("[...document.querySelectorAll('main img')].every(img => img.naturalWidth)");
        assertThat((String) browser.await("const done = arguments[0];"
                        + "fetch([...document.links].find(a => a.innerText.includes('The agenda')).href)"
                        + ".then(r => done(r.status + ' ' + r.headers.get('Content-Type')))"))
                .startsWith("200 application/pdf");

        String calendar = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(server.resolve("/events.ics")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(calendar.split("BEGIN:VEVENT"))
                .filteredOn(entry -> entry.contains(":Finance days\r\n"))
                .singleElement()
                .asString()
                .contains("DTSTART;VALUE=DATE:20270512", "DTEND;VALUE=DATE:20270514");
        browser.open(server.resolve("/events.html").toString());
        assertThat(StringUtils.countMatches(officer.text("main"), "Finance days"))
                .isEqualTo(1);
    }
}
