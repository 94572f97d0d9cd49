package org.efcevents.xml;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An XML document that is being written, in UTF-8.
 *
 * <p>What XML cannot hold (XML 1.0, 2.2), which is control characters and halves of characters, is left out of texts and of
 * attributes; line breaks are line feeds, as every reader would make of them.
 */
public final class XmlText {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /**
     * Begins a document with its outermost element.
     *
     * @param namespace of the elements whose names have no prefix
     */
    public XmlText(String root, String namespace) {
        try {
            // Magnolia brings another implementation, which would write the same differently.
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(namespace);
        } catch (XMLStreamException e) {
            throw failed(root, e);
        }
    }

    /** Names the namespace of a prefix; of the element that was just begun. */
    public XmlText namespace(String prefix, String namespace) {
        return write(prefix, () -> xml.writeNamespace(prefix, namespace));
    }

    /** An attribute of the element that was just begun. */
    public XmlText attribute(String name, String value) {
        return write(name, () -> xml.writeAttribute(name, clean(value)));
    }

    /** Begins an element, which {@link #end()} ends. */
    public XmlText begin(String name) {
        return write(name, () -> xml.writeStartElement(name));
    }

    /** An element with nothing in it; attributes may follow. */
    public XmlText empty(String name) {
        return write(name, () -> xml.writeEmptyElement(name));
    }

    /** An element with a text in it. */
    public XmlText element(String name, String content) {
        return begin(name).content(content).end();
    }

    /** A text in the element that was begun. */
    public XmlText content(String content) {
        return write("text", () -> xml.writeCharacters(clean(content)));
    }

    /** Ends the innermost element. */
    public XmlText end() {
        return write("end", xml::writeEndElement);
    }

    /** The whole document: ends what has not been ended. */
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
