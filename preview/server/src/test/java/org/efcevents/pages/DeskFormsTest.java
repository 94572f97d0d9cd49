package org.efcevents.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.efcevents.desk.DeskPages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms of the Archive desk are taken from editors, from its own pages, and from nobody and nowhere else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("server")
class DeskFormsTest {

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

    private String token() throws Exception {
        return officer.page("/desk.html").select("meta[name=csrf]").attr("content");
    }

    @Test
    void theTokenIsThatOfTheSession() throws Exception {
        assertThat(token()).hasSizeGreaterThan(20).isEqualTo(token());
        assertThat(site.signInToEdit("officer")
                        .page("/desk.html")
                        .select("meta[name=csrf]")
                        .attr("content"))
                .isNotEqualTo(token());
    }

    /** The addresses of all pages of the desk. */
    static Stream<String> pages() {
        return DeskPages.ALL.stream().map(page -> DeskPages.path(page) + ".html");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aFormWithoutTheTokenOrOfAnotherSiteIsRefused(String page) throws Exception {
        assertThat(officer.post(page, Map.of()).statusCode()).isEqualTo(403);
        assertThat(officer.post(page, Map.of("csrf", "guessed")).statusCode()).isEqualTo(403);
        String ofAnother = site.signInToEdit("officer")
                .page("/desk.html")
                .select("meta[name=csrf]")
                .attr("content");
        assertThat(officer.post(page, Map.of("csrf", ofAnother)).statusCode()).isEqualTo(403);
        assertThat(officer.post(page, Map.of("csrf", token()), "Origin", "https://evil.example.org")
                        .statusCode())
                .isEqualTo(400);
    }

    /** Nobody is let in, and nothing taken, with a session that was made up, that has ended, or that is of another instance. */
    @ParameterizedTest
    @MethodSource("pages")
    void aSessionThatIsNoneIsNone(String page) throws Exception {
        Site.Reader gone = site.signInToEdit("officer");
        String token = gone.page("/desk.html").select("meta[name=csrf]").attr("content");
        gone.post(
                "/.magnolia/admincentral/sign-out",
                Site.filledIn(gone.page("/.magnolia/admincentral"), "form[action$=sign-out]"));
        for (Site.Reader stranger : List.of(
                gone,
                site.stranger(""),
                site.stranger("JSESSIONID=node0forged0"),
                site.stranger(site.signIn("member", "member").cookie()))) {
            HttpResponse<String> answer = stranger.get(page);
            assertThat(answer.statusCode()).isNotEqualTo(200);
            assertThat(answer.body()).doesNotContain("name=\"csrf\"", "zebra");
            assertThat(stranger.post(page, Map.of("csrf", token)).statusCode()).isBetween(400, 499);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example.org",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void aFormOfAnotherSiteIsRefusedEvenWithTheToken(String header, String value) throws Exception {
        HttpResponse<String> answer = officer.post("/desk.html", Map.of("csrf", token()), header, value);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isEqualTo("This form was not sent from here");
    }

    @Test
    void aPageThatTakesNoFormsSaysSo() throws Exception {
        HttpResponse<String> answer = officer.post("/desk.html", Map.of("csrf", token()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void theDeskIsThereForEditorsAlone() throws Exception {
        for (String page : Stream.concat(pages(), Stream.of("/desk.csv", "/desk/none.html", "/fr/desk.html"))
                .toList()) {
            assertThat(site.status(page)).as(page).isEqualTo(404);
            assertThat(site.signIn("member", "member").get(page).statusCode())
                    .as(page)
                    .isEqualTo(404);
        }
        assertThat(officer.get("/desk/none.html").statusCode()).isEqualTo(404);
        assertThat(site.send(
                                "/desk.html",
                                request -> request.POST(java.net.http.HttpRequest.BodyPublishers.ofString("")))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void whatIsMissingIsThereForOneYear() throws Exception {
        Document of2016 = officer.page("/desk.html?year=2016");

        assertThat(of2016.select(".years [aria-current]").eachText()).containsExactly("2016");
        assertThat(of2016.select("tbody .path").eachText()).isNotEmpty().allSatisfy(path -> assertThat(path)
                .contains("/walk-"));
        List<String> table = officer.get("/desk.csv?year=2016&check=file-reachable")
                .body()
                .lines()
                .toList();
        assertThat(table).hasSizeGreaterThan(1);
        assertThat(table.subList(1, table.size())).allSatisfy(line -> assertThat(line)
                .startsWith("file-reachable,wrong,efc:event,")
                .contains("walk-"));
        assertThat(officer.get("/desk.csv?year=x").statusCode()).isEqualTo(400);
    }

    @Test
    void eachPageLeadsToTheOthers() throws Exception {
        Document first = officer.page("/fr/desk.html");

        assertThat(first.select("nav.pages [aria-current=page]").eachText()).containsExactly("Ce qui manque");
        for (String address : first.select("nav.pages a").eachAttr("abs:href")) {
            assertThat(officer.page(address.replaceFirst("^https?://[^/]+/author", ""))
                            .select("nav.pages a")
                            .eachAttr("href"))
                    .isEqualTo(first.select("nav.pages a").eachAttr("href"));
        }
    }
}
