package org.efcevents.browser;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcpreview.web.PreviewServer;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * A communications officer at the authoring UI: finds tabs, fields and buttons by the words on them, in what can be seen, and
 * uses mouse and keyboard. What is not there, or not there once it is looked for, ends the test with what was looked for.
 */
final class Officer {
    /** What finds things by their words; {@code root} is what they are looked for in. */
    private static final String WORDS = "const words = e => { const copy = e.cloneNode(true);"
            + "copy.querySelectorAll('.required, .wrong, [aria-hidden], input, select, textarea').forEach(x => x.remove());"
            + "return copy.textContent.replace(/\\s+/g, ' ').trim(); };"
            + "const root = arguments[0] ?? document;"
            + "const seen = selector => [...root.querySelectorAll(selector)].filter(e => e.checkVisibility());"
            // An entry in the browser of an app is known by the last part of its path, too.
            + "const named = (selector, label) => seen(selector).find(e => words(e) === label"
            + " || e.matches('th a.name') && e.closest('tr').querySelector('[name=item]').value.endsWith('/' + label)"
            + " || e.getAttribute('aria-label') === label"
            + " || words(e) === label + ' English' || words(e).startsWith(label + ':')"
            + " || words(e).startsWith(label + ','));";

    private final Chromium browser;
    private final URI server;
    private final WebElement place;
    private final AtomicInteger clicks;

    Officer(Chromium browser, PreviewServer server) {
        this(browser, server.address(), null, new AtomicInteger());
    }

    private Officer(Chromium browser, URI server, WebElement place, AtomicInteger clicks) {
        this.browser = browser;
        this.server = server;
        this.place = place;
        this.clicks = clicks;
    }

    /**
     * How often a mouse was pressed until now, wherever in the screens: on a link, a button, a tab, a box, a field to type into
     * that has no focus yet, a list to open it and an entry of the list to choose it, a dialog of the system's to close it. A key
     * that does what a click would have done is one as well: Enter on what is offered, Tab to the next field. Letters are none.
     */
    int clicks() {
        return clicks.get();
    }

    private void click(WebElement element) {
        clicks.incrementAndGet();
        element.click();
    }

    /** Puts the cursor into a field, unless it is there. */
    private void enter(WebElement field) {
        if (!Boolean.TRUE.equals(browser.evaluate("return document.activeElement === arguments[0]", field))) {
            click(field);
        }
    }

    /** Types the address of an author's screen. */
    void open(String screen) {
        browser.open(server.resolve("author/.magnolia/admincentral" + screen).toString());
        ready();
    }

    /** What the heading of the screen says. */
    String heading() {
        return text("h1");
    }

    /** What can be read of the first thing that a selector finds; empty if there is none. */
    String text(String selector) {
        return browser.evaluate("return document.querySelector(arguments[0])?.innerText ?? ''", selector)
                .toString();
    }

    /** Goes through a link, or presses a button that leads to another screen. */
    void press(String label) {
        go(find("named('button:not(.default), a[href]', arguments[1])", label));
    }

    private void go(WebElement found) {
        browser.evaluate("window.left = true; arguments[0].scrollIntoView({block: 'center'})", found);
        click(found);
        browser.until("!window.left && document.readyState == 'complete'");
        ready();
    }

    /** Goes on within a group of fields. */
    Officer in(String legend) {
        return in(find("named('legend', arguments[1])?.closest('fieldset')", legend));
    }

    private Officer in(WebElement part) {
        return new Officer(browser, server, part, clicks);
    }

    /** What the line of an entry says, in the browser of an app. */
    String state(String title) {
        return find("named('th a.name', arguments[1])?.closest('tr')", title).getText();
    }

    /** Goes to all that can be done with an entry, from the browser of an app. */
    void more(String title) {
        go(find("named('th a.name', arguments[1])?.closest('tr').querySelector('.more a')", title));
    }

    /** Opens a tab of a form. */
    void tab(String label) {
        click(find("named('[role=tab]', arguments[1])", label));
    }

    /** Presses a button of the form that adds an entry, and goes into the new entry. */
    Officer add(String label) {
        WebElement button = find("named('fieldset.repeat > .buttons button', arguments[1])", label);
        String entries = "arguments[0].closest('fieldset.repeat').querySelectorAll(':scope > .entry')";
        // Scripts put another button in its place: what is kept is the name of what it adds to.
        Object repeat = browser.evaluate("return arguments[0].closest('fieldset.repeat').id", button);
        long before = (long) browser.evaluate("return " + entries + ".length", button);
        browser.evaluate("arguments[0].scrollIntoView({block: 'center'})", button);
        click(button);
        String now = "document.getElementById('" + repeat + "')?.querySelectorAll(':scope > .entry')";
        browser.until(now + ".length == " + (before + 1));
        ready();
        return in((WebElement) browser.evaluate("return [..." + now + "].at(-1)"));
    }

    /** Replaces what a field holds. */
    void type(String label, String text) {
        WebElement field = field(label);
        browser.evaluate("arguments[0].scrollIntoView({block: 'center'})", field);
        if ("date".equals(field.getDomAttribute("type"))) {
            // How a date is typed depends on the system's language.
            clicks.incrementAndGet();
            browser.evaluate(
                    "arguments[0].value = arguments[1];"
                            + "arguments[0].dispatchEvent(new Event('input', {bubbles: true}));"
                            + "arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
                    field,
                    text);
            return;
        }
        enter(field);
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        field.sendKeys(text);
    }

    /** Chooses one of several: from a list, among radio buttons, or by a part of its name where there are many. */
    void choose(String label, String choice) {
        Optional<WebElement> radio = look(
                "[...named('fieldset > legend', arguments[1])?.closest('fieldset').querySelectorAll('label') ?? []]"
                        + ".find(e => words(e) === arguments[2] && e.control?.type === 'radio')",
                label,
                choice);
        if (radio.isPresent()) {
            browser.evaluate("arguments[0].scrollIntoView({block: 'center'})", radio.get());
            click(radio.get());
            return;
        }
        WebElement field = field(label);
        browser.evaluate("arguments[0].scrollIntoView({block: 'center'})", field);
        if ("combobox".equals(field.getDomAttribute("role"))) {
            enter(field);
            field.sendKeys(Keys.chord(Keys.CONTROL, "a"));
            field.sendKeys(choice);
            browser.until("document.activeElement.getAttribute('aria-expanded') == 'true'");
            clicks.incrementAndGet();
            field.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
            return;
        }
        // One to open the list.
        clicks.incrementAndGet();
        click((WebElement) Optional.ofNullable(browser.evaluate(
                        "return [...arguments[0].options].find(o => o.text.trim() === arguments[1])", field, choice))
                .orElseThrow(() -> missing(label + ": " + choice)));
    }

    /** Types so much of a name into a field with a list that one is left, which it takes when the officer goes on. */
    void name(String label, String part) {
        WebElement field = field(label);
        browser.evaluate("arguments[0].scrollIntoView({block: 'center'})", field);
        enter(field);
        field.sendKeys(part);
        browser.until("document.activeElement.getAttribute('aria-expanded') == 'true'");
    }

    /** Ticks a box, or unticks it. */
    void tick(String label) {
        WebElement box = find("named('label', arguments[1])", label);
        browser.evaluate("arguments[0].scrollIntoView({block: 'center'})", box);
        click(box);
    }

    /** Chooses files of the machine's, all of a folder that holds no others. */
    void attach(String label, Path... files) {
        // One for the system's dialog, one for the file or to mark all of them, one to close it.
        clicks.addAndGet(3);
        field(label).sendKeys(Stream.of(files).map(Path::toString).collect(Collectors.joining("\n")));
    }

    /** Whether something with these words can be pressed here. */
    boolean offers(String label) {
        return look("named('button:not(.default), a[href]', arguments[1])", label)
                .isPresent();
    }

    /** What the form says is wrong, one line each. */
    List<?> mistakes() {
        return (List<?>) browser.evaluate(
                "return [...document.querySelectorAll('.errors li')].map(line => line.innerText.trim())");
    }

    /** What the last action is said to have done. */
    String notice() {
        return text(".notice");
    }

    private WebElement field(String label) {
        return find(
                "(label => label && (document.getElementById(label.htmlFor) ?? label.control))"
                        + "(named('label:not(:has([type=radio]))', arguments[1]))",
                label);
    }

    private WebElement find(String expression, String label) {
        return look(expression, label).orElseThrow(() -> missing(label));
    }

    private Optional<WebElement> look(String expression, String... words) {
        Object[] arguments = new Object[words.length + 1];
        arguments[0] = place;
        System.arraycopy(words, 0, arguments, 1, words.length);
        return Optional.ofNullable((WebElement) browser.evaluate(WORDS + "return " + expression, arguments));
    }

    private AssertionError missing(String label) {
        return new AssertionError("“" + label + "” is not on the screen “" + heading() + "”, "
                + browser.evaluate("return location.href") + ": " + text("main"));
    }

    /** Forms are ready once their scripts have gone through them. */
    private void ready() {
        browser.until("[...document.querySelectorAll('form[data-edit]')].every(form => form.matches('.ready'))");
    }
}
