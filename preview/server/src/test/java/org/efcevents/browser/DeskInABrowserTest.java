package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Archive desk, as an officer comes to it. */
class DeskInABrowserTest extends DeskInABrowser {
    private Officer officer;

    @BeforeEach
    void openTheList() {
        officer = new Officer(browser, server);
        officer.open("");
    }

    @Test
    void whatIsMissingIsTwoStepsFromTheFormThatMendsIt() {
        officer.press("Archive desk");
        assertThat(officer.heading()).isEqualTo("Archive desk");
        browser.until("document.querySelector('iframe').contentDocument?.querySelector('#report-missing')");
        browser.evaluate("document.querySelector('iframe').contentDocument"
                + ".querySelector('[aria-labelledby=report-missing] tbody a').click()");

        browser.until("location.pathname.endsWith('/app/efc-events/detail')");
        browser.until("document.querySelector('form.edit')");
        assertThat(officer.heading()).isEqualTo("Edit: EFC WP5 Meeting");
    }

    @Test
    void whichEventsOfAYearHaveNoReportTakesThreeClicks() {
        int clicks = 0;
        officer.press("Archive desk");
        clicks++;
        for (String link : List.of("nav.years a[href*=\"year=2014\"]", "#report-missing-all")) {
            browser.until("document.querySelector('iframe').contentDocument?.querySelector('#report-missing')");
            if (!Boolean.TRUE.equals(browser.evaluate(
                    "const link = document.querySelector('iframe').contentDocument.querySelector(arguments[0]);"
                            + "link?.setAttribute('data-gone', ''); link?.click(); return link != null",
                    link))) {
                continue;
            }
            clicks++;
            browser.until("!document.querySelector('iframe').contentDocument?.querySelector('[data-gone]')");
        }
        browser.until("document.querySelector('iframe').contentDocument?.querySelector('#report-missing')");

        List<?> ended = (List<?>) browser.evaluate("return [...document.querySelector('iframe').contentDocument"
                + ".querySelectorAll('[aria-labelledby=report-missing] tbody time')].map(t => t.dateTime)");
        String count = browser.evaluate("return document.querySelector('iframe').contentDocument"
                        + ".querySelector('#report-missing .count').textContent")
                .toString();
        assertThat(ended).hasSize(Integer.parseInt(count)).allSatisfy(day -> assertThat(day.toString())
                .startsWith("2014"));
        assertThat(clicks).isLessThanOrEqualTo(3);
    }

    @Test
    void aReportIsThereAsAFileWithoutAScript() {
        desk.open("/desk/reports.html?rows=kind");

        assertThat(browser.evaluate("return document.querySelectorAll('figure svg rect').length"))
                .isEqualTo(browser.evaluate("return document.querySelectorAll('table tbody tr').length"));
        // The page's policy lets no script read it; to download it is the reader's to do.
        assertThat(browser.evaluate(
                        "return document.querySelector('a[download]').href.match(/^data:([^;]+);base64,UEsDB/)[1]"))
                .isEqualTo("application/vnd.oasis.opendocument.spreadsheet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "author/desk.html",
                "author/fr/desk.html",
                "author/desk.html?check=date-missing",
                "author/desk.html?year=2014",
                "author/desk/reports.html?rows=quarter&off=yes",
                "author/fr/desk/reports.html?rows=work-package&from=x"
            })
    void axeFindsNothingAndNothingSticksOut(String page) {
        for (int width : List.of(320, 1280)) {
            browser.width(width);
            browser.open(server.address().resolve(page).toString());
            assertThat((List<?>) browser.evaluate("return [...document.querySelectorAll('section')].map(s => s.id)"))
                    .isNotEmpty();
            assertThat(browser.violations()).as(width + " pixels").isEmpty();
            assertThat(browser.evaluate("return document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
        }
    }

    /** Presses what leads to another page. */
    private void go(String selector) {
        desk.click(selector);
        desk.assertGoodToRead("after " + selector);
    }

    private void choose(String selector, String value) {
        browser.evaluate("document.querySelector(arguments[0]).value = arguments[1]", selector, value);
    }

    @Test
    void twelveMonthlyCallsAreMadeFromOneAndTakenBack() {
        desk.clicked(1); // to sign in
        officer.press("Archive desk");
        desk.clicked(1);
        browser.until(
                "document.querySelector('iframe').contentDocument?.querySelector('nav.pages a[href$=\"copy.html\"]')");
        browser.evaluate("document.querySelector('iframe').contentDocument"
                + ".querySelector('nav.pages a[href$=\"copy.html\"]').click()");
        desk.clicked(1);
        browser.until("document.querySelector('iframe').contentDocument?.querySelector('#q')");
        // On as in the frame, which is the same page.
        browser.open(browser.evaluate("return document.querySelector('iframe').contentDocument.URL")
                .toString());
        desk.assertGoodToRead("copying");

        desk.clicked(1); // into the field
        choose("#q", "WP3 Conference Call");
        go("form[role=search] button");
        go("tbody th a");
        browser.evaluate("document.querySelector('[value=repeated]').click()");
        desk.clicked(3); // with the list of weekdays
        choose("#weekday", "wednesday");
        desk.clicked(2); // into the two fields
        choose("#from", "2027-01-01");
        choose("#until", "2027-12-31");
        go("button.main");
        assertThat(browser.evaluate("return [...document.querySelectorAll('tbody [type=date]')]"
                                + ".map(day => day.value).join(' ')")
                        .toString()
                        .split(" "))
                .hasSize(12)
                .startsWith("2027-01-06", "2027-02-03")
                .endsWith("2027-12-01");
        go("button.main");

        assertThat(desk.clicks()).isLessThanOrEqualTo(20);
        assertThat(officer.text(".done")).isEqualTo("12 events have been made.");
        String made = browser.evaluate("return location.href").toString();
        browser.evaluate("document.querySelector('tbody a').click()");
        browser.until("location.pathname.endsWith('/app/efc-events/detail')");
        browser.until("document.querySelector('form.edit')");
        assertThat(officer.heading()).isEqualTo("Edit: WP3 Conference Call");

        browser.open(made);
        go("main form button");
        assertThat(officer.text(".done")).isEqualTo("Taken back: 12. None of these events is there any more.");
    }

    @Test
    void aFormThatWasOpenForLongIsSentWithTheTokenOfNow() {
        desk.open("/desk/copy.html?q=WP4");
        go("tbody th a");
        go("button.main");
        browser.evaluate("document.querySelector('[name=csrf]').value = 'of an hour ago'");
        go("button.main");

        assertThat(officer.text(".done")).isEqualTo("One event has been made.");
        go("main form button");
    }
}
