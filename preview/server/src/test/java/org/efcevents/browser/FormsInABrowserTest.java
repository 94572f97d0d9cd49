package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Forms of entries as people fill them, narrow and wide, light and dark, also without JavaScript. */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
class FormsInABrowserTest {
    private static final String EVENT = "/app/efc-events/detail?path=/events/the-first-efc-awareness-raising-event";

    private static final String ADD_LINK = "button[value='add:links']";

    private static PreviewServer server;
    private static Chromium browser;

    @BeforeAll
    static void start(Chromium chromium, PreviewServer preview) {
        browser = chromium;
        server = preview;
        browser.signIn(server);
    }

    @BeforeEach
    void wide() {
        browser.javaScript(true);
        browser.width(1280);
    }

    private static void open(String screen) {
        browser.open(server.address()
                .resolve("author/.magnolia/admincentral" + screen)
                .toString());
    }

    private static void addLink() {
        // From under the bar with the buttons that save.
        browser.evaluate("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", ADD_LINK);
        browser.click(ADD_LINK);
    }

    private static Object shown(String selector) {
        return browser.evaluate(
                "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility()).length",
                selector);
    }

    private static void isFine(Runnable open) {
        for (int width : List.of(320, 1280)) {
            browser.width(width);
            open.run();
            String where = browser.evaluate("return location.href") + ", " + width;
            assertThat(browser.evaluate("return document.documentElement.scrollWidth"))
                    .as(where)
                    .isEqualTo((long) width);
            assertThat(browser.violations()).as(where).isEmpty();
        }
    }

    @Test
    void a_form_can_be_read_by_everybody() {
        isFine(() -> open(EVENT));
    }

    @Test
    void what_is_wrong_can_be_read_by_everybody() {
        isFine(() -> {
            browser.javaScript(false);
            open("/app/efc-events/detail?parent=/events");
            addLink();
            browser.click("button[value=save]");
            browser.javaScript(true);
            assertThat(shown("#errors")).isEqualTo(1L);
        });
    }

    @Test
    void only_the_fields_of_the_chosen_precision_show() {
        browser.javaScript(false);
        open(EVENT);
        browser.javaScript(true);
        assertThat(shown(".switch > .form")).isEqualTo(1L);
        browser.evaluate("document.querySelector('.switch input[value=month]').click()");
        assertThat(shown(".switch [name='date/form-month/partialDate']")).isEqualTo(1L);
        assertThat(shown(".switch [name='date/form-day/start']")).isEqualTo(0L);
    }

    @Test
    void enter_in_a_line_saves_and_removes_no_entry() {
        browser.javaScript(false);
        open("/app/efc-events/detail?parent=/events");
        addLink();
        // What HTML calls the default button: the first that sends.
        assertThat(browser.evaluate("return document.querySelector('form.edit button').getAttribute('name')"))
                .isNull();
        assertThat(browser.evaluate("return document.querySelector('form.edit button').type"))
                .isEqualTo("submit");
    }
}
