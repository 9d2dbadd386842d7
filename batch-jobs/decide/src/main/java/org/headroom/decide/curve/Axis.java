package org.headroom.decide.curve;

/** Values in bins of equal, round width; the better a value, the smaller the number of its bin. */
final class Axis {
    /** About so many bins. */
    private static final int BINS = 100;

    private static final int[] ROUND = {1, 2, 5};

    private final CurveBy by;
    private final double width;
    private final long first;
    private final int bins;

    /**
     * @param least smallest value
     * @param most largest value
     */
    Axis(CurveBy by, double least, double most) {
        this.by = by;
        width = width((most - least) / BINS);
        first = number(by.isHigherBetter() ? most : least);
        bins = Math.toIntExact(Math.abs(number(by.isHigherBetter() ? least : most) - first) + 1);
    }

    /** The next 1, 2 or 5 times a power of ten. */
    private static double width(double atLeast) {
        if (!(atLeast > 0)) {
            return 1;
        }
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(atLeast)));
        for (int round : ROUND) {
            if (round * power >= atLeast) {
                return round * power;
            }
        }
        return 10 * power;
    }

    /** Of the multiple of the width that a value reaches: the next lower one where more is better, else the next higher one. */
    private long number(double value) {
        return (long) (by.isHigherBetter() ? Math.floor(value / width) : Math.ceil(value / width));
    }

    int bins() {
        return bins;
    }

    int bin(double value) {
        return (int) Math.abs(number(value) - first);
    }

    /** The value that all sites up to a bin reach. */
    double value(int bin) {
        return (by.isHigherBetter() ? first - bin : first + bin) * width;
    }
}
