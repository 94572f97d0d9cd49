package org.efcevents.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An officer brings a spreadsheet of three hundred events into the archive, and publishes them. */
class TableInABrowserTest extends DeskInABrowser {

    private static final int EVENTS = 300;

    @TempDir
    Path scratch;

    private Path workbook() throws Exception {
        Path file = scratch.resolve("events.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream bytes = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("Events");
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
            row(sheet, 0, "Our events");
            row(sheet, 2, "Event title", "Start date", "Type", "City", "Country", "Work package", "Speakers", "Mood");
            for (int i = 1; i <= EVENTS; i++) {
                Row row = row(
                        sheet,
                        i + 2,
                        "Spreadsheet meeting " + i,
                        "",
                        i % 2 == 0 ? "Conference" : "Webinaire",
                        "Brussels",
                        "Belgium",
                        "WP1",
                        "Anna Berg; Ben Dahl",
                        "good");
                row.getCell(1).setCellValue(LocalDate.of(2010, 1, 1).plusDays(i));
                row.getCell(1).setCellStyle(day);
            }
            workbook.write(bytes);
        }
        return file;
    }

    private static Row row(Sheet sheet, int number, String... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
        return row;
    }

    /** Notes what is said on this page while it waits. */
    private static void listen() {
        browser.evaluate("sessionStorage.told = '';"
                + "const status = document.querySelector('[data-counting]');"
                + "new MutationObserver(() => sessionStorage.told += status.textContent)"
                + ".observe(status, {childList: true, subtree: true})");
    }

    private static String told() {
        return browser.evaluate("return sessionStorage.told").toString();
    }

    @Test
    void threeHundredRowsAreImportedLookedOverAndPublishedInTwentyClicks() throws Exception {
        // To sign in: two fields and a button; to open the desk: its tile.
        desk.clicked(4);
        desk.open("/desk.html");
        desk.click("nav.pages a[href$='/desk/import.html']");
        desk.clicked(3);
        desk.element("#file").sendKeys(workbook().toString());
        desk.clicked(1);
        desk.element("#title").sendKeys("Our spreadsheet");
        desk.click("form.step button.main");

        assertThat(browser.evaluate("return document.querySelector('#column\\\\.0').value"))
                .isEqualTo("title");
        assertThat(browser.evaluate("return document.querySelector('#column\\\\.7').value"))
                .isEqualTo("");
        desk.assertGoodToRead("columns");
        desk.click("main form button.main");

        assertThat(desk.text("#entry-1")).contains("Spreadsheet meeting 1");
        desk.assertGoodToRead("looking over");
        listen();
        desk.click("button[name=import]");
        assertThat(told()).contains("of 300");
        assertThat(desk.text("section.done h2")).isEqualTo("“Our spreadsheet” was imported (events: 300)");
        desk.assertGoodToRead("imported");

        desk.click("section.done a.main");
        desk.assertGoodToRead("publishing");
        listen();
        desk.click("button[name=publish]");
        assertThat(told()).contains("of 102");
        for (int left = 200; left > 0; left -= 100) {
            assertThat(desk.text("a.main")).contains(Integer.toString(left));
            desk.click("a.main");
            desk.click("button[name=publish]");
        }
        assertThat(desk.text("a.main")).isEqualTo("null");
        assertThat(desk.clicks()).isLessThanOrEqualTo(20);

        browser.open(
                server.address().resolve("/events/spreadsheet-meeting-300.html").toString());
        assertThat(desk.text("h1")).contains("Spreadsheet meeting 300");
        assertThat(desk.text("main")).contains("28 October 2010", "Brussels", "Anna Berg");
        browser.open(server.address().resolve("/events.html?year=2010").toString());
        assertThat(desk.text("main")).contains("Spreadsheet meeting");
    }
}
