package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The visitors' site for somebody who has only keys: every step is pressed, and every stop of the focus is looked at. */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
class KeysInABrowserTest {

    /** More than any page has stops. */
    private static final int MOST_STOPS = 400;

    private static PreviewServer server;
    private static Chromium browser;

    @BeforeAll
    static void start(Chromium chromium, PreviewServer preview) {
        browser = chromium;
        server = preview;
    }

    @BeforeEach
    void withoutMotion() {
        browser.colours("light");
    }

    @AfterEach
    void asUsual() {
        browser.javaScript(true);
    }

    private static void open(String page) {
        browser.open(server.address().resolve(page).toString());
    }

    private static boolean holds(String expression, Object... arguments) {
        return Boolean.TRUE.equals(browser.evaluate("return Boolean(" + expression + ")", arguments));
    }

    /**
     * Goes on to the next stop, which must be further down in the document, come into sight, be covered by nothing (WCAG 2.2, 2.4.11), and
     * look otherwise than it does without the focus (2.4.7).
     *
     * @return false where the page has no more
     */
    private static boolean next() {
        browser.evaluate("window.before = document.activeElement");
        browser.press(Keys.TAB);
        // From the last stop it goes on to the browser's own, and where that has none, to the first again.
        if (holds("document.activeElement === document.body || document.activeElement === null"
                + " || window.before !== document.body && document.activeElement.matches('.skip')")) {
            return false;
        }
        String stop =
                browser.evaluate("return document.activeElement.outerHTML").toString();
        assertThat(holds(
                        "window.before === document.body || window.before.compareDocumentPosition(document.activeElement)"
                                + " & Node.DOCUMENT_POSITION_FOLLOWING"))
                .as("comes after the one before: " + stop)
                .isTrue();
        // The browser scrolls to it in its own time.
        browser.until("(e => { const box = [...e.getClientRects()].sort((a, b) => b.width - a.width)[0];"
                + " if (!box || box.width < 2 || box.height < 2) return false;"
                + " const top = document.elementFromPoint(box.x + Math.min(box.width / 2, 12), box.y + box.height / 2);"
                + " return top && (e.contains(top) || top.contains(e)); })(document.activeElement)");
        assertThat(holds("(e => { const look = () => { const s = getComputedStyle(e);"
                        + " return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.textDecoration,"
                        + " s.backgroundColor].join() };"
                        + " const focused = look(); e.blur(); const usual = look(); e.focus({preventScroll: true,"
                        + " focusVisible: true}); return focused !== usual; })(document.activeElement)"))
                .as("shows that it has the focus: " + stop)
                .isTrue();
        return true;
    }

    private static void tabTo(String selector) {
        for (int i = 0; i < MOST_STOPS; i++) {
            assertThat(next()).as("there is a way to " + selector).isTrue();
            if (holds("document.activeElement.matches(arguments[0])", selector)) {
                return;
            }
        }
        throw new AssertionError(selector + " was not reached");
    }

    private static void enter() {
        browser.evaluate("window.left = true");
        browser.press(Keys.ENTER);
        browser.until("!window.left && document.readyState == 'complete'");
    }

    private static String text(String selector) {
        return browser.evaluate("return document.querySelector(arguments[0])?.innerText ?? ''", selector)
                .toString();
    }

    @ParameterizedTest
    @CsvSource({"320, true", "1280, true", "320, false", "1280, false"})
    void aVisitorFindsAndReadsAnEventByKeysAlone(int width, boolean scripts) {
        browser.width(width);
        browser.javaScript(scripts);
        open("/events.html");

        tabTo(".skip");
        tabTo(".search details:nth-of-type(3) summary");
        browser.press(Keys.ENTER);
        tabTo("[name=kind][value=awareness-raising]");
        browser.press(Keys.SPACE);
        assertThat(holds("document.activeElement.checked")).isTrue();
        tabTo(".search button");
        enter();
        assertThat(text("[role=status]")).startsWith("2 ");

        tabTo(".used li a");
        tabTo(".events h3 a[href*=the-second-efc]");
        String title = browser.evaluate("return document.activeElement.querySelector('.title').innerText")
                .toString();
        enter();
        assertThat(text("h1")).contains(title);

        tabTo("main details summary");
        browser.press(Keys.ENTER);
        assertThat(holds("document.activeElement.parentElement.open")).isTrue();
        browser.press(Keys.SPACE);
        assertThat(holds("document.activeElement.parentElement.open")).isFalse();
        tabTo(".back a");
        enter();
        assertThat(text("h1")).isNotEmpty().doesNotContain(title);

        tabTo(".languages a");
        enter();
        assertThat(browser.evaluate("return document.documentElement.lang")).isEqualTo("fr");
        assertThat(browser.evaluate("return location.pathname").toString()).isEqualTo("/fr/events.html");
    }

    @Test
    void theFirstStopLeadsPastTheNavigation() {
        browser.width(1280);
        open("/events.html");
        assertThat(next()).isTrue();
        assertThat(holds("document.activeElement.matches('.skip')")).isTrue();
        browser.press(Keys.ENTER);
        assertThat(next()).isTrue();
        assertThat(holds("document.querySelector('main').contains(document.activeElement)"))
                .isTrue();
    }

    @Test
    void aFilterIsTakenAwayByKeys() {
        browser.width(320);
        open("/events.html?year=2014&kind=work-package-meeting");
        String found = text("[role=status]");
        tabTo(".used li a");
        enter();
        assertThat(text("[role=status]")).isNotEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events.html",
                "/events/the-second-efc-awareness-raising-event.html",
                "/speakers.html",
                "/speakers/troels-oerting.html",
                "/work-packages.html",
                "/work-packages/wp1.html",
                "/efc.html"
            })
    void whateverCanBeFollowedOrPressedIsReachedByTab(String page) {
        for (int width : List.of(320, 1280)) {
            browser.width(width);
            open(page);
            List<Object> reached = new ArrayList<>();
            while (next()) {
                reached.add(browser.evaluate("return document.activeElement.outerHTML"));
                assertThat(reached).hasSizeLessThan(MOST_STOPS);
            }
            assertThat(reached)
                    .isEqualTo(
                            browser.evaluate(
                                    "return [...document.querySelectorAll('a[href], button, select, summary,"
                                            + " input:not([type=hidden]), textarea')].filter(e => e.checkVisibility()).map(e => e.outerHTML)"));
        }
    }
}
