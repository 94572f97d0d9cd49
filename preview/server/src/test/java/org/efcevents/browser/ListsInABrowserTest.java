package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** An officer at the lists of the apps, and what is done from there. */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
class ListsInABrowserTest {
    private static Chromium browser;
    private static Officer officer;
    private static PreviewServer server;

    @BeforeAll
    static void start(Chromium chromium, PreviewServer preview) {
        browser = chromium;
        server = preview;
        browser.forgetCookies();
        browser.signIn(server);
        officer = new Officer(browser, server);
    }

    @BeforeEach
    void wide() {
        browser.width(1280);
    }

    @ParameterizedTest
    @ValueSource(strings = {"efc-events", "efc-events?view=tree", "efc-speakers", "efc-work-packages"})
    void no_column_is_cut_and_the_first_entry_is_in_the_upper_third(String list) {
        officer.open("/app/" + list);

        assertThat(browser.evaluate("const frame = document.querySelector('.scroll');"
                        + "return frame.scrollWidth - frame.clientWidth"))
                .as("what is to be scrolled to")
                .isEqualTo(0L);
        assertThat(((Number) browser.evaluate(
                                "return document.querySelector('tbody tr').getBoundingClientRect().bottom"))
                        .intValue())
                .as("of a screen 900 high")
                .isLessThanOrEqualTo(300);
    }

    @Test
    void the_first_column_of_the_list_is_the_title_and_the_newest_is_on_top() {
        officer.open("/app/efc-events");

        assertThat(browser.evaluate("return document.querySelectorAll('thead th')[1].innerText")
                        .toString())
                .isEqualTo("Title");
        assertThat((List<?>) browser.evaluate(
                        "return [...document.querySelectorAll('[data-label=Date]')]" + ".map(cell => cell.innerText)"))
                .hasSizeGreaterThan(10)
                .isSortedAccordingTo((a, b) -> b.toString().compareTo(a.toString()));
    }

    @Test
    void on_a_phone_each_entry_is_a_card_with_everything_that_is_said_of_it() {
        officer.open("/app/efc-events");
        browser.width(390);

        assertThat(browser.evaluate("return document.documentElement.scrollWidth"))
                .isEqualTo(390L);
        assertThat((List<?>) browser.evaluate("return [...document.querySelectorAll('tbody [data-label]')]"
                        + ".filter(cell => { const box = cell.getBoundingClientRect();"
                        + "return box.width === 0 || box.left < 0 || box.right > 390; })"
                        + ".map(cell => cell.innerText)"))
                .as("what is not to be seen")
                .isEmpty();
        assertThat(browser.violations()).isEmpty();
    }

    @Test
    void one_button_publishes_what_is_ticked() {
        officer.open("/app/efc-events?path=/events/hidden");
        assertThat(browser.evaluate("return document.querySelectorAll('main button[value=activate]').length"))
                .isEqualTo(1L);
        browser.evaluate(
                "document.querySelectorAll('tbody [name=item]').forEach((box, i) => box.checked = i > 2 && i < 13)");
        officer.press("Publish");

        assertThat(officer.notice()).startsWith("10 entries were published: ").contains(" and 5 more");
        officer.press("Show");
        assertThat(officer.text(".browser-facts")).contains("Published");
    }

    @Test
    void control_s_saves_and_going_back_makes_no_second_entry() {
        officer.open("/app/efc-work-packages");
        officer.press("Add work package");
        officer.type("Code", "WP77");
        browser.evaluate("window.left = true");
        ((WebElement) browser.evaluate("return document.activeElement")).sendKeys(Keys.chord(Keys.CONTROL, "s"));
        browser.until("!window.left && document.readyState == 'complete'");
        assertThat(officer.notice()).contains("WP77");

        browser.evaluate("history.back()");
        browser.until("location.search.includes('new=') && document.querySelector('form.ready') !== null");
        officer.type("Code", "WP77");
        officer.press("Save");
        officer.open("/app/efc-work-packages?f.code=WP77");
        assertThat(browser.evaluate("return document.querySelectorAll('tbody tr').length"))
                .isEqualTo(1L);
    }
}
