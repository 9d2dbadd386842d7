package org.headroom.export.shapefile;

import java.nio.charset.StandardCharsets;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.NumberRange;
import org.headroom.export.FixedDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers, right-aligned; {@link UnknownNumber} when missing. The length grows with the magnitude, so the two ends decide. */
final class NumberField extends DbfField {
    /** dBASE's limit of a number field, characters with sign and point. */
    private static final int MAX_WIDTH = 20;

    private final NumberColumn column;
    private final double smallest;
    private final double largest;
    private byte @Nullable [] unknown;

    NumberField(NumberColumn column, String name) {
        super(column, name, 'N');
        this.column = column;
        NumberRange range = told(column, column.range());
        boolean isEmpty = Double.isNaN(range.smallest());
        // 0 is no longer than any other value; min tells -0.0 from 0.0, as the sign is printed.
        smallest = isEmpty ? 0 : Math.min(0, range.smallest());
        largest = isEmpty ? 0 : Math.max(0, range.largest());
    }

    @Override
    int decimals() {
        return column.decimals();
    }

    @Override
    int findWidth(Refusals refusals) {
        int needed = Math.max(length(smallest, refusals), length(largest, refusals));
        int width = refusals.width(column, needed, UnknownNumber.length(smallest), MAX_WIDTH);
        unknown = UnknownNumber.text(smallest, width);
        return width;
    }

    @Override
    String unknown() {
        return unknown == null ? "" : new String(unknown, StandardCharsets.US_ASCII);
    }

    private int length(double value, Refusals refusals) {
        if (Double.isInfinite(value)) {
            refusals.add(column, value + " is not a finite number");
            return 1;
        }
        int length = FixedDecimal.length(value, decimals());
        refusals.checkFits(column, FixedDecimal.toString(value, decimals()), length, MAX_WIDTH);
        return length;
    }

    @Override
    void format(int from, int to, byte[] out, int offset, int stride) {
        int width = width();
        int decimals = decimals();
        double low = smallest;
        double high = largest;
        byte[] missing = unknown;
        int end = offset + width;
        for (int row = from; row < to; row++) {
            double value = column.value().applyAsDouble(row);
            if (!Double.isNaN(value)) {
                // The second check is for -0.0, which no comparison tells from 0.0.
                if (value < low || value > high || FixedDecimal.putRight(value, decimals, out, end) < end - width) {
                    throw column.unexpected(row, Double.toString(value));
                }
            } else if (missing != null) {
                System.arraycopy(missing, 0, out, end - missing.length, missing.length);
            } else {
                throw Refusals.noRoomForUnknown(column);
            }
            end += stride;
        }
    }
}
