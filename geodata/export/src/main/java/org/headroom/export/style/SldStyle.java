package org.headroom.export.style;

import java.util.Locale;

/**
 * Writes a style as Styled Layer Descriptor 1.0.0 (OGC 02-070), which GeoServer, MapServer, QGIS and ArcGIS's tools read. Sizes in
 * millimetres become pixels of 0.28 mm, the standard's own.
 */
final class SldStyle {
    private static final double PIXEL_MM = 0.28;

    private final XmlText xml = new XmlText("");

    private SldStyle() {}

    static String of(MapStyle style, String layer) {
        return new SldStyle().write(style, layer);
    }

    private String write(MapStyle style, String layer) {
        xml.start(
                "StyledLayerDescriptor",
                "version",
                "1.0.0",
                "xmlns",
                "http://www.opengis.net/sld",
                "xmlns:ogc",
                "http://www.opengis.net/ogc",
                "xmlns:xlink",
                "http://www.w3.org/1999/xlink",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation",
                "http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd");
        xml.start("NamedLayer").text("Name", layer);
        xml.start("UserStyle").text("Name", layer).start("FeatureTypeStyle");
        for (MapRule rule : style.rules) {
            rule(rule, style.isArea);
        }
        if (style.labels.isAny()) {
            labels(style.labels);
        }
        return xml.end(4).document();
    }

    private void rule(MapRule rule, boolean isArea) {
        xml.start("Rule").text("Name", rule.label()).text("Title", rule.label());
        if (rule.condition() == null) {
            xml.empty("ElseFilter");
        } else if (!rule.condition().qgis().isEmpty()) {
            xml.start("ogc:Filter");
            rule.condition().filter(xml);
            xml.end();
        }
        MapRule.Symbol symbol = rule.symbol();
        if (isArea) {
            xml.start("PolygonSymbolizer");
            fill(symbol.colour());
            stroke(symbol.outline(), "0.2");
        } else {
            xml.start("PointSymbolizer").start("Graphic").start("Mark").text("WellKnownName", symbol.shape().sld);
            fill(symbol.colour());
            stroke(symbol.outline(), symbol.shape() == MapRule.Shape.CIRCLE ? "0.4" : "1");
            xml.end();
            xml.text("Size", String.format(Locale.ROOT, "%.1f", Double.parseDouble(symbol.sizeMm()) / PIXEL_MM));
            if (symbol.shape() == MapRule.Shape.DIAMOND) {
                xml.text("Rotation", "45");
            }
            xml.end();
        }
        xml.end(2);
    }

    private void fill(String colour) {
        xml.start("Fill");
        parameter("fill", hex(colour));
        parameter("fill-opacity", opacity(colour));
        xml.end();
    }

    private void stroke(String colour, String width) {
        xml.start("Stroke");
        parameter("stroke", hex(colour));
        parameter("stroke-width", width);
        xml.end();
    }

    private void labels(MapStyle.Labels labels) {
        xml.start("Rule").text("Name", "first " + labels.topN()).text("Title", "first " + labels.topN());
        xml.start("ogc:Filter");
        Condition.number(labels.number(), Condition.Operator.UP_TO, labels.topN())
                .filter(xml);
        xml.end();
        xml.start("TextSymbolizer").start("Label");
        xml.text("ogc:PropertyName", labels.number()).characters(" ").text("ogc:PropertyName", labels.name());
        xml.end().start("Font");
        parameter("font-family", "SansSerif");
        parameter("font-size", "10");
        xml.end().start("LabelPlacement").start("PointPlacement");
        xml.start("AnchorPoint")
                .text("AnchorPointX", "0")
                .text("AnchorPointY", "0")
                .end();
        xml.start("Displacement")
                .text("DisplacementX", "4")
                .text("DisplacementY", "4")
                .end();
        xml.end(2).start("Halo").text("Radius", "1").start("Fill");
        parameter("fill", "#ffffff");
        xml.end(2).start("Fill");
        parameter("fill", "#1e1e1e");
        xml.end(3);
    }

    private void parameter(String name, String value) {
        xml.text("CssParameter", value, "name", name);
    }

    private static String hex(String colour) {
        String[] parts = colour.split(",");
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]));
    }

    private static String opacity(String colour) {
        return String.format(Locale.ROOT, "%.2f", Integer.parseInt(colour.split(",")[3]) / 255.0);
    }
}
