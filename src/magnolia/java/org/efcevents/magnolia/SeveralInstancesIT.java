package org.efcevents.magnolia;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.jcr.Node;
import org.efcevents.fidelity.Exchange;
import org.jsoup.Jsoup;
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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An author instance whose officer publishes to two public ones, to the one a while after the other. Readers know both by one address, behind
 * which they are sent to either.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralInstancesIT {

    /** The address that readers know. */
    private static final String SITE = "archive.example.org";

    /** What was published first comes first. */
    private static final List<String> PUBLISHED =
            List.of("/work-packages/wp9", "/speakers/nora-vance", "/events/joint-review");

    /** What tells readers and caches what they have, and for how long. */
    private static final List<String> HEADERS =
            List.of("ETag", "Content-Type", "Content-Language", "Content-Security-Policy", "Location", "Link", "Vary");

    private final Magnolia author = Magnolia.author("several-author");
    private final List<Magnolia> publics = List.of(Magnolia.visible("several-one"), Magnolia.visible("several-two"));
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @BeforeAll
    void start() {
        CompletableFuture<Void> starts = CompletableFuture.runAsync(() -> author.start(Magnolia.JAR, "/author"));
        publics.forEach(each -> each.start(Magnolia.JAR, ""));
        starts.join();
        for (Magnolia each : publics) {
            new Accounts(each.inside()).give("efc-events-visitor", "/system/anonymous");
            each.inside().in("config", config -> config.getNode("/server/activation")
                    .setProperty("publicKey", author.publicKey()));
            speakFrench(each);
            Magnolia.until(() -> each.get(null, "/fr/events.html").statusCode() == 200);
        }
        Accounts accounts = new Accounts(author.inside());
        accounts.role("opens-admincentral", "acl_uri");
        accounts.create("officer", "opens-admincentral", "efc-events-editor");
    }

    @AfterAll
    void stop() {
        author.stop();
        publics.forEach(Magnolia::stop);
    }

    private static void speakFrench(Magnolia magnolia) {
        magnolia.inside().importFile("config", "/modules/site/config/site", Magnolia.example("site-languages.yaml"));
    }

    @Test
    @Order(1)
    void publishesAnEventWithThoseWhoSpokeAndItsWorkPackage() {
        String event = author.inside().in("efc-events", archive -> {
            Node group = archive.getNode("/work-packages").addNode("wp9", "efc:workPackage");
            group.setProperty("code", "WP9");
            group.setProperty("title", "Review");
            Node speaker = archive.getNode("/speakers").addNode("nora-vance", "efc:speaker");
            speaker.setProperty("fullName", "Nora Vance");
            Node added = archive.getNode("/events").addNode("joint-review", "efc:event");
            added.setProperty("title", "Joint review");
            added.setProperty("precision", "day");
            added.setProperty("start", "2014-10-06");
            added.setProperty("workPackages", new String[] {group.getIdentifier()});
            added.addNode("participations", "mgnl:contentNode")
                    .addNode("participations0", "efc:participation")
                    .setProperty("speaker", speaker.getIdentifier());
            return added.getIdentifier();
        });
        sendTo(publics.get(0));
        String page = "/desk/publish.html?event=" + event;
        Map<String, String> form = Magnolia.filledIn(author.open("officer", page));
        Jsoup.parse(author.open("officer", page).body())
                .select("input[name^=item.]")
                .forEach(box -> form.put(box.attr("name"), "yes"));
        form.put("publish", "yes");
        HttpResponse<String> done = author.post("officer", "/desk/publish.html", form, author.origin());
        assertThat(Jsoup.parse(done.body()).select("p.done")).as(done.body()).hasSize(1);
        assertThat(publics.get(1).get(null, "/events/joint-review.html").statusCode())
                .isEqualTo(404);

        sendTo(publics.get(1));
        PUBLISHED.forEach(path -> command("versioned", "publish", path));

        for (Magnolia each : publics) {
            Magnolia.until(() -> each.get(null, "/events.json?q=Vance").body().contains("joint-review"));
            // The page cache has kept that it was not there, and is flushed a few seconds after a publication.
            Magnolia.until(
                    () -> each.get(null, "/events/joint-review.html").body().contains("Nora Vance"));
            assertThat(each.get(null, "/events/joint-review.html").body()).contains("WP9");
            for (String path : PUBLISHED) {
                assertThat(each.get(null, path + ".html").statusCode()).as(path).isEqualTo(200);
            }
        }
    }

    /** Has the author instance publish to an instance, and waits until it would. */
    private void sendTo(Magnolia there) {
        String address = there.base().toString();
        author.inside().in("config", config -> {
            Node receiver = config.getNode("/modules/publishing-core/config/receivers/magnoliaPublic8080");
            receiver.setProperty("enabled", true);
            return receiver.setProperty("url", address);
        });
        Magnolia.until(() -> author.inside().receivers("efc-events").equals(List.of(address)));
    }

    private void command(String catalog, String name, String path) {
        String id = author.inside()
                .in("efc-events", archive -> archive.getNode(path).getIdentifier());
        author.inside()
                .command(
                        catalog,
                        name,
                        Map.of("repository", "efc-events", "path", path, "uuid", id, "userName", "superuser"));
    }

    /** But for the change log, whose tokens are an instance's own, and for the sign-in form, which has another token each time. */
    @TestFactory
    @Order(2)
    Stream<DynamicTest> answerTheSame() {
        Stream<String> recorded = Exchange.readAll(Path.of("src/test/resources/magnolia-6.2.45/answers.txt")).stream()
                .filter(exchange -> exchange.method().equals("GET"))
                .map(Exchange::target)
                .filter(target -> !target.contains("changes.json") && !target.contains("signIn"));
        Stream<String> published = PUBLISHED.stream()
                .flatMap(path -> Stream.of(
                        path + ".html",
                        "/fr" + path + ".html",
                        path + ".json",
                        path + ".ics",
                        "/.rest/delivery/efc-" + path.substring(1).replaceFirst("/", "/v1/")));
        return Stream.concat(recorded, published)
                .distinct()
                .map(target -> DynamicTest.dynamicTest(target, () -> assertThat(answer(publics.get(1), target))
                        .isEqualTo(answer(publics.get(0), target))));
    }

    private List<String> answer(Magnolia magnolia, String target) throws JsonProcessingException {
        HttpResponse<String> answer = magnolia.through(SITE, target, null);
        List<String> lines = new ArrayList<>(List.of(Integer.toString(answer.statusCode())));
        HEADERS.forEach(name -> lines.add(name + ": " + answer.headers().allValues(name)));
        if (target.startsWith("/.rest/") && answer.statusCode() == 200) {
            // Magnolia writes properties in the order of a hash, which is another after each start.
            lines.add(json.writeValueAsString(json.readValue(answer.body(), Object.class)));
        } else {
            lines.addAll(answer.body().lines().toList());
        }
        return lines;
    }

    @ParameterizedTest
    @Order(3)
    @ValueSource(
            strings = {
                "/events.json",
                "/events.ics",
                "/events.atom",
                "/events.csv",
                "/events.jsonfeed",
                "/sitemap.xml",
                "/events/joint-review.json",
                "/fr/speakers/nora-vance.json"
            })
    void knowTheTagsThatEitherHasGiven(String target) {
        for (int first = 0; first <= 1; first++) {
            String tag = publics.get(first)
                    .through(SITE, target, null)
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            assertThat(publics.get(1 - first).through(SITE, target, tag).statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    @Order(3)
    void goOnWhereTheOtherHasStopped() throws JsonProcessingException {
        List<String> walked = new ArrayList<>();
        String next = "/events.json?cursor=&size=4";
        for (int turn = 0; next != null; turn++) {
            JsonNode page = read(publics.get(turn % 2), next);
            page.get("items").forEach(item -> walked.add(item.get("slug").asText()));
            next = page.path("next").isTextual() ? page.get("next").asText().replaceFirst("^https?://[^/]+", "") : null;
        }
        assertThat(walked).hasSize(30).doesNotHaveDuplicates().contains("joint-review");
    }

    @Test
    @Order(4)
    void tellWhoComesFromTheOtherOfEveryChange() throws JsonProcessingException {
        for (Magnolia each : publics) {
            read(each, "/changes.json?since=now");
            beThereSinceYesterday(each);
        }
        String token =
                read(publics.get(0), "/changes.json?since=now").get("token").asText();

        author.inside().in("efc-events", archive -> archive.getNode("/events/joint-review")
                .setProperty("title", "Joint review, revised"));
        everywhere("versioned", "publish");
        JsonNode changed = read(publics.get(1), "/changes.json?limit=1000&since=" + token);
        assertThat(changed.get("items").findValuesAsText("slug")).contains("joint-review");
        assertThat(changed.get("more").asBoolean()).isFalse();

        String id = author.inside().in("efc-events", archive -> archive.getNode("/events/joint-review")
                .getIdentifier());
        everywhere("default", "unpublish");
        JsonNode gone = read(
                publics.get(0),
                "/changes.json?limit=1000&since=" + changed.get("token").asText());
        assertThat(gone.get("items"))
                .filteredOn(item -> item.get("id").asText().equals(id))
                .singleElement()
                .satisfies(item -> assertThat(item.get("change").asText()).isEqualTo("gone"));
        for (Magnolia each : publics) {
            Magnolia.until(() -> each.get(null, "/events/joint-review.html").statusCode() == 404);
            assertThat(each.get(null, "/events.json?q=Vance").body()).doesNotContain("joint-review");
        }
    }

    private void everywhere(String catalog, String command) {
        for (Magnolia each : publics) {
            sendTo(each);
            command(catalog, command, "/events/joint-review");
        }
    }

    /** An instance does not know what another has told before it was there; so none of these is new. */
    private static void beThereSinceYesterday(Magnolia magnolia) {
        magnolia.inside().in("efc-events-journal", own -> {
            Node journal = own.getNode("/journal");
            journal.setProperty(
                    "began",
                    journal.getProperty("began").getLong() - Duration.ofDays(1).toMillis());
            // As when another node of a cluster has written it: it is read anew.
            return journal.setProperty("last", journal.getProperty("last").getLong() + 1);
        });
    }

    private JsonNode read(Magnolia magnolia, String target) throws JsonProcessingException {
        HttpResponse<String> answer = magnolia.through(SITE, target, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    @TestFactory
    @Order(5)
    Stream<DynamicTest> showEditorsEachWordThatIsForThem() {
        // The table has addresses in French.
        speakFrench(author);
        Walk walk = new Walk(author);
        walk.fill();
        Magnolia.until(() -> author.open("officer", "/fr/events/walk-open.html").statusCode() == 200);
        return walk.as("E", "officer");
    }
}
