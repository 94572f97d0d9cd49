package org.efcevents.browser;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.efcpreview.web.PreviewServer;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A Chromium without a window, with a profile of its own, driven over the machine's own chromedriver: nothing is
 * downloaded.
 */
final class Chromium implements AutoCloseable {

    /** Shown by every test that needs a browser, so that nobody takes a skipped one for a passed one. */
    private static final String MISSING = "No Chromium with chromedriver on this machine, so nothing was tested in a"
            + " browser. Debian: apt-get install chromium chromium-driver";

    /** How long a page may take. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofMillis(5);

    private static final String OUTSIDE_FRAMES = "{exclude: [['iframe']]}";

    /** Every rule of axe's that is to be kept. */
    private static final String RULES = "rules: {'target-size': {enabled: true}}";

    private final ChromeDriver driver;
    private final String axe;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
        this.axe = axe();
    }

    /**
     * Starts a browser; skips the test where the machine has none.
     *
     * @param profile an empty directory
     * @throws IllegalStateException if there is none although {@code CI} is {@code true}: there they must run
     */
    static Chromium start(Path profile) {
        Optional<File> browser = find("chromium", "chromium-browser", "google-chrome");
        Optional<File> driver = find("chromedriver");
        boolean there = browser.isPresent() && driver.isPresent();
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(MISSING);
        }
        Assumptions.assumeTrue(there, MISSING);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.orElseThrow());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile);
        LoggingPreferences logged = new LoggingPreferences();
        logged.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logged);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow())
                .usingAnyFreePort()
                .build();
        return new Chromium(new ChromeDriver(service, options));
    }

    private static String axe() {
        try (InputStream script =
                Chromium.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read axe from the test classpath", e);
        }
    }

    private static Optional<File> find(String... names) {
        List<Path> places = new ArrayList<>();
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .filter(place -> !place.isEmpty())
                .map(Path::of)
                .forEach(places::add);
        return Stream.of(names)
                .flatMap(name -> places.stream().map(place -> place.resolve(name)))
                .filter(Files::isExecutable)
                .map(Path::toFile)
                .findFirst();
    }

    /** Makes the page as wide as a device, also narrower than a window of Chromium's can be. */
    void width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    /**
     * What is seen of the top of the page, as a PNG.
     *
     * @param scale 1 is the page's own size
     */
    byte[] picture(int width, int height, double scale) {
        Map<String, Object> taken = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "png",
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", scale)));
        return Base64.getDecoder().decode(taken.get("data").toString());
    }

    /** Light or dark, as the visitor's system says; nothing moves by itself, so that nothing needs to be waited for. */
    void colours(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** What the visitor's browser asks for where nothing else says in which language pages are to come. */
    void language(String code) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", code)));
    }

    /**
     * What the page is shown on.
     *
     * @param type {@code screen} or {@code print}
     * @param features of the media, such as {@code forced-colors} to {@code active}; all others are as they are by themselves
     */
    void media(String type, Map<String, String> features) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        type,
                        "features",
                        features.entrySet().stream()
                                .map(feature -> Map.of("name", feature.getKey(), "value", feature.getValue()))
                                .toList()));
    }

    /** Whether the page's own scripts run; those that a test evaluates run all the same. */
    void javaScript(boolean on) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    void open(String address) {
        driver.get(address);
    }

    /** Clicks what a selector finds first, and waits for the page that it leads to. */
    void click(String selector) {
        driver.executeScript("window.left = true");
        driver.findElement(By.cssSelector(selector)).click();
        until("!window.left && document.readyState == 'complete'");
    }

    /**
     * Waits until an expression is true, in whatever page is there by then: asked again and again from outside, since a page
     * that is left takes along whatever waits in it.
     */
    void until(String expression) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(expression)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(expression + " did not come true on " + driver.getCurrentUrl());
            }
            // Asked without a pause, the browser would have less time for the page.
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean holds(String expression) {
        try {
            return Boolean.TRUE.equals(driver.executeScript("return Boolean(" + expression + ")"));
        } catch (WebDriverException e) {
            // Between two pages there is none.
            return false;
        }
    }

    /** Whoever had signed in has not. */
    void forgetCookies() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    /** Is as it was when it had started: an empty page on a screen of its own, and nobody signed in. */
    void forget() {
        driver.get("about:blank");
        forgetCookies();
        javaScript(true);
        driver.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of()));
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    /** Presses a key on whatever has the focus. */
    void press(Keys key) {
        new Actions(driver).sendKeys(key).perform();
    }

    /** Types a text into whatever has the focus. */
    void type(String text) {
        new Actions(driver).sendKeys(text).perform();
    }

    /** The value of a function's body, run in the page. */
    Object evaluate(String body, Object... arguments) {
        return driver.executeScript(body, arguments);
    }

    /** The value that an asynchronous function hands to its last argument. */
    Object await(String body) {
        return driver.executeAsyncScript(body);
    }

    /**
     * What axe finds wrong with the page as it stands, in light colours and then in dark ones; empty if nothing. Every rule but
     * the experimental ones; WCAG 2.2's size of targets is among those that are off otherwise. When it is dark, the rules of
     * contrast: nothing else than colours depends on the scheme.
     */
    List<?> violations() {
        return inBothSchemes("document");
    }

    /** As {@link #violations()}, but for what a frame shows, which is another page. */
    List<?> violationsOutsideFrames() {
        return inBothSchemes(OUTSIDE_FRAMES);
    }

    private List<?> inBothSchemes(String context) {
        return Stream.concat(
                        violations("light", context, RULES, 10).stream(),
                        violations("dark", context, "runOnly: ['color-contrast', 'link-in-text-block']", 1).stream())
                .toList();
    }

    /** @param least how many rules are to have been passed, so that an empty page is not taken for a good one */
    private List<?> violations(String scheme, String context, String rules, int least) {
        colours(scheme);
        if (!Boolean.TRUE.equals(driver.executeScript("return 'axe' in window"))) {
            driver.executeScript(axe);
        }
        return (List<?>) driver.executeAsyncScript(
                "const [scheme, least, done] = arguments;"
                        + "axe.run(" + context + ", {resultTypes: ['violations'], " + rules + "}).then("
                        + "result => done(result.passes.length < least ? [scheme + ': axe tested next to nothing']"
                        + " : result.violations.flatMap(rule => rule.nodes.map(node =>"
                        + " scheme + ': ' + rule.id + ': ' + node.html + ' ' + node.failureSummary))),"
                        + " problem => done(['axe failed: ' + problem]))",
                scheme,
                least);
    }

    /** As an officer begins: before a screen of the usual width, signed in as the superuser and as nobody else. */
    void signInAnew(PreviewServer server) {
        width(1280);
        forgetCookies();
        signIn(server);
    }

    /** Signs the superuser in to the authoring UI of a server. */
    void signIn(PreviewServer server) {
        open(server.address().resolve("author/.magnolia/admincentral/sign-in").toString());
        driver.findElement(By.id("name")).sendKeys("superuser");
        driver.findElement(By.id("password")).sendKeys("superuser");
        click("main form button");
    }

    /** What pages that were open since this was last asked would have run, loaded or sent, had their policy let them. */
    List<String> refused() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("Content Security Policy"))
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
