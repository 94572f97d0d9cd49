package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.efcpreview.web.Options;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The module alone: what its pages look like before a site has given them a look. */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
class PlainPagesInABrowserTest {

    @TempDir
    static Path scratch;

    private static PreviewServer server;
    private static Chromium browser;

    @BeforeAll
    static void start(Chromium chromium) throws Exception {
        browser = chromium;
        Path noSite = Files.createDirectory(scratch.resolve("no-site"));
        server = PreviewServer.start(new Options(0, scratch.resolve("home"), true, Path.of("target/classes"), noSite));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void asUsual() {
        browser.media("screen", Map.of("prefers-reduced-motion", "reduce"));
    }

    private static void open(String page) {
        browser.open(server.address().resolve(page).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/events.html",
                "/fr/events.html",
                "/events.html?q=meeting&year=2014",
                "/events/the-second-efc-awareness-raising-event.html",
                "/speakers.html",
                "/speakers/troels-oerting.html",
                "/work-packages.html",
                "/work-packages/wp5.html",
                "/efc.html",
                "/events/no-such-event.html"
            })
    void axeFindsNothingAndNothingSticksOut(String page) {
        for (int width : List.of(320, 1280)) {
            browser.width(width);
            open(page);
            browser.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
            assertThat(browser.violations()).as(width + " pixels").isEmpty();
            assertThat((List<?>) browser.evaluate("return [...document.querySelectorAll('body *')]"
                            + ".filter(e => !e.closest('.hidden, .skip') && e.getClientRects().length"
                            + " && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1))"
                            + ".map(e => e.outerHTML.slice(0, 200))"))
                    .as(width + " pixels")
                    .isEmpty();
        }
    }

    @Test
    void theChosenYearIsSeen() {
        browser.width(1280);
        open("/events.html?year=2014");
        assertThat(browser.evaluate("const weight = e => getComputedStyle(e).fontWeight;"
                        + "return [...document.querySelectorAll('.years a')].filter(a => weight(a) === '700')"
                        + ".map(a => a.innerText.slice(0, 4))"))
                .isEqualTo(List.of("2014"));
    }

    @Test
    void paperHasWhatIsToBeReadAndNothingToClick() {
        browser.width(760);
        browser.media("print", Map.of());
        open("/events/the-second-efc-awareness-raising-event.html");
        assertThat(browser.evaluate("return [...document.querySelectorAll('nav, form, .skip, .subscribe, .calendar')]"
                        + ".filter(e => e.checkVisibility()).length"))
                .isEqualTo(0L);
        assertThat(browser.evaluate("return document.querySelector('details .prose').checkVisibility("
                        + "{contentVisibilityAuto: true})"))
                .isEqualTo(true);
    }
}
