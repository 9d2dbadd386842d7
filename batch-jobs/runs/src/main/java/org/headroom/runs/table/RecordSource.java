package org.headroom.runs.table;

import java.util.Arrays;
import java.util.List;
import org.headroom.runs.store.MeasurementFile;
import org.headroom.spi.MeasurementColumn;

/** Which record decided something of each site, read in blocks. Safe for several threads. */
@FunctionalInterface
interface RecordSource {
    /** Where no record is named. */
    long NONE = -1;

    /** Reads {@link #of} for the sites from {@code first} on into the first places; {@link #NONE} where there is none. */
    void read(int first, int count, long[] records);

    /** A record of a layer, both from 0, as one number. */
    static long of(int layer, int record) {
        return (long) layer << Integer.SIZE | record;
    }

    static int layer(long record) {
        return (int) (record >>> Integer.SIZE);
    }

    static int number(long record) {
        return (int) record;
    }

    /** The records that decided a criterion. */
    static RecordSource deciding(MeasurementFile file) {
        return first(List.of(file));
    }

    /** The record that decided the first of some criteria that names one. */
    static RecordSource first(List<MeasurementFile> files) {
        return (first, count, records) -> {
            Arrays.fill(records, 0, count, NONE);
            MeasurementColumn column = new MeasurementColumn(count);
            for (MeasurementFile file : files) {
                file.read(first, count, column);
                for (int site = 0; site < count; site++) {
                    if (records[site] == NONE && column.layerOrdinal(site) >= 0 && column.record(site) >= 0) {
                        records[site] = of(column.layerOrdinal(site), column.record(site));
                    }
                }
            }
        };
    }
}
