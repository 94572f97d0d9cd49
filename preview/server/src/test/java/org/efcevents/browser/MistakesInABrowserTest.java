package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an officer could do wrong once without being told: each is prevented now, or said where it is done. That one row of buttons
 * acts on what is ticked, and that going back saves nothing twice, is in {@link ListsInABrowserTest}; that what was moved to the
 * hidden ones is hidden, in {@link StoryInABrowserTest}.
 */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
class MistakesInABrowserTest {
    @TempDir
    static Path scratch;

    private static PreviewServer server;
    private static Chromium browser;
    private static Officer officer;
    private static Anybody anybody;

    @BeforeAll
    static void start(Chromium chromium, PreviewServer preview) {
        browser = chromium;
        server = preview;
        officer = new Officer(browser, server);
        anybody = new Anybody(server);
    }

    @BeforeEach
    void signIn() {
        browser.signInAnew(server);
    }

    /** Opens the form for an event that takes place on a day. */
    private static void newEvent(String title, String day) {
        officer.open("/app/efc-events/detail?parent=/events");
        officer.type("Title", title);
        officer.type("First day", day);
    }

    private static void saveAndPublish() {
        officer.press("Save");
        assertThat(officer.mistakes()).isEmpty();
        officer.press("Publish");
    }

    private static String authorPage(String slug) {
        officer.open("/app/efc-events/detail?path=/events/" + slug);
        officer.press("Its page, as editors see it");
        return officer.text("main");
    }

    private static String desk(String query) {
        browser.open(server.address().resolve("author/desk.html" + query).toString());
        return officer.text("main");
    }

    @Test
    void whoWillReadAnEventIsSaidWhereItIsMovedTo() {
        newEvent("To be moved", "2016-04-01");
        officer.press("Save");
        officer.press("Move event");

        assertThat(officer.text("main"))
                .contains("Members read what lies in “hidden”, nobody what lies in “withdrawn”");
        assertThat(browser.evaluate(
                        "return [...document.querySelectorAll('.browser-targets label')].map(l => l.innerText.trim())"))
                .as("folders alone")
                .isEqualTo(List.of("Events (top level)", "hidden", "listed", "withdrawn"));
    }

    @Test
    void whereSomebodyIsNamedIsSaidBeforeTheyAreTakenAway() throws Exception {
        officer.open("/app/efc-speakers");
        officer.more("dalli");
        assertThat(officer.text("section[aria-labelledby=used]")).contains("ICT Coalition Forum");
        officer.press("Delete speaker");
        assertThat(officer.text(".warning")).contains("One place refers to it", "ICT Coalition Forum");
        officer.open("/app/efc-speakers?path=/speakers/dalli");
        officer.press("Unpublish");
        assertThat(officer.text(".warning")).contains("One place refers to it", "ICT Coalition Forum");
        officer.press("Unpublish");

        assertThat(anybody.get("/events/ict-coalition-forum.html").body()).contains("Name not published");
        assertThat(authorPage("ict-coalition-forum")).contains("For editors: this is not published", "Dalli");
        assertThat(desk("")).contains("ICT Coalition Forum", "Dalli");

        officer.open("/app/efc-speakers?path=/speakers/dalli");
        officer.press("Publish");
        assertThat(anybody.get("/events/ict-coalition-forum.html").body()).doesNotContain("Name not published");
        officer.more("dalli");
        assertThat(officer.text("section[aria-labelledby=used]"))
                .as("what the module keeps for itself names nobody")
                .contains("ICT Coalition Forum")
                .doesNotContain("journal");
    }

    @Test
    void timesAndPlacesAreChosenByTheirNames() throws Exception {
        newEvent("A morning in Lisbon", "2027-06-10");
        officer.choose("How exactly is the date known?", "Day and time");
        officer.type("First day", "2027-06-10");
        officer.type("Starts at", "9h30");
        officer.choose("Time zone", "lisb");
        officer.tab("Where");
        officer.choose("Country", "portug");
        saveAndPublish();

        assertThat(anybody.get("/events/a-morning-in-lisbon.ics").body()).contains("20270610T083000Z");
        assertThat(anybody.get("/events/a-morning-in-lisbon.html").body()).contains("Portugal", "09:30");
    }

    @Test
    void aMonthIsReadHoweverItIsWritten() throws Exception {
        for (String month : List.of("June 2027", "06/2027", "juin 2027")) {
            String slug = "in-" + month.replaceAll("\\W", "-").toLowerCase(Locale.ROOT);
            newEvent(slug, "2027-01-01");
            officer.choose("How exactly is the date known?", "Month");
            officer.type("Month", month);
            saveAndPublish();
            assertThat(anybody.get("/events/" + slug + ".html").body())
                    .as(month)
                    .contains("June 2027");
        }
        newEvent("In no month", "2027-01-01");
        officer.choose("How exactly is the date known?", "Month");
        officer.type("Month", "13/2027");
        officer.press("Save");
        assertThat(officer.mistakes()).singleElement().asString().contains("June 2027 or 06/2027");
    }

    @Test
    void anEndBeforeTheBeginningIsTold() {
        newEvent("Backwards", "2027-06-10");
        officer.type("Last day", "2027-06-01");
        officer.press("Save");

        assertThat(authorPage("backwards"))
                .contains("For editors: the date needs attention", "The end is missing or not after the beginning");
        assertThat(desk("?check=date-wrong")).contains("Dates that need attention", "Backwards");
    }

    @Test
    void aCopyTakesNothingAlongThatIsOfTheOriginalAlone() throws Exception {
        newEvent("Annual meeting 2026", "2026-03-02");
        officer.tab("Text");
        officer.type("Description", "Everybody comes.");
        officer.type("Report", "Few came.");
        officer.tab("Access");
        officer.in("For members only").type("Minutes", "Who was late.");
        officer.in("Notice for everyone").type("Title", "A meeting");
        officer.tab("Source");
        officer.type("Source", "The old site");
        officer.add("Add former address").type("Former web address", "meeting-of-2026");
        officer.press("Save");
        assertThat(officer.mistakes()).isEmpty();

        browser.open(server.address()
                .resolve("author/desk/copy.html?q=Annual+meeting+2026")
                .toString());
        browser.click("tbody th a");
        browser.evaluate("document.querySelector('#day').value = '2027-03-01'");
        browser.click("button.main");
        browser.click("button.main");
        assertThat(officer.text("tbody a")).isEqualTo("Annual meeting 2027");
        browser.evaluate("document.querySelector('tbody a').click()");
        browser.until("document.querySelector('form.edit.ready')");

        assertThat(browser.evaluate("return [...new FormData(document.querySelector('form.edit')).values()].join('|')"))
                .asString()
                .contains("Annual meeting 2027", "2027-03-01", "Everybody comes.")
                .doesNotContain("2026", "Few came.", "Who was late.", "A meeting", "The old site");
    }

    @Test
    void filesOfMembersHaveTheirFolderAndOthersAreTold() throws Exception {
        officer.open("/app/assets");
        assertThat(officer.state("efc-events-members"))
                .as("as it was installed")
                .contains("Published");
        officer.press("efc-events-members");
        upload("Minutes.pdf", "%PDF-1.4\nminutes\n%%EOF\n");
        officer.press("Publish with all below");
        officer.open("/app/assets");
        upload("Everybodys.pdf", "%PDF-1.4\neverybody’s\n%%EOF\n");
        officer.press("Everybodys");
        officer.press("Publish");

        newEvent("With files", "2016-04-02");
        officer.tab("Access");
        Officer members = officer.in("For members only");
        members.add("Add document").name("File", "Minutes");
        assertThat(officer.text("[role=listbox]:not([hidden])"))
                .as("where it lies")
                .contains("Minutes · /efc-events-members/minutes.pdf")
                .doesNotContain("Not published");
        members.add("Add document").name("File", "Everybodys");
        officer.tab("Media");
        officer.add("Add document").name("File", "Minutes");
        saveAndPublish();

        assertThat(authorPage("with-files")).contains("Minutes", "Everybodys");
        String minutes = browser.evaluate(
                        "return [...document.links].map(a => a.href).find(a => a.includes('inutes.pdf'))")
                .toString()
                .replace("/author/", "/");
        assertThat(anybody.get(minutes).statusCode())
                .as("the minutes, to everyone")
                .isBetween(401, 404);
        assertThat(desk("?check=file-reachable")).contains("With files", "#2").doesNotContain("#1");
        assertThat(desk("?check=file-out-of-reach")).contains("With files");
    }

    private static void upload(String name, String content) throws IOException {
        officer.press("Upload");
        officer.attach("Files", Files.writeString(scratch.resolve(name), content));
        officer.press("Upload");
    }

    @Test
    void theSameFileIsNotStoredTwice() throws Exception {
        officer.open("/app/assets");
        upload("Twice.pdf", "%PDF-1.4\ntwice\n%%EOF\n");
        assertThat(officer.notice()).contains("is stored");
        officer.press("Upload");
        officer.attach("Files", Files.copy(scratch.resolve("Twice.pdf"), scratch.resolve("Another name.pdf")));
        officer.press("Upload");

        assertThat(officer.text("#problems"))
                .contains("“Another name.pdf” is there already: /twice.pdf. Use that one.");
    }
}
