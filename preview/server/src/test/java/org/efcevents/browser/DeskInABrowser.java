package org.efcevents.browser;

import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** What tests of the Archive desk begin with: a browser in which an officer has just signed in. */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
abstract class DeskInABrowser {
    static Chromium browser;
    static PreviewServer server;

    DeskPages desk;

    @BeforeAll
    static void start(Chromium chromium, PreviewServer preview) {
        browser = chromium;
        server = preview;
    }

    @BeforeEach
    void signIn() {
        browser.signInAnew(server);
        desk = new DeskPages(browser, server);
    }
}
