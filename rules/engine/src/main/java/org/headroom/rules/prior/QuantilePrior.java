package org.headroom.rules.prior;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.headroom.rules.value.ValueFunction;
import org.headroom.rules.value.Words;

/** A distribution by its quantiles; between two of them every measurement is as likely as every other, and two alike are an atom. */
public final class QuantilePrior implements Prior {
    /** A share below which nothing is said to lie between two bounds. */
    private static final double NOTHING = 1e-9;

    private final double[] shares;
    private final double[] x;

    /**
     * @param quantiles share and measurement of each, at least two; shares rise from 0 to 1, measurements never fall
     * @throws IllegalArgumentException when they do not
     */
    public QuantilePrior(List<double[]> quantiles) {
        int size = quantiles.size();
        if (size < 2) {
            throw new IllegalArgumentException("a prior needs two quantiles or more");
        }
        shares = new double[size];
        x = new double[size];
        for (int i = 0; i < size; i++) {
            shares[i] = quantiles.get(i)[0];
            x[i] = quantiles.get(i)[1];
            if (i > 0 && !(shares[i - 1] < shares[i])) {
                throw new IllegalArgumentException("the share " + Words.number(shares[i]) + " does not lie above "
                        + Words.number(shares[i - 1]) + " before it");
            }
            if (i > 0 && !(x[i - 1] <= x[i])) {
                throw new IllegalArgumentException("the measurement " + Words.number(x[i]) + " lies below "
                        + Words.number(x[i - 1]) + " before it");
            }
        }
        if (shares[0] != 0 || shares[size - 1] != 1) {
            throw new IllegalArgumentException("the shares run from " + Words.number(shares[0]) + " to "
                    + Words.number(shares[size - 1]) + ", they must run from 0 to 1");
        }
    }

    @Override
    public double mean(ValueFunction value) {
        double mean = 0;
        for (int i = 1; i < x.length; i++) {
            mean += (shares[i] - shares[i - 1]) * value.mean(x[i - 1], x[i]);
        }
        return Math.min(1, mean);
    }

    @Override
    public double mean(ValueFunction value, double low, double high) {
        double sum = 0;
        double within = 0;
        for (int i = 1; i < x.length; i++) {
            double share = within(i, low, high);
            if (share > 0) {
                within += share;
                sum += share * value.mean(Math.max(x[i - 1], low), Math.min(x[i], high));
            }
        }
        double mean = within < NOTHING ? value.mean(low, high) : sum / within;
        // Rounding must not carry the mean out of what the interval allows.
        return Math.min(value.highest(low, high), Math.max(value.lowest(low, high), mean));
    }

    /** What of the piece that ends at a quantile lies between two bounds. */
    private double within(int piece, double low, double high) {
        double from = x[piece - 1];
        double to = x[piece];
        double share = shares[piece] - shares[piece - 1];
        if (from == to) {
            return from >= low && from <= high ? share : 0;
        }
        double span = Math.min(to, high) - Math.max(from, low);
        return span > 0 ? share * (span / (to - from)) : 0;
    }

    @Override
    public double quantile(double share) {
        int i = 1;
        while (i < shares.length - 1 && share > shares[i]) {
            i++;
        }
        return Math.min(x[i], x[i - 1] + (x[i] - x[i - 1]) * ((share - shares[i - 1]) / (shares[i] - shares[i - 1])));
    }

    @Override
    public double quantile(double share, double low, double high) {
        double within = 0;
        for (int i = 1; i < x.length; i++) {
            within += within(i, low, high);
        }
        if (within < NOTHING) {
            return Math.min(high, low + share * (high - low));
        }
        double wanted = share * within;
        double at = low;
        for (int i = 1; i < x.length; i++) {
            double piece = within(i, low, high);
            if (piece > 0) {
                double from = Math.max(x[i - 1], low);
                double to = Math.min(x[i], high);
                at = to;
                if (wanted <= piece) {
                    return Math.min(to, from + (to - from) * (wanted / piece));
                }
                wanted -= piece;
            }
        }
        return at;
    }

    @Override
    public String definition() {
        return IntStream.range(0, x.length)
                .mapToObj(i -> "[" + Words.exact(shares[i]) + ", " + Words.exact(x[i]) + "]")
                .collect(Collectors.joining(", ", "quantiles: [", "]"));
    }
}
