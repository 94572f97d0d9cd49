package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** What scripts add to the forms of the authoring UI: by keyboard, to be saved by the server, and nothing lost. */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
class FormComfortInABrowserTest {
    private static final String UI = "author/.magnolia/admincentral";

    private static PreviewServer server;
    private static Chromium browser;

    @BeforeAll
    static void start(Chromium chromium, PreviewServer preview) {
        browser = chromium;
        server = preview;
        browser.signIn(server);
    }

    @BeforeEach
    void newEvent() {
        browser.width(1280);
        open("/app/efc-events/detail?parent=/events");
    }

    private static String address(String screen) {
        return server.address().resolve(UI + screen).toString();
    }

    private static void open(String screen) {
        // Whatever a test has typed is lost on purpose.
        browser.evaluate("window.addEventListener('beforeunload', event => event.stopImmediatePropagation(), true)");
        browser.open("about:blank");
        browser.open(address(screen));
        browser.until("document.querySelector('form.ready')");
    }

    private static Object value(String expression, Object... arguments) {
        return browser.evaluate("return " + expression, arguments);
    }

    private static void focus(String id) {
        browser.evaluate("document.getElementById(arguments[0]).focus()", id);
    }

    private static void isFine(String where) {
        for (int width : List.of(320, 1280)) {
            browser.width(width);
            assertThat(value("document.documentElement.scrollWidth")).as(where).isEqualTo((long) width);
            // Where the bar with the buttons that save stands below the fields and covers none of them.
            browser.evaluate("window.scrollTo(0, document.body.scrollHeight)");
            assertThat(browser.violations()).as(where + ", " + width).isEmpty();
        }
    }

    @Test
    void tabs_are_walked_by_arrow_keys_and_kept_in_the_address() {
        assertThat(value("document.querySelectorAll('[role=tabpanel]:not([hidden])').length"))
                .isEqualTo(1L);
        focus("tab.what.tab");
        browser.press(Keys.ARROW_RIGHT);
        assertThat(value("document.activeElement.id")).isEqualTo("tab.where.tab");
        assertThat(value("location.hash")).isEqualTo("#tab.where");
        assertThat(value("document.querySelector('[role=tabpanel]:not([hidden])').id"))
                .isEqualTo("tab.where");
        browser.press(Keys.END);
        assertThat(value("location.hash")).isEqualTo("#tab.source");
        isFine("tabs");
    }

    @Test
    void a_mistake_opens_its_tab_and_links_lead_into_theirs() {
        browser.evaluate("document.getElementById('tab.source.tab').click()");
        focus("f.sourceTitle");
        browser.type("A source");
        browser.click(".buttons.save button");
        browser.until("document.querySelector('form.ready')");
        browser.until("document.activeElement.id == 'errors'");
        assertThat(value("document.querySelector('[role=tab][aria-selected=true]').textContent"))
                .asString()
                .contains("to correct:");
        isFine("mistakes");
        browser.evaluate("document.getElementById('tab.who.tab').click()");
        browser.evaluate("document.querySelector(\".errors a[href='#f.title']\").click()");
        assertThat(value("document.activeElement.id")).isEqualTo("f.title");
        assertThat(value("document.getElementById('f.sourceTitle').value")).isEqualTo("A source");
    }

    @Test
    void formatted_text_is_typed_and_saved_as_html() {
        focus("f.title");
        browser.type("L’été des « tests »");
        assertThat(value("document.getElementById('f.jcrName').placeholder")).isEqualTo("l-ete-des-tests");
        browser.evaluate("document.querySelector('input[name^=date][type=radio][value=day]').click()");
        browser.evaluate("document.getElementById('tab.text.tab').click()");
        focus("f.description");
        assertThat(value("document.activeElement.getAttribute('role')")).isEqualTo("textbox");
        browser.type("plain ");
        browser.evaluate("document.querySelector('#f\\\\.description').previousElementSibling"
                + ".querySelector('.bold').click()");
        browser.type("bold & more");
        isFine("formatted text");
        assertThat(value("document.querySelector('textarea[name=description]').value"))
                .isEqualTo("<p>plain <strong>bold &amp; more</strong></p>");
        assertThat(value("!window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"))
                .as("it warns before this is lost")
                .isEqualTo(true);
        browser.evaluate("document.querySelector('[name=\"date/form-day/start\"]').value = '2014-03-24'");
        browser.click("button[value=go-on]");
        browser.until("document.querySelector('form.ready')");
        assertThat(value("decodeURIComponent(location.search)")).isEqualTo("?path=/events/l-ete-des-tests");
        assertThat(value("location.hash")).as("the tab stays open").isEqualTo("#tab.text");
        assertThat(value("document.querySelector('textarea[name=description]').value"))
                .isEqualTo("<p>plain <strong>bold &amp; more</strong></p>");
    }

    @Test
    void text_that_the_editor_would_change_stays_html() throws Exception {
        Object found =
                browser.await("const done = arguments[0]; import(document.querySelector('script[type=module]').src"
                        + ".replace(/form[.]js.*/, 'rich-text.js')).then(({enhance}) => {"
                        + "const form = document.querySelector('form.edit'); const kept = [];"
                        + "const words = document.querySelector('template.form-words').dataset;"
                        + "for (const html of ["
                        + "'<p>a <b>b</b> <i>c</i></p>\\n<ul>\\n  <li>d</li>\\n <li><p>e</p><ol start=\"3\"><li>f</li></ol></li></ul>',"
                        + "'<p><a href=\"${link:{uuid:{1},repository:{website},path:{/a}}}#x\" hreflang=\"fr\">l</a></p>',"
                        + "'<p lang=\"fr\">x<br />y</p><blockquote>q</blockquote><h3>h</h3><p>H<sub>2</sub>O<sup>2</sup></p>',"
                        + "'bare & simple', '', '<p><em><strong>m</strong></em> <strong><em>m</em></strong></p>',"
                        + "'<table><tr><td>t</td></tr></table>', '<p class=\"x\">c</p>', '<h2>h</h2>', '<p><u>u</u></p>',"
                        + "'<p><a href=\"javascript:x\">j</a></p>', '<!-- c --><p>x</p>', '<ul><ul><li>x</li></ul></ul>']) {"
                        + "form.insertAdjacentHTML('beforeend', '<div><label for=\"odd\">odd</label><textarea id=\"odd\"></textarea></div>');"
                        + "const area = document.getElementById('odd'); area.value = html; enhance(area, words);"
                        + "kept.push((area.hidden ? 'rich ' : 'html ') + (area.value === html));"
                        + "area.parentElement.remove(); } done(kept); }, problem => done([String(problem)]))");
        assertThat(found)
                .isEqualTo(List.of(
                        "rich true",
                        "rich true",
                        "rich true",
                        "rich true",
                        "rich true",
                        "rich true",
                        "html true",
                        "html true",
                        "html true",
                        "html true",
                        "html true",
                        "html true",
                        "html true"));
    }

    private static final String WORD = "<html><body><!--StartFragment--><p class=MsoNormal>Before</p>"
            + "<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:"
            + "Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt'>&nbsp;&nbsp; </span></span></span><![endif]>one</p>"
            + "<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o </span>two</p>"
            + "<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span>·<span>&nbsp;</span></span>three <b>bold</b></p>"
            + "<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>4. </span>four</p>"
            + "<table class=MsoTableGrid><tr><td><p class=MsoNormal>a</p></td><td><p class=MsoNormal>b</p></td></tr>"
            + "<tr><td>c</td><td></td></tr></table><p>After<img src='file:///x.png'></p><!--EndFragment--></body></html>";

    @Test
    void bullets_of_word_become_lists_and_a_table_is_said_to_be_none() {
        browser.evaluate("document.getElementById('tab.text.tab').click()");
        focus("f.description");
        browser.evaluate(
                "const data = new DataTransfer(); data.setData('text/html', arguments[0]);"
                        + "document.activeElement.dispatchEvent(new ClipboardEvent('paste',"
                        + "{clipboardData: data, bubbles: true, cancelable: true}))",
                WORD);
        assertThat(value("document.querySelector('textarea[name=description]').value"))
                .asString()
                .isEqualToIgnoringNewLines(
                        "<p>Before</p><ul><li>one<ul><li>two</li></ul></li><li>three <strong>bold</strong></li></ul>"
                                + "<ol start=\"4\"><li>four</li></ol><ul><li>a b</li><li>c</li></ul><p>After</p>");
        assertThat(value(
                        "[...document.querySelectorAll('.field-rich [role=status]')].map(e => e.textContent).join('')"))
                .isEqualTo("Pages show no tables: the rows of the one that was pasted have become a list."
                        + " Pictures are not pasted: upload them, and choose them under “Media”.");
        isFine("pasted");
        // What comes from Word brings styles along, which are read and not applied.
        assertThat(browser.refused()).isNotEmpty().allMatch(refused -> refused.contains("inline style"));
    }

    @Test
    void entries_are_added_and_removed_without_a_page_load() {
        browser.evaluate("window.same = true; document.getElementById('tab.who.tab').click()");
        String entries = "document.querySelectorAll('#f\\\\.participations > .entry').length";
        for (long count = 1; count <= 2; count++) {
            browser.evaluate("document.querySelector('[name=_do][value=\"add:participations\"]').focus()");
            browser.press(Keys.ENTER);
            browser.until(entries + " == " + count);
            browser.until("document.activeElement.closest('.entry')");
        }
        assertThat(value("window.same")).isEqualTo(true);
        assertThat(value("document.querySelector('main > [role=status]:last-child').textContent"))
                .asString()
                .startsWith("Added: ");
        assertThat(value("document.activeElement.role")).as("speakers are many").isEqualTo("combobox");
        browser.type("oerting");
        browser.press(Keys.ARROW_DOWN);
        isFine("a list of speakers");
        browser.press(Keys.ENTER);
        assertThat(value("document.activeElement.value")).asString().contains("Oerting");
        browser.evaluate("document.querySelector('[name=_do][value^=\"up:\"]').focus()");
        browser.press(Keys.ENTER);
        browser.until("document.querySelector('main > [role=status]:last-child').textContent.startsWith('Moved')");
        assertThat(value("document.querySelector('.entry [role=combobox]').value"))
                .asString()
                .contains("Oerting");
        browser.evaluate("document.querySelector('[name=_do][value^=\"remove:\"]').focus()");
        browser.press(Keys.ENTER);
        browser.until(entries + " == 1");
        assertThat(value("window.same")).isEqualTo(true);
    }

    @Test
    void only_the_form_that_is_chosen_is_shown() {
        String shown = "[...document.querySelectorAll('fieldset.switch > .form')].filter(form => !form.hidden)"
                + ".map(form => form.dataset.form).join()";
        browser.evaluate("document.querySelector('fieldset.switch input[data-form=\"1\"]').click()");
        Object first = value(shown);
        browser.evaluate("document.querySelector('fieldset.switch input[data-form=\"2\"]').click()");
        assertThat(first).isEqualTo("1");
        assertThat(value(shown)).isEqualTo("2");
    }
}
