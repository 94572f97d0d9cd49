package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.efcpreview.web.PreviewServer;
import org.openqa.selenium.WebElement;

/** The pages of the Archive desk, as an officer goes through them; how many clicks that takes is counted. */
final class DeskPages {
    private final Chromium browser;
    private final URI server;
    private int clicks;

    DeskPages(Chromium browser, PreviewServer server) {
        this.browser = browser;
        this.server = server.address();
    }

    /** Types the address of a page, of which this is the part below the author instance. */
    void open(String page) {
        browser.open(server.resolve("author" + page).toString());
    }

    /** Clicks on what leads to another page. */
    void click(String selector) {
        clicks++;
        browser.click(selector);
    }

    /** Clicks into a field, and types. */
    void type(String field, String text) {
        clicks++;
        element(field).click();
        browser.type(text);
    }

    /** Counts clicks that a test does by other means. */
    void clicked(int times) {
        clicks += times;
    }

    /** How many clicks there were until now. */
    int clicks() {
        return clicks;
    }

    WebElement element(String selector) {
        return (WebElement) browser.evaluate("return document.querySelector(arguments[0])", selector);
    }

    /** What can be read of the first thing that a selector finds. */
    String text(String selector) {
        return String.valueOf(browser.evaluate("return document.querySelector(arguments[0])?.innerText", selector));
    }

    /** Nothing is in the way of anybody who reads the page, on a telephone or on a desk; it is as wide as on a desk then. */
    void assertGoodToRead(String what) {
        for (int width : List.of(320, 1280)) {
            browser.width(width);
            assertThat(browser.violations()).as(what + ", " + width + " pixels").isEmpty();
            assertThat(browser.evaluate("return document.documentElement.scrollWidth <= innerWidth"))
                    .as(what + ", " + width + " pixels")
                    .isEqualTo(true);
        }
    }
}
