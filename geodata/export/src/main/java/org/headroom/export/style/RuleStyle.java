package org.headroom.export.style;

import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamException;
import org.headroom.export.ExportColumn;

/** A rule-based QGIS style of round markers, with an alias for each field. Later rules are drawn above earlier ones. */
final class RuleStyle {
    private RuleStyle() {}

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
        try {
            Qml qml = new Qml();
            qml.start("aliases");
            for (int i = 0; i < columns.size(); i++) {
                ExportColumn column = columns.get(i);
                String field = fieldNames.apply(column.name());
                qml.empty("alias", "index", Integer.toString(i), "field", field, "name", column.title());
            }
            qml.end();
            qml.start(
                    "renderer-v2",
                    "type",
                    "RuleRenderer",
                    "symbollevels",
                    "1",
                    "forceraster",
                    "0",
                    "enableorderby",
                    "0");
            qml.start("rules", "key", "all");
            for (int i = 0; i < rules.size(); i++) {
                Rule rule = rules.get(i);
                String number = Integer.toString(i);
                if (rule.filter().isEmpty()) {
                    qml.empty("rule", "key", "rule" + i, "symbol", number, "label", rule.label());
                } else {
                    qml.empty(
                            "rule",
                            "key",
                            "rule" + i,
                            "symbol",
                            number,
                            "label",
                            rule.label(),
                            "filter",
                            rule.filter());
                }
            }
            qml.end();
            qml.start("symbols");
            for (int i = 0; i < rules.size(); i++) {
                symbol(qml, Integer.toString(i), rules.get(i));
            }
            qml.end();
            qml.end();
            return qml.finish();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void symbol(Qml qml, String number, Rule rule) throws XMLStreamException {
        qml.start("symbol", "name", number, "type", "marker", "alpha", "1", "clip_to_extent", "1", "force_rhr", "0");
        qml.start("layer", "class", "SimpleMarker", "enabled", "1", "locked", "0", "pass", number);
        qml.start("Option", "type", "Map");
        option(qml, "name", "circle");
        option(qml, "color", rule.colour());
        option(qml, "outline_color", "40,40,40,255");
        option(qml, "outline_style", "solid");
        option(qml, "outline_width", "0.1");
        option(qml, "outline_width_unit", "MM");
        option(qml, "size", rule.sizeMm());
        option(qml, "size_unit", "MM");
        qml.end();
        qml.end();
        qml.end();
    }

    private static void option(Qml qml, String name, String value) throws XMLStreamException {
        qml.empty("Option", "type", "QString", "name", name, "value", value);
    }
}
