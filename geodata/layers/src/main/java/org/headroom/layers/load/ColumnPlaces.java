package org.headroom.layers.load;

import java.util.ArrayList;
import java.util.List;
import org.headroom.layers.crs.ToWgs84;
import org.headroom.layers.descriptor.GeometrySpec;
import org.headroom.layers.format.Numbers;
import org.headroom.layers.format.RawRecord;

/** Points from two columns. */
public final class ColumnPlaces implements PlaceReader {
    private final GeometrySpec spec;
    private final int x;
    private final int y;
    private final ToWgs84 toWgs84;
    private final SystemDoubt doubt;

    public ColumnPlaces(GeometrySpec spec, ColumnLookup columns, ToWgs84 toWgs84) {
        this.spec = spec;
        this.x = columns.find(spec.longitude(), "geometry.columns.longitude");
        this.y = columns.find(spec.latitude(), "geometry.columns.latitude");
        this.toWgs84 = toWgs84;
        this.doubt = new SystemDoubt(toWgs84);
    }

    @Override
    public Place locate(RawRecord record) {
        double xValue = record.decimal(x);
        double yValue = record.decimal(y);
        if (Double.isNaN(xValue) || Double.isNaN(yValue)) {
            return unreadable(record, xValue);
        }
        doubt.see(xValue, yValue);
        double[] at = toWgs84.apply(xValue, yValue);
        return Bounds.point(at[0], at[1], spec.longitude(), spec.latitude());
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(toWgs84.notes());
        notes.addAll(doubt.notes());
        return notes;
    }

    private Place unreadable(RawRecord record, double xValue) {
        Object rawX = record.value(x);
        Object rawY = record.value(y);
        if (rawX == null || rawY == null) {
            String field = rawX == null ? spec.longitude() : spec.latitude();
            return Place.problem("the record has no coordinates", field, "");
        }
        boolean badX = Double.isNaN(xValue);
        return Place.problem(
                "a coordinate is not a number",
                badX ? spec.longitude() : spec.latitude(),
                Numbers.text(badX ? rawX : rawY));
    }
}
