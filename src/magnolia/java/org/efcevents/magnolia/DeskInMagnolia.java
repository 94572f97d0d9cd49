package org.efcevents.magnolia;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(author().content()).containsExactlyElementsOf(author().asLeft());

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
}
