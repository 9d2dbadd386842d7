package org.headroom.runs.table;

import java.time.LocalDate;
import java.util.Arrays;
import org.headroom.runs.store.MeasurementFile;

/** The days of a criterion that is a date, of an interval the later one, as texts. Safe for several threads. */
final class DaySource implements CodeSource {
    private static final int BLOCK = 4096;

    private final MeasurementFile file;
    /** All days that there are, rising. */
    private final long[] days;

    /** @param size number of sites */
    DaySource(MeasurementFile file, int size) {
        this.file = file;
        double[] lower = new double[BLOCK];
        double[] upper = new double[BLOCK];
        long[] all = new long[0];
        for (int first = 0; first < size; first += BLOCK) {
            int count = Math.min(BLOCK, size - first);
            file.readBounds(first, count, lower, upper);
            long[] here = Arrays.stream(upper, 0, count)
                    .filter(day -> !Double.isNaN(day))
                    .mapToLong(Math::round)
                    .toArray();
            long[] both = Arrays.copyOf(all, all.length + here.length);
            System.arraycopy(here, 0, both, all.length, here.length);
            all = Arrays.stream(both).sorted().distinct().toArray();
        }
        days = all;
    }

    Sources.Coded source(String description) {
        return new Sources.Coded(
                description,
                Arrays.stream(days)
                        .mapToObj(day -> LocalDate.ofEpochDay(day).toString())
                        .toList(),
                this);
    }

    @Override
    public void read(int first, int count, int[] codes) {
        double[] lower = new double[count];
        double[] upper = new double[count];
        file.readBounds(first, count, lower, upper);
        for (int site = 0; site < count; site++) {
            codes[site] = Double.isNaN(upper[site]) ? -1 : Arrays.binarySearch(days, Math.round(upper[site]));
        }
    }
}
