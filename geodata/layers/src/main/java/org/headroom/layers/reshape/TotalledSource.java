package org.headroom.layers.reshape;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.headroom.layers.descriptor.SourceSpec.Total;
import org.headroom.layers.format.Numbers;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.ValuesRecord;
import org.jspecify.annotations.Nullable;

/**
 * Adds up rows that agree in some columns, in the order of the rows; the sums come in the order in which their keys appear first.
 * Missing parts count as absent; when all are missing the sum is missing. A part that is no number, and a damaged row, spoils the
 * whole sum: a part of a total is not the total.
 */
final class TotalledSource extends DerivedSource {
    private final Iterator<Map.Entry<List<Object>, @Nullable Object[]>> totals;
    private long number;

    TotalledSource(RecordSource main, Total total) throws IOException {
        super(main, joined(total.by(), total.sum()));
        int[] by = find(main.columns(), total.by(), "source.total");
        int[] sum = find(main.columns(), total.sum(), "source.total");
        Map<List<Object>, @Nullable Object[]> sums = new LinkedHashMap<>();
        for (RawRecord row = main.next(); row != null; row = main.next()) {
            List<Object> key = new ArrayList<>();
            for (int column : by) {
                Object value = row.value(column);
                key.add(value == null ? "" : value);
            }
            @Nullable Object[] parts = sums.computeIfAbsent(key, k -> new @Nullable Object[sum.length]);
            for (int i = 0; i < sum.length; i++) {
                parts[i] = row.damage() != null ? row.damage() : added(parts[i], row.value(sum[i]));
            }
        }
        this.totals = sums.entrySet().iterator();
    }

    private static @Nullable Object added(@Nullable Object sum, @Nullable Object part) {
        if (part == null || sum instanceof String) {
            return sum;
        }
        try {
            double number = part instanceof Number n ? n.doubleValue() : Numbers.parse(part.toString());
            return sum instanceof Double before ? before + number : number;
        } catch (NumberFormatException e) {
            return Numbers.text(part);
        }
    }

    @Override
    public @Nullable RawRecord next() {
        if (!totals.hasNext()) {
            return null;
        }
        Map.Entry<List<Object>, @Nullable Object[]> total = totals.next();
        @Nullable
        Object[] values = Arrays.copyOf(total.getKey().toArray(), columns().size());
        System.arraycopy(total.getValue(), 0, values, total.getKey().size(), total.getValue().length);
        return new ValuesRecord(++number, values, null, null);
    }
}
