package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.archive.ManyEvents;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.repository.User;
import org.efcpreview.web.InstalledHome;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the sample archive has none of: 25 years, photographs, documents, a portrait, a programme, and events that go on, come
 * or are cancelled; on screens, on paper, in the system's own colours and without JavaScript.
 */
@ExtendWith(PreviewInABrowser.class)
@Tag("browser")
class VisitorsInABrowserTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final int SMALLEST_TARGET = 24;

    private static final List<String> PAGES = List.of(
            "/events.html",
            "/events.html?page=2",
            "/events.html?year=2005&kind=training",
            "/events.html?q=meeting",
            "/events.html?q=nobodysaidthis",
            "/events.html?year=undated",
            "/events/everything.html",
            "/events/cancelled.html",
            "/speakers/portrayed.html",
            "/portrayed.html",
            "/work-packages/wp9.html",
            "/work-packages/wp5.html");

    @TempDir
    static Path scratch;

    private static PreviewServer server;
    private static Chromium browser;

    @BeforeAll
    static void start(Chromium chromium) throws Exception {
        browser = chromium;
        Path home = scratch.resolve("home");
        Options options = InstalledHome.at(home);
        try (ContentRepository repository = ContentRepository.open(home.resolve("public"))) {
            Session dam = repository.login("dam", User.SYSTEM);
            Session archive = repository.login("efc-events", User.SYSTEM);
            ManyEvents.addTo(archive, 150);
            addEverything(archive, dam);
            addPageOn(archive.getNode("/speakers/portrayed"), repository);
            dam.logout();
            archive.logout();
        }
        server = PreviewServer.start(options);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @AfterEach
    void asUsual() {
        browser.javaScript(true);
        browser.media("screen", Map.of("prefers-reduced-motion", "reduce"));
    }

    private static void addEverything(Session archive, Session dam) throws RepositoryException, IOException {
        LocalDate today = LocalDate.now(BRUSSELS);
        Node group = archive.getNode("/work-packages").addNode("wp9", "efc:workPackage");
        group.setProperty("code", "WP9");
        group.setProperty("title", "Pictures");

        Node person = archive.getNode("/speakers").addNode("portrayed", "efc:speaker");
        person.setProperty("fullName", "Ada Portrayed");
        person.setProperty("role", "Photographer");
        person.setProperty("biography", "<p>Has pictured " + "many a meeting ".repeat(40) + ".</p>");
        person.setProperty("portrait", asset(dam, "ada.jpg", "image/jpeg", picture("jpg", 400, 600), 400, 600));
        person.setProperty("portraitAlt", "Ada Portrayed at a lectern");

        Node event = event(archive, group, "everything", "Everything that an event can have");
        event.setProperty("precision", "day");
        event.setProperty("start", today.minusDays(400).toString());
        event.setProperty("end", today.minusDays(399).toString());
        event.setProperty("report", "<p>It was <a href=\"https://example.org/report\">reported</a>.</p>");
        Node programme = event.addNode("programme", "mgnl:contentNode");
        for (int i = 0; i < 3; i++) {
            Node item = programme.addNode("programme" + i, "mgnl:contentNode");
            item.setProperty("startTime", "1" + i + ":00");
            item.setProperty("endTime", "1" + i + ":45");
            item.setProperty("title", "Session " + (i + 1));
            item.setProperty("kind", i == 1 ? "panel" : "session");
            item.setProperty("day", i == 2 ? "2" : "1");
        }
        Node talk = event.addNode("participations", "mgnl:contentNode").addNode("participations0", "efc:participation");
        talk.setProperty("speaker", person.getIdentifier());
        talk.setProperty("part", "keynote");
        talk.setProperty("panel", "Session 2");
        talk.setProperty("role", "Photographer");
        talk.setProperty("summary", "<p>Every word that was folded away.</p>");
        Node documents = event.addNode("documents", "mgnl:contentNode");
        document(documents, 0, "Minutes", asset(dam, "minutes.pdf", "application/pdf", new byte[2_100_000], 0, 0));
        document(documents, 1, "Slides", asset(dam, "slides.pdf", "application/pdf", new byte[48_000], 0, 0));
        Node gallery = event.addNode("gallery", "mgnl:contentNode");
        photograph(gallery, 0, asset(dam, "a.jpg", "image/jpeg", picture("jpg", 1600, 900), 1600, 900), "All present");
        photograph(gallery, 1, asset(dam, "b.png", "image/png", picture("png", 600, 900), 600, 900), "The lectern");
        photograph(gallery, 2, asset(dam, "c.jpg", "image/jpeg", picture("jpg", 900, 900), 900, 900), "");

        Node running = event(archive, group, "running", "An event that goes on");
        running.setProperty("precision", "day");
        running.setProperty("start", today.minusDays(2).toString());
        running.setProperty("end", today.plusDays(2).toString());
        Node coming = event(archive, group, "coming", "An event to come");
        coming.setProperty("precision", "month");
        coming.setProperty("partialDate", today.plusMonths(3).toString().substring(0, 7));
        Node cancelled = event(archive, group, "cancelled", "An event that was not to be");
        cancelled.setProperty("precision", "day");
        cancelled.setProperty("start", today.plusDays(30).toString());
        cancelled.setProperty("status", "cancelled");
        cancelled.setProperty("statusText", "The venue is closed.");
        cancelled
                .addNode("participations", "mgnl:contentNode")
                .addNode("participations0", "efc:participation")
                .setProperty("speaker", person.getIdentifier());
        event(archive, group, "whenever", "An event of which nobody knows when").setProperty("precision", "unknown");
        dam.save();
        archive.save();
    }

    private static void addPageOn(Node person, ContentRepository repository) throws RepositoryException {
        Session website = repository.login("website", User.SYSTEM);
        Node page = website.getRootNode().addNode("portrayed", "mgnl:page");
        page.setProperty("mgnl:template", "efc-events:pages/page");
        page.setProperty("title", "A page about somebody");
        Node component = page.addNode("main", "mgnl:area").addNode("0", "mgnl:component");
        component.setProperty("mgnl:template", "efc-events:components/person");
        component.setProperty("speaker", person.getIdentifier());
        website.save();
        website.logout();
    }

    private static Node event(Session archive, Node group, String slug, String title) throws RepositoryException {
        Node event = archive.getNode("/events").addNode(slug, "efc:event");
        event.setProperty("title", title);
        event.setProperty("kind", "conference");
        event.setProperty("city", "Brussels");
        event.setProperty("country", "BE");
        event.setProperty("workPackages", new String[] {group.getIdentifier()});
        return event;
    }

    private static void document(Node documents, int index, String title, String asset) throws RepositoryException {
        Node document = documents.addNode("documents" + index, "mgnl:contentNode");
        document.setProperty("title", title);
        document.setProperty("asset", asset);
    }

    private static void photograph(Node gallery, int index, String asset, String caption) throws RepositoryException {
        Node picture = gallery.addNode("gallery" + index, "mgnl:contentNode");
        picture.setProperty("image", asset);
        picture.setProperty("alt", "Photograph number " + (index + 1));
        if (!caption.isEmpty()) {
            picture.setProperty("caption", caption);
        }
    }

    /** A file in the DAM; one without a width is no picture. */
    private static String asset(Session dam, String name, String type, byte[] content, int width, int height)
            throws RepositoryException {
        Node asset = dam.getRootNode().addNode(name.replace('.', '-'), "mgnl:asset");
        asset.setProperty("title", name);
        Node file = asset.addNode("jcr:content", "mgnl:resource");
        file.setProperty("fileName", name);
        file.setProperty("extension", name.substring(name.indexOf('.') + 1));
        file.setProperty("jcr:mimeType", type);
        file.setProperty("size", (long) content.length);
        if (width > 0) {
            file.setProperty("width", (long) width);
            file.setProperty("height", (long) height);
        }
        file.setProperty("jcr:data", dam.getValueFactory().createBinary(new ByteArrayInputStream(content)));
        return "jcr:" + asset.getIdentifier();
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0x4a6f8a));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(0xe0c090));
        graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static void open(String page) {
        browser.open(server.address().resolve(page).toString());
    }

    private static Object evaluate(String body, Object... arguments) {
        return browser.evaluate(body, arguments);
    }

    private static void unfold() {
        evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
    }

    static Stream<String> pages() {
        return PAGES.stream().flatMap(page -> Stream.of(page, "/fr" + page));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void axeFindsNothingAndNothingScrollsSideways(String page) {
        for (int width : List.of(320, 768, 1280)) {
            browser.width(width);
            open(page);
            unfold();
            assertThat(evaluate("return document.documentElement.scrollWidth")).isEqualTo((long) width);
            assertThat(browser.violations()).as(width + " pixels").isEmpty();
        }
    }

    /** WCAG 2.2, 2.5.8; a link within a sentence is as high as its line. */
    @ParameterizedTest
    @MethodSource("pages")
    void targetsAreLargeEnoughForAFinger(String page) {
        browser.width(320);
        open(page);
        unfold();

        assertThat((List<?>) evaluate(
                        "return [...document.querySelectorAll('button, select, summary, input:not([type=hidden]),"
                                + " nav a, .used a, .events a, .timeline a, .brief a')].filter(target => {"
                                + " const box = target.getBoundingClientRect();"
                                + " return box.width && (box.width < arguments[0] || box.height < arguments[0])})"
                                + ".map(target => target.outerHTML)",
                        SMALLEST_TARGET))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatIsHeardInsteadOfSeenIsInOrder(String page) {
        browser.width(1280);
        open(page);
        List<?> levels = (List<?>)
                evaluate("return [...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.localName[1]))");

        assertThat(levels.get(0)).isEqualTo(1L);
        assertThat(levels.stream().filter(level -> level.equals(1L))).hasSize(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat((long) levels.get(i)).as(levels.toString()).isLessThanOrEqualTo((long) levels.get(i - 1) + 1);
        }
        assertThat((List<?>) evaluate("return [...document.querySelectorAll('nav')].map(nav => nav.ariaLabel)"))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat((List<?>)
                        evaluate("return [...document.querySelectorAll('time')].map(t => t.dateTime || t.textContent)"))
                .allSatisfy(time -> assertThat(time.toString())
                        .matches(
                                "\\d{4}(-\\d\\d(-\\d\\d(T\\d\\d:\\d\\d([+-]\\d\\d:\\d\\d|Z)?)?)?)?|\\d\\d-\\d\\d|--\\d\\d-\\d\\d"
                                        + "|\\d\\d:\\d\\d"));
        // Two links that say the same lead to the same.
        assertThat((List<?>) evaluate("const said = new Map();"
                        + "for (const a of document.querySelectorAll('main a[href]')) {"
                        + " const text = a.textContent.replace(/\\s+/g, ' ').trim();"
                        + " said.set(text, (said.get(text) ?? new Set()).add(a.href))}"
                        + "return [...said].filter(([text, to]) => !text || to.size > 1).map(([text]) => text)"))
                .isEmpty();
    }

    /** Each filter of the form, used by somebody whose browser runs no script at all. */
    @ParameterizedTest
    @CsvSource({"phase, ''", "workPackage, ''", "kind, ''", "place, ''", "session, ''", "workPackage, /fr", "kind, /fr"
    })
    void aFilterWorksWithoutJavaScript(String filter, String language) {
        browser.width(320);
        browser.javaScript(false);
        open(language + "/events.html");
        String choice = evaluate(
                        "const boxes = [...document.querySelectorAll('[type=checkbox][name=' + arguments[0] + ']')];"
                                + "boxes[0].closest('details').querySelector('summary').click();"
                                + "boxes.at(-1).click();"
                                + "return boxes.at(-1).closest('label').innerText.trim()",
                        filter)
                .toString();
        browser.click(".search button");

        String number = choice.replaceAll(".*\\((\\d+)\\)$", "$1");
        assertThat(evaluate("return document.querySelector('[role=status]').innerText")
                        .toString())
                .startsWith(number.equals("1") ? "" : number + " ");
        assertThat(evaluate("return document.querySelector('.used li').innerText.replace(/\\s+/g, ' ')")
                        .toString())
                .contains(choice.replaceAll(" \\(\\d+\\)$", ""));
        browser.click(".used li a");
        assertThat(evaluate("return document.querySelector('.used')")).isNull();
    }

    @Test
    void datesWorkWithoutJavaScriptAndSayAtTheFieldWhatIsWrong() {
        browser.width(320);
        browser.javaScript(false);
        open("/events.html?kind=training");
        evaluate("document.querySelector('[name=from]').value = '2014-02-30'");
        browser.click(".search button");
        assertThat(evaluate("const field = document.querySelector('[aria-invalid]');"
                        + "return field.name + ' ' + field.value + ' '"
                        + " + document.getElementById(field.getAttribute('aria-describedby').split(' ')[0]).innerText"))
                .asString()
                .startsWith("from 2014-02-30 There is no such day");

        evaluate("document.querySelector('[name=from]').value = '2014-02'");
        evaluate("document.querySelector('[name=to]').value = '2014'");
        browser.click(".search button");
        assertThat(evaluate("return document.querySelector('[aria-invalid]')")).isNull();
        assertThat(evaluate("return location.search").toString()).contains("kind=training", "from=2014-02", "to=2014");
        assertThat(evaluate("return document.querySelector('[role=status]').innerText")
                        .toString())
                .startsWith("One event");
    }

    @Test
    void wordsYearsAndPagesWorkWithoutJavaScript() {
        browser.width(1280);
        browser.javaScript(false);
        open("/events.html");
        evaluate("document.querySelector('#search-words').value = 'meeting'");
        browser.click(".search button");
        assertThat((long) evaluate("return document.querySelectorAll('mark').length"))
                .isPositive();
        browser.click(".used .all");
        browser.click(".pages [rel=next]");
        assertThat(evaluate("return document.querySelector('.pages [aria-current=page]').textContent")
                        .toString())
                .contains("2");
        open("/events.html");
        browser.click(".years li:nth-child(5) a");
        assertThat((long) evaluate("return document.querySelectorAll('main > section > h2').length"))
                .isBetween(1L, 2L);
        assertThat((long) evaluate("return document.querySelectorAll('.years [aria-current]').length"))
                .isEqualTo(1);
    }

    @Test
    void twentyFiveYearsTakeNoMoreThanAThirdOfANarrowScreen() {
        browser.width(320);
        open("/events.html");

        assertThat((long) evaluate("return document.querySelectorAll('.years a').length"))
                .isGreaterThan(24);
        assertThat(((Number) evaluate("return document.querySelector('.years ul').getBoundingClientRect().height"))
                        .doubleValue())
                .isLessThan(300);
        assertThat((long) evaluate("return [...document.querySelectorAll('.years a')]"
                        + ".filter(a => a.scrollWidth > a.clientWidth).length"))
                .as("years whose number does not fit")
                .isZero();
        open("/fr/events.html");
        assertThat((long) evaluate("return [...document.querySelectorAll('.years a')]"
                        + ".filter(a => a.scrollWidth > a.clientWidth).length"))
                .isZero();
    }

    @Test
    void yearsOfHundredsOfEventsDoNotRunIntoEachOther() {
        browser.width(320);
        open("/events.html");
        evaluate("document.querySelectorAll('.years .number').forEach(number => number.textContent = '1234')");

        assertThat((long) evaluate("return [...document.querySelectorAll('.years a')]"
                        + ".filter(a => a.scrollWidth > a.clientWidth).length"))
                .as("years whose number does not fit")
                .isZero();
        assertThat(evaluate("return document.documentElement.scrollWidth")).isEqualTo(320L);
    }

    @Test
    void picturesHaveTheirPlaceBeforeTheyComeAndSayWhatTheyShow() {
        for (int width : List.of(320, 1280)) {
            browser.width(width);
            open("/events/everything.html");
            assertThat(
                            (List<?>)
                                    evaluate(
                                            "return [...document.querySelectorAll('figure img')].map(image =>"
                                                    + " [image.alt, image.getAttribute('width') + 'x' + image.getAttribute('height'),"
                                                    + "  image.loading, image.closest('figure').querySelector('figcaption')?.textContent ?? ''].join())"))
                    .isEqualTo(List.of(
                            "Photograph number 1,1600x900,auto,All present",
                            "Photograph number 2,600x900,lazy,The lectern",
                            "Photograph number 3,900x900,lazy,"));
            Object before = evaluate("return document.documentElement.scrollHeight");
            evaluate("document.querySelectorAll('img').forEach(image => image.loading = 'eager')");
            browser.until("[...document.images].every(image => image.complete && image.naturalWidth)");
            assertThat(evaluate("return document.documentElement.scrollHeight")).isEqualTo(before);

            open("/speakers/portrayed.html");
            browser.until("document.querySelector('.portrait').complete");
            Object with = evaluate("return document.querySelector('.portrait').getBoundingClientRect().toJSON()");
            evaluate("document.querySelector('.portrait').removeAttribute('src')");
            evaluate(
                    "document.querySelector('.portrait').alt = ''; document.querySelector('.portrait').style.display = 'block'");
            assertThat(evaluate("return document.querySelector('.portrait').getBoundingClientRect().toJSON()"))
                    .isEqualTo(with);
        }
    }

    /** The first photograph is 1600 by 900. */
    @ParameterizedTest
    @CsvSource({
        "'', true",
        "&maxwidth=1600&maxheight=900, true",
        "&maxwidth=4000&maxheight=900, true",
        "&maxwidth=1599, false",
        "&maxheight=899, false"
    })
    void aSharedLinkShowsAPictureWithItsSize(String most, boolean shown) throws Exception {
        open("/events/everything.html");
        assertThat(evaluate("return ['image:width', 'image:height', 'image:alt'].map(name =>"
                        + " document.querySelector('meta[property=\"og:' + name + '\"]').content).join()"))
                .isEqualTo("1600,900,Photograph number 1");
        String picture = evaluate("return document.querySelector('meta[property=\"og:image\"]').content")
                .toString();
        assertThat(picture).startsWith(server.address() + "dam/");
        String oEmbed = evaluate("return document.querySelector('link[type=\"application/json+oembed\"]').href")
                .toString();
        JsonNode answer = new ObjectMapper().readTree(URI.create(oEmbed + most).toURL());
        assertThat(answer.get("title").textValue()).startsWith("Everything that an event can have");
        assertThat(answer.has("thumbnail_url")).isEqualTo(shown);
        if (shown) {
            assertThat(answer.get("thumbnail_url").textValue()).isEqualTo(picture);
            assertThat(answer.get("thumbnail_width").intValue()).isEqualTo(1600);
            assertThat(answer.get("thumbnail_height").intValue()).isEqualTo(900);
        }
    }

    @Test
    void aDocumentSaysWhatItIsAndHowLargeBeforeItIsFollowed() {
        open("/events/everything.html");

        assertThat((List<?>) evaluate(
                        "return [...document.querySelectorAll('[aria-labelledby=documents] a')].map(a => a.innerText)"))
                .isEqualTo(List.of("Minutes (PDF, 2.1\u00a0MB)", "Slides (PDF, 48\u00a0kB)"));
    }

    @Test
    void aWorkPackageLeadsToTheDocumentsOfItsEvents() {
        open("/work-packages/wp9.html");
        assertThat(
                        (List<?>)
                                evaluate(
                                        "return [...document.querySelectorAll('[aria-labelledby=outputs] li')]"
                                                + ".map(li => li.querySelector('a').innerText.split(' (')[0] + ' of ' + li.querySelector('.title').innerText)"))
                .isEqualTo(List.of(
                        "Minutes of Everything that an event can have", "Slides of Everything that an event can have"));
        open("/work-packages/wp5.html");
        assertThat(evaluate("return document.querySelector('#outputs')")).isNull();
    }

    /** A portrait has the same size whatever its file says, so that nothing moves when it comes. */
    @ParameterizedTest
    @ValueSource(strings = {"/speakers/portrayed.html", "/portrayed.html"})
    void aPortraitSaysItsSizeAndTakesItsPlace(String page) {
        browser.width(1280);
        open(page);
        browser.until("document.querySelector('.portrait').complete");
        assertThat(evaluate("const image = document.querySelector('.portrait'), box = image.getBoundingClientRect();"
                        + "return [image.getAttribute('width'), image.getAttribute('height'),"
                        + " Math.round(100 * box.width / box.height)].join()"))
                .isEqualTo("400,600,80");
    }

    @Test
    void aListOfEventsLooksTheSameAtEveryLevelOfHeading() {
        browser.width(1280);
        open("/efc.html");
        String look = "const style = getComputedStyle(document.querySelector(arguments[0] + ' .events a'));"
                + "return [style.display, style.flexDirection, style.color, style.fontFamily].join()";
        assertThat(evaluate(look, ".upcoming")).isEqualTo(evaluate(look, ".latest"));
    }

    @Test
    void statusAndTimeAreSaidInWordsAndInOneStop() {
        open("/events.html");
        assertThat(evaluate("return document.querySelector('a[href$=\"/cancelled.html\"]').closest('h3').innerText")
                        .toString())
                .contains(
                        "An event that was not to be",
                        "Cancelled",
                        String.valueOf(LocalDate.now(BRUSSELS).plusDays(30).getYear()));
        open("/work-packages/wp9.html");
        assertThat(evaluate("return document.querySelector('.timeline .ongoing').innerText")
                        .toString())
                .contains("An event that goes on");
        assertThat((long) evaluate("return document.querySelectorAll('.timeline .phase').length"))
                .as("what is cancelled is not to come")
                .isEqualTo(2);
        assertThat(evaluate("return document.querySelector('.timeline .status').innerText"))
                .isEqualTo("Cancelled");
        open("/speakers/portrayed.html");
        assertThat(evaluate("return document.querySelector('a[href$=\"/cancelled.html\"]').closest('h3').innerText")
                        .toString())
                .contains("Cancelled");
    }

    @Test
    void paperHasAllThatIsToBeReadAndNothingToClick() {
        browser.width(760);
        browser.media("print", Map.of("prefers-color-scheme", "dark"));
        open("/events/everything.html");
        assertThat((boolean) evaluate("return document.querySelector('details').open"))
                .isFalse();
        assertThat((boolean) evaluate("return document.querySelector('details .prose').checkVisibility("
                        + "{contentVisibilityAuto: true})"))
                .as("what was said is printed")
                .isTrue();
        assertThat(evaluate("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(evaluate("return getComputedStyle(document.querySelector('section .prose a'), '::after').content")
                        .toString())
                .contains("https://example.org/report");
        for (String page : List.of("/events.html?q=meeting", "/events/everything.html", "/work-packages/wp9.html")) {
            open(page);
            assertThat((List<?>) evaluate(
                            "return [...document.querySelectorAll('nav, form, .skip, .back, .subscribe, .calendar')]"
                                    + ".filter(e => e.checkVisibility()).map(e => e.outerHTML)"))
                    .as(page)
                    .isEmpty();
        }
    }

    @Test
    void theSystemsOwnColoursKeepWhatIsChosenAndWhereTheFocusIs() {
        browser.width(1280);
        browser.media("screen", Map.of("forced-colors", "active"));
        open("/events.html?year=2005");
        assertThat((List<?>) evaluate(
                        "return [...document.querySelectorAll('.years [aria-current], header a[aria-current]')]"
                                + ".map(e => getComputedStyle(e).outlineStyle)"))
                .isEqualTo(List.of("solid", "solid"));
    }

    @Test
    void nothingMovesForThoseWhoWantNoMotion() {
        open("/events.html");
        assertThat(evaluate("return getComputedStyle(document.documentElement).scrollBehavior"))
                .isEqualTo("auto");
        assertThat((long) evaluate("return document.getAnimations().length")).isZero();
    }
}
