package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The browsers of apps and what they lead to, narrow and wide, light and dark. */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
class AppBrowsersInABrowserTest {
    private static final String UI = "author/.magnolia/admincentral";
    private static final String EVENT = "/events/ict-coalition-forum";

    private static final List<String> SCREENS = List.of(
            "/app/efc-events?path=/events/hidden",
            "/app/efc-events?view=list&sort=-start&q=conference",
            "/app/efc-speakers?select=all",
            "/app/efc-events/item?path=" + EVENT,
            "/app/efc-events/confirm?action=confirmDeletion&item=" + EVENT,
            "/app/efc-events/move?action=move&item=" + EVENT,
            "/app/efc-events/import?action=import",
            "/app/efc-events/versions?path=" + EVENT,
            "/app/efc-events/versions?path=" + EVENT + "&version=1.0");

    private static PreviewServer server;
    private static Chromium browser;

    @BeforeAll
    static void start(Chromium chromium, PreviewServer preview) {
        browser = chromium;
        server = preview;
        browser.signIn(server);
        // Publishing it makes a version.
        browser.open(address("/app/efc-events/item?path=" + EVENT));
        browser.click("button[value=activate]");
    }

    private static String address(String screen) {
        return server.address().resolve(UI + screen).toString();
    }

    static Stream<Arguments> screens() {
        return SCREENS.stream().flatMap(screen -> Stream.of(320, 1280).map(width -> Arguments.of(screen, width)));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void axeFindsNothingAndNothingScrollsSideways(String screen, int width) {
        for (String scheme : List.of("light", "dark")) {
            browser.colours(scheme);
            browser.width(width);
            browser.open(address(screen));
            assertThat(browser.evaluate("return location.pathname + decodeURIComponent(location.search)"))
                    .as("led nowhere else")
                    .isEqualTo("/" + UI + screen);
            assertThat((String) browser.evaluate("return document.title")).doesNotContain("Sign in", "not");
            browser.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
            assertThat(browser.violations()).as(scheme).isEmpty();
            assertThat(browser.evaluate("return document.documentElement.scrollWidth"))
                    .isEqualTo((long) width);
        }
    }
}
