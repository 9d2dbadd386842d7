package org.headroom.runs.table;

import java.time.LocalDate;
import java.util.Arrays;
import org.headroom.runs.store.MeasurementFile;

/** The days of a criterion that is a date, of an interval one end, as texts. Safe for several threads. */
final class DaySource implements CodeSource {
    private static final int BLOCK = 4096;
    /** YYYY-MM-DD. */
    private static final int DAY_BYTES = 10;

    private final MeasurementFile file;
    private final boolean isUpper;
    /** All days that there are, rising. */
    private final long[] days;

    /**
     * @param size number of sites
     * @param isUpper whether the later end of intervals is taken
     */
    DaySource(MeasurementFile file, int size, boolean isUpper) {
        this.file = file;
        this.isUpper = isUpper;
        double[] lower = new double[BLOCK];
        double[] upper = new double[BLOCK];
        long[] all = new long[0];
        for (int first = 0; first < size; first += BLOCK) {
            int count = Math.min(BLOCK, size - first);
            file.readBounds(first, count, lower, upper);
            long[] here = Arrays.stream(isUpper ? upper : lower, 0, count)
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
                DAY_BYTES,
                this);
    }

    @Override
    public void read(int first, int count, int[] codes) {
        double[] lower = new double[count];
        double[] upper = new double[count];
        file.readBounds(first, count, lower, upper);
        for (int site = 0; site < count; site++) {
            double day = isUpper ? upper[site] : lower[site];
            codes[site] = Double.isNaN(day) ? -1 : Arrays.binarySearch(days, Math.round(day));
        }
    }
}
