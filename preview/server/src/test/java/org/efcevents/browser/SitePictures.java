package org.efcevents.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.efcpreview.web.Options;
import org.efcpreview.web.PreviewServer;

/**
 * Takes the pictures of the visitors' pages in {@code docs/pictures} anew: each page wide and narrow, once light, once dark.
 *
 * <pre>
 * mvn -q -f preview test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.efcevents.browser.SitePictures \
 *     -Dexec.args=docs/pictures
 * </pre>
 */
public final class SitePictures {

    private static final Map<String, String> PAGES = Map.of(
            "archive", "/events.html",
            "event", "/events/the-first-efc-awareness-raising-event.html",
            "speaker", "/speakers/troels-oerting.html",
            "work-package", "/work-packages/wp5.html");

    private static final int WIDE = 1280;
    private static final int NARROW = 390;
    private static final int HEIGHT = 1350;
    private static final int GAP = 16;
    private static final double SCALE = 0.6;

    private SitePictures() {}

    /** Writes {@code <page>-light.png} and {@code <page>-dark.png} into the folder {@code arguments[0]}. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path scratch = Files.createTempDirectory("pictures");
        try (Chromium browser = Chromium.start(scratch.resolve("profile"));
                PreviewServer server = PreviewServer.start(new Options(
                        0, scratch.resolve("home"), true, Path.of("target/classes"), Path.of("light-modules")))) {
            for (String page : PAGES.keySet()) {
                for (String scheme : List.of("light", "dark")) {
                    browser.colours(scheme);
                    String address = server.address().resolve(PAGES.get(page)).toString();
                    BufferedImage both = sideBySide(at(browser, address, WIDE), at(browser, address, NARROW));
                    ImageIO.write(
                            both,
                            "png",
                            folder.resolve(page + "-" + scheme + ".png").toFile());
                }
            }
        }
    }

    private static BufferedImage at(Chromium browser, String address, int width) throws IOException {
        browser.width(width);
        browser.open(address);
        // Until its first frame the browser may still show the page before.
        browser.await(
                "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)))");
        return ImageIO.read(new ByteArrayInputStream(browser.picture(width, HEIGHT, SCALE)));
    }

    private static BufferedImage sideBySide(BufferedImage one, BufferedImage other) {
        BufferedImage both =
                new BufferedImage(one.getWidth() + GAP + other.getWidth(), one.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = both.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, both.getWidth(), both.getHeight());
        graphics.drawImage(one, 0, 0, null);
        graphics.drawImage(other, one.getWidth() + GAP, 0, null);
        graphics.dispose();
        return both;
    }
}
