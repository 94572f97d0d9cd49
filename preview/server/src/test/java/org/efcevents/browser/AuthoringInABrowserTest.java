package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The authoring UI as people use it: signing in, and the screens after that. */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
class AuthoringInABrowserTest {
    private static final String UI = "author/.magnolia/admincentral";

    private static PreviewServer server;
    private static Chromium browser;

    @BeforeAll
    static void start(Chromium chromium, PreviewServer preview) {
        browser = chromium;
        server = preview;
    }

    private static String address(String screen) {
        return server.address().resolve(UI + screen).toString();
    }

    private static void signIn() {
        browser.open(address("/sign-in"));
        submit("superuser");
    }

    private static void submit(String password) {
        browser.evaluate(
                "document.querySelector('#name').value = 'superuser';"
                        + "document.querySelector('#password').value = arguments[0];",
                password);
        browser.click("main form button");
    }

    @Test
    void the_launcher_shows_the_apps_in_their_groups() {
        browser.forgetCookies();
        signIn();
        assertThat(browser.evaluate("return document.querySelector('main').innerText")
                        .toString())
                .contains("Event archive", "Events", "Speakers", "Work packages");
        browser.click("header [name=language]");
        assertThat(browser.evaluate("return document.documentElement.lang")).isEqualTo("fr");
        assertThat(browser.evaluate("return document.querySelector('main').innerText")
                        .toString())
                .contains("Archives des événements");
        assertThat(browser.evaluate("return getComputedStyle(document.body).fontFamily")
                        .toString())
                .as("the style sheet is let through")
                .contains("system-ui");
    }

    @Test
    void a_form_whose_session_has_ended_goes_on() {
        browser.forgetCookies();
        signIn();
        browser.evaluate(
                "const form = document.createElement('form'); form.method = 'post';"
                        + "form.action = arguments[0];"
                        + "form.innerHTML = '<textarea name=text></textarea><button>x</button>';"
                        + "form.text.value = 'one\\n\\n  two <b> & \"three\"'; form.id = 'made';"
                        + "document.querySelector('main').append(form)",
                address("/app/none/detail?path=/a"));
        browser.forgetCookies();
        browser.click("#made button");
        submit("superuser");
        assertThat(browser.evaluate("return document.querySelector('main [name=text]').value"))
                .isEqualTo("one\n\n  two <b> & \"three\"");
        browser.click("main form button");
        assertThat(browser.evaluate("return document.querySelector('h1').innerText"))
                .as("it has come to the screen of its address, of which there is none")
                .isEqualTo("Not found");
    }
}
