package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** The pages app as people use it: by keyboard, with the module's own components. */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
class PageEditorInABrowserTest {
    private static final String UI = "author/.magnolia/admincentral";
    private static final int MOST_TABS = 120;

    private static PreviewServer server;
    private static Chromium browser;

    @BeforeAll
    static void start(Chromium chromium, PreviewServer preview) {
        browser = chromium;
        server = preview;
        browser.signIn(server);
    }

    private static void open(String screen) {
        browser.open(server.address().resolve(UI + screen).toString());
    }

    private static String text(String selector) {
        return String.valueOf(
                browser.evaluate("return document.querySelector(arguments[0])?.innerText ?? ''", selector));
    }

    /** Goes from control to control until one says what is wanted, as somebody does who hears them. */
    private static void tabTo(String label) {
        for (int i = 0; i < MOST_TABS; i++) {
            browser.press(Keys.TAB);
            Object name = browser.evaluate("const it = document.activeElement;"
                    + "return (it.labels?.[0] ?? it).textContent.replace(/\\s+/g, ' ').trim()");
            if (name.toString().startsWith(label)) {
                return;
            }
        }
        throw new AssertionError("No control says " + label + " on " + browser.evaluate("return location.href"));
    }

    /** Presses Enter on a control and waits for the page that it leads to. */
    private static void enter(String heading) {
        browser.press(Keys.ENTER);
        browser.until("document.querySelector('h1')?.innerText === " + quoted(heading)
                + " && document.readyState === 'complete'");
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    private static List<?> components() {
        return (List<?>) browser.evaluate("return [...document.querySelectorAll('.components strong')]"
                + ".map(component => component.innerText)");
    }

    @Test
    void a_component_is_added_edited_moved_and_removed_by_keyboard() {
        browser.width(1280);
        open("/app/pages-app/dialog/pages-app:createPage?path=/");
        tabTo("Title");
        browser.type("About us");
        choose("Events: page");
        tabTo("Go on");
        enter("Properties of the new page “About us”");
        tabTo("Save");
        enter("About us");

        tabTo("Add component");
        enter("Add a component to “Content”");
        choose("Upcoming events");
        tabTo("Go on");
        enter("New component: Upcoming events");
        tabTo("Save");
        enter("About us");
        tabTo("Add component");
        enter("Add a component to “Content”");
        choose("Latest events");
        tabTo("Go on");
        enter("New component: Latest events");
        tabTo("Heading");
        browser.type("Just over");
        tabTo("Save");
        enter("About us");
        assertThat(components()).isEqualTo(List.of("Upcoming events", "Latest events"));
        assertThat(text(".components li:nth-child(2) .quiet-text")).isEqualTo("Just over");

        tabTo("Move up: Latest events");
        pressAndWait("“Latest events” is now 1 of 2.");
        assertThat(components()).isEqualTo(List.of("Latest events", "Upcoming events"));

        tabTo("Edit: Latest events");
        enter("Edit component: Latest events");
        tabTo("Save");
        enter("About us");

        tabTo("Remove: Upcoming events");
        enter("Remove “Upcoming events”?");
        tabTo("Remove");
        enter("About us");
        assertThat(components()).isEqualTo(List.of("Latest events"));
        assertThat(text(".notice")).isEqualTo("“Upcoming events” has been removed.");
    }

    /** Goes into a group of radio buttons and down to one of them. */
    private static void choose(String label) {
        for (int i = 0; i < MOST_TABS && !isRadio(); i++) {
            browser.press(Keys.TAB);
        }
        for (int i = 0; i < MOST_TABS; i++) {
            Object name = browser.evaluate("return document.activeElement.labels?.[0].innerText");
            if (name.equals(label)) {
                browser.press(Keys.SPACE);
                return;
            }
            browser.press(Keys.ARROW_DOWN);
        }
        throw new AssertionError("There is no choice " + label);
    }

    private static boolean isRadio() {
        return "radio".equals(browser.evaluate("return document.activeElement.type"));
    }

    private static void pressAndWait(String notice) {
        browser.press(Keys.ENTER);
        browser.until("document.querySelector('.notice')?.innerText === " + quoted(notice)
                + " && document.readyState === 'complete'");
    }

    @Test
    void the_part_that_has_the_focus_is_shown_in_the_page() {
        browser.width(1280);
        open("/page?path=/efc");
        assertThat(browser.await("const done = arguments[0]; const frame = document.querySelector('#page');"
                        + "const look = tries => frame.contentDocument?.readyState === 'complete'"
                        + " && frame.contentDocument.querySelector('h1') ? done('there')"
                        + " : tries ? setTimeout(look, 50, tries - 1) : done('not there'); look(100)"))
                .isEqualTo("there");
        browser.evaluate("document.querySelector('.components > li a').focus()");
        assertThat(browser.evaluate("return document.querySelector('#page').contentDocument"
                        + ".querySelectorAll('html > div[aria-hidden]').length"))
                .isEqualTo(1L);
    }
}
