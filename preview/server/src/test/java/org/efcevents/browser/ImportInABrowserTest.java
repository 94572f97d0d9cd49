package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An officer brings an old page into the archive, looks it over, and thinks better of it. */
class ImportInABrowserTest extends DeskInABrowser {
    private static final Path PAGE = Path.of("src/test/resources/org/efcevents/migration/headings.html");

    private Object count(String selector) {
        return browser.evaluate("return document.querySelectorAll(arguments[0]).length", selector);
    }

    @Test
    void aPageIsImportedInTenClicksAndTakenBackInOne() {
        desk.open("/desk.html");
        desk.click("nav.pages a[href$='/desk/import.html']");
        desk.assertGoodToRead("choosing");
        // The system's window for a file: open it, choose, confirm.
        desk.clicked(3);
        desk.element("#file").sendKeys(PAGE.toAbsolutePath().toString());
        desk.clicked(1);
        desk.element("#title").sendKeys("Past activities");
        desk.click("form.step button.main");

        assertThat(count("section.entry")).isEqualTo(18L);
        assertThat(desk.text("#entry-1")).contains("Third Annual Conference");
        desk.assertGoodToRead("looking over");
        browser.evaluate("document.querySelector('#entry-1').parentElement.querySelector('dl a').click()");
        assertThat(desk.text(":target")).isNotEqualTo("undefined");

        // An undated “WP5 conference call” is among the samples: it may be the same, and is not taken unasked.
        desk.click("button[name=import]");
        assertThat(desk.text("section.done h2")).isEqualTo("“Past activities” was imported (events: 17)");
        assertThat(desk.clicks()).isLessThanOrEqualTo(10);
        desk.assertGoodToRead("done");

        assertThat(desk.text("section.done form button")).isEqualTo("Take the import back");
        desk.click("section.done form button");
        assertThat(desk.text("section.done h2")).contains("taken back");
    }

    private void bring(String language, String page) {
        desk.open(language + "/desk/import.html");
        browser.evaluate("document.querySelector('#text').value = arguments[0]", page);
        desk.element("#title").sendKeys("Meetings" + language);
        browser.width(1280);
        desk.click("form.step button.main");
    }

    @Test
    void whatHasChangedOnAPageIsShownAndEntriesAreJoinedAndDivided() {
        for (String language : List.of("", "/fr")) {
            String town = language.isEmpty() ? "Lyon" : "Metz";
            String before =
                    """
                    Hearing in %1$s

                    The members met on 4 March 2011 in %1$s.

                    Debate in %1$s

                    The members met on 5 September 2011 in %1$s.

                    Feast in %1$s

                    The members met on 6 December 2011 in %1$s.
                    """
                            .formatted(town);
            bring(language, before);
            desk.click("button[name=join][value$='.2']");
            assertThat(count("section.entry")).isEqualTo(2L);
            browser.evaluate(
                    "const select = document.querySelector('select[name$=divide]');"
                            + "select.value = [...select.options].find(option => option.text == arguments[0]).value",
                    "Debate in " + town);
            desk.click("button[name=divide][value$='.1']");
            assertThat(count("section.entry")).isEqualTo(3L);
            desk.assertGoodToRead("divided" + language);
            desk.click("button[name=import]");

            bring(language, before.replace("5 September", "7 September"));
            assertThat(count(".changes ins")).isEqualTo(2L);
            desk.assertGoodToRead("changed" + language);
            desk.click("button[name=import]");
            assertThat(desk.text("section.done > ul")).contains("Debate in " + town);
            desk.click("section.done form button");
        }
    }

    @Test
    void aPageIsImportedWithItsPictures(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("past.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("Past.html"));
            zip.write(
                    """
                    <h1>Past events</h1><h2>Forum of the lakes</h2><p>The group met on 3 May 2011 in Oslo.</p>
                    <p><img src="Past_files/hall.png" alt="The hall"> <img src="Past_files/gone.png" alt="The harbour">
                    <img src="Past_files/odd.png" alt="Odd"></p>
                    <h2>Forum of the hills</h2><p>The group met on 4 June 2012 in Rome.</p>
                    """
                            .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("Past_files/hall.png"));
            ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", zip);
            zip.putNextEntry(new ZipEntry("Past_files/odd.png"));
        }
        desk.open("/desk/import.html");
        desk.element("#file").sendKeys(file.toString());
        desk.element("#title").sendKeys("Forums");
        desk.click("form.step button.main");
        browser.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
        assertThat(desk.text("section[aria-labelledby=files]"))
                .contains("Came with the page: 1. Cannot be taken: 1. Missing: 1.", "Past_files/gone.png");
        desk.assertGoodToRead("with files");

        desk.click("button[name=import]");
        assertThat(desk.text("p.files")).contains("/efc-events-imports/forums-");
        desk.assertGoodToRead("done with files");
        desk.open("/events/forum-of-the-lakes.html");
        assertThat(browser.evaluate("return document.querySelector('main img[alt=\"The hall\"]').naturalWidth"))
                .isEqualTo(30L);
        desk.open("/desk/import.html");
        desk.click(".steps button");
        assertThat(desk.text("p.files")).contains("stay in the Assets app");
    }
}
