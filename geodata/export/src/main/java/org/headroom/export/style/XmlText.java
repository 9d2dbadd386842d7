package org.headroom.export.style;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML as text, the same bytes on every machine. Texts may be hostile: what XML 1.0 cannot hold becomes a question mark, all else is
 * escaped. Not safe for several threads.
 */
public final class XmlText {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /** Begins a document with an XML declaration, and a document type where one is given. */
    public XmlText(String docType) {
        try {
            // The JDK's own, whatever the class path has: another one may quote differently.
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            if (docType.isEmpty()) {
                xml.writeStartDocument("UTF-8", "1.0");
            } else {
                xml.writeDTD(docType);
            }
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins an element; attributes are given as name, value, name, value. */
    public XmlText start(String element, String... attributes) {
        try {
            xml.writeStartElement(element);
            attributes(attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** An element without content. */
    public XmlText empty(String element, String... attributes) {
        try {
            xml.writeEmptyElement(element);
            attributes(attributes);
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** An element with a text. */
    public XmlText text(String element, String content, String... attributes) {
        start(element, attributes);
        characters(content);
        return end();
    }

    /** A text inside an element. */
    public XmlText characters(String content) {
        try {
            xml.writeCharacters(allowed(content));
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Ends elements. */
    public XmlText end(int elements) {
        for (int i = 0; i < elements; i++) {
            end();
        }
        return this;
    }

    public XmlText end() {
        try {
            xml.writeEndElement();
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** The document; all elements are ended. */
    public String document() {
        try {
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], allowed(attributes[i + 1]));
        }
    }

    /** With a question mark for each character that XML 1.0 (2.2) does not allow, lone surrogates among them. */
    private static String allowed(String content) {
        boolean isAllowed = content.codePoints().allMatch(XmlText::isAllowed);
        if (isAllowed) {
            return content;
        }
        StringBuilder mended = new StringBuilder();
        content.codePoints().map(c -> isAllowed(c) ? c : '?').forEach(mended::appendCodePoint);
        return mended.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
