package org.efcevents.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.efcpreview.web.Options;
import org.efcpreview.web.PreviewServer;

/**
 * Takes the pictures of the authoring UI in {@code docs/pictures} anew.
 *
 * <pre>
 * mvn -q -f preview test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.efcevents.browser.AuthoringPictures \
 *     -Dexec.args=docs/pictures
 * </pre>
 */
public final class AuthoringPictures {

    private static final Map<String, String> SCREENS = Map.of(
            "editors-desk", "app/efc-desk",
            "editors-browser", "app/efc-events?view=list",
            "editors-form", "app/efc-events/detail?path=/events/the-first-efc-awareness-raising-event");

    private AuthoringPictures() {}

    /** Writes the PNGs into the folder {@code arguments[0]}. */
    public static void main(String[] arguments) throws Exception {
        Path scratch = Files.createTempDirectory("pictures");
        try (Chromium browser = Chromium.start(scratch.resolve("profile"));
                PreviewServer server = PreviewServer.start(new Options(
                        0, scratch.resolve("home"), true, Path.of("target/classes"), Path.of("light-modules")))) {
            browser.signIn(server);
            browser.colours("light");
            browser.width(1280);
            for (Map.Entry<String, String> screen : SCREENS.entrySet()) {
                browser.open(server.address()
                        .resolve("author/.magnolia/admincentral/" + screen.getValue())
                        .toString());
                browser.until("[...document.querySelectorAll('iframe')]"
                        + ".every(frame => frame.contentDocument?.querySelector('section'))");
                Files.write(Path.of(arguments[0], screen.getKey() + ".png"), browser.picture(1280, 900, 0.75));
            }
        }
    }
}
