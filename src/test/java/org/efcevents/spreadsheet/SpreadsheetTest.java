package org.efcevents.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Others read what is written. */
class SpreadsheetTest {

    private static final Spreadsheet WRITTEN = new Spreadsheet(List.of(
            new Spreadsheet.Sheet(
                    "Report & more",
                    List.of(
                            List.of(new Cell.Heading("Year"), new Cell.Heading("Took place")),
                            List.of(Cell.of("2014"), Cell.of(12)),
                            List.of(),
                            List.of(
                                    Cell.of("=HYPERLINK(\"https://evil.example.org\")"),
                                    Cell.none(),
                                    Cell.of("<é\u0001>")))),
            new Spreadsheet.Sheet("Empty", List.of()),
            new Spreadsheet.Sheet(
                    "Événements", List.of(List.of(new Cell.Day(LocalDate.of(2014, 3, 24)), Cell.of("one\ntwo"))))));

    @Test
    void numbersAreNumbersDaysAreDaysAndTextIsNeverAFormula() throws Exception {
        SpreadSheet read = new SpreadSheet(new ByteArrayInputStream(WRITTEN.bytes()));

        assertThat(read.getSheets()).extracting(Sheet::getName).containsExactly("Report & more", "Empty", "Événements");
        assertThat(read.getSheet(0).getDataRange().getValues()).isDeepEqualTo(new Object[][] {
            {"Year", "Took place", null},
            {"2014", 12.0, null},
            {null, null, null},
            {"=HYPERLINK(\"https://evil.example.org\")", null, "<é>"}
        });
        assertThat(read.getSheet(0).getRange(3, 0).getFormula()).isNull();
        assertThat(read.getSheet(2).getDataRange().getValues())
                .isDeepEqualTo(new Object[][] {{LocalDate.of(2014, 3, 24), "one\ntwo"}});
    }

    @Test
    void theTypeCanBeToldFromTheFirstBytes() throws Exception {
        byte[] bytes = WRITTEN.bytes();

        assertThat(new String(bytes, 30, 54, StandardCharsets.US_ASCII))
                .isEqualTo("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).containsExactly("mimetype", "META-INF/manifest.xml", "content.xml");
        assertThat(WRITTEN.bytes()).isEqualTo(bytes);
    }
}
