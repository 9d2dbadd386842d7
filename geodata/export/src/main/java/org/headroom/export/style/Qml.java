package org.headroom.export.style;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Builds a QGIS style document. Attributes are given as name, value, name, value. Not safe for several threads. */
final class Qml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    Qml() throws XMLStreamException {
        // The JDK's own, whatever the class path has: another one may quote differently.
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        xml.writeDTD("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>");
        xml.writeCharacters("\n");
        start("qgis", "version", "3.28.0", "styleCategories", "Symbology|Fields");
    }

    /** Begins an element. */
    void start(String element, String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(attributes);
    }

    /** An element without content. */
    void empty(String element, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(attributes);
        xml.writeCharacters("\n");
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    /** Ends the document and gives its text. */
    String finish() throws XMLStreamException {
        end();
        xml.writeEndDocument();
        xml.flush();
        return text.toString();
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }
}
