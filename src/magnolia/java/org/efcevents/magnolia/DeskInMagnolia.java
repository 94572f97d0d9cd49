package org.efcevents.magnolia;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * What officers do on the Archive desk of a Magnolia that runs, and what others cannot do there: in an instance that was
 * updated and is installed anew afterwards, because it takes a minute to start.
 */
interface DeskInMagnolia {

    AuthorInstance author();

    private Magnolia magnolia() {
        return author().magnolia();
    }

    @Test
    @Order(3)
    default void showsTheDeskToEditorsAlone() {
        for (String user : List.of("superuser", "officer")) {
            assertThat(magnolia().get(user, "/desk.html").body())
                    .as(user)
                    .contains("<h1>What is missing</h1>")
                    .contains("href=\"/author/.magnolia/admincentral#app:efc-events:detail;/events/a-draft:edit\"");
            assertThat(magnolia()
                            .get(user, "/.resources/efc-events/webresources/css/desk.css")
                            .statusCode())
                    .as(user)
                    .isEqualTo(200);
            assertThat(magnolia().get(user, "/desk.csv").body())
                    .as(user)
                    .contains("date-missing,question,efc:event,A draft,");
        }
        List<String> pages = Jsoup.parse(magnolia().get("officer", "/desk.html").body()).select("nav.pages a").stream()
                .map(link -> link.attr("href").replaceFirst("^/author", ""))
                .toList();
        assertThat(pages)
                .contains(
                        "/desk/publish.html",
                        "/desk/copy.html",
                        "/desk/change.html",
                        "/desk/reports.html",
                        "/desk/merge.html",
                        "/desk/replace.html",
                        "/desk/import.html");
        assertThat(pages)
                .allSatisfy(page ->
                        assertThat(magnolia().get("officer", page).statusCode()).isEqualTo(200));
        for (String page : Stream.concat(pages.stream(), Stream.of("/desk.csv", "/desk/reports.csv"))
                .toList()) {
            assertThat(magnolia().get(null, page).statusCode()).isEqualTo(401);
            assertThat(magnolia().get("clerk", page).body()).doesNotContain("A draft");
            assertThat(magnolia().get("clerk", page).statusCode()).isGreaterThanOrEqualTo(400);
        }
    }

    @Test
    @Order(3)
    default void copiesAnEventAndTakesTheCopyBack() {
        String id = magnolia().inside().in("efc-events", archive -> archive.getNode("/events/a-draft")
                .getIdentifier());
        Map<String, String> form =
                author().filledIn("/desk/copy.html?event=" + id + "&when=once&take.texts=on&day=2027-03-04");
        String here = magnolia().origin();

        assertThat(magnolia()
                        .post("officer", "/desk/copy.html", form, "https://elsewhere.example")
                        .statusCode())
                .isEqualTo(400);
        assertThat(magnolia()
                        .post("officer", "/desk/copy.html", AuthorInstance.without(form, "csrf"), here)
                        .statusCode())
                .isEqualTo(403);
        assertThat(magnolia().post("clerk", "/desk/copy.html", form, here).statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(author().content()).isEqualTo(author().asLeft());

        List<String> before = author().archive();
        String made = author().carriedOut("/desk/copy.html", form);
        assertThat(magnolia().get("officer", "/events/a-draft-2027.html").body())
                .contains("A draft, 4 March 2027");

        author().carriedOut("/desk/copy.html", author().filledIn(made));
        assertThat(author().archive()).isEqualTo(before);
        // What was done is remembered.
        author().leave();
    }

    @Test
    @Order(3)
    default void importsAPageAndTakesItsEventsBack() {
        List<String> before = author().archive();
        String page = "Café meeting\n\n\nThe members met on 4 March 2011 in Lyon. (closed session)\n\n"
                + "Autumn meeting\n\n\nThe members met on 5 September 2011 in Ghent.\n";
        Map<String, String> form = Magnolia.filledIn(magnolia().open("officer", "/desk/import.html"));
        form.put("title", "Old page");
        assertThat(magnolia()
                        .post("clerk", "/desk/import.html", form, "file", page)
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(magnolia()
                        .post("officer", "/desk/import.html", AuthorInstance.without(form, "csrf"), "file", page)
                        .statusCode())
                .isEqualTo(403);

        String made = imported("Old page", page);

        assertThat(magnolia().get("officer", "/events/cafe-meeting.html").body())
                .contains("Café meeting", "4 March 2011", "Lyon", "closed session");
        assertThat(magnolia().get(null, "/events/cafe-meeting.html").statusCode())
                .isGreaterThanOrEqualTo(400);
        author().carriedOut("/desk/import.html", author().filledIn(made));
        assertThat(author().archive()).isEqualTo(before);
        // The page is kept, and what was done is remembered.
        author().leave();
    }

    /** Brings a file in, and imports what is ticked. */
    private String imported(String title, String file) {
        Map<String, String> read = author().filledIn(broughtIn(title, file));
        read.put("import", "yes");
        return author().carriedOut("/desk/import.html", read);
    }

    private String broughtIn(String title, String file) {
        Map<String, String> form = Magnolia.filledIn(magnolia().open("officer", "/desk/import.html"));
        // The last form there takes the latest import back.
        form.remove("takeBack");
        form.put("title", title);
        HttpResponse<String> sent = magnolia().post("officer", "/desk/import.html", form, "file", file);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        return sent.headers().firstValue("Location").orElseThrow().replaceFirst("^.*/author", "");
    }

    @Test
    @Order(3)
    default void changesWhatAPageOrACalendarStatesOtherwiseThanBefore() {
        List<String> before = author().archive();
        String page =
                "Winter meeting\n\n\nThe members met on 4 March 2011 in Lyon. Anna Weiss, Head of Unit, opened it.\n\n"
                        + "Summer meeting\n\n\nThe members met on 5 July 2011 in Ghent.\n";
        String calendar = String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//example//calendar//EN",
                "BEGIN:VEVENT",
                "UID:review-1@example.org",
                "DTSTAMP:20240101T000000Z",
                "DTSTART;VALUE=DATE:20240304",
                "DTEND;VALUE=DATE:20240306",
                "SUMMARY:Calendar review",
                "LOCATION:Ghent",
                "END:VEVENT",
                "END:VCALENDAR",
                "");
        List<String> steps = List.of(
                imported("Two meetings", page),
                imported("Two meetings", page.replace("Lyon. Anna Weiss", "Paris. Marc Petit")),
                imported("Our calendar", calendar),
                imported("Our calendar", calendar.replace("20240306", "20240307")));

        assertThat(magnolia().get("officer", "/events/winter-meeting.html").body())
                .contains("Paris", "Marc Petit")
                .doesNotContain("Lyon", "Anna Weiss");
        assertThat(magnolia().get("officer", "/events/calendar-review.html").body())
                .contains("4–6 March 2024");
        assertThat(Jsoup.parse(magnolia()
                                .get("officer", broughtIn("Our calendar", calendar.replace("20240306", "20240307")))
                                .body())
                        .select("[name$=.take][checked]"))
                .isEmpty();
        for (int i = steps.size() - 1; i >= 0; i--) {
            author().carriedOut("/desk/import.html", author().filledIn(steps.get(i)));
        }
        assertThat(author().archive()).isEqualTo(before);
        assertThat(magnolia().logged()).noneMatch(Magnolia::complainsOfTheModule);
        // The files are kept, and what was done is remembered.
        author().leave();
    }

    @Test
    @Order(3)
    default void mergesPeopleAndReplacesAWordAndTakesBothBack() {
        List<String> people = magnolia()
                .inside()
                .in(
                        "efc-events",
                        archive -> List.of(
                                archive.getNode("/speakers/john-dalli").getIdentifier(),
                                archive.getNode("/speakers/rob-wainwright").getIdentifier()));
        List<String> before = author().archive();

        String merged = author().carriedOut(
                        "/desk/merge.html",
                        author().filledIn("/desk/merge.html?keep=" + people.get(0) + "&merge=" + people.get(1)));
        String reference = "/speaker String " + people.get(1);
        assertThat(before).anyMatch(line -> line.endsWith(reference));
        assertThat(author().archive()).noneMatch(line -> line.endsWith(reference));
        author().carriedOut("/desk/merge.html", author().filledIn(merged));
        assertThat(author().archive()).isEqualTo(before);

        Map<String, String> words = author().filledIn("/desk/replace.html?find=draft&whole=yes&exact=yes&language=en");
        words.put("with", "sketch");
        String replaced = author().carriedOut("/desk/replace.html", words);
        assertThat(magnolia().get("officer", "/events/a-draft.html").body()).contains("A sketch");
        author().carriedOut("/desk/replace.html", author().filledIn(replaced));
        assertThat(author().archive()).isEqualTo(before);

        assertThat(magnolia().logged()).noneMatch(Magnolia::complainsOfTheModule);
        // What was done is remembered.
        author().leave();
    }

    @Test
    @Order(3)
    default void doesNotSayThatItHasPublishedWhatNobodyHasReceived() {
        String id = magnolia().inside().in("efc-events", archive -> archive.getNode("/events/a-draft")
                .getIdentifier());
        String picture = magnolia().inside().in("dam", files -> files.getRootNode()
                .addNode("a-picture", "mgnl:asset")
                .getIdentifier());
        magnolia().inside().in("efc-events", archive -> archive.getNodeByIdentifier(id)
                .addNode("gallery", "mgnl:contentNode")
                .addNode("gallery0", "mgnl:contentNode")
                .setProperty("image", "jcr:" + picture));
        String page = "/desk/publish.html?event=" + id;
        assertThat(Jsoup.parse(magnolia().get("superuser", page).body()).select("input[name=item.dam." + picture + "]"))
                .hasSize(1);
        assertThat(Jsoup.parse(magnolia().get("officer", page).body())
                        .select("li:contains(/a-picture)")
                        .text())
                .contains("you may not publish it");
        Map<String, String> form = author().filledIn(page);
        assertThat(form.keySet()).contains("item.efc-events." + id);
        form.put("publish", "yes");
        String here = magnolia().origin();
        assertThat(magnolia().post("clerk", "/desk/publish.html", form, here).statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(magnolia()
                        .post("officer", "/desk/publish.html", AuthorInstance.without(form, "csrf"), here)
                        .statusCode())
                .isEqualTo(403);

        // There is a receiver in Magnolia's own configuration, and nothing there.
        HttpResponse<String> refused = magnolia().post("officer", "/desk/publish.html", form, here);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("[role=alert] li").text()).contains("has not been published:");
        assertThat(Jsoup.parse(refused.body()).select("p.done")).isEmpty();
        assertThat(Jsoup.parse(magnolia().get("officer", page).body())
                        .select("li:contains(A draft) .state")
                        .text())
                .isEqualTo("not published");

        magnolia().inside().in("config", config -> config.getNode(
                        "/modules/publishing-core/config/receivers/magnoliaPublic8080")
                .setProperty("enabled", false));
        String alert = "";
        while (!alert.contains("There is no public instance to publish to.")) {
            HttpResponse<String> alone = magnolia().post("officer", "/desk/publish.html", form, here);
            assertThat(alone.statusCode()).as(alone.body()).isEqualTo(422);
            alert = Jsoup.parse(alone.body()).select("[role=alert] li").text();
        }
        // Magnolia has kept a version of what it tried to publish.
        author().leave();
    }
}
