package org.headroom.export.kml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.headroom.export.ColumnNames;
import org.headroom.export.ExportColumn;
import org.headroom.export.FixedDecimal;
import org.headroom.export.RankedTable;

/**
 * One site as a place on the map. All text of the run is escaped twice where it must be: once for the HTML of a balloon, once for XML.
 *
 * @param style id of its style
 */
record Placemark(RankedTable table, int row, String style) {
    private static final int COORDINATE_DECIMALS = 7;

    /** What the balloon shows; the rest is in the data. */
    private static final List<String> IN_BALLOON = List.of(
            ColumnNames.RANK,
            ColumnNames.SCORE,
            ColumnNames.SCORE_LOWER_BOUND,
            ColumnNames.SCORE_UPPER_BOUND,
            ColumnNames.TOP_N_PROBABILITY,
            ColumnNames.GATE,
            ColumnNames.TIER,
            ColumnNames.EXCLUSION,
            ColumnNames.WHY);

    void write(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("Placemark");
        element(
                xml,
                "name",
                text(ColumnNames.NAME).or(() -> text(ColumnNames.SITE_ID)).orElse("row " + (row + 1L)));
        element(xml, "description", balloon());
        element(xml, "styleUrl", "#" + style);
        xml.writeStartElement("ExtendedData");
        for (ExportColumn column : table.columns()) {
            String text = column.text(row);
            if (text != null) {
                xml.writeStartElement("Data");
                xml.writeAttribute("name", column.name());
                element(xml, "displayName", column.title());
                element(xml, "value", text);
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
        xml.writeStartElement("Point");
        element(
                xml,
                "coordinates",
                FixedDecimal.toString(table.longitude().applyAsDouble(row), COORDINATE_DECIMALS) + ","
                        + FixedDecimal.toString(table.latitude().applyAsDouble(row), COORDINATE_DECIMALS));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private Optional<String> text(String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .flatMap(column -> Optional.ofNullable(column.text(row)))
                .filter(text -> !text.isBlank());
    }

    private String balloon() {
        List<String> lines = new ArrayList<>();
        for (String name : IN_BALLOON) {
            text(name).ifPresent(text -> lines.add("<tr><th>" + name + "</th><td>" + html(text) + "</td></tr>"));
        }
        return "<table>" + String.join("", lines) + "</table>";
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                // Google Earth puts values of the data where it sees this.
                .replace("$[", "&#36;[");
    }

    static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    /** A text without what no XML document may hold; U+FFFD stands for it. */
    private static String allowed(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints()
                .map(c ->
                        c == '\t' || c == '\n' || c == '\r' || c >= ' ' && !isSurrogate(c) && c != 0xFFFE && c != 0xFFFF
                                ? c
                                : 0xFFFD)
                .forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
