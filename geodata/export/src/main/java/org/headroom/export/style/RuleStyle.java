package org.headroom.export.style;

import java.io.StringWriter;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.headroom.export.ExportColumn;

/** A rule-based QGIS style of round markers, with an alias for each field. Later rules are drawn above earlier ones. */
final class RuleStyle {
    private final XMLStreamWriter xml;

    private RuleStyle(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * @param label text in the legend
     * @param filter QGIS expression; empty for every feature
     * @param colour red, green, blue, alpha, 0 to 255
     * @param sizeMm diameter
     */
    record Rule(String label, String filter, String colour, String sizeMm) {}

    /**
     * The style as a document.
     *
     * @param columns those whose fields people read under their titles
     * @param fieldNames names of fields by long names of columns
     */
    static String toQml(List<Rule> rules, List<ExportColumn> columns, UnaryOperator<String> fieldNames) {
        StringWriter text = new StringWriter();
        try {
            // The JDK's own, whatever the class path has: another one may quote differently.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new RuleStyle(xml).write(rules, columns, fieldNames);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void write(List<Rule> rules, List<ExportColumn> columns, UnaryOperator<String> fieldNames)
            throws XMLStreamException {
        xml.writeDTD("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>");
        xml.writeCharacters("\n");
        start("qgis", "version", "3.28.0", "styleCategories", "Symbology|Fields");
        start("aliases");
        for (int i = 0; i < columns.size(); i++) {
            ExportColumn column = columns.get(i);
            String field = fieldNames.apply(column.name());
            empty("alias", "index", Integer.toString(i), "field", field, "name", column.title());
        }
        end();
        start("renderer-v2", "type", "RuleRenderer", "symbollevels", "1", "forceraster", "0", "enableorderby", "0");
        start("rules", "key", "all");
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            String number = Integer.toString(i);
            if (rule.filter().isEmpty()) {
                empty("rule", "key", "rule" + i, "symbol", number, "label", rule.label());
            } else {
                empty("rule", "key", "rule" + i, "symbol", number, "label", rule.label(), "filter", rule.filter());
            }
        }
        end();
        start("symbols");
        for (int i = 0; i < rules.size(); i++) {
            symbol(Integer.toString(i), rules.get(i));
        }
        end();
        end();
        end();
    }

    private void symbol(String number, Rule rule) throws XMLStreamException {
        start("symbol", "name", number, "type", "marker", "alpha", "1", "clip_to_extent", "1", "force_rhr", "0");
        start("layer", "class", "SimpleMarker", "enabled", "1", "locked", "0", "pass", number);
        start("Option", "type", "Map");
        option("name", "circle");
        option("color", rule.colour());
        option("outline_color", "40,40,40,255");
        option("outline_style", "solid");
        option("outline_width", "0.1");
        option("outline_width_unit", "MM");
        option("size", rule.sizeMm());
        option("size_unit", "MM");
        end();
        end();
        end();
    }

    private void option(String name, String value) throws XMLStreamException {
        empty("Option", "type", "QString", "name", name, "value", value);
    }

    /** Begins an element; attributes are given as name, value, name, value. */
    private void start(String element, String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(attributes);
    }

    private void empty(String element, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(attributes);
        xml.writeCharacters("\n");
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }
}
