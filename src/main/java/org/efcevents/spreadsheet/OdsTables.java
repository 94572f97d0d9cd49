package org.efcevents.spreadsheet;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.efcevents.spreadsheet.ReadCell.Type;
import org.efcevents.spreadsheet.ShownDate.Part;
import org.efcevents.spreadsheet.UnreadableTable.Reason;

/** Reads the sheets of an OpenDocument spreadsheet (OpenDocument 1.2, part 1, 9). */
final class OdsTables {

    private static final String CONTENT = "content.xml";
    private static final String MANIFEST = "META-INF/manifest.xml";
    private static final String STYLES = "styles.xml";
    static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";
    static final String TABLE = OASIS + "table:1.0";
    private static final String OFFICE = OASIS + "office:1.0";
    private static final String TEXT = OASIS + "text:1.0";

    /** As ZIP files of the format begin: the name of the first part and what is in it. */
    private static final String BEGINNING = "mimetypeapplication/vnd.oasis.opendocument.spreadsheet";

    private static final int BEGINS_AT = 30;

    private static final Pattern MOMENT =
            Pattern.compile("(?<day>\\d{4}-\\d{2}-\\d{2})(?:T(?<time>\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?))?");

    private final List<Table> tables = new ArrayList<>();
    private final OdsStyles styles;

    /** Of the cells of a row, or of a column, that have none of their own. */
    private final List<String> ofColumns = new ArrayList<>();

    private String ofRow = "";
    private final XMLStreamReader xml;
    private TableUnderWay table;
    private int column;

    private OdsTables(XMLStreamReader xml, OdsStyles styles) {
        this.xml = xml;
        this.styles = styles;
    }

    static boolean isOne(byte[] file) {
        // Some programs add to the entry's header, so that it is looked for a little further on.
        return new String(file, 0, Math.min(file.length, BEGINS_AT + 200), StandardCharsets.ISO_8859_1)
                .replaceAll("mimetype.{0,60}?application", "mimetypeapplication")
                .contains(BEGINNING);
    }

    static List<Table> read(byte[] file) throws UnreadableTable {
        Map<String, byte[]> parts = Unpacked.parts(file, Set.of(CONTENT, MANIFEST, STYLES));
        if (!parts.containsKey(CONTENT)) {
            throw new UnreadableTable(Reason.BROKEN);
        }
        String manifest = new String(parts.getOrDefault(MANIFEST, new byte[0]), StandardCharsets.UTF_8);
        if (manifest.contains("encryption-data")) {
            throw new UnreadableTable(Reason.ENCRYPTED);
        }
        try {
            OdsStyles styles = new OdsStyles();
            if (parts.containsKey(STYLES)) {
                styles.readAll(Xml.reader(new ByteArrayInputStream(parts.get(STYLES))));
            }
            XMLStreamReader xml = Xml.reader(new ByteArrayInputStream(parts.get(CONTENT)));
            return new OdsTables(xml, styles).tables();
        } catch (XMLStreamException e) {
            throw (UnreadableTable) new UnreadableTable(Reason.BROKEN).initCause(e);
        }
    }

    private List<Table> tables() throws XMLStreamException, UnreadableTable {
        int rowTimes = 1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "table" -> {
                        table = new TableUnderWay(
                                attribute(TABLE, "name"), styles.isHidden(attribute(TABLE, "style-name")));
                        ofColumns.clear();
                    }
                    case "table-column" -> {
                        String style = attribute(TABLE, "default-cell-style-name");
                        for (int i = times("number-columns-repeated");
                                i > 0 && ofColumns.size() < TableUnderWay.MOST_COLUMNS;
                                i--) {
                            ofColumns.add(style);
                        }
                    }
                    case "table-row" -> {
                        column = 0;
                        rowTimes = times("number-rows-repeated");
                        ofRow = attribute(TABLE, "default-cell-style-name");
                        if (table != null && attribute(TABLE, "visibility").matches("collapse|filter")) {
                            table.hideRow();
                        }
                    }
                    case "table-cell", "covered-table-cell" -> cell();
                    default -> styles.read(xml);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("table-row")) {
                    table.endRow(rowTimes);
                } else if (xml.getLocalName().equals("table")
                        && xml.getNamespaceURI().equals(TABLE)) {
                    tables.add(table.table());
                }
            }
        }
        return tables;
    }

    private String attribute(String namespace, String name) {
        return OdsStyles.attribute(xml, namespace, name);
    }

    private int times(String name) {
        String value = attribute(TABLE, name);
        return value.matches("[0-9]{1,9}") ? Math.max(1, Integer.parseInt(value)) : 1;
    }

    private void cell() throws XMLStreamException, UnreadableTable {
        if (table == null) {
            throw new UnreadableTable(Reason.BROKEN);
        }
        boolean covered = xml.getLocalName().equals("covered-table-cell");
        int times = times("number-columns-repeated");
        int rows = times("number-rows-spanned");
        String type = attribute(OFFICE, "value-type");
        String style = style();
        String date = attribute(OFFICE, "date-value");
        String time = attribute(OFFICE, "time-value");
        String flag = attribute(OFFICE, "boolean-value");
        String shown = shown();
        ReadCell cell =
                switch (type) {
                    case "date" -> day(date, styles.shown(style), shown);
                    case "time" -> time(time, shown);
                    case "boolean" -> new ReadCell("true".equals(flag) ? "yes" : "no", Type.FLAG);
                    case "float", "percentage", "currency" -> new ReadCell(shown, Type.NUMBER);
                    default -> ReadCell.text(shown);
                };
        if (!covered && !cell.isBlank()) {
            for (int i = 0; i < times; i++) {
                table.put(column + i, cell);
                if (styles.isStruck(style)) {
                    table.strike();
                }
            }
            table.span(column, table.row(), table.row() + rows - 1);
        }
        column = Math.min(column + times, Integer.MAX_VALUE / 2);
    }

    private String style() {
        String own = attribute(TABLE, "style-name");
        String ofColumn = column < ofColumns.size() ? ofColumns.get(column) : "";
        return !own.isEmpty() ? own : !ofRow.isEmpty() ? ofRow : ofColumn;
    }

    private static ReadCell day(String date, Set<Part> parts, String shown) {
        Matcher moment = MOMENT.matcher(date);
        if (!moment.matches()) {
            return ReadCell.text(shown);
        }
        try {
            LocalDateTime local = LocalDate.parse(moment.group("day"))
                    .atTime(moment.group("time") == null ? LocalTime.MIDNIGHT : LocalTime.parse(moment.group("time")));
            return ShownDate.cell(local, parts.isEmpty() ? EnumSet.allOf(Part.class) : parts, shown);
        } catch (DateTimeException notInTheCalendar) {
            return ReadCell.text(shown);
        }
    }

    private static ReadCell time(String time, String shown) {
        return time.matches("PT\\d{2}H\\d{2}M.*")
                ? new ReadCell(time.substring(2, 4) + ":" + time.substring(5, 7), Type.TIME)
                : ReadCell.text(shown);
    }

    /** The paragraphs of the cell, up to its end. What is noted beside it is not in it. */
    private String shown() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean paragraph = false;
        int noted = 0;
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                String name = xml.getLocalName();
                if (name.equals("annotation") || noted > 0) {
                    noted++;
                } else if (name.equals("p")) {
                    text.append(paragraph ? "\n" : "");
                    paragraph = true;
                } else if (name.equals("line-break")) {
                    text.append('\n');
                } else if (name.equals("tab")) {
                    text.append('\t');
                } else if (name.equals("s")) {
                    text.append(" ".repeat(Math.min(100, spaces())));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                noted -= noted > 0 ? 1 : 0;
            } else if (event == XMLStreamConstants.CHARACTERS && noted == 0 && paragraph) {
                text.append(xml.getText());
            }
        }
        return text.toString();
    }

    private int spaces() {
        String count = attribute(TEXT, "c");
        return count.matches("[0-9]{1,9}") ? Integer.parseInt(count) : 1;
    }
}
