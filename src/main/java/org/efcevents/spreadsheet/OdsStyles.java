package org.efcevents.spreadsheet;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.efcevents.spreadsheet.ShownDate.Part;

/** What the styles of an OpenDocument spreadsheet say that is of use here: what is hidden, struck out, and shown of dates (part 1, 16). */
final class OdsStyles {

    static final String STYLE = OdsTables.OASIS + "style:1.0";

    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, String> formats = new HashMap<>();
    private final Map<String, Set<Part>> shown = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final Set<String> struck = new HashSet<>();
    private String style = "";
    private String format = "";

    /** Looks at an element, which may be of a style. */
    void read(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "style" -> {
                style = attribute(xml, STYLE, "name");
                parents.put(style, attribute(xml, STYLE, "parent-style-name"));
                put(formats, style, attribute(xml, STYLE, "data-style-name"));
            }
            case "table-properties" -> {
                if (attribute(xml, OdsTables.TABLE, "display").equals("false")) {
                    hidden.add(style);
                }
            }
            case "text-properties" -> {
                String line = attribute(xml, STYLE, "text-line-through-style");
                if (!line.isEmpty() && !line.equals("none")) {
                    struck.add(style);
                }
            }
            case "date-style", "time-style" -> {
                format = attribute(xml, STYLE, "name");
                shown.put(format, EnumSet.noneOf(Part.class));
            }
            case "year" -> shows(Part.YEAR);
            case "month" -> shows(Part.MONTH);
            case "day" -> shows(Part.DAY);
            case "hours", "minutes", "seconds" -> shows(Part.TIME);
            default -> {}
        }
    }

    private void shows(Part part) {
        shown.computeIfPresent(format, (name, parts) -> {
            parts.add(part);
            return parts;
        });
    }

    /** Reads all styles of a part of the file. */
    void readAll(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                read(xml);
            }
        }
    }

    private static void put(Map<String, String> all, String name, String value) {
        all.remove(name);
        if (!value.isEmpty()) {
            all.put(name, value);
        }
    }

    static String attribute(XMLStreamReader xml, String namespace, String name) {
        String value = xml.getAttributeValue(namespace, name);
        return value == null ? "" : value;
    }

    boolean isHidden(String name) {
        return hidden.contains(name);
    }

    /** Whether a style, or one that it goes on from, strikes out. */
    boolean isStruck(String name) {
        String at = name;
        for (int i = 0; i < 10 && at != null && !at.isEmpty(); i++) {
            if (struck.contains(at)) {
                return true;
            }
            at = parents.get(at);
        }
        return false;
    }

    /** What a style shows of a date; nothing if it does not say. */
    Set<Part> shown(String name) {
        String at = name;
        for (int i = 0; i < 10 && at != null && !at.isEmpty(); i++) {
            if (formats.containsKey(at)) {
                return shown.getOrDefault(formats.get(at), Set.of());
            }
            at = parents.get(at);
        }
        return Set.of();
    }
}
