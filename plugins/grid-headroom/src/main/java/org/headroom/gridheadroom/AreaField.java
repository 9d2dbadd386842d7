package org.headroom.gridheadroom;

import java.util.ArrayList;
import java.util.List;
import org.headroom.model.UnknownReason;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.MeasurementColumn;
import org.jspecify.annotations.Nullable;

/**
 * One field of the area layers: the value of the covering area. Of several layers the first in the project's order that has a value
 * decides; within a layer the covering record with the lowest number.
 */
final class AreaField {
    private final List<FeatureLayer> layers = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();
    private final List<AreaIndex> known = new ArrayList<>();
    private final List<AreaIndex> missing = new ArrayList<>();

    /** @param zeroIsMissing whether 0 means that nothing is mapped, as with voltages */
    AreaField(List<FeatureLayer> all, String field, boolean zeroIsMissing) {
        for (FeatureLayer layer : all) {
            if (layer.hasField(field)) {
                double[] value = layer.numbers(field);
                layers.add(layer);
                values.add(value);
                Nodes nodes = new Nodes(layer);
                known.add(layer.areas(record -> isKnown(value[record], zeroIsMissing) && !nodes.isNode(record)));
                missing.add(layer.areas(record -> !isKnown(value[record], zeroIsMissing) && !nodes.isNode(record)));
            }
        }
    }

    private static boolean isKnown(double value, boolean zeroIsMissing) {
        return value > 0 || (value == 0 && !zeroIsMissing);
    }

    /** Whether any area has a record of this field. */
    boolean isEmpty() {
        return known.stream().allMatch(index -> index.size() == 0)
                && missing.stream().allMatch(index -> index.size() == 0);
    }

    /** The covering area that decides; null where none has a value. */
    @Nullable
    AreaValue find(double longitude, double latitude) {
        for (int i = 0; i < layers.size(); i++) {
            int record = known.get(i).first(longitude, latitude);
            if (record >= 0) {
                return new AreaValue(layers.get(i), record, values.get(i)[record]);
            }
        }
        return null;
    }

    void write(MeasurementColumn column, int site, double longitude, double latitude) {
        AreaValue found = find(longitude, latitude);
        if (found == null) {
            writeUnknown(column, site, longitude, latitude);
        } else {
            found.write(column, site);
        }
    }

    /** Says why no covering area has a value. */
    void writeUnknown(MeasurementColumn column, int site, double longitude, double latitude) {
        for (int i = 0; i < layers.size(); i++) {
            int record = missing.get(i).first(longitude, latitude);
            if (record >= 0) {
                column.setUnknown(site, UnknownReason.FIELD_MISSING, layers.get(i), record);
                return;
            }
        }
        column.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
    }
}
