package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcpreview.web.Browser.UI;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.efcpreview.web.WritingOfficer.State;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real server, killed again and again while it installs and while several officers work: {@code -Dcrash.rounds=100
 * -Dcrash.installations=20 -Dcrash.seed=7} asks for more than the tests of every day do, or for other moments.
 */
@Tag("server")
@Timeout(value = 2, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("crash.rounds", 6);
    private static final int INSTALLATIONS = Integer.getInteger("crash.installations", 2);
    private static final long SEED = Long.getLong("crash.seed", 1);

    /** How many changes are begun before a kill, at most. */
    private static final int MOST_CHANGES = 40;

    /** How long after the beginning of the last of these it comes, at most. */
    private static final long LONGEST_CHANGE = TimeUnit.MILLISECONDS.toNanos(150);

    private static final Pattern WORD = Pattern.compile("crash[a-z]{6}");

    @TempDir
    static Path directory;

    /** What a server says that has been installed without a kill. */
    private static List<String> installed;

    private static long installation;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    private final Random random = new Random(SEED);
    private PreviewProcess server;

    @BeforeAll
    static void install() throws Exception {
        long before = System.nanoTime();
        PreviewProcess undisturbed = PreviewProcess.start(home("undisturbed"), log());
        URI address = undisturbed.address();
        installation = System.nanoTime() - before;
        installed = content(signedIn(address));
        undisturbed.stop();
    }

    @AfterEach
    void kill() throws InterruptedException {
        server.kill();
    }

    @AfterAll
    static void end() {
        THREADS.shutdownNow();
    }

    private static Path home(String name) {
        return directory.resolve(name);
    }

    private static Path log() {
        return directory.resolve("log");
    }

    private Browser start(String home) throws Exception {
        server = PreviewProcess.start(home(home), log());
        return signedIn(server.address());
    }

    private static Browser signedIn(URI address) throws Exception {
        Browser browser = new Browser(address);
        assertThat(browser.signIn("superuser", "superuser").statusCode()).isEqualTo(303);
        return browser;
    }

    /** All that both instances tell programs. */
    private static List<String> content(Browser browser) throws Exception {
        List<String> content = new ArrayList<>();
        for (String instance : List.of("/author", "")) {
            for (String endpoint : List.of("efc-events", "efc-speakers", "efc-work-packages")) {
                HttpResponse<String> answer = browser.get(instance + "/.rest/delivery/" + endpoint + "/v1?limit=100");
                assertThat(answer.statusCode()).isEqualTo(200);
                content.add(answer.body());
            }
        }
        return content;
    }

    private static void hasNothingToComplainAbout() throws Exception {
        assertThat(Files.readAllLines(log())).noneMatch(line -> line.contains("ERROR"));
    }

    @Test
    void an_installation_that_was_killed_is_done_again() throws Exception {
        for (int i = 0; i < INSTALLATIONS; i++) {
            server = PreviewProcess.start(home("killed"), log());
            LockSupport.parkNanos((long) (installation * random.nextDouble()));
            server.kill();
        }

        assertThat(content(start("killed"))).isEqualTo(installed);
        hasNothingToComplainAbout();
    }

    @Test
    void what_was_answered_is_there_after_a_kill_and_nothing_is_there_in_part() throws Exception {
        work("undisturbed", ROUNDS, PreviewProcess::kill);
    }

    /** What an operating system does that is shut down, or Ctrl-C. */
    @Test
    void the_same_holds_for_one_that_is_asked_to_end_in_the_middle_of_work() throws Exception {
        work("asked-to-end", Math.max(2, ROUNDS / 5), PreviewProcess::stop);
    }

    /** How a server ends. */
    private interface Ending {
        void end(PreviewProcess server) throws InterruptedException;
    }

    private void work(String home, int rounds, Ending ending) throws Exception {
        List<WritingOfficer> officers = Stream.of('a', 'b', 'c', 'd')
                .map(initial -> new WritingOfficer(initial, new Random(random.nextLong())))
                .toList();
        for (int round = 1; round <= rounds; round++) {
            System.out.printf("Round %d of %d, seed %d%n", round, rounds, SEED);
            Browser browser = start(home);
            look(browser, officers);
            CountDownLatch begun = new CountDownLatch(1 + random.nextInt(MOST_CHANGES));
            String token = browser.token();
            List<Future<?>> work = new ArrayList<>();
            for (WritingOfficer officer : officers) {
                work.add(THREADS.submit(() -> {
                    officer.work(browser, token, begun);
                    return null;
                }));
            }
            while (!begun.await(100, TimeUnit.MILLISECONDS) && work.stream().noneMatch(Future::isDone)) {
                // Whoever has stopped before has something to say.
            }
            LockSupport.parkNanos((long) (LONGEST_CHANGE * random.nextDouble()));
            ending.end(server);
            for (Future<?> each : work) {
                each.get();
            }
        }
        look(start(home), officers);
        server.stop();
        look(start(home), officers);
    }

    /** Compares what is there, and what is found, with what each of them has been answered. */
    private static void look(Browser browser, List<WritingOfficer> officers) throws Exception {
        hasNothingToComplainAbout();
        Map<String, State> found = new TreeMap<>();
        Map<String, String> written = events(browser, "/author");
        Map<String, String> shown = events(browser, "");
        Map<String, String> states = statesOfPublication(browser);
        for (String name :
                officers.stream().flatMap(each -> each.names().stream()).toList()) {
            State state = name.endsWith(".pdf")
                    ? new State(file(browser, "/author", name), file(browser, "", name))
                    : new State(written.get(name), shown.get(name));
            found.put(name, state);
            if (!name.endsWith(".pdf") && state.written() != null) {
                assertThat(states.get(name).equals("unpublished"))
                        .as("%s on author: %s, and in public: %s", name, states.get(name), state)
                        .isEqualTo(state.shown() == null);
            }
        }
        officers.forEach(officer -> officer.look(found));
        List<Future<?>> searches = new ArrayList<>();
        for (WritingOfficer officer : officers) {
            searches.add(THREADS.submit(() -> {
                for (String word : officer.words()) {
                    search(browser, word, found);
                }
                officer.forget();
                return null;
            }));
        }
        for (Future<?> each : searches) {
            each.get();
        }
    }

    /** The word of each event of an officer; empty for one that is marked as deleted. */
    private static Map<String, String> events(Browser browser, String instance) throws Exception {
        JsonNode answer = new JsonMapper()
                .readTree(browser.get(instance + "/.rest/delivery/efc-events/v1?limit=100")
                        .body());
        Map<String, String> words = new TreeMap<>();
        for (JsonNode event : answer.get("results")) {
            String name = event.get("@name").asText();
            List<String> texts = WORD.matcher(event.toString())
                    .results()
                    .map(result -> result.group())
                    .toList();
            if (name.startsWith("crash-")) {
                words.put(name, texts.isEmpty() ? "" : texts.get(0));
                if (!texts.isEmpty()) {
                    assertThat(texts)
                            .as("%s is whole", event)
                            .hasSize(WritingOfficer.TEXTS_OF_AN_EVENT)
                            .containsOnly(texts.get(0));
                    assertThat(event.toString()).contains("Troels Oerting", "\"code\":\"WP1\"");
                }
            }
        }
        return words;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Map<String, String> statesOfPublication(Browser browser) throws Exception {
        Map<String, String> states = new TreeMap<>();
        for (Element row : Browser.page(browser.get(UI + "/app/efc-events")).select("tr:has(a.name)")) {
            states.put(
                    name(row.selectFirst("[name=item]").val()),
                    row.selectFirst("span.status").className().replaceFirst("^status ", ""));
        }
        return states;
    }

    /** The word of a file, every byte of which is as it was sent; null if it is not there. */
    private static String file(Browser browser, String instance, String name) throws Exception {
        HttpResponse<String> answer = browser.get(instance + "/dam/" + name);
        if (answer.statusCode() == 404) {
            return null;
        }
        Matcher word = WORD.matcher(answer.body());
        assertThat(word.find()).as(answer.body()).isTrue();
        assertThat(answer.body().getBytes(StandardCharsets.UTF_8)).isEqualTo(WritingOfficer.content(word.group()));
        return word.group();
    }

    private static void search(Browser browser, String word, Map<String, State> found) throws Exception {
        assertThat(Browser.page(browser.get(UI + "/app/efc-events?q=" + word))
                        .select("tbody [name=item]")
                        .eachAttr("value"))
                .as("found on author by %s", word)
                .map(CrashTest::name)
                .containsExactlyInAnyOrderElementsOf(names(found, state -> word.equals(state.written())));
        assertThat(Browser.page(browser.get("/events.html?q=" + word))
                        .select("h3 a")
                        .eachAttr("href"))
                .as("found in public by %s", word)
                .containsExactlyElementsOf(names(found, state -> word.equals(state.shown())).stream()
                        .map(name -> "/events/" + name + ".html")
                        .toList());
    }

    private static List<String> names(Map<String, State> found, Predicate<State> which) {
        return found.entrySet().stream()
                .filter(entry -> !entry.getKey().endsWith(".pdf") && which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
