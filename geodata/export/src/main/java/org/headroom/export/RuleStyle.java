package org.headroom.export;

import java.util.List;

/**
 * A rule-based QGIS style of round markers, with an alias for each field. Later rules are drawn above earlier ones.
 *
 * @param rules what is drawn how
 * @param aliases field names with what people read instead
 */
record RuleStyle(List<Rule> rules, List<Alias> aliases) {
    /**
     * @param label text in the legend
     * @param filter QGIS expression; empty for every feature
     * @param colour red, green, blue, alpha, 0 to 255
     * @param sizeMm diameter
     */
    record Rule(String label, String filter, String colour, String sizeMm) {}

    /** A field and its name for people. */
    record Alias(String field, String text) {
        static Alias of(String field, String longName, String unit) {
            return new Alias(field, unit.equals("1") || unit.isEmpty() ? longName : longName + " [" + unit + "]");
        }
    }

    String toQml() {
        Qml qml = new Qml();
        qml.start("aliases");
        for (int i = 0; i < aliases.size(); i++) {
            Alias alias = aliases.get(i);
            qml.empty("alias", "index", Integer.toString(i), "field", alias.field(), "name", alias.text());
        }
        qml.end();
        qml.start("renderer-v2", "type", "RuleRenderer", "symbollevels", "1", "forceraster", "0", "enableorderby", "0");
        qml.start("rules", "key", "all");
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            String number = Integer.toString(i);
            if (rule.filter().isEmpty()) {
                qml.empty("rule", "key", "rule" + i, "symbol", number, "label", rule.label());
            } else {
                qml.empty("rule", "key", "rule" + i, "symbol", number, "label", rule.label(), "filter", rule.filter());
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
    }

    private static void symbol(Qml qml, String number, Rule rule) {
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

    private static void option(Qml qml, String name, String value) {
        qml.empty("Option", "type", "QString", "name", name, "value", value);
    }
}
