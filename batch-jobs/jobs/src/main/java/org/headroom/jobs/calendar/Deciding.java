package org.headroom.jobs.calendar;

import org.headroom.ledger.calendar.Standing;
import org.headroom.spi.MeasurementColumn;

/** What decides at each site by one criterion, put together block by block. */
final class Deciding {
    private final double[] values;
    private final short[] layers;
    private final int[] records;

    Deciding(int size) {
        values = new double[size];
        layers = new short[size];
        records = new int[size];
    }

    void take(MeasurementColumn column, int first, int count) {
        MeasurementColumn.Storage from = column.storage();
        System.arraycopy(from.lower(), 0, values, first, count);
        System.arraycopy(from.layer(), 0, layers, first, count);
        System.arraycopy(from.record(), 0, records, first, count);
    }

    Standing.Decided decided() {
        return new Standing.Decided(values, layers, records);
    }
}
