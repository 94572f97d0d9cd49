package org.efcevents.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.efcevents.xml.XmlText;

/**
 * A spreadsheet of one or more sheets, which is written as OpenDocument 1.2: a ZIP file with a manifest and the content. The same
 * sheets give the same bytes.
 *
 * @param sheets in their order, at least one
 */
public record Spreadsheet(List<Sheet> sheets) {

    /** What browsers and operating systems know it by. */
    public static final String MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";

    private static final String VERSION = "1.2";

    /** The same for all files, in no time zone. Of the earliest that ZIP has, Java adds the time zone's. */
    private static final LocalDateTime WRITTEN = LocalDateTime.of(1980, 2, 1, 0, 0);

    /**
     * A sheet.
     *
     * @param name what it is called; not empty, and of no other sheet
     * @param rows the cells, row by row
     */
    public record Sheet(String name, List<List<Cell>> rows) {}

    /** The file. */
    public byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            // First and not compressed, so that the type can be told from the first bytes (OpenDocument 1.2, part 3,
            // 3.3).
            stored(zip, "mimetype", MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII));
            entry(zip, "META-INF/manifest.xml", manifest());
            entry(zip, "content.xml", content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static void stored(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(WRITTEN);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(WRITTEN);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String manifest() {
        String namespace = OASIS + "manifest:1.0";
        XmlText xml = new XmlText("manifest:manifest", namespace)
                .namespace("manifest", namespace)
                .attribute("manifest:version", VERSION);
        file(xml, "/", MEDIA_TYPE).attribute("manifest:version", VERSION);
        file(xml, "content.xml", "text/xml");
        return xml.text();
    }

    private static XmlText file(XmlText xml, String path, String mediaType) {
        return xml.empty("manifest:file-entry")
                .attribute("manifest:full-path", path)
                .attribute("manifest:media-type", mediaType);
    }

    private String content() {
        XmlText xml = new XmlText("office:document-content", OASIS + "office:1.0")
                .namespace("office", OASIS + "office:1.0")
                .namespace("table", OASIS + "table:1.0")
                .namespace("text", OASIS + "text:1.0")
                .namespace("style", OASIS + "style:1.0")
                .namespace("number", OASIS + "datastyle:1.0")
                .namespace("fo", OASIS + "xsl-fo-compatible:1.0")
                .attribute("office:version", VERSION);
        styles(xml);
        xml.begin("office:body").begin("office:spreadsheet");
        sheets.forEach(sheet -> sheet(xml, sheet));
        return xml.text();
    }

    private static void styles(XmlText xml) {
        xml.begin("office:automatic-styles");
        xml.begin("number:date-style").attribute("style:name", "day");
        xml.empty("number:year").attribute("number:style", "long");
        xml.element("number:text", "-");
        xml.empty("number:month").attribute("number:style", "long");
        xml.element("number:text", "-");
        xml.empty("number:day").attribute("number:style", "long");
        xml.end();
        xml.begin("style:style").attribute("style:name", "wide").attribute("style:family", "table-column");
        xml.empty("style:table-column-properties").attribute("style:column-width", "4.5cm");
        xml.end();
        cellStyle(xml, "date").attribute("style:data-style-name", "day").end();
        cellStyle(xml, "heading");
        xml.empty("style:text-properties").attribute("fo:font-weight", "bold");
        xml.end().end();
    }

    private static XmlText cellStyle(XmlText xml, String name) {
        return xml.begin("style:style").attribute("style:name", name).attribute("style:family", "table-cell");
    }

    private static void sheet(XmlText xml, Sheet sheet) {
        int columns = sheet.rows().stream().mapToInt(List::size).max().orElse(1);
        xml.begin("table:table").attribute("table:name", sheet.name());
        xml.empty("table:table-column")
                .attribute("table:style-name", "wide")
                .attribute("table:number-columns-repeated", Integer.toString(Math.max(1, columns)));
        for (List<Cell> row : sheet.rows()) {
            xml.begin("table:table-row");
            row.forEach(cell -> cell(xml, cell));
            if (row.isEmpty()) {
                xml.empty("table:table-cell");
            }
            xml.end();
        }
        if (sheet.rows().isEmpty()) {
            xml.begin("table:table-row").empty("table:table-cell").end();
        }
        xml.end();
    }

    private static void cell(XmlText xml, Cell cell) {
        if (cell instanceof Cell.Count count) {
            String number = Long.toString(count.number());
            xml.begin("table:table-cell")
                    .attribute("office:value-type", "float")
                    .attribute("office:value", number)
                    .element("text:p", number)
                    .end();
        } else if (cell instanceof Cell.Day day) {
            xml.begin("table:table-cell")
                    .attribute("table:style-name", "date")
                    .attribute("office:value-type", "date")
                    .attribute("office:date-value", day.day().toString())
                    .element("text:p", day.day().toString())
                    .end();
        } else {
            boolean heading = cell instanceof Cell.Heading;
            text(xml, heading, heading ? ((Cell.Heading) cell).text() : ((Cell.Text) cell).text());
        }
    }

    private static void text(XmlText xml, boolean heading, String text) {
        if (text.isEmpty()) {
            xml.empty("table:table-cell");
            return;
        }
        xml.begin("table:table-cell");
        if (heading) {
            xml.attribute("table:style-name", "heading");
        }
        xml.attribute("office:value-type", "string");
        text.lines().forEach(line -> xml.element("text:p", line));
        xml.end();
    }
}
