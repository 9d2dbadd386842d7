package org.headroom.export.style;

import java.util.List;
import java.util.function.UnaryOperator;
import org.headroom.export.ExportColumn;

/**
 * How a layer looks: rules, of which later ones are drawn above earlier ones, labels, a tip under the mouse, and an alias for each field. One
 * source for QGIS's style files and projects and for SLD.
 */
public final class MapStyle {
    final List<MapRule> rules;
    final List<ExportColumn> columns;
    final UnaryOperator<String> fieldNames;
    final boolean isArea;
    final Labels labels;
    final String tip;

    /**
     * Which features have a label, and of what.
     *
     * @param number field with the number in front; empty for no labels at all
     * @param name field with the name
     * @param topN largest number that has a label
     */
    record Labels(String number, String name, int topN) {
        static final Labels NONE = new Labels("", "", 0);

        boolean isAny() {
            return !number.isEmpty() && topN > 0;
        }
    }

    /**
     * @param columns those whose fields people read under their titles
     * @param fieldNames names of fields by long names of columns
     * @param tip HTML with expressions of QGIS; empty for none
     */
    MapStyle(
            List<MapRule> rules,
            List<ExportColumn> columns,
            UnaryOperator<String> fieldNames,
            boolean isArea,
            Labels labels,
            String tip) {
        this.rules = List.copyOf(rules);
        this.columns = List.copyOf(columns);
        this.fieldNames = fieldNames;
        this.isArea = isArea;
        this.labels = labels;
        this.tip = tip;
    }

    /** As a style file of QGIS. */
    public String qml() {
        XmlText xml = new XmlText("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>");
        xml.start(
                "qgis",
                "version",
                "3.22.0",
                "styleCategories",
                "Symbology|Labeling|Fields|MapTips",
                "labelsEnabled",
                labels.isAny() ? "1" : "0");
        new QgisStyle(xml).write(this);
        return xml.end().document();
    }

    /** The parts of the style, inside an element that stands for a layer of a QGIS project. */
    public void writeQgis(XmlText xml) {
        new QgisStyle(xml).write(this);
    }

    /** Whether features have labels. */
    public boolean isLabelled() {
        return labels.isAny();
    }

    /** As OGC Styled Layer Descriptor 1.0.0 for a layer of this name. */
    public String sld(String layer) {
        return SldStyle.of(this, layer);
    }
}
