package org.efcevents.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.efcpreview.web.Options;
import org.efcpreview.web.PreviewServer;
import org.openqa.selenium.WebElement;

/**
 * Takes the pictures of the authoring UI in {@code docs/pictures} anew, in both languages.
 *
 * <pre>
 * mvn -q -f preview test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.efcevents.browser.AuthoringPictures \
 *     -Dexec.args=docs/pictures
 * </pre>
 */
public final class AuthoringPictures {

    private static final String EVENT = "app/efc-events/detail?path=/events/the-first-efc-awareness-raising-event";

    private static final Path PAGE = Path.of("src/test/resources/org/efcevents/migration/headings.html");

    private AuthoringPictures() {}

    /** Writes the PNGs into the folder {@code arguments[0]}. */
    public static void main(String[] arguments) throws Exception {
        Path scratch = Files.createTempDirectory("pictures");
        Path folder = Path.of(arguments[0]);
        try (Chromium browser = Chromium.start(scratch.resolve("profile"));
                PreviewServer server = PreviewServer.start(new Options(
                        0, scratch.resolve("home"), true, Path.of("target/classes"), Path.of("light-modules")))) {
            browser.signIn(server);
            browser.colours("light");
            browser.width(1280);
            for (String language : List.of("en", "fr")) {
                String end = language.equals("en") ? "" : "-" + language;
                open(browser, server, "app/efc-events?view=list");
                browser.evaluate("document.querySelector('[name=language][value=" + language + "]')?.click()");
                browser.until("document.documentElement.lang == '" + language + "'");
                take(browser, server, "app/efc-desk", folder.resolve("editors-desk" + end + ".png"));
                take(browser, server, "app/efc-events?view=list", folder.resolve("editors-browser" + end + ".png"));
                take(browser, server, EVENT, folder.resolve("editors-form" + end + ".png"));
                browser.evaluate(
                        "[...document.querySelectorAll('[role=tab]')].find(tab => /Programme/.test(tab.textContent)).click()");
                save(browser, folder.resolve("editors-who" + end + ".png"));
                browser.open(server.address()
                        .resolve("author/" + (end.isEmpty() ? "" : "fr/") + "desk/import.html")
                        .toString());
                field(browser, "#file").sendKeys(PAGE.toAbsolutePath().toString());
                field(browser, "#title").sendKeys("Past activities");
                browser.click("form.step button.main");
                save(browser, folder.resolve("editors-import" + end + ".png"));
            }
        }
    }

    private static WebElement field(Chromium browser, String selector) {
        return (WebElement) browser.evaluate("return document.querySelector(arguments[0])", selector);
    }

    private static void open(Chromium browser, PreviewServer server, String screen) {
        browser.open(server.address()
                .resolve("author/.magnolia/admincentral/" + screen)
                .toString());
        browser.until("[...document.querySelectorAll('iframe')]"
                + ".every(frame => frame.contentDocument?.querySelector('section'))");
    }

    private static void take(Chromium browser, PreviewServer server, String screen, Path picture) throws IOException {
        open(browser, server, screen);
        save(browser, picture);
    }

    private static void save(Chromium browser, Path picture) throws IOException {
        Files.write(picture, browser.picture(1280, 900, 0.75));
    }
}
