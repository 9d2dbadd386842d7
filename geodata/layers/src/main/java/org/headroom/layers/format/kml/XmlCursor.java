package org.headroom.layers.format.kml;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * A place in an XML file, which goes from element to element. Names are without their prefix, as many files use prefixes that they do not declare. There
 * are no document types and so no entities but the five of XML; elements are nested to a limit. Not safe for several threads.
 */
final class XmlCursor implements Closeable {
    /** Folders within folders, and what stands in a placemark; people nest ten or so. The reader of JDK 25 itself ends at 100. */
    private static final int MAX_DEPTH = 90;

    /** As long as a field of CSV may be. */
    private static final int MAX_TEXT = 16 << 20;

    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader reader;
    private int depth;

    /** Takes the characters of an element. */
    interface Characters {
        void add(char[] from, int first, int count);
    }

    XmlCursor(Path file) throws IOException {
        this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            this.reader = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            in.close();
            throw damaged(e);
        } catch (RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** The reader of the JDK, whatever else is on the class path: what it forbids is known. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    /** Goes to the next element within the one where it stands, or to the outermost one; false at the end of it. */
    boolean nextChild() throws IOException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    private int next() throws IOException {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT && ++depth > MAX_DEPTH) {
                throw new SourceException(
                        "has elements nested more than " + MAX_DEPTH + " deep, at " + place(),
                        "Export it again with fewer folders within folders.");
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new SourceException(
                        "has a document type or an entity of its own, at " + place() + ", which KML has not",
                        "Remove the line that begins with <!DOCTYPE, or export the file again.");
            }
            return event;
        } catch (XMLStreamException e) {
            throw damaged(e);
        } catch (RuntimeException e) {
            throw new SourceException("is no well-formed XML at " + place(), "Copy or export the file again.");
        }
    }

    private String place() {
        return place(reader.getLocation().getLineNumber(), reader.getLocation().getColumnNumber());
    }

    private static String place(int line, int column) {
        return "line " + line + ", column " + column;
    }

    private static SourceException damaged(XMLStreamException e) {
        String message = String.valueOf(e.getMessage())
                .replaceFirst("(?s)^ParseError at .*?\\nMessage: ", "")
                .replaceFirst("^JAXP[0-9]+: ", "");
        return new SourceException(
                "is no well-formed XML"
                        + (e.getLocation() == null
                                ? ""
                                : " at "
                                        + place(
                                                e.getLocation().getLineNumber(),
                                                e.getLocation().getColumnNumber()))
                        + ": " + message.replaceAll("\\s+", " ").replaceFirst("\\.$", ""),
                "Copy or export the file again.");
    }

    /** Name of the element where it stands, without a prefix. */
    String name() {
        String name = reader.getLocalName();
        return name.substring(name.indexOf(':') + 1);
    }

    /** An attribute of the element where it stands; null when it has none of that name or a blank one. */
    @Nullable
    String attribute(String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Passes over the rest of the element where it stands. */
    void skip() throws IOException {
        characters((from, first, count) -> {});
    }

    /** Reads the element where it stands to its end, whatever elements are in it; null when it is blank. */
    @Nullable
    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        characters((from, first, count) -> {
            if (text.length() <= MAX_TEXT) {
                text.append(from, first, count);
            }
        });
        if (text.length() > MAX_TEXT) {
            throw new SourceException(
                    "has a text of more than 16 million characters before " + place(),
                    "Look at it, or export the file again without it.");
        }
        return text.toString().isBlank() ? null : text.toString().strip();
    }

    /** As {@link #text}, piece by piece. */
    void characters(Characters to) throws IOException {
        int end = depth - 1;
        while (depth > end) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                to.add(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw damaged(e);
        } finally {
            in.close();
        }
    }
}
