package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every screen of the authoring UI, also those that say that something went wrong: in both languages, narrow and wide, light and
 * dark. A screen that is new has to come here: see {@link #every_template_of_a_screen_is_looked_at}.
 */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
class ScreensInABrowserTest {
    private static final String UI = "author/.magnolia/admincentral";
    private static final Path TEMPLATES = Path.of("preview/server/src/main/resources/org/efcpreview/authoring");
    private static final Path DIALOGS = Path.of("src/main/resources/efc-events/dialogs");
    private static final String EVENT = "/events/ict-coalition-forum";
    private static final String SAVE = "button[name=_do][value=save]";

    /** The first is looked at as a whole; of the other what its words make of the same screens. */
    private static final List<String> LANGUAGES = List.of("en", "fr");

    private static final int NARROW = 320;

    @TempDir
    static Path scratch;

    private static PreviewServer server;
    private static Chromium browser;

    /** The language of whoever has signed in; empty for nobody. */
    private static String signedIn = "";

    /** What is done on a screen to come to the one that is meant; nothing for that screen itself. */
    private interface Way {
        void go();
    }

    private static final Way STAY = () -> {};

    /**
     * A screen.
     *
     * @param template what shows it, below {@link #TEMPLATES}
     * @param address of the screen or of the one from which a way leads there
     * @param status with which it is answered
     * @param then the way
     */
    private record Screen(String template, String address, int status, Way then) {
        @Override
        public String toString() {
            return address + " (" + template + ", " + status + ")";
        }
    }

    private static Screen screen(String template, String address) {
        return new Screen(template, address, 200, STAY);
    }

    private static Screen sent(String template, String address, int status, String button) {
        return new Screen(template, address, status, () -> send(button));
    }

    /** With whom nobody has signed in. */
    private static final List<Screen> DOORS = List.of(
            screen("signin/sign-in.ftl", "/sign-in?out=true"), new Screen("signin/sign-in.ftl", "/sign-in", 422, () -> {
                name("#name", "#password", "wrong");
                browser.click("main form button");
            }));

    private static final List<Screen> SCREENS = List.of(
            screen("launcher.ftl", ""),
            screen("embedded.ftl", "/app/efc-desk"),
            // Browsers
            screen("browser/browse.ftl", "/app/efc-events?path=/events/hidden"),
            screen("browser/browse.ftl", "/app/efc-events?view=tree&path=" + EVENT),
            screen("browser/browse.ftl", "/app/efc-events?view=list&sort=-start&q=conference"),
            screen("browser/browse.ftl", "/app/efc-events?q=nosuchword"),
            screen("browser/browse.ftl", "/app/efc-speakers?select=all"),
            screen("browser/browse.ftl", "/app/efc-speakers?view=list"),
            screen("browser/browse.ftl", "/app/efc-work-packages"),
            screen("browser/browse.ftl", "/app/efc-work-packages?view=list"),
            sent("browser/browse.ftl", "/app/efc-speakers", 422, ".browser-content [value=activate]"),
            screen("browser/item.ftl", "/app/efc-events/item?path=" + EVENT),
            screen("browser/item.ftl", "/app/efc-events/item?path=/events/hidden"),
            screen("browser/confirm.ftl", "/app/efc-events/confirm?action=confirmDeletion&item=" + EVENT),
            screen(
                    "browser/confirm.ftl",
                    "/app/efc-speakers/confirm?action=confirmDeactivation&item=/speakers/troels-oerting"),
            screen("browser/move.ftl", "/app/efc-events/move?action=move&item=" + EVENT),
            sent("browser/move.ftl", "/app/efc-events/move?action=move&item=" + EVENT, 422, "[value=inside]"),
            screen("browser/import.ftl", "/app/efc-events/import?action=import"),
            sent("browser/import.ftl", "/app/efc-events/import?action=import", 422, "main form:not([role]) button"),
            screen("version/versions.ftl", "/app/efc-events/versions?path=" + EVENT),
            screen("version/versions.ftl", "/app/efc-events/versions?path=" + EVENT + "&version=1.0"),
            // It has none.
            new Screen("browser/browse.ftl", "/app/efc-speakers/versions?path=/speakers/troels-oerting", 409, STAY),
            // Forms
            screen("form/edit.ftl", "/app/efc-events/detail?path=/events/the-first-efc-awareness-raising-event"),
            screen("form/edit.ftl", "/app/efc-speakers/detail?path=/speakers/troels-oerting"),
            screen("form/edit.ftl", "/app/efc-work-packages/detail?path=/work-packages/wp5"),
            screen("form/edit.ftl", "/app/efc-events/dialog/efc-events:rename?path=" + EVENT),
            sent("form/edit.ftl", "/app/efc-events/detail?parent=/events", 422, SAVE),
            sent("form/edit.ftl", "/app/efc-speakers/detail?parent=/speakers", 422, SAVE),
            sent("form/edit.ftl", "/app/efc-work-packages/detail?parent=/work-packages", 422, SAVE),
            new Screen("form/edit.ftl", "/app/efc-work-packages/detail?path=/work-packages/wp1", 409, () -> {
                // Somebody else saves the same, with another code each time.
                browser.evaluate("document.querySelector('[name=code]').value = 'mine'");
                browser.await("const done = arguments[0]; const form = document.querySelector('form.edit');"
                        + "const data = new URLSearchParams([...new FormData(form)]);"
                        + "data.set('code', 'theirs ' + Date.now() % 100000); data.set('_do', 'save');"
                        + "fetch(location.href, {method: 'POST', body: data}).then(reply => done(reply.ok))");
                send(SAVE);
            }),
            // Pages
            screen("browser/browse.ftl", "/app/pages-app"),
            screen("browser/browse.ftl", "/app/pages-app?path=/efc"),
            screen("page/page-add.ftl", page("createPage?path=/")),
            sent("page/page-add.ftl", page("createPage?path=/"), 422, "main form button"),
            screen("form/edit.ftl", page("renamePage?path=/efc")),
            new Screen("form/edit.ftl", page("renamePage?path=/efc"), 422, () -> {
                browser.evaluate("document.querySelector('main form input:not([type=hidden])').value = 'events'");
                send(SAVE);
            }),
            screen("browser/move.ftl", "/app/pages-app/move?action=move&item=/efc"),
            sent("browser/move.ftl", "/app/pages-app/move?action=move&item=/efc", 422, "[value=inside]"),
            screen("page/template.ftl", page("changePageTemplate?path=/efc")),
            screen("browser/confirm.ftl", "/app/pages-app/confirm?action=confirmDeletion&item=/efc"),
            screen("page/editor.ftl", "/page?path=/efc"),
            screen("page/editor.ftl", "/page?path=/event"),
            screen("page/add.ftl", "/page/add?path=/efc&area=main"),
            sent("page/add.ftl", "/page/add?path=/efc&area=main", 422, "main form button"),
            screen("page/template.ftl", "/page/template?path=/efc/main/0"),
            screen("page/confirm.ftl", "/page/remove?path=/efc/main/0"),
            dialog("pages/archive", "/page/properties?path=/events"),
            dialog("pages/event", "/page/properties?path=/event"),
            dialog("pages/speakers", "/page/properties?path=/speakers"),
            dialog("pages/speaker", "/page/properties?path=/speaker"),
            dialog("pages/workPackages", "/page/properties?path=/work-packages"),
            dialog("pages/workPackage", "/page/properties?path=/work-package"),
            dialog("pages/page", "/page/properties?path=/efc"),
            dialog("components/upcoming", "/page/edit?path=/efc/main/0"),
            dialog("components/featured", "/page/edit?path=/efc/main/1"),
            dialog("components/latest", "/page/edit?path=/efc/main/2"),
            dialog("components/workPackageEvents", "/page/edit?path=/efc/main/3"),
            dialog("components/person", "/page/edit?path=/efc/main/4"),
            dialog("components/text", "/page/edit?path=/efc/main/5"),
            // Assets
            screen("browser/browse.ftl", "/app/assets"),
            screen("browser/browse.ftl", "/app/assets?q=screens"),
            screen("browser/item.ftl", "/app/assets/item?path=/screens.png"),
            screen("form/edit.ftl", "/app/assets/detail?path=/screens.png"),
            screen("asset/dialog.ftl", "/app/assets/dialog/dam-app:upload?path=/"),
            sent("asset/dialog.ftl", "/app/assets/dialog/dam-app:upload?path=/", 422, "main form button"),
            sent("asset/dialog.ftl", "/app/assets/dialog/dam-app:replace?path=/screens.png", 422, "main form button"),
            screen("asset/dialog.ftl", "/app/assets/dialog/ui-framework-jcr:addFolder?path=/"),
            sent("asset/dialog.ftl", "/app/assets/dialog/ui-framework-jcr:addFolder?path=/", 422, "main form button"),
            // What cannot be shown
            new Screen("problem.ftl", "/none", 404, STAY),
            // An address that is none.
            new Screen("error.ftl", "/app/efc-events?path=%zz", 400, STAY),
            new Screen("problem.ftl", "/page?path=/efc", 409, () -> {
                browser.evaluate(
                        "document.querySelectorAll('[name=beside]').forEach(it => it.value = '/efc/main/gone')");
                send(".components [action$='/page/down'] button");
            }));

    /** In the language of the user, whatever the browser's is. */
    private static final Screen AGAIN =
            new Screen("signin/again.ftl", "/app/efc-speakers/detail?parent=/speakers", 200, () -> {
                browser.evaluate("document.querySelector('#f\\\\.fullName').value = 'Somebody'");
                browser.forgetCookies();
                signedIn = "";
                send(SAVE);
                isFine("/sign-in, with what was typed", true);
                name("#name", "#password", "superuser");
                browser.click("main form button");
            });

    private static String page(String dialog) {
        return "/app/pages-app/dialog/pages-app:" + dialog;
    }

    private static Screen dialog(String name, String address) {
        return screen("page/dialog.ftl:" + name, address);
    }

    @BeforeAll
    static void start(Chromium chromium, PreviewServer preview) throws IOException {
        browser = chromium;
        server = preview;
        signIn("en");
        Officer officer = new Officer(browser, server);
        officer.open("/app/assets/dialog/dam-app:upload?path=/");
        officer.attach("Files", Pictures.plain(scratch.resolve("screens.png")));
        officer.press("Upload");
        // Publishing it makes a version, and there is something to compare it with.
        officer.open("/app/efc-events/item?path=" + EVENT);
        officer.press("Publish");
        officer.open("/app/efc-events/detail?path=" + EVENT);
        officer.type("Title", "Forum of the ICT Coalition");
        officer.press("Save");
    }

    private static void signIn(String language) {
        browser.language(language);
        browser.forgetCookies();
        open("/sign-in");
        browser.evaluate("document.querySelector('#language').value = arguments[0]", language);
        name("#name", "#password", "superuser");
        browser.click("main form button");
        signedIn = language;
    }

    private static void name(String name, String password, String word) {
        browser.evaluate(
                "document.querySelector(arguments[0]).value = 'superuser';"
                        + "document.querySelector(arguments[1]).value = arguments[2]",
                name,
                password,
                word);
    }

    private static void open(String screen) {
        // Whatever was typed before is lost on purpose.
        browser.evaluate("window.addEventListener('beforeunload', event => event.stopImmediatePropagation(), true)");
        // Put together: what a browser asks for need not be a URI.
        browser.open(server.address() + UI + screen);
        browser.until("[...document.querySelectorAll('form[data-edit]')].every(form => form.matches('.ready'))");
    }

    /** Sends a form as it stands, whatever the browser thinks of it. */
    private static void send(String button) {
        browser.evaluate(
                "const button = document.querySelector(arguments[0]); button.form.noValidate = true; window.left = true;"
                        + "button.click()",
                button);
        browser.until("!window.left && document.readyState == 'complete'");
        browser.until("[...document.querySelectorAll('form[data-edit]')].every(form => form.matches('.ready'))");
    }

    static Stream<Arguments> screens() {
        Stream<Arguments> inBoth = LANGUAGES.stream()
                .flatMap(language ->
                        Stream.concat(SCREENS.stream(), DOORS.stream()).map(screen -> Arguments.of(screen, language)));
        return Stream.concat(inBoth, Stream.of(Arguments.of(AGAIN, "en")));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void axe_finds_nothing_and_nothing_scrolls_sideways(Screen screen, String language) {
        browser.width(1280);
        if (DOORS.contains(screen)) {
            browser.language(language);
            browser.forgetCookies();
            signedIn = "";
        } else if (!signedIn.equals(language)) {
            signIn(language);
        }
        open(screen.address());
        screen.then().go();
        assertThat(browser.evaluate("return performance.getEntriesByType('navigation')[0].responseStatus"))
                .as("status of " + browser.evaluate("return document.body.innerText"))
                .isEqualTo((long) screen.status());
        assertThat(browser.evaluate("return document.documentElement.lang")).isEqualTo(language);
        if (screen.then() == STAY) {
            assertThat(browser.evaluate("return location.href"))
                    .as("led nowhere else")
                    .isEqualTo(server.address() + UI + screen.address());
        }
        isFine(screen.toString(), language.equals(LANGUAGES.get(0)));
    }

    /** @param whole whether axe looks at it, too; else what longer words may change */
    private static void isFine(String where, boolean whole) {
        browser.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
        for (int width : List.of(NARROW, 1280)) {
            browser.width(width);
            // Where the bar with the buttons that save stands below the fields and covers none of them.
            browser.evaluate("window.scrollTo(0, document.body.scrollHeight)");
            assertThat(browser.evaluate("return document.documentElement.scrollWidth"))
                    .as(where)
                    .isEqualTo((long) width);
            if (whole) {
                assertThat(browser.violationsOutsideFrames())
                        .as(where + ", " + width)
                        .isEmpty();
            }
        }
    }

    @Test
    void every_template_of_a_screen_is_looked_at() {
        Set<String> looked = screens()
                .map(arguments -> ((Screen) arguments.get()[0]).template().replaceFirst(":.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(looked)
                .isEqualTo(files(TEMPLATES, ".ftl").stream()
                        .filter(name -> read(TEMPLATES.resolve(name)).contains("[@layout.page"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void every_dialog_is_looked_at() {
        List<String> looked = new ArrayList<>(List.of("rename", "move"));
        SCREENS.stream()
                .filter(screen -> screen.template().contains(":"))
                .forEach(screen -> looked.add(screen.template().replaceFirst(".*:", "")));
        assertThat(looked)
                .containsExactlyInAnyOrderElementsOf(files(DIALOGS, ".yaml").stream()
                        .map(name -> name.replace(".yaml", ""))
                        .toList());
    }

    @Test
    void every_app_of_the_launcher_is_looked_at() {
        signIn("en");
        open("");
        List<?> apps = (List<?>) browser.evaluate(
                "return [...document.querySelectorAll('.tiles a')].map(app => app.pathname.split('admincentral')[1])");
        assertThat(apps).hasSizeGreaterThan(4).allSatisfy(app -> assertThat(SCREENS)
                .anySatisfy(
                        screen -> assertThat(screen.address().split("\\?")[0]).isEqualTo(app)));
    }

    private static Set<String> files(Path directory, String ending) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
