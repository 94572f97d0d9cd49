package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An officer merges two people and replaces a word on the Archive desk, and thinks better of it. */
class DeskStepsInABrowserTest extends DeskInABrowser {

    private String offered(int number) {
        return String.valueOf(
                browser.evaluate("return document.querySelectorAll('#offered option')[" + number + "].value"));
    }

    @Test
    void twoPeopleAreMergedInSixClicksAndTakenBackInOne() {
        desk.open("/desk.html");
        desk.click("nav.pages a[href$='/desk/merge.html']");
        desk.type("#keep", offered(0));
        desk.type("#merge", offered(1));
        desk.click("main form button");
        String both = desk.text("main > p");
        desk.click("form[method=post] button.main");

        assertThat(desk.clicks()).isLessThanOrEqualTo(6);
        assertThat(desk.text("section.done h2")).contains("is part of");
        assertThat(desk.text("section.done > ul")).contains("publish its deletion");
        desk.click("section.done form button");
        assertThat(desk.text("section.done")).contains("It was taken back.");

        // It is there again.
        desk.open("/desk/merge.html");
        assertThat(both)
                .contains(offered(0).replaceFirst(" · .*", ""), offered(1).replaceFirst(" · .*", ""));
    }

    @Test
    void everyScreenIsGoodToRead() {
        for (String language : List.of("", "/fr")) {
            desk.open(language + "/desk/merge.html");
            String keep = offered(0);
            String merge = offered(1);
            desk.assertGoodToRead("choice" + language);
            desk.open(language + "/desk/merge.html?keep=x");
            desk.assertGoodToRead("problems" + language);
            desk.open(language + "/desk/merge.html?keep=" + keep.replaceFirst(".* · ", "") + "&merge="
                    + merge.replaceFirst(".* · ", ""));
            desk.assertGoodToRead("comparison" + language);
            desk.click("form[method=post] button.main");
            desk.assertGoodToRead("merged" + language);
            desk.open(language + "/desk/merge.html");
            desk.assertGoodToRead("what can be taken back" + language);
            desk.click(".steps button");
            desk.assertGoodToRead("taken back" + language);
            desk.open(language + "/desk/replace.html");
            desk.assertGoodToRead("replacing" + language);
            desk.open(language + "/desk/replace.html?find=EFC");
            assertThat(desk.text(".places mark")).isEqualTo("EFC");
            desk.assertGoodToRead("found" + language);
        }
    }

    @Test
    void aWordIsReplacedWhereItIsTicked() {
        desk.open("/desk/replace.html");
        desk.type("#find", "EFC");
        desk.type("#with", "European coalition");
        desk.click("main form button");
        browser.evaluate(
                "[...document.querySelectorAll('.places input')].slice(1).forEach(box => box.checked = false)");
        desk.click("form[method=post] button.main");

        assertThat(desk.text("section.done h2")).isEqualTo("“EFC” was replaced by “European coalition” (places: 1)");
        assertThat(browser.evaluate("return document.querySelectorAll('section.done > ul li').length"))
                .isEqualTo(1L);
        desk.click("section.done form button");
        assertThat(desk.text("section.done")).contains("It was taken back.");
    }

    @Test
    void twentyEventsGetAWorkPackageInTenClicksAndAreTakenBackInOne() {
        desk.open("/desk.html");
        desk.clicked(2); // to sign in, and to the desk
        desk.click("nav.pages a[href$='/desk/change.html']");
        desk.assertGoodToRead("choosing");
        desk.click("#events p a");
        browser.evaluate(
                "[...document.querySelectorAll('#events input:checked')].slice(20).forEach(box => box.checked = false)");
        desk.clicked(1); // into the list of what to do
        browser.evaluate(
                "document.querySelector('#change').value = document.querySelector('#change option[value^=add]').value");
        desk.clicked(1);
        desk.click("form[method=post] button.main");
        desk.assertGoodToRead("looking over");
        int changing = Integer.parseInt(desk.text("#changing .count"));
        desk.click("form[method=post] button.main");

        assertThat(desk.text("section.done h2")).endsWith("was added (events: " + changing + ")");
        assertThat(changing).isBetween(1, 20);
        assertThat(desk.clicks()).isLessThanOrEqualTo(10);
        desk.assertGoodToRead("changed");
        desk.click("section.done form button");
        assertThat(desk.text("section.done")).contains("It was taken back.");
        for (String language : List.of("", "/fr")) {
            desk.open(language + "/desk/change.html?q=nothing-of-the-kind");
            desk.assertGoodToRead("nothing found" + language);
            desk.open(language + "/desk/change.html");
            browser.width(1280);
            browser.evaluate("document.querySelector('#change').required = false");
            desk.click("form[method=post] button.main");
            desk.assertGoodToRead("problems" + language);
        }
    }

    @Test
    void severalEventsArePublishedWithWhatTheyNeedInSixClicks() {
        for (String language : List.of("", "/fr")) {
            int before = desk.clicks();
            desk.open(language + "/desk.html");
            desk.click("nav.pages a[href$='/desk/publish.html']");
            desk.assertGoodToRead("choosing" + language);
            browser.evaluate("[...document.querySelectorAll('#events input')].slice(0, 3).forEach(box => box.click())");
            desk.clicked(3);
            desk.click("form[method=post] button.main");
            desk.assertGoodToRead("what they need" + language);
            // Everything that the samples are made of is published already.
            browser.evaluate("document.querySelectorAll('input[name^=item]').forEach(box => box.checked = true)");
            desk.click("form[method=post] button.main");

            assertThat(desk.clicks() - before).isLessThanOrEqualTo(6);
            assertThat(Integer.parseInt(desk.text("#published .count"))).isGreaterThan(3);
            desk.assertGoodToRead("published" + language);
            desk.open(language + "/desk/publish.html?q=nothing-of-the-kind");
            desk.assertGoodToRead("nothing found" + language);
            desk.open(language + "/desk/publish.html");
            browser.width(1280);
            desk.click("form[method=post] button.main");
            desk.assertGoodToRead("problems" + language);
        }
    }
}
