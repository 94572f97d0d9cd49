package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** Every type of page, as people use it: narrow and wide, in both languages, by keyboard, and without JavaScript. */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
class PagesInABrowserTest {

    private static final List<String> PAGES = List.of(
            "/events.html",
            "/events/the-first-efc-awareness-raising-event.html",
            "/events/1st-meeting-work-package-1-wp1-operations.html",
            "/speakers.html",
            "/speakers/troels-oerting.html",
            "/work-packages.html",
            "/work-packages/wp5.html",
            "/efc.html",
            "/events/no-such-event.html");

    private static final int MEDIUM = 768;

    private static final List<Integer> WIDTHS = List.of(320, MEDIUM, 1280);

    private static PreviewServer server;
    private static Chromium browser;

    @BeforeAll
    static void start(Chromium chromium, PreviewServer preview) {
        browser = chromium;
        server = preview;
    }

    static Stream<String> pages() {
        return PAGES.stream().flatMap(page -> Stream.of(page, "/fr" + page));
    }

    static Stream<Arguments> pagesAtEveryWidth() {
        return pages().flatMap(page -> WIDTHS.stream().map(width -> Arguments.of(page, width)));
    }

    private static void open(String page, int width) {
        browser.width(width);
        browser.open(server.address().resolve(page).toString());
    }

    @ParameterizedTest
    @MethodSource("pagesAtEveryWidth")
    void axeFindsNothingAndNothingScrollsSideways(String page, int width) {
        open(page, width);
        browser.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");

        assertThat(browser.evaluate("return window.innerWidth")).isEqualTo((long) width);
        assertThat(browser.evaluate("return document.documentElement.scrollWidth"))
                .isEqualTo((long) width);
        // What sticks out of a box that hides it, or to the left, makes nothing scroll but cannot be read either.
        assertThat((List<?>) browser.evaluate("return [...document.querySelectorAll('main *, header *, footer *')]"
                        + ".filter(e => !e.closest('.hidden') && e.getClientRects().length"
                        + " && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1))"
                        + ".map(e => e.outerHTML.slice(0, 200))"))
                .isEmpty();
        // The styles change between narrow and wide: what axe finds, it finds at one of these.
        if (width != MEDIUM) {
            assertThat(browser.violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theKeyboardReachesAndOperatesEverything(String page) {
        browser.colours("light");
        open(page, 1280);
        browser.evaluate("window.scrollTo(0, 0);"
                + "[...document.querySelectorAll('a[href], button, input, select, textarea, summary')]"
                + ".filter(e => e.type != 'hidden').forEach((e, i) => e.dataset.stop = i)");
        long stops = (long) browser.evaluate("return document.querySelectorAll('[data-stop]').length");
        Set<String> reached = new LinkedHashSet<>();
        for (int i = 0; i < stops * 2 && reached.size() < stops; i++) {
            browser.press(Keys.TAB);
            Map<?, ?> focus = (Map<?, ?>) browser.evaluate("const e = document.activeElement;"
                    + "const box = e.getBoundingClientRect();"
                    + "return {stop: e.dataset.stop, tag: e.localName,"
                    + " seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,"
                    + " marked: getComputedStyle(e).outlineStyle != 'none'}");
            if (focus.get("stop") == null) {
                continue;
            }
            reached.add(focus.get("stop").toString());
            assertThat(focus.get("seen")).as("stop " + focus + " is in view").isEqualTo(true);
            assertThat(focus.get("marked")).as("stop " + focus + " is marked").isEqualTo(true);
            if ("summary".equals(focus.get("tag"))) {
                browser.press(Keys.ENTER);
                assertThat(browser.evaluate("return document.activeElement.parentElement.open"))
                        .isEqualTo(true);
                browser.press(Keys.SPACE);
                assertThat(browser.evaluate("return document.activeElement.parentElement.open"))
                        .isEqualTo(false);
                // What is in it is to be reached, too.
                browser.press(Keys.ENTER);
            }
        }
        assertThat((long) reached.size()).isEqualTo(stops).isPositive();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everythingIsThereWithoutJavaScript(String page) {
        open(page, 1280);
        List<Object> with = contents();
        browser.javaScript(false);
        try {
            open(page, 1280);
            assertThat(contents()).isEqualTo(with);
        } finally {
            browser.javaScript(true);
        }
        assertThat(with.get(0).toString()).isNotBlank();
    }

    /** What can be read and followed. */
    private static List<Object> contents() {
        List<Object> contents = new ArrayList<>();
        contents.add(browser.evaluate("return document.body.innerText"));
        contents.add(browser.evaluate("return [...document.querySelectorAll('a[href], form, input, select, summary')]"
                + ".filter(e => e.getClientRects().length).map(e => e.outerHTML)"));
        return contents;
    }
}
