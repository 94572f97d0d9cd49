package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a communications officer does with an entry from beginning to end, and what visitors and integrators get of it at
 * every step.
 */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
class StoryInABrowserTest {
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
        browser.width(1280);
        browser.colours("light");
        browser.forgetCookies();
        officer.open("");
        assertThat(officer.heading()).isEqualTo("Sign in");
        officer.type("User name", "superuser");
        officer.type("Password", "superuser");
        officer.press("Sign in");
        assertThat(officer.heading()).isEqualTo("Apps");
    }

    @Test
    void an_event_from_its_first_draft_to_its_end() throws Exception {
        officer.press("Assets");
        officer.press("Upload");
        officer.attach("Files", Pictures.plain(scratch.resolve("Podium.png")));
        officer.press("Upload");
        assertThat(officer.notice()).startsWith("“Podium.png” is stored");
        officer.press("Podium");
        officer.press("Edit texts");
        officer.type("Title", "An empty podium");
        officer.press("Save");
        officer.press("Publish");
        assertThat(officer.notice()).startsWith("1 entry was published: ");

        officer.press("Apps");
        officer.press("Events");
        officer.press("Add event");
        assertThat(officer.heading()).isEqualTo("New: Event");
        officer.choose("How exactly is the date known?", "Day");
        officer.tab("Where");
        officer.type("Online address", "on the web");
        officer.tab("Programme and people");
        officer.add("Add participation");
        officer.press("Save");
        assertThat(officer.mistakes())
                .as("what is wrong")
                .hasSize(4)
                .anySatisfy(line -> assertThat(line.toString()).startsWith("Title"))
                .anySatisfy(line -> assertThat(line.toString()).contains("First day"))
                .anySatisfy(line -> assertThat(line.toString()).startsWith("Online address"))
                .anySatisfy(line -> assertThat(line.toString()).contains("Speaker"));

        officer.tab("What and when");
        officer.type("Title", "Finance day");
        officer.type("Title French", "Journée de la finance");
        officer.choose("Kind", "Conference");
        officer.type("First day", "2016-05-12");
        officer.type("Last day", "2016-05-13");
        officer.tick("WP3");
        officer.tab("Where");
        officer.type("City", "The Hague");
        officer.type("Online address", "https://meet.example.org/finance");
        officer.tab("Programme and people");
        Officer first = officer.in("Participation 1");
        first.choose("Speaker", "Oerting");
        first.choose("Part", "Chair");
        Officer second = officer.add("Add participation");
        second.choose("Speaker", "Dalli");
        second.type("Title of the talk", "Following the money");
        officer.tab("Text");
        officer.type("Description", "Banks & police at one table.");
        officer.tab("Media");
        Officer image = officer.add("Add picture");
        image.choose("Picture", "An empty podium");
        image.type("Text alternative", "A desk with two microphones");
        officer.press("Save");
        assertThat(officer.mistakes()).isEmpty();
        assertThat(officer.notice()).isEqualTo("“Finance day” has been saved.");
        assertThat(officer.state("finance-day")).contains("Not published");
        String page = "/events/finance-day.html";
        assertThat(anybody.get(page).statusCode()).as("a draft").isEqualTo(404);
        assertThat(rest("efc-events", "finance-day")).isEmpty();

        officer.press("finance-day");
        officer.press("Its page, as editors see it");
        assertThat(officer.text("main"))
                .contains("Finance day", "12", "13 May 2016", "The Hague", "Oerting", "Dalli", "Following the money")
                .contains("Banks & police at one table.");
        shows("A desk with two microphones");

        officer.open("/app/efc-events?path=/events/finance-day");
        officer.press("Publish");
        assertThat(officer.notice()).startsWith("1 entry was published: ");
        assertThat(officer.state("finance-day")).contains("Published");
        read(page);
        assertThat(officer.text("main"))
                .contains("Finance day", "Oerting", "Following the money", "Banks & police at one table.");
        shows("A desk with two microphones");
        read("/events.html?year=2016");
        browser.click("main a[href*='/finance-day.html']");
        assertThat(officer.text("h1")).contains("Finance day");
        read("/fr" + page);
        assertThat(officer.text("h1")).contains("Journée de la finance");
        assertThat(rest("efc-events", "finance-day"))
                .contains("\"start\":\"2016-05-12\"", "Banks &amp; police at one table.", "Following the money");

        officer.open("/app/efc-events");
        officer.press("finance-day");
        officer.type("Title", "Finance days");
        officer.press("Save");
        assertThat(officer.state("finance-day")).contains("Changed since publication");
        read(page);
        assertThat(officer.text("h1"))
                .as("not published again")
                .contains("Finance day")
                .doesNotContain("days");
        assertThat(rest("efc-events", "finance-day")).doesNotContain("Finance days");
        Instant changed = Instant.now();
        officer.open("/app/efc-events?path=/events/finance-day");
        officer.press("Publish");
        assertThat(anybody.get("/events.json?modifiedSince=" + changed).body())
                .as("what is told to those who asked between the change and its publication")
                .contains("Finance days");
        read(page);
        assertThat(officer.text("h1")).contains("Finance days");

        officer.open("/app/efc-events?path=/events/finance-day");
        officer.press("Unpublish");
        officer.press("Unpublish");
        assertThat(officer.state("finance-day")).contains("Not published");
        assertThat(anybody.get(page).statusCode()).as("unpublished").isEqualTo(404);
        assertThat(anybody.get("/events.html?year=2016").body()).doesNotContain("Finance days");
        assertThat(rest("efc-events", "finance-day")).isEmpty();
        officer.press("Publish");
        assertThat(anybody.get(page).statusCode()).isEqualTo(200);

        deleteAndRestore("finance-day", "Delete event", page, "Finance days");
        assertThat(rest("efc-events", "finance-day")).contains("Finance days", "Following the money");
    }

    /** Names alone do not tell one photograph from another, and none of them whether visitors will see it. */
    @Test
    void a_picture_is_seen_where_it_is_chosen() throws Exception {
        officer.press("Assets");
        officer.press("Upload");
        officer.attach("Files", Pictures.plain(scratch.resolve("Hall.png")));
        officer.press("Upload");
        officer.open("/app/efc-speakers");
        officer.press("Add speaker");
        officer.type("Name", "Ann Host");
        officer.tab("Media");
        String picture = "[...document.querySelectorAll('.chosen-file img')].filter(img => img.checkVisibility())";
        officer.name("Portrait", "Hall");
        String offered = "document.querySelector('[role=listbox]:not([hidden])')";
        assertThat(browser.evaluate("return " + offered + ".innerText.trim()"))
                .as("where it lies, and what visitors see of it")
                .isEqualTo("Hall · /hall.png · Not published");
        browser.until(offered + ".querySelector('img').naturalWidth");
        assertThat(browser.violations()).isEmpty();
        browser.colours("light");
        officer.choose("Portrait", "Hall");
        browser.until(picture + "[0]?.naturalWidth");
        officer.choose("Portrait", "Nothing chosen");
        browser.until("!" + picture + ".length");
        browser.evaluate("const select = document.querySelector('select[data-files]');"
                + "const choose = option => { select.value = option; select.dispatchEvent(new Event('change')) };"
                + "const key = [...select.options].find(option => option.text.startsWith('Hall ')).value;"
                + "const same = new Image();"
                + "choose(key); same.onload = () => { window.came = true }; same.src = select.dataset.files + key + '/';"
                + "choose('')");
        browser.until("window.came");
        assertThat(chosenFile())
                .as("a picture that comes when another is chosen")
                .isEmpty();
        assertThat(browser.evaluate("return " + picture + ".length")).isEqualTo(0L);
        officer.choose("Portrait", "Hall");
        officer.press("Save");
        officer.press("ann-host");
        officer.tab("Media");
        browser.until(picture + "[0]?.naturalWidth");
        assertThat(chosenFile()).contains("Not published: visitors do not see it");
        officer.choose("Portrait", "Nothing chosen");
        assertThat(chosenFile()).isEmpty();
        officer.choose("Portrait", "Hall");
        assertThat(chosenFile()).contains("Not published");
        officer.press("See “Hall” in the assets");
        officer.press("Publish");
        officer.open("/app/efc-speakers/detail?path=/speakers/ann-host");
        officer.tab("Media");
        assertThat(chosenFile()).isEqualTo("See “Hall” in the assets");
    }

    private static String chosenFile() {
        return browser.evaluate("return [...document.querySelectorAll('.chosen-file')]"
                        + ".filter(file => file.checkVisibility()).map(file => file.innerText.trim()).join()")
                .toString();
    }

    @Test
    void an_event_that_is_shown_then_listed_then_hidden_then_withdrawn() throws Exception {
        officer.press("Events");
        officer.press("Add event");
        officer.type("Title", "Undercover accounts");
        officer.type("First day", "2015-02-10");
        officer.tab("Text");
        officer.type("Description", "Who was followed.");
        officer.tab("Access");
        Officer members = officer.in("For members only");
        members.type("Minutes", "The names of three banks.");
        members.type("Contacts", "The secretariat");
        officer.press("Save");
        assertThat(officer.mistakes()).isEmpty();
        officer.more("undercover-accounts");
        officer.press("Publish");
        String page = "/events/undercover-accounts.html";
        assertThat(anybody.get(page).body()).contains("Who was followed.").doesNotContain("three banks", "secretariat");

        officer.open("/app/efc-events/detail?path=/events/undercover-accounts");
        officer.tab("Where");
        officer.type("City", "Lyon");
        officer.press("Save");
        Instant changed = Instant.now();
        officer.open("/app/efc-events?path=/events");
        officer.more("undercover-accounts");
        officer.press("Publish");
        assertThat(anybody.get("/events.json?modifiedSince=" + changed).body())
                .as("nothing of it can be read but its texts")
                .contains("undercover-accounts");

        officer.open("/app/efc-events/detail?path=/events/undercover-accounts");
        officer.tab("Access");
        Officer notice = officer.in("Notice for everyone");
        notice.type("Title", "A closed meeting");
        notice.choose("How exactly is the date known?", "Year");
        notice.type("Year", "2015");
        officer.press("Save");
        assertThat(officer.mistakes()).isEmpty();
        move("/events", "listed");
        assertThat(anybody.get(page).body())
                .contains("A closed meeting")
                .doesNotContain("Undercover", "followed", "banks");
        assertThat(anybody.get("/events.html?year=2015").body()).contains("A closed meeting");
        assertThat(anybody.get("/events.ics").body()).doesNotContain("Undercover");
        officer.open("/app/efc-events/detail?path=/events/listed/undercover-accounts");
        officer.press("Its page, as editors see it");
        assertThat(officer.text("main")).contains("not everyone sees this page", "three banks", "Who was followed.");

        move("/events/listed", "hidden");
        assertThat(anybody.get(page).statusCode()).isEqualTo(404);
        assertThat(anybody.get("/events.html?year=2015").body()).doesNotContain("A closed meeting");

        Instant moved = move("/events/hidden", "withdrawn");
        assertThat(anybody.get(page).statusCode()).isEqualTo(410);
        assertThat(anybody.get("/events.json?modifiedSince=" + moved).body())
                .as("what is told to those who asked between the move and its publication")
                .contains("\"slug\":\"undercover-accounts\"");
        assertThat(anybody.get(page).body()).doesNotContain("A closed meeting", "Undercover");

        move("/events/withdrawn", "events");
        assertThat(anybody.get(page).body())
                .contains("Who was followed.")
                .doesNotContain("A closed meeting", "three banks");
    }

    /** Moves the event into a folder, and publishes it there; when it was moved. */
    private static Instant move(String from, String folder) {
        officer.open("/app/efc-events?path=" + from);
        officer.more("undercover-accounts");
        officer.press("Move event");
        officer.tick(folder.equals("events") ? "Events (top level)" : folder);
        officer.press("Move into it");
        Instant moved = Instant.now();
        officer.open("/app/efc-events?path=" + (folder.equals("events") ? "/events" : "/events/" + folder));
        officer.more("undercover-accounts");
        officer.press("Publish");
        return moved;
    }

    @Test
    void a_speaker_from_the_first_draft_to_the_end() throws Exception {
        officer.press("Speakers");
        officer.press("Add speaker");
        assertThat(officer.heading()).isEqualTo("New: Speaker");
        officer.press("Save");
        assertThat(officer.mistakes()).singleElement().asString().startsWith("Name");
        officer.type("Name", "Zoë d’Hondt");
        officer.type("Family name", "Hondt");
        officer.type("Role", "Analyst");
        officer.type("Role French", "Analyste");
        officer.tab("Text");
        officer.type("Biography", "She follows money.");
        officer.press("Save");
        assertThat(officer.state("zoe-d-hondt")).contains("Not published");
        String page = "/speakers/zoe-d-hondt.html";
        assertThat(anybody.get(page).statusCode()).as("a draft").isEqualTo(404);
        assertThat(rest("efc-speakers", "zoe-d-hondt")).isEmpty();

        officer.press("zoe-d-hondt");
        officer.press("Its page, as editors see it");
        assertThat(officer.text("main")).contains("Zoë d’Hondt", "Analyst", "She follows money.");

        officer.open("/app/efc-speakers?path=/speakers/zoe-d-hondt");
        officer.press("Publish");
        read(page);
        assertThat(officer.text("main")).contains("Zoë d’Hondt", "She follows money.");
        read("/fr" + page);
        assertThat(officer.text("main")).contains("Analyste");
        read("/speakers.html");
        browser.click("main a[href*='/zoe-d-hondt.html']");
        assertThat(officer.text("h1")).contains("Zoë d’Hondt");
        assertThat(rest("efc-speakers", "zoe-d-hondt")).contains("\"fullName\":\"Zoë d’Hondt\"");

        fromACorrectionToTheEnd("speakers", "zoe-d-hondt", "speaker", "Zoë d’Hondt", "Zoë Janssens");
    }

    @Test
    void a_work_package_from_the_first_draft_to_the_end() throws Exception {
        officer.press("Work packages");
        officer.press("Add work package");
        assertThat(officer.heading()).isEqualTo("New: Work package");
        officer.type("From", "in spring");
        officer.press("Save");
        assertThat(officer.mistakes())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line.toString()).startsWith("Code"))
                .anySatisfy(line -> assertThat(line.toString()).startsWith("From"));
        officer.type("Code", "WP9");
        officer.type("Name", "Virtual currencies");
        officer.type("From", "2014-03");
        officer.type("Description", "What cannot be frozen.");
        officer.press("Save");
        assertThat(officer.state("wp9")).contains("WP9", "Virtual currencies", "Not published");
        String page = "/work-packages/wp9.html";
        assertThat(anybody.get(page).statusCode()).as("a draft").isEqualTo(404);
        assertThat(rest("efc-work-packages", "wp9")).isEmpty();

        officer.press("wp9");
        officer.press("Its page, as editors see it");
        assertThat(officer.text("main")).contains("WP9", "Virtual currencies", "March 2014", "What cannot be frozen.");

        officer.open("/app/efc-work-packages?path=/work-packages/wp9");
        officer.press("Publish");
        read("/work-packages.html");
        browser.click("main a[href*='/wp9.html']");
        assertThat(officer.text("main")).contains("Virtual currencies", "What cannot be frozen.");
        assertThat(rest("efc-work-packages", "wp9")).contains("\"periodStart\":\"2014-03\"");

        fromACorrectionToTheEnd("work-packages", "wp9", "work package", "Virtual currencies", "Digital currencies");
    }

    /**
     * Renames what has been published, publishes that, takes it back, deletes and restores it, and removes it for good.
     *
     * @param folder of the site and of the app, such as {@code speakers}
     * @param kind what the app calls an entry
     */
    private static void fromACorrectionToTheEnd(String folder, String slug, String kind, String before, String after)
            throws Exception {
        String app = "efc-" + folder;
        String page = "/" + folder + "/" + slug + ".html";
        officer.open("/app/" + app);
        officer.press(slug);
        officer.type("Name", after);
        officer.press("Save");
        assertThat(officer.state(slug)).contains(after, "Changed since publication");
        assertThat(anybody.get(page).body())
                .as("not published again")
                .contains(before)
                .doesNotContain(after);
        officer.press("Publish");
        assertThat(anybody.get(page).body()).contains(after).doesNotContain(before);

        officer.press("Unpublish");
        officer.press("Unpublish");
        assertThat(anybody.get(page).statusCode()).as("unpublished").isEqualTo(404);
        assertThat(anybody.get("/" + folder + ".html").body()).doesNotContain(after);
        officer.press("Publish");
        deleteAndRestore(slug, "Delete " + kind, page, after);
        removeForGood(slug, "Delete " + kind, page);
        assertThat(rest(app, slug)).isEmpty();
    }

    @Test
    void a_component_of_a_page_from_its_adding_to_its_removal() throws Exception {
        officer.press("Pages");
        officer.press("The European Financial Coalition");
        long before = components();
        officer.press("Add component");
        officer.choose("Component", "Text");
        officer.press("Go on");
        assertThat(officer.heading()).isEqualTo("New component: Text");
        officer.type("Heading", "Before you travel");
        officer.type("Text", "Bring a passport.");
        officer.press("Save");
        assertThat(components()).isEqualTo(before + 1);
        assertThat(officer.text(".facts")).contains("Changed since published");
        assertThat(anybody.get("/efc.html").body()).as("a draft").doesNotContain("Bring a passport.");

        officer.press("Preview");
        assertThat(officer.text("main")).contains("Before you travel", "Bring a passport.");
        officer.open("/page?path=/efc");
        officer.press("Publish");
        assertThat(officer.text(".facts")).contains("Published");
        read("/efc.html");
        assertThat(officer.text("main")).contains("Before you travel", "Bring a passport.");

        officer.open("/page?path=/efc");
        officer.press("Edit: Text “Before you travel”");
        officer.type("Text", "Bring an identity card.");
        officer.press("Save");
        assertThat(officer.text(".facts")).contains("Changed since published");
        assertThat(anybody.get("/efc.html").body()).as("not published again").contains("Bring a passport.");
        officer.press("Publish");
        assertThat(anybody.get("/efc.html").body())
                .contains("Bring an identity card.")
                .doesNotContain("passport");

        officer.press("Move up: Text “Before you travel”");
        assertThat(officer.notice()).isEqualTo("“Text” is now " + before + " of " + (before + 1) + ".");
        officer.press("Preview");
        assertThat(officer.text("main")).containsSubsequence("Before you travel", "The archive");
        read("/efc.html");
        assertThat(officer.text("main")).containsSubsequence("The archive", "Before you travel");
        officer.open("/page?path=/efc");
        officer.press("Publish");
        read("/efc.html");
        assertThat(officer.text("main")).containsSubsequence("Before you travel", "The archive");

        officer.open("/page?path=/efc");
        officer.press("Remove: Text “Before you travel”");
        officer.press("Remove");
        assertThat(components()).isEqualTo(before);
        assertThat(anybody.get("/efc.html").body()).as("not published again").contains("Before you travel");
        officer.press("Publish");
        assertThat(anybody.get("/efc.html").body())
                .doesNotContain("Before you travel")
                .contains("The archive");
    }

    @Test
    void a_page_that_was_deleted_comes_back() throws Exception {
        officer.press("Pages");
        officer.more("The European Financial Coalition");
        officer.press("Delete");
        officer.press("Delete");
        assertThat(officer.notice()).startsWith("The entry is marked as deleted: ");
        assertThat(anybody.get("/efc.html").statusCode())
                .as("until the deletion is published")
                .isEqualTo(200);
        officer.more("efc");
        officer.press("Restore");
        assertThat(officer.notice()).startsWith("The entry is as it was before: ");
        officer.more("The European Financial Coalition");
        officer.press("Preview");
        assertThat(officer.text("main")).contains("Upcoming events", "The archive");
        officer.open("/app/pages-app?path=/efc");
        officer.press("Publish");
        assertThat(anybody.get("/efc.html").body()).contains("The archive");
    }

    private static long components() {
        return (long) browser.evaluate("return document.querySelectorAll('.outline .components > li').length");
    }

    /** From the browser of an app, with the entry selected. */
    private static void removeForGood(String name, String delete, String page) throws Exception {
        officer.press(delete);
        officer.press("Delete");
        officer.more(name);
        officer.press("Publish deletion");
        assertThat(officer.notice()).startsWith("The entry is gone for good: ");
        assertThat(officer.offers(name)).isFalse();
        assertThat(anybody.get(page).statusCode()).isEqualTo(404);
    }

    /** From the browser of an app, with the entry selected; it is there and public again at the end. */
    private static void deleteAndRestore(String name, String delete, String page, String title) throws Exception {
        officer.press(delete);
        assertThat(officer.text("main")).contains(name);
        officer.press("Delete");
        assertThat(officer.notice()).startsWith("The entry is marked as deleted: ");
        assertThat(officer.state(name)).contains("deleted");
        assertThat(anybody.get(page).statusCode())
                .as("until the deletion is published")
                .isEqualTo(200);
        officer.more(name);
        officer.press("Restore");
        assertThat(officer.notice()).startsWith("The entry is as it was before: ");
        assertThat(officer.state(name)).doesNotContain("deleted");
        officer.more(name);
        officer.press("Publish");
        assertThat(officer.state(name)).contains("Published");
        assertThat(anybody.get(page).body()).contains(title);
    }

    /** Waits until a picture has come, which it does once it is scrolled to. */
    private static void shows(String alt) {
        browser.until("document.querySelector('main img[alt=\"" + alt + "\"]').scrollIntoView() ?? true");
        browser.until("document.querySelector('main img[alt=\"" + alt + "\"]').naturalWidth");
    }

    private static void read(String page) {
        browser.open(server.address().resolve(page).toString());
    }

    /** What anybody gets of an entry over REST; empty if that is nothing. */
    private static String rest(String endpoint, String name) throws Exception {
        HttpResponse<String> one = anybody.get("/.rest/delivery/" + endpoint + "/v1/" + name);
        HttpResponse<String> list = anybody.get("/.rest/delivery/" + endpoint + "/v1?limit=100");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body().contains("\"" + name + "\""))
                .as("in the list as on its own")
                .isEqualTo(one.statusCode() == 200);
        return one.statusCode() == 200 ? one.body() : "";
    }
}
