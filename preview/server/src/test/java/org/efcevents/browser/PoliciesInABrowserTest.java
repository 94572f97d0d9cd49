package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No page goes against the policy that it tells browsers; every other test in a browser looks for that too, at its end. */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
class PoliciesInABrowserTest {
    private static final List<String> PUBLIC = List.of(
            "events.html",
            "events.html?q=police&year=2014",
            "events/ict-coalition-forum.html",
            "speakers.html",
            "speakers/troels-oerting.html",
            "work-packages.html",
            "work-packages/wp5.html",
            "efc.html",
            "fr/efc.html",
            "events/no-such-event.html",
            "no-such-page.html",
            "events.html?signIn=",
            "events.json",
            "events/ict-coalition-forum.json",
            "sitemap.xml");

    private static final List<String> AUTHOR = List.of(
            "author/desk.html",
            "author/desk/reports.html",
            "author/desk/reports.html?from=2009&to=2016",
            "author/desk/import.html",
            "author/desk/publish.html",
            "author/events.html",
            "author/events.html?mgnlPreview=false",
            "author/.magnolia/admincentral",
            "author/.magnolia/admincentral/app/efc-desk",
            "author/.magnolia/admincentral/app/efc-events/detail?path=/events/ict-coalition-forum",
            "author/.magnolia/admincentral/page?path=/efc",
            "author/.magnolia/admincentral/app/assets",
            "author/.magnolia/admincentral/no-such-app");

    private static PreviewServer server;
    private static Chromium browser;

    @BeforeAll
    static void start(Chromium chromium, PreviewServer preview) {
        browser = chromium;
        server = preview;
        browser.signInAnew(server);
    }

    private static void open(String page) {
        browser.open(server.address().resolve(page).toString());
        browser.until("document.readyState == 'complete'");
        browser.refused();
    }

    @Test
    void every_page_keeps_to_its_policy() {
        for (List<String> pages : List.of(PUBLIC, AUTHOR)) {
            for (String page : pages) {
                browser.open(server.address().resolve(page).toString());
                browser.until("document.readyState == 'complete' && [...document.querySelectorAll('iframe')]"
                        + ".every(frame => frame.contentDocument?.readyState == 'complete')");
                assertThat(browser.refused()).as(page).isEmpty();
            }
        }
    }

    @Test
    void a_report_is_downloaded_out_of_its_page() {
        open("author/desk/reports.html");
        browser.evaluate("document.querySelector('a[href^=\"data:\"]').click()");
        assertThat(browser.refused()).isEmpty();
    }

    /** What slips through all escaping would be such a script. */
    @Test
    void a_script_in_a_page_does_not_run() {
        for (String page :
                List.of("events.html", "no-such-page.html", "author/desk.html", "author/.magnolia/admincentral")) {
            open(page);
            browser.evaluate(
                    "const script = document.createElement('script'); script.textContent = 'window.ran = true';"
                            + "document.body.append(script); document.body.insertAdjacentHTML('beforeend',"
                            + " '<img src=x onerror=\"window.ran = true\"><p style=\"color: red\">')");
            browser.until("document.readyState == 'complete'");
            assertThat(browser.evaluate("return window.ran")).as(page).isNull();
            assertThat(browser.refused()).as(page).isNotEmpty();
        }
    }
}
