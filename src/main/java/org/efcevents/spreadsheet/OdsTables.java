package org.efcevents.spreadsheet;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.efcevents.spreadsheet.ReadCell.Type;
import org.efcevents.spreadsheet.UnreadableTable.Reason;

/** Reads the sheets of an OpenDocument spreadsheet (OpenDocument 1.2, part 1, 9). */
final class OdsTables {

    private static final String CONTENT = "content.xml";
    private static final String MANIFEST = "META-INF/manifest.xml";
    private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final String TABLE = OASIS + "table:1.0";
    private static final String OFFICE = OASIS + "office:1.0";
    private static final String TEXT = OASIS + "text:1.0";

    /** As ZIP files of the format begin: the name of the first part and what is in it. */
    private static final String BEGINNING = "mimetypeapplication/vnd.oasis.opendocument.spreadsheet";

    private static final int BEGINS_AT = 30;

    private final List<Table> tables = new ArrayList<>();
    private final Set<String> hiddenStyles = new HashSet<>();
    private final XMLStreamReader xml;
    private TableUnderWay table;
    private int column;

    private OdsTables(XMLStreamReader xml) {
        this.xml = xml;
    }

    static boolean isOne(byte[] file) {
        // Some programs add to the entry's header, so that it is looked for a little further on.
        return new String(file, 0, Math.min(file.length, BEGINS_AT + 200), StandardCharsets.ISO_8859_1)
                .replaceAll("mimetype.{0,60}?application", "mimetypeapplication")
                .contains(BEGINNING);
    }

    static List<Table> read(byte[] file) throws UnreadableTable {
        Map<String, byte[]> parts = Unpacked.parts(file, Set.of(CONTENT, MANIFEST));
        if (!parts.containsKey(CONTENT)) {
            throw new UnreadableTable(Reason.BROKEN);
        }
        String manifest = new String(parts.getOrDefault(MANIFEST, new byte[0]), StandardCharsets.UTF_8);
        if (manifest.contains("encryption-data")) {
            throw new UnreadableTable(Reason.ENCRYPTED);
        }
        try {
            XMLStreamReader xml = Xml.reader(new ByteArrayInputStream(parts.get(CONTENT)));
            return new OdsTables(xml).tables();
        } catch (XMLStreamException e) {
            throw (UnreadableTable) new UnreadableTable(Reason.BROKEN).initCause(e);
        }
    }

    private List<Table> tables() throws XMLStreamException, UnreadableTable {
        String style = "";
        int rowTimes = 1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "style" -> style = attribute(OASIS + "style:1.0", "name");
                    case "table-properties" -> {
                        if ("false".equals(attribute(TABLE, "display"))) {
                            hiddenStyles.add(style);
                        }
                    }
                    case "table" -> table = new TableUnderWay(
                            attribute(TABLE, "name"), hiddenStyles.contains(attribute(TABLE, "style-name")));
                    case "table-row" -> {
                        column = 0;
                        rowTimes = times("number-rows-repeated");
                    }
                    case "table-cell", "covered-table-cell" -> cell();
                    default -> {}
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
        String value = xml.getAttributeValue(namespace, name);
        return value == null ? "" : value;
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
        String date = attribute(OFFICE, "date-value");
        String time = attribute(OFFICE, "time-value");
        String flag = attribute(OFFICE, "boolean-value");
        String shown = shown();
        ReadCell cell =
                switch (type) {
                    case "date" -> day(date, shown);
                    case "time" -> time(time, shown);
                    case "boolean" -> new ReadCell("true".equals(flag) ? "yes" : "no", Type.FLAG);
                    case "float", "percentage", "currency" -> new ReadCell(shown, Type.NUMBER);
                    default -> ReadCell.text(shown);
                };
        if (!covered && !cell.isBlank()) {
            for (int i = 0; i < times; i++) {
                table.put(column + i, cell);
            }
            table.span(column, table.row(), table.row() + rows - 1);
        }
        column = Math.min(column + times, Integer.MAX_VALUE / 2);
    }

    private static ReadCell day(String date, String shown) {
        String day = date.replaceFirst("T00:00(?::00(?:\\.0+)?)?$", "").replaceFirst("(T\\d\\d:\\d\\d)(?::.*)?$", "$1");
        return day.matches("\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2})?")
                ? new ReadCell(day, Type.DAY)
                : ReadCell.text(shown);
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
