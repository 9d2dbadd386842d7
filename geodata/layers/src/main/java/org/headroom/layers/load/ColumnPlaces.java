package org.headroom.layers.load;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.headroom.layers.crs.ToWgs84;
import org.headroom.layers.descriptor.GeometrySpec;
import org.headroom.layers.format.NumberForm;
import org.headroom.layers.format.Numbers;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.unit.Units;
import org.jspecify.annotations.Nullable;

/** Points from two columns. */
public final class ColumnPlaces implements PlaceReader {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[\\d.]+");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d{1,9},\\d{1,15}");

    private final GeometrySpec spec;
    private final int x;
    private final int y;
    private final ToWgs84 toWgs84;
    private final SystemDoubt doubt;
    private final boolean isPlain;

    public ColumnPlaces(GeometrySpec spec, ColumnLookup columns, ToWgs84 toWgs84) {
        this.spec = spec;
        this.x = columns.find(spec.longitude(), "geometry.columns.longitude");
        this.y = columns.find(spec.latitude(), "geometry.columns.latitude");
        this.toWgs84 = toWgs84;
        this.doubt = new SystemDoubt(toWgs84);
        this.isPlain = !spec.isDms() && spec.numbers() == null;
    }

    private double degrees(@Nullable Object value, boolean isLongitude) {
        if (value == null) {
            return Double.NaN;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        String cell = value.toString();
        NumberForm form = spec.numbers();
        if (spec.isDms()) {
            return DegreeText.parse(form != null && form.decimal() == ',' ? cell.replace(',', '.') : cell, isLongitude);
        }
        try {
            return form == null ? Numbers.parse(cell) : form.parse(cell, "", Units.Conversion.NONE);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    @Override
    public Place locate(RawRecord record) {
        double xValue = isPlain ? record.decimal(x) : degrees(record.value(x), true);
        double yValue = isPlain ? record.decimal(y) : degrees(record.value(y), false);
        if (Double.isNaN(xValue) || Double.isNaN(yValue)) {
            return unreadable(record, xValue);
        }
        doubt.see(xValue, yValue);
        double[] at = toWgs84.apply(xValue, yValue);
        return Bounds.noted(Bounds.point(at[0], at[1], spec.longitude(), spec.latitude()), xValue, yValue);
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
        String cell = Numbers.text(badX ? rawX : rawY);
        return Place.problem(
                "a coordinate is not a number" + advice(cell, badX), badX ? spec.longitude() : spec.latitude(), cell);
    }

    private String advice(String cell, boolean isLongitude) {
        if (spec.isDms()) {
            return ", nor degrees, minutes and seconds such as "
                    + (isLongitude ? "97\u00B030'00\"W" : "35\u00B012'30\"N");
        }
        if (!DECIMAL.matcher(cell.strip()).matches() && !Double.isNaN(DegreeText.parse(cell, isLongitude))) {
            return "; if degrees are written like this, say form: dms in geometry.columns";
        }
        return spec.numbers() == null && DECIMAL_COMMA.matcher(cell.strip()).matches()
                ? "; if the comma stands before decimals, say numbers: {decimal: \",\"}"
                : "";
    }
}
