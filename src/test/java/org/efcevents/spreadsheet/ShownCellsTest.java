package org.efcevents.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.efcevents.spreadsheet.ReadCell.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cell says what the person who wrote it has seen. */
class ShownCellsTest {

    private static byte[] workbook(BiConsumer<XSSFWorkbook, XSSFSheet> content) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            content.accept(workbook, workbook.createSheet("Events"));
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static CellStyle style(XSSFWorkbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd/mm/yyyy|2014-05-03|DAY",
                "m/d/yy|2014-05-03|DAY",
                "dddd d mmmm yyyy|2014-05-03|DAY",
                "yyyy\\-mm\\-dd hh:mm|2014-05-03T09:30|DAY",
                "m/d/yy h:mm AM/PM|2014-05-03T09:30|DAY",
                "mmm-yy|2014-05|DAY",
                "[$-40C]mmmm\\ yyyy;@|2014-05|DAY",
                "mm/yyyy|2014-05|DAY",
                "yyyy|2014|DAY",
                "d-mmm|2014-05-03|DAY_WITHOUT_YEAR",
                "h:mm|09:30|TIME",
                "mmmm|May|TEXT",
                "dddd|Sat|TEXT"
            })
    void aDayIsAsPreciseAsItsFormatShowsIt(String format, String text, Type type) throws IOException, UnreadableTable {
        byte[] file = workbook((workbook, sheet) -> {
            Row row = sheet.createRow(0);
            row.createCell(0).setCellValue(LocalDateTime.of(2014, 5, 3, 9, 30));
            row.getCell(0).setCellStyle(style(workbook, format));
        });

        assertThat(TableFile.read("x.xlsx", file).get(0).rows().get(0).cell(0)).isEqualTo(new ReadCell(text, type));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|dd/mm/yyyy|1900-01-00|TEXT",
                "0|mmm-yy|1900-01-00|TEXT",
                "0.75|h:mm|18:00|TIME",
                "0.75|[h]:mm|18:00|TIME",
                "1.25|[h]:mm|30:00|TEXT",
                "0|h:mm|00:00|TIME"
            })
    void noDayIsMadeOfNoneAndNoneOfADuration(double value, String format, String text, Type type)
            throws IOException, UnreadableTable {
        byte[] file = workbook((workbook, sheet) -> {
            Row row = sheet.createRow(0);
            row.createCell(0).setCellValue(value);
            row.getCell(0).setCellStyle(style(workbook, format));
        });

        assertThat(TableFile.read("x.xlsx", file).get(0).rows().get(0).cell(0)).isEqualTo(new ReadCell(text, type));
    }

    @Test
    void rowsThatAreHiddenOrStruckOutAreTold() throws IOException, UnreadableTable {
        byte[] file = workbook((workbook, sheet) -> {
            XSSFFont out = workbook.createFont();
            out.setStrikeout(true);
            CellStyle struck = workbook.createCellStyle();
            struck.setFont(out);
            for (int i = 0; i < 4; i++) {
                Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("Title " + i);
                row.createCell(1).setCellValue("Place");
                row.createCell(2).setCellValue(LocalDate.of(2014, 5, 3));
            }
            sheet.getRow(1).setZeroHeight(true);
            sheet.getRow(2).getCell(0).setCellStyle(struck);
            sheet.getRow(2).getCell(1).setCellStyle(struck);
            sheet.getRow(3).getCell(0).setCellStyle(struck);
        });

        List<Table.Row> rows = TableFile.read("x.xlsx", file).get(0).rows();

        assertThat(rows).extracting(Table.Row::hidden).containsExactly(false, true, false, false);
        assertThat(rows).extracting(Table.Row::struck).containsExactly(false, false, true, false);
    }

    private static final String CONTENT =
            "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
                    + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
                    + " xmlns:number='urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0'><office:automatic-styles>"
                    + "<number:date-style style:name='N1'><number:month number:textual='true'/><number:text>-</number:text><number:year/></number:date-style>"
                    + "<number:date-style style:name='N2'><number:year number:style='long'/></number:date-style>"
                    + "<number:date-style style:name='N3'><number:day/><number:text>/</number:text><number:month/></number:date-style>"
                    + "<style:style style:name='month' style:family='table-cell' style:data-style-name='N1'/>"
                    + "<style:style style:name='bold' style:family='table-cell' style:parent-style-name='month'/>"
                    + "<style:style style:name='year' style:family='table-cell' style:data-style-name='N2'/>"
                    + "<style:style style:name='day' style:family='table-cell' style:data-style-name='N3'/>"
                    + "<style:style style:name='out' style:family='table-cell'><style:text-properties style:text-line-through-style='solid'/></style:style>"
                    + "</office:automatic-styles><office:body><office:spreadsheet>%s</office:spreadsheet></office:body></office:document-content>";

    private static List<Table.Row> ods(String rows) throws IOException, UnreadableTable {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] written = new Spreadsheet(List.of(new Spreadsheet.Sheet("A", List.of()))).bytes();
        bytes.write(written, 0, 30 + "mimetype".length() + Spreadsheet.MEDIA_TYPE.length());
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(rest)) {
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(CONTENT.formatted("<table:table table:name='A'>" + rows + "</table:table>")
                    .getBytes(StandardCharsets.UTF_8));
        }
        bytes.write(rest.toByteArray());
        return TableFile.read("x.ods", bytes.toByteArray()).get(0).rows();
    }

    private static String date(String style) {
        return "<table:table-cell" + style
                + " office:value-type='date' office:date-value='2014-05-03'><text:p>x</text:p></table:table-cell>";
    }

    @Test
    void openDocumentHasItsFormatsInStyles() throws IOException, UnreadableTable {
        List<Table.Row> rows = ods(
                "<table:table-column table:number-columns-repeated='4'/><table:table-column table:default-cell-style-name='year'/>"
                        + "<table:table-row>" + date("") + date(" table:style-name='month'")
                        + date(" table:style-name='bold'")
                        + date(" table:style-name='day'") + date("") + "</table:table-row>");

        assertThat(rows.get(0).cells())
                .containsExactly(
                        new ReadCell("2014-05-03", Type.DAY),
                        new ReadCell("2014-05", Type.DAY),
                        new ReadCell("2014-05", Type.DAY),
                        new ReadCell("2014-05-03", Type.DAY_WITHOUT_YEAR),
                        new ReadCell("2014", Type.DAY));
    }

    @Test
    void openDocumentHidesAndStrikesOutToo() throws IOException, UnreadableTable {
        String cell = "<table:table-cell%s office:value-type='string'><text:p>x</text:p></table:table-cell>";
        List<Table.Row> rows = ods("<table:table-row>" + cell.formatted("") + "</table:table-row>"
                + "<table:table-row table:visibility='collapse'>" + cell.formatted("") + "</table:table-row>"
                + "<table:table-row table:visibility='filter'>" + cell.formatted("") + "</table:table-row>"
                + "<table:table-row>" + cell.formatted(" table:style-name='out'") + "</table:table-row>");

        assertThat(rows).extracting(Table.Row::hidden).containsExactly(false, true, true, false);
        assertThat(rows).extracting(Table.Row::struck).containsExactly(false, false, false, true);
    }

    @Test
    void aByteThatIsNothingIsNoEncoding() throws UnreadableTable {
        byte[] file = "Title,Date\nSpring\0 meeting,2014-03-24\nRéunion,2014-03-25\n".getBytes(StandardCharsets.UTF_8);

        assertThat(TableFile.read("x.csv", file).get(0).rows())
                .extracting(row -> row.cell(0).text())
                .containsExactly("Title", "Spring meeting", "Réunion");
    }

    @Test
    void lettersOfTwoBytesAreReadWithoutAMark() throws UnreadableTable {
        byte[] file = "Τίτλος;Ημερομηνία\nΣυνάντηση στην Αθήνα;24/03/2014\n".getBytes(StandardCharsets.UTF_16LE);

        assertThat(TableFile.read("x.csv", file).get(0).rows().get(1).cell(0).text())
                .isEqualTo("Συνάντηση στην Αθήνα");
    }
}
