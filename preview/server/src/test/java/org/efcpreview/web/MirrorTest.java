package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcpreview.web.Browser.UI;
import static org.efcpreview.web.Browser.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Copies that follow the change log end equal to what there is, whatever an officer did in the authoring UI and published: {@code
 * -Dedits=3000} makes more of it.
 */
@Tag("server")
class MirrorTest {
    private static final int EDITS = Integer.getInteger("edits", 100);
    private static final int SYNC_EVERY = 5;
    private static final String EVENTS = "efc-events";
    private static final String SPEAKERS = "efc-speakers";
    private static final String GROUPS = "efc-work-packages";
    private static final List<String> FOLDERS =
            List.of("/events", "/events/hidden", "/events/listed", "/events/withdrawn");

    @TempDir
    Path home;

    private PreviewServer server;
    private Browser browser;
    private String token;
    private Random random;
    private int made;
    private final Map<Integer, Integer> answered = new LinkedHashMap<>();

    @BeforeEach
    void start() throws Exception {
        server = PreviewServer.start(InstalledHome.at(home));
        browser = new Browser(server);
        browser.signIn("superuser", "superuser");
        token = browser.token();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {14, 5005, 20261129})
    void copiesEndEqual(long seed) throws Exception {
        random = new Random(seed);
        List<Mirror> mirrors = List.of(
                new Mirror(server.address(), true),
                new Mirror(server.address(), false, Fixture.as("member", "member")));
        List<String> edits = new ArrayList<>();
        for (int i = 0; i < EDITS; i++) {
            edits.add(edit());
            if (i % SYNC_EVERY == 0) {
                for (Mirror mirror : mirrors) {
                    mirror.sync();
                }
            }
            if (i % (10 * SYNC_EVERY) == 0) {
                compare(mirrors, edits);
            }
        }
        for (Mirror mirror : mirrors) {
            mirror.sync();
        }
        compare(mirrors, edits);
        assertThat(answered.getOrDefault(303, 0)).as("%s", answered).isGreaterThan(EDITS);
        assertThat(mirrors).extracting(Mirror::begunAnew).containsOnly(0);
    }

    private static void compare(List<Mirror> mirrors, List<String> edits) throws Exception {
        for (Mirror mirror : mirrors) {
            Map<String, JsonNode> anew = mirror.anew();
            assertThat(mirror.copy().keySet())
                    .as("%s", edits.subList(Math.max(0, edits.size() - 60), edits.size()))
                    .isEqualTo(anew.keySet());
            assertThat(mirror.copy())
                    .as("%s", edits.subList(Math.max(0, edits.size() - 60), edits.size()))
                    .isEqualTo(anew);
        }
    }

    /** Does something in the authoring UI, and says what. */
    private String edit() throws Exception {
        String app = random.nextInt(4) > 0 ? EVENTS : random.nextBoolean() ? SPEAKERS : GROUPS;
        List<String> there = paths(app);
        String path = there.isEmpty() ? null : there.get(random.nextInt(there.size()));
        int which = path == null ? 0 : random.nextInt(20);
        String said =
                switch (which) {
                    case 0, 1 -> bring(app);
                    case 2, 3 -> rename(app, path);
                    case 4, 5, 6 -> app.equals(EVENTS) ? move(path) : save(app, path);
                    case 7 -> act(app, "deactivate", path);
                    case 8 -> act(app, "delete", path) + act(app, "activateDeleted", path);
                    case 9 -> act(app, "duplicate", path);
                    default -> save(app, path);
                };
        if (random.nextInt(8) > 0) {
            // Where it is now is the last that was said of it.
            String last = said.substring(said.lastIndexOf("\n") + 1);
            said += act(app, "activate", last.split(" ")[last.split(" ").length - 2]);
        }
        return path != null && random.nextInt(6) == 0
                ? said + act(app, "activate", there.get(random.nextInt(there.size())))
                : said;
    }

    /** What lies in an app, at any depth. */
    private List<String> paths(String app) throws Exception {
        List<String> paths = new ArrayList<>();
        for (int from = 0, total = 1; from < total; from += 100) {
            JsonNode list = new ObjectMapper()
                    .readTree(
                            browser.get("/author/.rest/delivery/" + app + "/v1?limit=100&orderBy=@name&offset=" + from)
                                    .body());
            total = list.get("total").asInt();
            list.get("results")
                    .forEach(node ->
                            paths.add((root(app) + node.get("@path").asText()).replaceFirst("^(/[^/]+)\\1/", "$1/")));
        }
        return new ArrayList<>(new TreeSet<>(paths));
    }

    private static String root(String app) {
        return switch (app) {
            case SPEAKERS -> "/speakers";
            case GROUPS -> "/work-packages";
            default -> "/events";
        };
    }

    private String act(String app, String action, String path) throws Exception {
        return note(
                action,
                path,
                browser.post(UI + "/app/" + app, Map.of("_token", token, "action", action, "item", path)));
    }

    private String note(String action, String path, HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as("%s %s: %s", action, path, answer.body())
                .isIn(303, 409, 422);
        answered.merge(answer.statusCode(), 1, Integer::sum);
        return "\n" + action + " " + path + " " + answer.statusCode();
    }

    private String bring(String app) throws Exception {
        String name = name("made-");
        String type =
                switch (app) {
                    case SPEAKERS -> "efc:speaker";
                    case GROUPS -> "efc:workPackage";
                    default -> "efc:event";
                };
        String yaml =
                """
                '%s':
                  'jcr:primaryType': '%s'
                  'jcr:uuid': '%s'
                  title: 'Made'
                  fullName: 'Made Up'
                  code: 'WP%d'
                """
                        .formatted(name, type, new UUID(random.nextLong(), random.nextLong() | 1L << 63), made);
        return note(
                "import",
                root(app) + "/" + name,
                browser.upload(
                        UI + "/app/" + app + "/import",
                        Map.of("_token", token, "action", "import", "existing", "replace"),
                        new Browser.File(
                                "file", "x.yaml", "application/x-yaml", yaml.getBytes(StandardCharsets.UTF_8))));
    }

    private String rename(String app, String path) throws Exception {
        String dialog = UI + "/app/" + app + "/dialog/efc-events:rename?path=" + path;
        Map<String, List<String>> fields = EveryField.sent(EveryField.form(page(browser.get(dialog))));
        String name = name("renamed-");
        fields.put("jcrName", List.of(name));
        fields.put("_do", List.of("save"));
        return note("rename", path.substring(0, path.lastIndexOf('/') + 1) + name, browser.submit(dialog, fields));
    }

    /** A name that is new or, which folders allow, that something else may have. */
    private String name(String prefix) {
        return random.nextInt(3) == 0 ? "shared-" + random.nextInt(3) : prefix + made++;
    }

    private String move(String path) throws Exception {
        String folder = FOLDERS.get(random.nextInt(FOLDERS.size()));
        return note(
                "move " + path + " to",
                folder + path.substring(path.lastIndexOf('/')),
                browser.post(
                        UI + "/app/efc-events/move",
                        Map.of("_token", token, "action", "move", "item", path, "target", folder, "place", "inside")));
    }

    /** Changes some of the texts of a form, and what it chooses. */
    private String save(String app, String path) throws Exception {
        String address = UI + "/app/" + app + "/detail?path=" + path;
        HttpResponse<String> opened = browser.get(address);
        assertThat(opened.statusCode()).as(path).isEqualTo(200);
        Map<String, List<String>> fields = EveryField.sent(EveryField.form(page(opened)));
        List<String> changed = new ArrayList<>();
        for (String field : List.of(
                "title", "title_fr", "teaser", "fullName", "familyName", "name", "host", "city", "role", "closed")) {
            if (fields.containsKey(field) && random.nextInt(3) == 0) {
                fields.put(field, List.of("Words " + random.nextInt(1000)));
                changed.add(field);
            }
        }
        List<String> people = fields.keySet().stream()
                .filter(field -> field.endsWith("/speaker"))
                .toList();
        if (!people.isEmpty() && random.nextBoolean()) {
            fields.remove(people.get(random.nextInt(people.size())));
        }
        fields.put("_do", List.of("save"));
        return note("save " + changed, path, browser.submit(address, fields));
    }
}
