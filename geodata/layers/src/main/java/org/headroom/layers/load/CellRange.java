package org.headroom.layers.load;

import java.util.ArrayList;
import java.util.List;
import org.headroom.layers.descriptor.FieldMapping;
import org.headroom.layers.format.Numbers;
import org.headroom.model.DataIssue;
import org.headroom.model.DataIssue.Effect;
import org.headroom.model.FieldDomain;

/** Brings the cells of a raster's band to the unit of its field and holds them against the field's range, as {@link FieldColumn} does records. */
public final class CellRange {
    private CellRange() {}

    /**
     * Converts the cells where they stand; those outside the range become NaN, those without data what the mapping says of them.
     *
     * @param cells row by row from the top, NaN where there is no data
     * @param width columns
     * @param layer layer id, for issues
     * @param file file name, for issues
     * @return one issue when cells were outside, and one when no cell has a value; without a record or place
     */
    public static List<DataIssue> apply(FieldMapping mapping, float[] cells, int width, String layer, String file) {
        FieldDomain domain = mapping.field().domain();
        int outside = 0;
        int first = -1;
        double firstValue = Double.NaN;
        int filled = 0;
        float noData = mapping.otherwise() == null ? Float.NaN : (float) Numbers.parse(mapping.otherwise());
        for (int i = 0; i < cells.length; i++) {
            float raw = cells[i];
            if (Float.isNaN(raw)) {
                cells[i] = noData;
                continue;
            }
            cells[i] = (float) mapping.conversion().apply(raw);
            if (domain.allows(cells[i])) {
                filled++;
                continue;
            }
            cells[i] = Float.NaN;
            if (outside++ == 0) {
                first = i;
                firstValue = raw;
            }
        }
        List<DataIssue> issues = new ArrayList<>();
        String band = mapping.columns().get(0);
        if (outside > 0) {
            String code = FieldDomain.isUsualCode(firstValue)
                    ? "; it is often written for \"not known\" (then the file should give it as its no-data value)"
                    : "";
            issues.add(issue(
                    Effect.FIELD_UNKNOWN,
                    layer,
                    file,
                    band,
                    Numbers.text(firstValue),
                    outside + " of " + cells.length + " cells are outside the range of "
                            + mapping.field().name() + ", " + mapping.field().range() + "; the first is in column "
                            + (first % width + 1) + " of row " + (first / width + 1) + code));
        }
        if (filled == 0) {
            issues.add(issue(
                    Effect.NOTED,
                    layer,
                    file,
                    band,
                    "",
                    "no cell of this band has a value for " + mapping.field().name()));
        }
        return issues;
    }

    private static DataIssue issue(Effect effect, String layer, String file, String band, String value, String reason) {
        return new DataIssue(effect, layer, file, 0, "", band, value, reason, Double.NaN, Double.NaN);
    }
}
