package org.efcevents.magnolia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A newcomer's way, without the samples, from the installation to a French page of an event: what the guides give to be typed or
 * imported is taken from there. Visitors look in at every step, so that Magnolia's page cache keeps whatever it may.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstPageIT {

    private static final List<String> PAGES =
            List.of("events", "event", "speakers", "speaker", "work-packages", "work-package");

    private final Magnolia magnolia = Magnolia.withoutSamples();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    void install() {
        magnolia.start(Magnolia.JAR, "");
    }

    @AfterAll
    void stop() {
        magnolia.stop();
    }

    @Test
    @Order(1)
    void hasNoPageYet() {
        assertThat(magnolia.inside().installation().status()).isEqualTo("installDone");
        assertThat(status("/events.html")).isEqualTo(404);
        assertThat(pages()).isEmpty();
    }

    @Test
    @Order(2)
    void takesThePagesOverRestAndNoneTwice() throws IOException, InterruptedException {
        String script = fromTheGuide("```sh\n *(for page in .*?\n *done)\n").get(0);
        assertThat(run(script)).isEmpty();
        assertThat(pages()).containsExactlyInAnyOrderElementsOf(PAGES);
        List<String> before = website();
        assertThat(run(script)).contains("The path already exists");
        assertThat(website()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void opensToVisitorsWithTheRoleWhateverTheyAskedBefore() throws IOException, InterruptedException {
        // Magnolia's cache has kept that there was no page, until it notices the change.
        Magnolia.until(() -> magnolia.get(null, "/events.html").body().contains("Not open to visitors"));
        for (String page : List.of("/events.html", "/speakers.html", "/events.html", "/speakers.html")) {
            assertThat(status(page)).isEqualTo(404);
        }
        assertThat(run(fromTheGuide("```sh\n( *rest=.*?)```").get(0))).isEmpty();
        Magnolia.until(() -> status("/speakers.html") == 200);
        assertThat(status("/events.html")).isEqualTo(200);
    }

    @Test
    @Order(4)
    void showsTheFirstEvent() {
        assertThat(status("/events/opening.html")).isEqualTo(404);
        magnolia.inside().in("efc-events", events -> {
            var event = events.getNode("/events").addNode("opening", "efc:event");
            event.setProperty("title", "Opening");
            event.setProperty("title_fr", "Ouverture");
            event.setProperty("kind", "launch");
            event.setProperty("precision", "day");
            return event.setProperty("start", "2014-01-15");
        });
        Magnolia.until(() -> status("/events/opening.html") == 200);
        assertThat(magnolia.get(null, "/events/opening.html").body()).contains("<title>Opening, ");
    }

    @Test
    @Order(5)
    void speaksFrenchOnceTheSiteDoes() throws IOException {
        assertThat(status("/fr/events/opening.html")).isEqualTo(404);
        magnolia.inside().importFile("config", "/modules/site/config/site", Magnolia.example("site-languages.yaml"));
        Magnolia.until(() -> status("/fr/events/opening.html") == 200);
        assertThat(magnolia.get(null, "/fr/events/opening.html").body())
                .contains("<html lang=\"fr\"")
                .contains("<title>Ouverture, ");
        assertThat(magnolia.get(null, "/events/opening.html").body()).contains("<title>Opening, ");
    }

    @Test
    @Order(6)
    void importsThePagesInsteadAndNoneTwice() {
        magnolia.inside().in("website", website -> {
            for (String page : PAGES) {
                website.removeItem("/" + page);
            }
            return null;
        });
        Magnolia.until(() -> status("/fr/events/opening.html") == 404);
        magnolia.inside().importFile("website", "/", Magnolia.example("pages.yaml"));
        assertThat(pages()).containsExactlyInAnyOrderElementsOf(PAGES);
        Magnolia.until(() -> status("/fr/events/opening.html") == 200);
        for (String page : List.of("/events.html", "/speakers.html", "/work-packages.html")) {
            assertThat(status(page)).as(page).isEqualTo(200);
        }
        List<String> before = website();
        assertThatThrownBy(() -> magnolia.inside().importFile("website", "/", Magnolia.example("pages.yaml")))
                .hasStackTraceContaining("This node already exists: events");
        assertThat(website()).isEqualTo(before);
    }

    @Test
    @Order(7)
    void answersHeadAndCompressesOnceConfigured() throws IOException, InterruptedException {
        assertThat(answer("HEAD", "/events.html").statusCode()).isEqualTo(403);
        String opened = fromTheGuide("`methods` of `config:/server/IPConfig/allow-all`\\s+\\(`([A-Z,]+)`\\)")
                .get(0);
        List<String> extensions = fromTheGuide("\\| `\\d+` \\| `(\\w+)` \\|");
        assertThat(extensions).contains("json", "ics", "atom", "csv", "jsonfeed", "xml");
        for (String extension : extensions) {
            assertThat(encoding("/events." + extension)).as(extension).isEmpty();
        }
        magnolia.inside().in("config", config -> {
            config.getNode("/server/IPConfig/allow-all").setProperty("methods", opened);
            var allowed = config.getNode("/modules/cache/config/compression/voters/contentType/allowed");
            for (String extension : extensions) {
                allowed.setProperty(Integer.toString(7 + extensions.indexOf(extension)), extension);
            }
            return allowed;
        });
        Magnolia.until(() -> encoding("/sitemap.xml").equals("gzip"));
        Magnolia.until(() -> answer("HEAD", "/events.html").statusCode() == 200);
        for (String extension : extensions) {
            String address = extension.equals("xml") ? "/sitemap.xml" : "/events." + extension;
            assertThat(encoding(address)).as(extension).isEqualTo("gzip");
            HttpResponse<byte[]> answer = answer("GET", address);
            HttpResponse<byte[]> head = answer("HEAD", address);
            assertThat(head.headers().firstValue("ETag"))
                    .as(extension)
                    .isPresent()
                    .isEqualTo(answer.headers().firstValue("ETag"));
            assertThat(head.body()).isEmpty();
            assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                    .hasSizeGreaterThan(answer.body().length);
        }
    }

    @Test
    @Order(8)
    void leadsWhoAsksForTheSiteAloneToTheArchiveOnceConfigured() throws IOException {
        assertThat(location("/")).endsWith("/.magnolia/admincentral");
        String mapping = fromTheGuide("`toUri` of `config:(/modules/[\\w/-]+)`").get(0);
        String page = fromTheGuide("`(redirect:/events\\.html)`").get(0);
        magnolia.inside().in("config", config -> config.getNode(mapping).setProperty("toUri", page));
        Magnolia.until(() -> location("/").endsWith("/events.html"));
    }

    @Test
    @Order(9)
    void protectsWhatTheModuleDoesNotAnswerOnceConfigured(@TempDir Path folder) throws IOException {
        List<String> others =
                List.of("/.resources/efc-events/webresources/css/plain.css", "/.rest/delivery/efc-events/v1");
        assertThat(others)
                .allMatch(other -> told(other, "X-Content-Type-Options").isEmpty());
        List<String> policy = told("/speakers.html", "Content-Security-Policy");
        String filter =
                fromTheGuide("```yaml\n(# config:/server/filters\n.*?)```").get(0);
        Path file = Files.writeString(folder.resolve("filter.yaml"), filter);
        magnolia.inside().importFile("config", "/server/filters", file);
        magnolia.inside().in("config", config -> {
            config.getNode("/server/filters").orderBefore("browserHeaders", "cache");
            return null;
        });
        Magnolia.until(() -> others.stream()
                .noneMatch(other -> told(other, "X-Content-Type-Options").isEmpty()));
        for (String other : others) {
            assertThat(told(other, "X-Content-Type-Options")).as(other).containsExactly("nosniff");
            assertThat(told(other, "Referrer-Policy")).as(other).containsExactly("strict-origin-when-cross-origin");
        }
        // The second answer comes from Magnolia's cache.
        for (String own : List.of("/speakers.html", "/speakers.html", "/events.json", "/events.json")) {
            assertThat(told(own, "X-Content-Type-Options")).as(own).containsExactly("nosniff");
            assertThat(told(own, "Referrer-Policy")).as(own).hasSize(1);
        }
        assertThat(told("/speakers.html", "Content-Security-Policy"))
                .isNotEmpty()
                .isEqualTo(policy);
        // As the guide says: these begin their answer anew.
        assertThat(told("/no/such/page.html", "X-Content-Type-Options")).isEmpty();
    }

    private List<String> told(String target, String header) {
        return answer("GET", target).headers().allValues(header);
    }

    private String location(String target) {
        return answer("GET", target).headers().firstValue("Location").orElse("");
    }

    private String encoding(String target) {
        return answer("GET", target).headers().firstValue("Content-Encoding").orElse("");
    }

    private HttpResponse<byte[]> answer(String method, String target) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(magnolia.base() + target))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(target, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int status(String target) {
        return magnolia.get(null, target).statusCode();
    }

    private List<String> website() {
        return magnolia.inside().in("website", website -> Content.of(website.getRootNode()));
    }

    private List<String> pages() {
        return website().stream()
                .filter(line -> line.endsWith("/jcr:primaryType Name mgnl:page"))
                .map(line -> line.replaceFirst("^/([^/]+)/.*$", "$1"))
                .toList();
    }

    /** What a pattern has in its group, wherever the guide for developers matches it. */
    private static List<String> fromTheGuide(String pattern) throws IOException {
        List<String> found = Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/developers.md")))
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(found).as(pattern).isNotEmpty();
        return found;
    }

    /** What a shell prints, here instead of on the port that Magnolia's Tomcat has. */
    private String run(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        script.replaceAll(
                                "http://localhost:8080/magnolia(Author|Public)",
                                magnolia.base().toString()))
                .redirectErrorStream(true)
                .start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(printed).isZero();
        return printed;
    }
}
