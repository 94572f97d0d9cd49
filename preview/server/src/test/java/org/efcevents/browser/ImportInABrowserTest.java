package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebElement;

/** An officer brings an old page into the archive, looks it over, and thinks better of it. */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
class ImportInABrowserTest {
    private static final Path PAGE = Path.of("src/test/resources/org/efcevents/migration/headings.html");

    private static Chromium browser;
    private static PreviewServer server;

    private int clicks;

    @BeforeAll
    static void start(Chromium chromium, PreviewServer preview) {
        browser = chromium;
        server = preview;
    }

    @BeforeEach
    void signIn() {
        browser.width(1280);
        browser.forgetCookies();
        browser.signIn(server);
    }

    private WebElement element(String selector) {
        return (WebElement) browser.evaluate("return document.querySelector(arguments[0])", selector);
    }

    private Object count(String selector) {
        return browser.evaluate("return document.querySelectorAll(arguments[0]).length", selector);
    }

    private String text(String selector) {
        return String.valueOf(browser.evaluate("return document.querySelector(arguments[0])?.innerText", selector));
    }

    private void click(String selector) {
        clicks++;
        browser.click(selector);
    }

    private void assertGoodToRead(String what) {
        for (int width : List.of(320, 1280)) {
            browser.width(width);
            assertThat(browser.violations()).as(what + ", " + width + " pixels").isEmpty();
            assertThat(browser.evaluate("return document.documentElement.scrollWidth <= innerWidth"))
                    .as(what + ", " + width + " pixels")
                    .isEqualTo(true);
        }
    }

    @Test
    void aPageIsImportedInTenClicksAndTakenBackInOne() {
        browser.open(server.address().resolve("author/desk.html").toString());
        click("nav.pages a[href$='/desk/import.html']");
        assertGoodToRead("choosing");
        // The system's window for a file: open it, choose, confirm.
        clicks += 3;
        element("#file").sendKeys(PAGE.toAbsolutePath().toString());
        clicks++;
        element("#title").sendKeys("Past activities");
        click("form.step button.main");

        assertThat(count("section.entry")).isEqualTo(18L);
        assertThat(text("#entry-1")).contains("Third Annual Conference");
        assertGoodToRead("looking over");
        browser.evaluate("document.querySelector('#entry-1').parentElement.querySelector('dl a').click()");
        assertThat(text(":target")).isNotEqualTo("undefined");

        click("button[name=import]");
        assertThat(text("section.done h2")).isEqualTo("“Past activities” was imported (events: 18)");
        assertThat(clicks).isLessThanOrEqualTo(10);
        assertGoodToRead("done");

        browser.click("section.done form button");
        assertThat(text("section.done h2")).contains("taken back");
    }
}
