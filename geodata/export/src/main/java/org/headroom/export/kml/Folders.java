package org.headroom.export.kml;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.headroom.export.ColumnNames;
import org.headroom.export.ExportColumn;
import org.headroom.export.RankedTable;

/** The sites as they come, sorted into folders: tiers first, then what excludes. Not safe for several threads. */
final class Folders {
    private static final String KML = "http://www.opengis.net/kml/2.2";
    /** Behind every tier. */
    private static final String EXCLUDED = "excluded: ";

    private final RankedTable table;
    private final Optional<ExportColumn> tier;
    private final Optional<ExportColumn> exclusion;
    private final Map<String, StringWriter> folders =
            new TreeMap<>(Comparator.comparing((String name) -> name.startsWith(EXCLUDED))
                    .thenComparing(String::length)
                    .thenComparing(Comparator.naturalOrder()));

    Folders(RankedTable table) {
        this.table = table;
        this.tier = column(ColumnNames.TIER);
        this.exclusion = column(ColumnNames.EXCLUSION);
    }

    private Optional<ExportColumn> column(String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
    }

    private static Optional<String> text(Optional<ExportColumn> column, int row) {
        return column.flatMap(found -> Optional.ofNullable(found.text(row))).filter(text -> !text.isEmpty());
    }

    /** Takes a row of the loaded window. */
    void add(int row) throws XMLStreamException {
        Optional<String> excluding = text(exclusion, row);
        Optional<String> group = text(tier, row);
        String name = excluding
                .map(code -> EXCLUDED + code)
                .or(() -> group.map(number -> "tier " + number))
                .orElse("ranked");
        String style = excluding.isPresent() ? TierStyle.EXCLUDED : TierStyle.of(group.orElse(""));
        StringWriter folder = folders.computeIfAbsent(name, any -> new StringWriter());
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(folder);
        new Placemark(table, row, style).write(xml);
        xml.flush();
    }

    /** Writes the document. */
    void write(String title, String description, OutputStream out) throws IOException, XMLStreamException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("kml");
        xml.writeDefaultNamespace(KML);
        xml.writeStartElement("Document");
        Placemark.element(xml, "name", title);
        Placemark.element(xml, "description", description);
        TierStyle.writeAll(xml);
        for (Map.Entry<String, StringWriter> folder : folders.entrySet()) {
            xml.writeStartElement("Folder");
            Placemark.element(xml, "name", folder.getKey());
            // The begin tag is whole once characters have followed it; what comes then is XML already.
            xml.writeCharacters("");
            xml.flush();
            text.append(folder.getValue().getBuffer());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }
}
