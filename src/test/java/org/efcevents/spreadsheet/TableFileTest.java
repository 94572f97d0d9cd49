package org.efcevents.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.efcevents.spreadsheet.ReadCell.Type;
import org.efcevents.spreadsheet.UnreadableTable.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the files that people bring. */
class TableFileTest {

    private static final String ODS_CONTENT =
            "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
                    + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'>"
                    + "<office:automatic-styles><style:style style:name='off'><style:table-properties table:display='false'/></style:style>"
                    + "</office:automatic-styles><office:body><office:spreadsheet>%s</office:spreadsheet></office:body></office:document-content>";

    private static List<List<String>> cells(Table table) {
        return table.rows().stream()
                .map(row -> row.cells().stream().map(ReadCell::text).toList())
                .toList();
    }

    private static List<List<String>> csv(byte[] file) throws UnreadableTable {
        return cells(TableFile.read("events.csv", file).get(0));
    }

    private static Reason refusal(String name, byte[] file) {
        return catchThrowableOfType(() -> TableFile.read(name, file), UnreadableTable.class)
                .reason();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void csvIsReadWhateverPartsItsCells(String sign) throws Exception {
        String text =
                "Title,Date,Place\r\n\"A \"\"great\"\" day, and; more\ttext | here\",2014-03-24,\"two\r\nlines\"\r\n\r\nLast,,\r\n"
                        .replaceAll("(?<=[a-z4]|[a-z]\")(,)(?=[DP2\"])|,(?=,)|,(?=\r)", sign.replace("|", "\\|"));

        assertThat(csv(text.getBytes(StandardCharsets.UTF_8)))
                .containsExactly(
                        List.of("Title", "Date", "Place"),
                        List.of("A \"great\" day, and; more\ttext | here", "2014-03-24", "two\r\nlines"),
                        List.of("Last"));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,",
        "UTF-8,\ufeff",
        "UTF-16LE,\ufeff",
        "UTF-16BE,\ufeff",
        "UTF-16LE,",
        "UTF-16BE,",
        "windows-1252,"
    })
    void csvIsReadInWhateverEncodingItHas(String encoding, String mark) throws Exception {
        String text = (mark == null ? "" : mark) + "Événement;Lieu\nRéseau – l’été;Liège\n";

        assertThat(csv(text.getBytes(Charset.forName(encoding))))
                .containsExactly(List.of("Événement", "Lieu"), List.of("Réseau – l’été", "Liège"));
    }

    @Test
    void aFirstLineThatNamesTheSeparatorIsFollowed() throws Exception {
        Table table = TableFile.read("x.csv", "sep=|\r\na;b;c|d\r\ne;f|g\r\n".getBytes(StandardCharsets.UTF_8))
                .get(0);

        assertThat(cells(table)).containsExactly(List.of("a;b;c", "d"), List.of("e;f", "g"));
        assertThat(table.rows().get(0).number()).isEqualTo(2);
    }

    @Test
    void whatKeptASpreadsheetFromTakingATextForAFormulaIsTakenAway() throws Exception {
        for (String text : List.of("=1+1", "+32 2 000", "-", "@efc", "'=x", "'tis", "plain")) {
            String cell = Formulas.guarded(text);

            assertThat(cell).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("@");
            assertThat(csv(("a,b\n" + cell + ",c\n").getBytes(StandardCharsets.UTF_8))
                            .get(1))
                    .containsExactly(text, "c");
        }
    }

    @Test
    void aFormulaBehindALineBreakOrInFullWidthIsKeptATextToo() {
        for (String text : List.of("\n=1+1", "\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20efc")) {
            String cell = Formulas.guarded(text);

            assertThat(cell).isEqualTo("'" + text);
            assertThat(Formulas.unguarded(cell)).isEqualTo(text);
        }
    }

    @Test
    void aFormulaOfSomebodyElseIsAText() throws Exception {
        assertThat(csv("a,b\n\"=HYPERLINK(\"\"https://evil.example.org\"\")\",=cmd|' /C calc'!A0\n"
                        .getBytes(StandardCharsets.UTF_8)))
                .contains(List.of("=HYPERLINK(\"https://evil.example.org\")", "=cmd|' /C calc'!A0"));
    }

    @Test
    void aQuotationMarkThatEndsNoCellIsToldWithItsLine() {
        byte[] file = "a,b\nc,d\n\"e\" f,g\n".getBytes(StandardCharsets.UTF_8);

        UnreadableTable refused = catchThrowableOfType(() -> TableFile.read("x.csv", file), UnreadableTable.class);

        assertThat(refused.reason()).isEqualTo(Reason.QUOTATION);
        assertThat(refused.details()).containsExactly(3L);
    }

    @Test
    void aWorkbookHasItsDaysTimesFlagsAndWhatItsFormulasCameTo() throws Exception {
        byte[] file;
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.createSheet("Nothing");
            XSSFSheet sheet = workbook.createSheet("Événements");
            CellStyle day = style(workbook, "dd/mm/yyyy");
            sheet.createRow(0).createCell(0).setCellValue("Events of 2014");
            Row row = sheet.createRow(3);
            row.createCell(0).setCellValue("Two\nlines");
            row.createCell(1).setCellValue(LocalDate.of(2014, 4, 3));
            row.getCell(1).setCellStyle(day);
            row.createCell(2).setCellValue(LocalDateTime.of(2014, 4, 3, 9, 30));
            row.getCell(2).setCellStyle(style(workbook, "m/d/yy h:mm"));
            row.createCell(3).setCellValue(0.75);
            row.getCell(3).setCellStyle(style(workbook, "h:mm"));
            row.createCell(4).setCellValue(true);
            row.createCell(6).setCellValue(2014);
            row.createCell(7).setCellFormula("G4+1");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            row.createCell(8).setCellValue(0.5);
            row.getCell(8).setCellStyle(style(workbook, "0%"));
            row.createCell(9).setCellValue("=1+1");
            sheet.createRow(4).createCell(1).setCellValue("below");
            sheet.addMergedRegion(new CellRangeAddress(3, 4, 0, 0));
            workbook.createSheet("Old").createRow(0).createCell(0).setCellValue("x");
            workbook.setSheetVisibility(2, SheetVisibility.HIDDEN);
            workbook.write(bytes);
            file = bytes.toByteArray();
        }

        List<Table> tables = TableFile.read("events.xlsx", file);

        assertThat(tables).extracting(Table::name).containsExactly("Événements", "Old");
        assertThat(tables).extracting(Table::hidden).containsExactly(false, true);
        assertThat(tables.get(0).rows()).extracting(Table.Row::number).containsExactly(1, 4, 5);
        assertThat(cells(tables.get(0)))
                .containsExactly(
                        List.of("Events of 2014"),
                        List.of(
                                "Two\nlines",
                                "2014-04-03",
                                "2014-04-03T09:30",
                                "18:00",
                                "yes",
                                "",
                                "2014",
                                "2015",
                                "50%",
                                "=1+1"),
                        List.of("Two\nlines", "below"));
        assertThat(tables.get(0).rows().get(1).cells())
                .extracting(ReadCell::type)
                .containsExactly(
                        Type.TEXT,
                        Type.DAY,
                        Type.DAY,
                        Type.TIME,
                        Type.FLAG,
                        Type.TEXT,
                        Type.NUMBER,
                        Type.NUMBER,
                        Type.NUMBER,
                        Type.TEXT);
    }

    private static CellStyle style(XSSFWorkbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    @Test
    void whatTheModuleWritesItReads() throws Exception {
        byte[] file = new Spreadsheet(List.of(
                        new Spreadsheet.Sheet("Empty", List.of()),
                        new Spreadsheet.Sheet(
                                "Events",
                                List.of(
                                        List.of(
                                                new Cell.Heading("Title"),
                                                new Cell.Heading("Date"),
                                                new Cell.Heading("Count")),
                                        List.of(
                                                Cell.of("one\ntwo"),
                                                new Cell.Day(LocalDate.of(2014, 3, 24)),
                                                Cell.of(12))))))
                .bytes();

        Table table = TableFile.read("events.ods", file).get(0);

        assertThat(table.name()).isEqualTo("Events");
        assertThat(cells(table))
                .containsExactly(List.of("Title", "Date", "Count"), List.of("one\ntwo", "2014-03-24", "12"));
        assertThat(table.rows().get(1).cells())
                .extracting(ReadCell::type)
                .containsExactly(Type.TEXT, Type.DAY, Type.NUMBER);
    }

    @Test
    void openDocumentMayRepeatAndSpanItsCells() throws Exception {
        byte[] file = ods("<table:table table:name='A' table:style-name='off'>"
                + "<table:table-row table:number-rows-repeated='3'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
                + "<table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='2' office:value-type='string'>"
                + "<office:annotation><text:p>a note</text:p></office:annotation><text:p>a<text:s text:c='2'/>b<text:line-break/>c</text:p></table:table-cell>"
                + "<table:table-cell table:number-columns-repeated='16000'/></table:table-row>"
                + "<table:table-row><table:table-cell table:number-rows-spanned='2' office:value-type='time' office:time-value='PT09H30M00S'/>"
                + "<table:table-cell office:value-type='time' office:time-value='PT09H30M00S'><text:p>9:30</text:p></table:table-cell></table:table-row>"
                + "<table:table-row><table:covered-table-cell/><table:table-cell office:value-type='boolean' office:boolean-value='true'><text:p>VRAI</text:p></table:table-cell></table:table-row>"
                + "<table:table-row table:number-rows-repeated='1048000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
                + "</table:table>");

        Table table = TableFile.read("x.ods", file).get(0);

        assertThat(table.hidden()).isTrue();
        assertThat(table.rows()).extracting(Table.Row::number).containsExactly(4, 5, 6, 7);
        assertThat(cells(table))
                .containsExactly(
                        List.of("a  b\nc", "a  b\nc"),
                        List.of("a  b\nc", "a  b\nc"),
                        List.of("09:30", "09:30"),
                        List.of("09:30", "yes"));
    }

    private static byte[] ods(String tables) throws IOException {
        return ods(Map.of("content.xml", ODS_CONTENT.formatted(tables).getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] ods(Map<String, byte[]> parts) throws IOException {
        byte[] written = new Spreadsheet(List.of(new Spreadsheet.Sheet("A", List.of()))).bytes();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // The module's own begins with what tells the format; the parts come behind it.
        bytes.write(written, 0, 30 + "mimetype".length() + Spreadsheet.MEDIA_TYPE.length());
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(rest)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        bytes.write(rest.toByteArray());
        return bytes.toByteArray();
    }

    @Test
    void noRepetitionFillsTheMemory() throws Exception {
        String cell =
                "<table:table-cell table:number-columns-repeated='%s' office:value-type='string'><text:p>%s</text:p></table:table-cell>";
        String table =
                "<table:table table:name='A'><table:table-row table:number-rows-repeated='%s'>%s</table:table-row></table:table>";

        assertThat(refusal("x.ods", ods(table.formatted("1", cell.formatted("900000000", "x")))))
                .isEqualTo(Reason.COLUMNS);
        assertThat(refusal("x.ods", ods(table.formatted("900000000", cell.formatted("1", "x")))))
                .isEqualTo(Reason.ROWS);
        assertThat(refusal("x.ods", ods(table.formatted("19000", cell.formatted("100", "x".repeat(50))))))
                .isEqualTo(Reason.LARGE);
        assertThat(refusal("x.csv", "a,b\n".repeat(20_001).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.ROWS);
        assertThat(refusal("x.csv", ("a" + ",b".repeat(200)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.COLUMNS);
    }

    @Test
    void aBombIsNotUnpacked() throws Exception {
        byte[] nothing = new byte[70 * 1024 * 1024];

        assertThat(refusal("x.ods", ods(Map.of("content.xml", nothing)))).isEqualTo(Reason.LARGE);
        assertThat(refusal("x.ods", ods(Map.of("other", nothing)))).isEqualTo(Reason.LARGE);
        assertThat(refusal("x.xlsx", zip(Map.of("xl/workbook.xml", nothing)))).isEqualTo(Reason.LARGE);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void entitiesAreNotExpandedAndNothingIsFetched() throws Exception {
        String entities =
                "<!DOCTYPE x [<!ENTITY file SYSTEM 'file:///etc/hostname'><!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>";
        byte[] content = (entities
                        + ODS_CONTENT.formatted(
                                "<table:table table:name='A'><table:table-row><table:table-cell office:value-type='string'>"
                                        + "<text:p>x&file;&b;y</text:p></table:table-cell></table:table-row></table:table>"))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(refusal("x.ods", ods(Map.of("content.xml", content)))).isEqualTo(Reason.BROKEN);
    }

    @Test
    void whatCannotBeReadIsRefusedWithAReason() throws Exception {
        byte[] compound = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0};

        assertThat(refusal("old.xls", compound)).isEqualTo(Reason.OLD);
        assertThat(refusal("locked.xlsx", compound)).isEqualTo(Reason.ENCRYPTED);
        assertThat(refusal("x.csv", new byte[0])).isEqualTo(Reason.EMPTY);
        assertThat(refusal("x.csv", " ;;\n\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.EMPTY);
        assertThat(refusal("x.csv", new byte[] {1, 0, 0, 7, 'a', 0, 0, 0})).isEqualTo(Reason.BROKEN);
        assertThat(refusal("x.xlsx", zip(Map.of("hello.txt", new byte[3])))).isEqualTo(Reason.BROKEN);
        assertThat(refusal("x.ods", ods("<table:table"))).isEqualTo(Reason.BROKEN);
        assertThat(refusal("x.ods", ods(Map.of("META-INF/manifest.xml", new byte[3]))))
                .isEqualTo(Reason.BROKEN);
        byte[] whole = new Spreadsheet(List.of(new Spreadsheet.Sheet("A", List.of()))).bytes();
        assertThat(refusal("x.ods", java.util.Arrays.copyOf(whole, whole.length / 2)))
                .isEqualTo(Reason.BROKEN);
        assertThat(refusal("x.ods", whole)).isEqualTo(Reason.EMPTY);
    }

    @Test
    void aServerWithoutTheLibrariesSaysSo() throws Exception {
        URL[] module = {TableFile.class.getProtectionDomain().getCodeSource().getLocation()};
        try (URLClassLoader bare = new URLClassLoader(module, ClassLoader.getPlatformClassLoader())) {
            Class<?> file = bare.loadClass(TableFile.class.getName());
            for (String[] one : new String[][] {{"x.xlsx", "PK\u0003\u0004"}, {"x.csv", "a,b\nc,d"}}) {
                Throwable refused = catchThrowableOfType(
                                () -> file.getMethod("read", String.class, byte[].class)
                                        .invoke(null, one[0], one[1].getBytes(StandardCharsets.ISO_8859_1)),
                                java.lang.reflect.InvocationTargetException.class)
                        .getTargetException();

                assertThat(refused.getClass()
                                .getMethod("reason")
                                .invoke(refused)
                                .toString())
                        .isEqualTo("UNSUPPORTED");
            }
        }
    }
}
