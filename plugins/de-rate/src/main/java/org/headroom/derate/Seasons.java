package org.headroom.derate;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Which months are limited by the peak of which others: those of summer and all the rest, winter. Immutable. */
final class Seasons {
    static final int MONTHS = 12;

    private final boolean[] isSummer = new boolean[MONTHS];
    private final int[] summerPeak;
    private final int[] winterPeak;

    /**
     * @param summer months limited by the summer's peak, 1 to 12
     * @param summerPeak months whose highest load is the summer's peak
     * @param winterPeak likewise of winter
     */
    Seasons(double[] summer, double[] summerPeak, double[] winterPeak) {
        for (double month : summer) {
            isSummer[(int) month - 1] = true;
        }
        this.summerPeak = places(summerPeak);
        this.winterPeak = places(winterPeak);
    }

    private static int[] places(double[] months) {
        return Arrays.stream(months).mapToInt(month -> (int) month - 1).toArray();
    }

    /**
     * Room below the limit of its season in each hour, MW, from the least; 0 where the load is above it. Years together have one peak each season.
     *
     * @param byMonth load of each hour, MW, by month from January
     */
    double[] roomMw(double[][] byMonth) {
        double summer = peak(byMonth, summerPeak);
        double winter = peak(byMonth, winterPeak);
        DoubleStream room = DoubleStream.empty();
        for (int month = 0; month < MONTHS; month++) {
            double limit = isSummer[month] ? summer : winter;
            room = DoubleStream.concat(room, Arrays.stream(byMonth[month]).map(load -> Math.max(0, limit - load)));
        }
        return room.sorted().toArray();
    }

    private static double peak(double[][] byMonth, int[] months) {
        return Arrays.stream(months)
                .mapToObj(month -> byMonth[month])
                .flatMapToDouble(Arrays::stream)
                .max()
                .orElse(0);
    }
}
