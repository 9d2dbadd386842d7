package org.headroom.spi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The columns of one or more modules for one block of sites. Not safe for several threads. */
public final class MeasurementBlock {
    private final Map<String, MeasurementColumn> columns = new LinkedHashMap<>();

    /** Columns for the given criteria and up to {@code capacity} sites. */
    public MeasurementBlock(Collection<String> criterionIds, int capacity) {
        for (String id : criterionIds) {
            columns.put(id, new MeasurementColumn(capacity));
        }
    }

    /** @throws IllegalArgumentException when no module declares the criterion */
    public MeasurementColumn column(String criterionId) {
        MeasurementColumn column = columns.get(criterionId);
        if (column == null) {
            throw new IllegalArgumentException("criterion " + criterionId + " is not declared by the module");
        }
        return column;
    }

    /** Ids in the order of declaration. */
    public Collection<String> criterionIds() {
        return columns.keySet();
    }

    /** Makes every site UNKNOWN again in every column. */
    public void clear() {
        columns.values().forEach(MeasurementColumn::clear);
    }
}
