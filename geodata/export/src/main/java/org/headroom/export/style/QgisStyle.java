package org.headroom.export.style;

import org.headroom.export.ExportColumn;

/** Writes the parts of a style as QGIS 3 has them in style files and projects. */
final class QgisStyle {
    private static final String INK = "30,30,30,255";

    private final XmlText xml;

    QgisStyle(XmlText xml) {
        this.xml = xml;
    }

    void write(MapStyle style) {
        aliases(style);
        xml.start("renderer-v2", "type", "RuleRenderer", "symbollevels", "1", "forceraster", "0", "enableorderby", "0");
        xml.start("rules", "key", "all");
        for (int i = 0; i < style.rules.size(); i++) {
            rule(i, style.rules.get(i));
        }
        xml.end();
        xml.start("symbols");
        for (int i = 0; i < style.rules.size(); i++) {
            symbol(Integer.toString(i), style.rules.get(i).symbol(), style.isArea);
        }
        xml.end(2);
        if (style.labels.isAny()) {
            labels(style);
        }
        if (!style.tip.isEmpty()) {
            xml.text("mapTip", style.tip);
        }
    }

    private void aliases(MapStyle style) {
        xml.start("aliases");
        for (int i = 0; i < style.columns.size(); i++) {
            ExportColumn column = style.columns.get(i);
            String field = style.fieldNames.apply(column.name());
            xml.empty("alias", "index", Integer.toString(i), "field", field, "name", column.title());
        }
        xml.end();
    }

    private void rule(int number, MapRule rule) {
        String symbol = Integer.toString(number);
        String filter = rule.condition() == null ? "ELSE" : rule.condition().qgis();
        if (filter.isEmpty()) {
            xml.empty("rule", "key", "rule" + number, "symbol", symbol, "label", rule.label());
        } else {
            xml.empty("rule", "key", "rule" + number, "symbol", symbol, "label", rule.label(), "filter", filter);
        }
    }

    private void symbol(String number, MapRule.Symbol symbol, boolean isArea) {
        xml.start(
                "symbol",
                "name",
                number,
                "type",
                isArea ? "fill" : "marker",
                "alpha",
                "1",
                "clip_to_extent",
                "1",
                "force_rhr",
                "0");
        xml.start(
                "layer",
                "class",
                isArea ? "SimpleFill" : "SimpleMarker",
                "enabled",
                "1",
                "locked",
                "0",
                "pass",
                number);
        xml.start("Option", "type", "Map");
        option("color", symbol.colour());
        option("outline_color", symbol.outline());
        option("outline_style", "solid");
        option("outline_width", isArea ? "0.05" : symbol.shape() == MapRule.Shape.CIRCLE ? "0.1" : "0.25");
        option("outline_width_unit", "MM");
        if (isArea) {
            option("style", "solid");
        } else {
            option("name", symbol.shape().qgis);
            option("size", symbol.sizeMm());
            option("size_unit", "MM");
        }
        xml.end(3);
    }

    private void labels(MapStyle style) {
        MapStyle.Labels labels = style.labels;
        String number = '"' + labels.number() + '"';
        String text = "CASE WHEN " + number + " <= " + labels.topN() + " THEN " + number + " || ' ' || coalesce(\""
                + labels.name() + "\", '') END";
        xml.start("labeling", "type", "simple");
        xml.start("settings", "calloutType", "simple");
        xml.start(
                "text-style",
                "fieldName",
                text,
                "isExpression",
                "1",
                "fontFamily",
                "Sans Serif",
                "fontSize",
                "7",
                "fontSizeUnit",
                "Point",
                "fontWeight",
                "50",
                "textColor",
                INK,
                "textOpacity",
                "1",
                "multilineHeight",
                "1");
        xml.empty(
                "text-buffer",
                "bufferDraw",
                "1",
                "bufferSize",
                "0.7",
                "bufferSizeUnits",
                "MM",
                "bufferColor",
                "255,255,255,255",
                "bufferOpacity",
                "1",
                "bufferJoinStyle",
                "128");
        xml.end();
        xml.empty("text-format", "wrapChar", "", "multilineAlign", "3");
        xml.empty(
                "placement",
                "placement",
                style.isArea ? "0" : "6",
                "predefinedPositionOrder",
                "TR,TL,BR,BL,R,L,TSR,BSR",
                "offsetType",
                "1",
                "dist",
                "0.5",
                "distUnits",
                "MM",
                "priority",
                "9");
        xml.empty("rendering", "drawLabels", "1", "displayAll", "0", "obstacle", "0", "scaleVisibility", "0");
        xml.end(2);
    }

    private void option(String name, String value) {
        xml.empty("Option", "type", "QString", "name", name, "value", value);
    }
}
