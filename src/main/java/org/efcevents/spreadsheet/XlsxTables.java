package org.efcevents.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.efcevents.spreadsheet.ReadCell.Type;
import org.efcevents.spreadsheet.ShownDate.Part;
import org.efcevents.spreadsheet.UnreadableTable.Reason;

/**
 * Reads the sheets of a workbook of Excel 2007 and later (ECMA-376, part 1, 18). Of Apache POI it takes what knows the format: the package, the
 * texts that cells share and how numbers are shown. The cells are read as they come, so that no model of the workbook has to be in memory.
 */
final class XlsxTables {

    /** How a cell shows a date that is none. */
    private static final String ZERO = "1900-01-00";

    private final SharedStrings texts;
    private final StylesTable styles;
    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);
    private final boolean from1904;

    private XlsxTables(SharedStrings texts, StylesTable styles, boolean from1904) {
        this.texts = texts;
        this.styles = styles;
        this.from1904 = from1904;
    }

    static List<Table> read(byte[] file) throws UnreadableTable {
        // POI holds its parts in memory: they are counted before.
        Unpacked.parts(file, Set.of());
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(file))) {
            XSSFReader reader = new XSSFReader(parts);
            Set<String> hidden = new HashSet<>();
            boolean from1904;
            try (InputStream workbook = reader.getWorkbookData()) {
                from1904 = workbook(Xml.reader(workbook), hidden);
            }
            SharedStrings texts = reader.getSharedStringsTable();
            XlsxTables tables = new XlsxTables(texts, reader.getStylesTable(), from1904);
            List<Table> read = new ArrayList<>();
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream sheet = sheets.next()) {
                    String name = sheets.getSheetName();
                    read.add(tables.sheet(Xml.reader(sheet), new TableUnderWay(name, hidden.contains(name))));
                }
            }
            return read;
        } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException e) {
            // POI says in many ways that a file is not as it should be.
            throw (UnreadableTable) new UnreadableTable(Reason.BROKEN).initCause(e);
        }
    }

    /** Adds the names of hidden sheets, and tells whether days are counted from 1904. */
    private static boolean workbook(XMLStreamReader xml, Set<String> hidden) throws XMLStreamException {
        boolean from1904 = false;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("workbookPr")) {
                    from1904 = isTrue(xml.getAttributeValue(null, "date1904"));
                } else if (xml.getLocalName().equals("sheet")) {
                    String state = xml.getAttributeValue(null, "state");
                    if (state != null && !state.equals("visible")) {
                        hidden.add(xml.getAttributeValue(null, "name"));
                    }
                }
            }
        }
        return from1904;
    }

    private static boolean isTrue(String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private Table sheet(XMLStreamReader xml, TableUnderWay table) throws XMLStreamException, UnreadableTable {
        int column = 0;
        int row = 0;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "row" -> {
                    String number = xml.getAttributeValue(null, "r");
                    row = number == null ? row + 1 : Integer.parseInt(number);
                    table.goTo(row);
                    if (isTrue(xml.getAttributeValue(null, "hidden"))) {
                        table.hideRow();
                    }
                    column = 0;
                }
                case "c" -> {
                    String reference = xml.getAttributeValue(null, "r");
                    column = reference == null ? column : new CellReference(reference).getCol();
                    boolean struck = isStruck(xml.getAttributeValue(null, "s"));
                    ReadCell cell = cell(xml);
                    table.put(column, cell);
                    if (struck && !cell.isBlank()) {
                        table.strike();
                    }
                    column++;
                }
                case "mergeCell" -> {
                    CellRangeAddress merged = CellRangeAddress.valueOf(xml.getAttributeValue(null, "ref"));
                    table.span(merged.getFirstColumn(), merged.getFirstRow() + 1, merged.getLastRow() + 1);
                }
                default -> {}
            }
        }
        table.endRow(1);
        return table.table();
    }

    private boolean isStruck(String style) {
        XSSFCellStyle shown = style == null ? null : styles.getStyleAt(Integer.parseInt(style));
        return shown != null && shown.getFont() != null && shown.getFont().getStrikeout();
    }

    private ReadCell cell(XMLStreamReader xml) throws XMLStreamException {
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        StringBuilder value = new StringBuilder();
        StringBuilder inline = new StringBuilder();
        int depth = 1;
        String within = "";
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                // How a text is spoken is not part of it.
                within = within.equals("rPh") ? within : xml.getLocalName();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                within = within.equals("rPh") && !xml.getLocalName().equals("rPh") ? within : "";
            } else if (event == XMLStreamConstants.CHARACTERS) {
                if (within.equals("v")) {
                    value.append(xml.getText());
                } else if (within.equals("t")) {
                    inline.append(xml.getText());
                }
            }
        }
        return cell(type == null ? "n" : type, style, value.toString().strip(), inline.toString());
    }

    private ReadCell cell(String type, String style, String value, String inline) {
        return switch (type) {
            case "s" -> ReadCell.text(texts.getItemAt(Integer.parseInt(value)).getString());
            case "inlineStr" -> ReadCell.text(inline);
            case "str" -> ReadCell.text(value);
            case "b" -> new ReadCell(isTrue(value) ? "yes" : "no", Type.FLAG);
                // Such as #REF!
            case "e" -> ReadCell.text(value);
            case "d" -> new ReadCell(value.replaceFirst("(T\\d\\d:\\d\\d).*$", "$1"), Type.DAY);
            default -> value.isEmpty() ? ReadCell.EMPTY : number(style, value);
        };
    }

    private ReadCell number(String style, String text) {
        double value = Double.parseDouble(text);
        int index = 0;
        String format = "General";
        if (style != null) {
            CellStyle shown = styles.getStyleAt(Integer.parseInt(style));
            index = shown == null ? 0 : shown.getDataFormat();
            format = shown == null || shown.getDataFormatString() == null ? format : shown.getDataFormatString();
        }
        String shown = formatter.formatRawCellContents(value, index, format, from1904);
        if (DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)) {
            return moment(value, format, shown);
        }
        return new ReadCell(shown, Type.NUMBER);
    }

    private ReadCell moment(double value, String format, String shown) {
        Set<Part> parts = ShownDate.of(format);
        if (value >= 1 && ShownDate.isDuration(format)) {
            return ReadCell.text(shown);
        }
        if (value < 1 && !from1904) {
            // The day before the first is no day: it is how an empty date is shown, or stands before a time alone.
            boolean clock = parts.contains(Part.TIME) && (value > 0 || parts.size() == 1);
            return clock ? ShownDate.cell(local(value), Set.of(Part.TIME), shown) : ReadCell.text(ZERO);
        }
        return ShownDate.cell(local(value), parts, shown);
    }

    private LocalDateTime local(double value) {
        return DateUtil.getLocalDateTime(value, from1904);
    }
}
