package org.headroom.decide.acceptability;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A distribution by its density.
 *
 * @param low where it begins, but for less than 1e-6 of it
 * @param high where it ends, but for less than 2e-4 of it; the same as {@code low} where there is nothing but that
 * @param density up to a factor
 */
record Distribution(double low, double high, DoubleUnaryOperator density) {
    /** A criteria table takes 100 quantiles. */
    private static final int PIECES = 99;

    private static final double DEVIATIONS = 5;
    /** Of the longer tail of a beta distribution. */
    private static final double DEVIATIONS_ABOVE = 8;

    static Distribution exactly(double x) {
        return new Distribution(x, x, any -> 1);
    }

    static Distribution gaussian(double mean, double deviation) {
        return new Distribution(
                mean - DEVIATIONS * deviation,
                mean + DEVIATIONS * deviation,
                x -> Math.exp(-Math.pow((x - mean) / deviation, 2) / 2));
    }

    /** What has a logarithm with this mean and standard deviation. */
    static Distribution lognormal(double mean, double deviation) {
        return new Distribution(
                Math.exp(mean - DEVIATIONS * deviation),
                Math.exp(mean + DEVIATIONS * deviation),
                x -> Math.exp(-Math.pow((Math.log(x) - mean) / deviation, 2) / 2) / x);
    }

    static Distribution beta(double alpha, double beta) {
        double mean = alpha / (alpha + beta);
        double deviation = Math.sqrt(mean * (1 - mean) / (alpha + beta + 1));
        return new Distribution(
                Math.max(0, mean - DEVIATIONS * deviation),
                mean + DEVIATIONS_ABOVE * deviation,
                x -> Math.pow(x, alpha - 1) * Math.pow(1 - x, beta - 1));
    }

    boolean isExact() {
        return low == high;
    }

    /** Share and measurement of each quantile, by Simpson's rule. */
    List<double[]> quantiles() {
        int pieces = isExact() ? 1 : PIECES;
        double step = (high - low) / pieces;
        double[] area = new double[pieces + 1];
        for (int i = 0; i < pieces; i++) {
            double x = low + i * step;
            area[i + 1] = area[i]
                    + density.applyAsDouble(x)
                    + 4 * density.applyAsDouble(x + step / 2)
                    + density.applyAsDouble(x + step);
        }
        return IntStream.rangeClosed(0, pieces)
                .mapToObj(i -> new double[] {area[i] / area[pieces], low + i * step})
                .toList();
    }
}
