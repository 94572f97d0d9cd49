package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcpreview.web.Browser.UI;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a save does for which there is no room: the real server, whose files may not grow beyond a size. */
@Tag("server")
class FullDiskTest {
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    private static final String EVENT = "/app/efc-events/detail?path=/events/wp1-meeting";

    /** How much the database of the author instance may still grow, in bytes. */
    private static final long ROOM = 200_000;

    @TempDir
    Path directory;

    private PreviewProcess server;
    private Browser browser;

    private void start() throws Exception {
        server = PreviewProcess.start(home(), directory.resolve("log"));
        browser = new Browser(server.address());
        assertThat(browser.signIn("superuser", "superuser").statusCode()).isEqualTo(303);
    }

    private Path home() {
        return directory.resolve("home");
    }

    @AfterEach
    void stop() throws Exception {
        server.kill();
    }

    /** Limits the size of each file of the server, in bytes. */
    private void filesMayHave(String most) throws Exception {
        int done = new ProcessBuilder(PRLIMIT.toString(), "--pid=" + server.id(), "--fsize=" + most)
                .inheritIO()
                .start()
                .waitFor();
        assertThat(done).isZero();
    }

    private Map<String, List<String>> form() throws Exception {
        HttpResponse<String> form = browser.get(UI + EVENT);
        assertThat(form.statusCode()).isEqualTo(200);
        return EveryField.sent(EveryField.form(Browser.page(form)));
    }

    private int save(String host) throws Exception {
        Map<String, List<String>> fields = form();
        fields.put("host", List.of(host));
        fields.put("_do", List.of("save"));
        return browser.submit(UI + EVENT, fields).statusCode();
    }

    private void isAsItWas(String host) throws Exception {
        assertThat(form().get("host")).containsExactly(host);
        assertThat(browser.get("/author/events/wp1-meeting.html?mgnlPreview=true")
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.get("/events/wp1-meeting.html").statusCode()).isEqualTo(200);
    }

    @Test
    void a_save_without_room_changes_nothing_and_the_next_one_with_room_works() throws Exception {
        assumeTrue(Files.isExecutable(PRLIMIT) || "true".equals(System.getenv("CI")), "needs prlimit of util-linux");
        start();
        filesMayHave(Files.size(home().resolve("author/database/content.mv.db")) + ROOM + ":");

        int saved = 0;
        while (save("host " + saved) == 303) {
            saved++;
        }

        String last = "host " + (saved - 1);
        assertThat(saved).isPositive();
        isAsItWas(last);
        assertThat(save("no room for this one either")).isEqualTo(500);
        isAsItWas(last);

        filesMayHave("unlimited:");
        assertThat(save("room again")).isEqualTo(303);
        isAsItWas("room again");
        server.kill();
        start();
        isAsItWas("room again");
    }
}
