package org.efccommand.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Writes nodes as JCR's system view (JCR 2.0, 7.2), which every repository reads. */
final class SystemView {

    private static final String SV = "http://www.jcp.org/jcr/sv/1.0";

    private static final List<String[]> NAMESPACES = List.of(
            new String[] {"sv", SV},
            new String[] {"jcr", "http://www.jcp.org/jcr/1.0"},
            new String[] {"nt", "http://www.jcp.org/jcr/nt/1.0"},
            new String[] {"mix", "http://www.jcp.org/jcr/mix/1.0"},
            new String[] {"mgnl", "http://www.magnolia.info/jcr/mgnl"},
            new String[] {"efc", "https://www.europeanfinancialcoalition.eu/jcr/efc"},
            new String[] {"xs", "http://www.w3.org/2001/XMLSchema"},
            new String[] {"xsi", "http://www.w3.org/2001/XMLSchema-instance"});

    /** Opens the files that binary values are. */
    interface Files {
        InputStream open(String path) throws IOException;
    }

    private final ContentHandler out;
    private final Files files;

    /** @param files null to leave binary properties out */
    SystemView(ContentHandler out, Files files) {
        this.out = out;
        this.files = files;
    }

    void begin() throws SAXException {
        out.startDocument();
        for (String[] namespace : NAMESPACES) {
            out.startPrefixMapping(namespace[0], namespace[1]);
        }
    }

    void end() throws SAXException {
        for (String[] namespace : NAMESPACES) {
            out.endPrefixMapping(namespace[0]);
        }
        out.endDocument();
    }

    /** Begins a node; those in it come before {@link #endNode}. */
    void startNode(StoredNode node) throws SAXException, IOException {
        AttributesImpl attributes = new AttributesImpl();
        add(attributes, "name", node.name());
        out.startElement(SV, "node", "sv:node", attributes);
        property("jcr:primaryType", "Name", false, List.of(node.type()));
        if (!node.mixins().isEmpty()) {
            property("jcr:mixinTypes", "Name", true, node.mixins());
        }
        if (!node.identifier().isEmpty()) {
            property("jcr:uuid", "String", false, List.of(node.identifier()));
        }
        for (StoredProperty property : node.properties()) {
            if (!property.isBinary()) {
                property(property.name(), property.type(), property.multiple(), property.values());
            } else if (files != null) {
                start(property.name(), property.type(), property.multiple());
                for (String path : property.values()) {
                    out.startElement(SV, "value", "sv:value", new AttributesImpl());
                    base64(path);
                    out.endElement(SV, "value", "sv:value");
                }
                out.endElement(SV, "property", "sv:property");
            }
        }
    }

    void endNode() throws SAXException {
        out.endElement(SV, "node", "sv:node");
    }

    private void start(String name, String type, boolean multiple) throws SAXException {
        AttributesImpl attributes = new AttributesImpl();
        add(attributes, "name", name);
        add(attributes, "type", type);
        if (multiple) {
            add(attributes, "multiple", "true");
        }
        out.startElement(SV, "property", "sv:property", attributes);
    }

    private void property(String name, String type, boolean multiple, List<String> values) throws SAXException {
        start(name, type, multiple);
        for (String value : values) {
            boolean encoded = value.chars().anyMatch(SystemView::isNoLetterOfXml);
            AttributesImpl attributes = new AttributesImpl();
            if (encoded) {
                attributes.addAttribute(
                        "http://www.w3.org/2001/XMLSchema-instance", "type", "xsi:type", "CDATA", "xs:base64Binary");
            }
            out.startElement(SV, "value", "sv:value", attributes);
            String text = encoded ? Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)) : value;
            out.characters(text.toCharArray(), 0, text.length());
            out.endElement(SV, "value", "sv:value");
        }
        out.endElement(SV, "property", "sv:property");
    }

    /** What XML 1.0 cannot say, or does not give back as it was. */
    private static boolean isNoLetterOfXml(int letter) {
        return letter < ' ' && letter != '\n' && letter != '\t' || letter == 0xFFFE || letter == 0xFFFF;
    }

    private void base64(String path) throws SAXException, IOException {
        byte[] part = new byte[3 << 14];
        try (InputStream content = files.open(path)) {
            for (int read = content.readNBytes(part, 0, part.length);
                    read > 0;
                    read = content.readNBytes(part, 0, part.length)) {
                String text = Base64.getEncoder().encodeToString(Arrays.copyOf(part, read));
                out.characters(text.toCharArray(), 0, text.length());
            }
        }
    }

    private static void add(AttributesImpl attributes, String name, String value) {
        attributes.addAttribute(SV, name, "sv:" + name, "CDATA", value);
    }
}
