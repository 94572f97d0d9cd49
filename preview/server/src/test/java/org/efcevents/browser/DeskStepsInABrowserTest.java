package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebElement;

/** An officer merges two people and replaces a word on the Archive desk, and thinks better of it. */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
class DeskStepsInABrowserTest {
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

    private void open(String page) {
        browser.open(server.address().resolve("author" + page).toString());
    }

    private void click(String selector) {
        clicks++;
        browser.click(selector);
    }

    /** Clicks into a field, and types. */
    private void type(String field, String text) {
        clicks++;
        ((WebElement) browser.evaluate("return document.querySelector(arguments[0])", field)).click();
        browser.type(text);
    }

    private String text(String selector) {
        return String.valueOf(browser.evaluate("return document.querySelector(arguments[0])?.innerText", selector));
    }

    private String offered(int number) {
        return String.valueOf(
                browser.evaluate("return document.querySelectorAll('#offered option')[" + number + "].value"));
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
    void twoPeopleAreMergedInSixClicksAndTakenBackInOne() {
        open("/desk.html");
        click("nav.pages a[href$='/desk/merge.html']");
        type("#keep", offered(0));
        type("#merge", offered(1));
        click("main form button");
        String both = text("main > p");
        click("form[method=post] button.main");

        assertThat(clicks).isLessThanOrEqualTo(6);
        assertThat(text("section.done h2")).contains("is part of");
        assertThat(text("section.done > ul")).contains("publish its deletion");
        click("section.done form button");
        assertThat(text("section.done")).contains("It was taken back.");

        // It is there again.
        open("/desk/merge.html");
        assertThat(both)
                .contains(offered(0).replaceFirst(" · .*", ""), offered(1).replaceFirst(" · .*", ""));
    }

    @Test
    void everyScreenIsGoodToRead() {
        for (String language : List.of("", "/fr")) {
            open(language + "/desk/merge.html");
            String keep = offered(0);
            String merge = offered(1);
            assertGoodToRead("choice" + language);
            open(language + "/desk/merge.html?keep=x");
            assertGoodToRead("problems" + language);
            open(language + "/desk/merge.html?keep=" + keep.replaceFirst(".* · ", "") + "&merge="
                    + merge.replaceFirst(".* · ", ""));
            assertGoodToRead("comparison" + language);
            browser.width(1280);
            click("form[method=post] button.main");
            assertGoodToRead("merged" + language);
            open(language + "/desk/merge.html");
            assertGoodToRead("what can be taken back" + language);
            browser.width(1280);
            click(".steps button");
            assertGoodToRead("taken back" + language);
            open(language + "/desk/replace.html");
            assertGoodToRead("replacing" + language);
            open(language + "/desk/replace.html?find=EFC");
            assertThat(text(".places mark")).isEqualTo("EFC");
            assertGoodToRead("found" + language);
        }
    }

    @Test
    void aWordIsReplacedWhereItIsTicked() {
        open("/desk/replace.html");
        type("#find", "EFC");
        type("#with", "European coalition");
        click("main form button");
        browser.evaluate(
                "[...document.querySelectorAll('.places input')].slice(1).forEach(box => box.checked = false)");
        click("form[method=post] button.main");

        assertThat(text("section.done h2")).isEqualTo("“EFC” was replaced by “European coalition” (places: 1)");
        assertThat(browser.evaluate("return document.querySelectorAll('section.done > ul li').length"))
                .isEqualTo(1L);
        click("section.done form button");
        assertThat(text("section.done")).contains("It was taken back.");
    }

    @Test
    void twentyEventsGetAWorkPackageInTenClicksAndAreTakenBackInOne() {
        open("/desk.html");
        clicks = 2; // to sign in, and to the desk
        click("nav.pages a[href$='/desk/change.html']");
        assertGoodToRead("choosing");
        browser.width(1280);
        click("#events p a");
        browser.evaluate(
                "[...document.querySelectorAll('#events input:checked')].slice(20).forEach(box => box.checked = false)");
        clicks++; // into the list of what to do
        browser.evaluate(
                "document.querySelector('#change').value = document.querySelector('#change option[value^=add]').value");
        clicks++;
        click("form[method=post] button.main");
        assertGoodToRead("looking over");
        browser.width(1280);
        int changing = Integer.parseInt(text("#changing .count"));
        click("form[method=post] button.main");

        assertThat(text("section.done h2")).endsWith("was added (events: " + changing + ")");
        assertThat(changing).isBetween(1, 20);
        assertThat(clicks).isLessThanOrEqualTo(10);
        assertGoodToRead("changed");
        browser.width(1280);
        click("section.done form button");
        assertThat(text("section.done")).contains("It was taken back.");
        for (String language : List.of("", "/fr")) {
            open(language + "/desk/change.html?q=nothing-of-the-kind");
            assertGoodToRead("nothing found" + language);
            open(language + "/desk/change.html");
            browser.width(1280);
            browser.evaluate("document.querySelector('#change').required = false");
            click("form[method=post] button.main");
            assertGoodToRead("problems" + language);
        }
    }

    @Test
    void severalEventsArePublishedWithWhatTheyNeedInSixClicks() {
        for (String language : List.of("", "/fr")) {
            clicks = 0;
            open(language + "/desk.html");
            click("nav.pages a[href$='/desk/publish.html']");
            assertGoodToRead("choosing" + language);
            browser.width(1280);
            browser.evaluate("[...document.querySelectorAll('#events input')].slice(0, 3).forEach(box => box.click())");
            clicks += 3;
            click("form[method=post] button.main");
            assertGoodToRead("what they need" + language);
            browser.width(1280);
            // Everything that the samples are made of is published already.
            browser.evaluate("document.querySelectorAll('input[name^=item]').forEach(box => box.checked = true)");
            click("form[method=post] button.main");

            assertThat(clicks).isLessThanOrEqualTo(6);
            assertThat(Integer.parseInt(text("#published .count"))).isGreaterThan(3);
            assertGoodToRead("published" + language);
            open(language + "/desk/publish.html?q=nothing-of-the-kind");
            assertGoodToRead("nothing found" + language);
            open(language + "/desk/publish.html");
            browser.width(1280);
            click("form[method=post] button.main");
            assertGoodToRead("problems" + language);
        }
    }
}
