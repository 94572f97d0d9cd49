package org.efcevents.xml;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes an XML document in UTF-8.
 *
 * <p>Characters that XML does not allow (XML 1.0, 2.2), namely control characters and unpaired surrogates, are left out
 * of texts and attributes. Line breaks are normalised to line feeds, as every parser does.
 */
public final class XmlText {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /**
     * Starts a document with its root element.
     *
     * @param namespace the default namespace
     */
    public XmlText(String root, String namespace) {
        this(root);
        write(root, () -> xml.writeStartDocument("UTF-8", "1.0"));
        begin(root);
        write(root, () -> xml.writeDefaultNamespace(namespace));
    }

    private XmlText(String root) {
        try {
            // Magnolia brings another implementation, which would write the same differently.
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw failed(root, e);
        }
    }

    /** Starts an element that is written on its own, to be put into a document whose namespace it has. */
    public static XmlText fragment(String root) {
        return new XmlText(root).begin(root);
    }

    /** Declares a namespace prefix on the element just started. */
    public XmlText namespace(String prefix, String namespace) {
        return write(prefix, () -> xml.writeNamespace(prefix, namespace));
    }

    /** Adds an attribute to the element just started. */
    public XmlText attribute(String name, String value) {
        return write(name, () -> xml.writeAttribute(name, clean(value)));
    }

    /** Starts an element, to be ended by {@link #end()}. */
    public XmlText begin(String name) {
        return write(name, () -> xml.writeStartElement(name));
    }

    /** Writes an empty element; attributes may follow. */
    public XmlText empty(String name) {
        return write(name, () -> xml.writeEmptyElement(name));
    }

    /** Writes an element with text content. */
    public XmlText element(String name, String content) {
        return begin(name).content(content).end();
    }

    /** Writes text into the current element. */
    public XmlText content(String content) {
        return write("text", () -> xml.writeCharacters(clean(content)));
    }

    /** Ends the current element. */
    public XmlText end() {
        return write("end", xml::writeEndElement);
    }

    /**
     * What has been written since this was last called, for documents that are sent in parts: what is written next goes
     * into the element that is open now.
     */
    public String part() {
        // Ends a tag that attributes might follow.
        content("");
        write("part", xml::flush);
        String part = text.toString();
        text.getBuffer().setLength(0);
        return part;
    }

    /** Ends all open elements and returns the document, or its last part. */
    public String text() {
        write("end", xml::writeEndDocument);
        write("end", xml::close);
        return text.toString() + '\n';
    }

    private interface Write {
        void now() throws XMLStreamException;
    }

    private XmlText write(String what, Write write) {
        try {
            write.now();
            return this;
        } catch (XMLStreamException e) {
            throw failed(what, e);
        }
    }

    private static IllegalStateException failed(String what, XMLStreamException e) {
        return new IllegalStateException("\"" + what + "\" cannot be written as XML here: " + e.getMessage(), e);
    }

    private static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(XmlText::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || character >= 0x20 && character < 0xD800
                || character >= 0xE000 && character < 0xFFFE
                || character >= 0x10000;
    }
}
