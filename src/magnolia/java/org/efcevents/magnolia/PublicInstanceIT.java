package org.efcevents.magnolia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.assertj.core.api.SoftAssertions;
import org.efcevents.fidelity.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The module in a fresh public instance that was set up as the README says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublicInstanceIT {

    private static final List<Exchange> RECORDED =
            Exchange.readAll(Path.of("src/test/resources/magnolia-6.2.45/answers.txt"));

    private final Magnolia magnolia = Magnolia.visible();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    void start() throws RepositoryException {
        magnolia.start(Magnolia.JAR, "");
        Accounts accounts = new Accounts(magnolia.inside());
        accounts.give("efc-events-visitor", "/system/anonymous");
        accounts.create("nobody");
        accounts.create("visitor", "efc-events-visitor");
        accounts.create("member", "efc-events-member");
        accounts.create("both", "efc-events-visitor", "efc-events-member");
        hideAnEvent();
        // The answers were recorded so.
        magnolia.inside().importFile("config", "/modules/site/config/site", Magnolia.example("site-languages.yaml"));
        // Magnolia reads its site anew a moment after the change.
        Magnolia.until(() -> magnolia.get(null, "/fr/events.html").statusCode() == 200);
    }

    @AfterAll
    void stop() {
        magnolia.stop();
    }

    @Test
    void installsWithoutAWord() {
        InsideMagnolia.Installation installation = magnolia.inside().installation();
        assertThat(installation.status()).isEqualTo("installDone");
        assertThat(installation.messages()).noneMatch(message -> message.contains("efc"));
        assertThat(magnolia.logged())
                .anyMatch(line -> line.startsWith("INFO") && line.contains("efc-events"))
                .noneMatch(Magnolia::complainsOfTheModule);
    }

    @Test
    void hasNoDefinitionProblem() {
        assertThat(magnolia.inside().definitions("efc-events")).hasSizeGreaterThan(20);
        assertThat(magnolia.inside().problems("efc-events")).isEmpty();
        assertThat(magnolia.inside().problems("efc-site")).isEmpty();
    }

    @Test
    void keepsAJournalInAWorkspaceOfItsOwn() {
        assertThat(magnolia.get(null, "/changes.json").statusCode()).isEqualTo(200);
        assertThat((boolean) magnolia.inside().in("efc-events-journal", session -> session.nodeExists("/journal")))
                .isTrue();
    }

    /** Also where Magnolia's cache has answered, or could not because it did not know the address yet. */
    @ParameterizedTest
    @ValueSource(strings = {"/speakers/emma-mcclarkin.html", "/speakers/emma-mcclarkin.json", "/events/none.html"})
    void tellsCachesThatAnAnswerIsForOneReader(String address) {
        for (int times = 1; times <= 2; times++) {
            assertThat(magnolia.get(null, address).headers().allValues("Vary"))
                    .as("%s, the %d. time", address, times)
                    .contains("Cookie, Authorization");
        }
    }

    /** Also where Magnolia's cache has answered. */
    @ParameterizedTest
    @CsvSource({
        "/speakers/emma-mcclarkin.html, default-src 'self'; object-src 'none'",
        "/speakers/emma-mcclarkin.json, default-src 'none'",
        "/events/none.html, default-src 'self'; object-src 'none'"
    })
    void tellsBrowsersWhatNotToDo(String address, String policy) {
        for (int times = 1; times <= 2; times++) {
            HttpHeaders headers = magnolia.get(null, address).headers();
            assertThat(headers.allValues("Content-Security-Policy"))
                    .as("%s, the %d. time", address, times)
                    .singleElement()
                    .asString()
                    .startsWith(policy)
                    .contains("frame-ancestors");
            assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(headers.allValues("Referrer-Policy")).containsExactly("strict-origin-when-cross-origin");
        }
    }

    /** Magnolia itself answers which origins may read, where a request names one. */
    @ParameterizedTest
    @ValueSource(strings = {"/speakers/marco-pancini.json", "/changes.json?since=now"})
    void letsScriptsOfOtherSitesReadTheHeadersToo(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(magnolia.base() + address))
                .header("Origin", "https://elsewhere.example")
                .build();
        for (int times = 1; times <= 2; times++) {
            HttpHeaders headers =
                    client.send(request, HttpResponse.BodyHandlers.ofString()).headers();
            assertThat(headers.allValues("Access-Control-Allow-Origin")).containsExactly("*");
            assertThat(headers.firstValue("Access-Control-Expose-Headers").orElse(""))
                    .contains("ETag", "Link");
        }
    }

    @TestFactory
    Stream<DynamicTest> answersAsRecorded() {
        return RECORDED.stream()
                .map(recorded -> DynamicTest.dynamicTest(
                        recorded.toString(),
                        () -> assertThat(ask(recorded).text()).isEqualTo(recorded.text())));
    }

    /** What each may read of hidden events: status of the page, status over REST, and how many events REST lists. */
    @TestFactory
    Stream<DynamicTest> hidesWhatIsHidden() {
        return Stream.of(
                        reads("visitors", null, 404, 404, 29),
                        // Who signs in is no longer anonymous: pages are up to other roles.
                        reads("someone with no role", "nobody", 403, 403, null),
                        reads("someone with the visitor's role only", "visitor", 403, 404, 29),
                        reads("members", "member", 200, 200, 30),
                        reads("members who have the visitor's role too", "both", 200, 200, 30))
                .flatMap(tests -> tests);
    }

    private Stream<DynamicTest> reads(String who, String user, int page, int rest, Integer listed) {
        return Stream.of(
                DynamicTest.dynamicTest(who + ": page", () -> assertThat(
                                magnolia.get(user, "/events/hidden-board.html").statusCode())
                        .isEqualTo(page)),
                DynamicTest.dynamicTest(who + ": REST", () -> assertThat(
                                magnolia.get(user, "/.rest/delivery/efc-events/v1/hidden/hidden-board")
                                        .statusCode())
                        .isEqualTo(rest)),
                DynamicTest.dynamicTest(who + ": REST list", () -> {
                    String list = magnolia.get(user, "/.rest/delivery/efc-events/v1?limit=100")
                            .body();
                    if (listed == null) {
                        assertThat(list).doesNotContain("results");
                    } else {
                        assertThat(list).contains("\"total\":" + listed);
                    }
                }));
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void answersTheSameAfterARestartBehindAContextPath() {
        magnolia.stop();
        magnolia.start(Magnolia.JAR, "/sub/cms");
        assertThat(magnolia.inside().installation().status()).isNull();
        SoftAssertions answers = new SoftAssertions();
        for (Exchange recorded : RECORDED) {
            Exchange answer = ask(recorded);
            answers.assertThat(answer.text().replace("/sub/cms/", "/")).isEqualTo(recorded.text());
        }
        answers.assertAll();
    }

    /** The last, because the content stays; so it is asked behind the context path. */
    @TestFactory
    @Order(Integer.MAX_VALUE)
    Stream<DynamicTest> showsEachWordToWhomItIsFor() {
        Walk walk = new Walk(magnolia);
        walk.fill();
        // Magnolia's cache keeps what was there for a moment.
        Magnolia.until(() -> magnolia.get(null, "/events.html").body().contains("opentitlewalk-open"));
        return Stream.concat(walk.as("V", null), walk.as("M", "member"));
    }

    private Exchange ask(Exchange recorded) {
        return Exchange.with(client, magnolia.base(), recorded.method(), recorded.target());
    }

    /** Beside the samples, so that every recorded answer shows that it cannot be seen. */
    private void hideAnEvent() throws RepositoryException {
        magnolia.inside().in("efc-events", events -> {
            Node event = events.getNode("/events/hidden").addNode("hidden-board", "efc:event");
            event.setProperty("title", "Meeting of the board");
            event.setProperty("kind", "steering-group");
            event.setProperty("precision", "day");
            return event.setProperty("start", "2014-01-15");
        });
    }
}
