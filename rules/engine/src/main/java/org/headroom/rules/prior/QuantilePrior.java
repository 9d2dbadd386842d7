package org.headroom.rules.prior;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.headroom.rules.value.ValueFunction;
import org.headroom.rules.value.Words;

/** A distribution by its quantiles; between two of them every measurement is as likely as every other, and two alike are an atom. */
public final class QuantilePrior implements Prior {
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
                throw new IllegalArgumentException(
                        "the measurement " + Words.number(x[i]) + " lies below " + Words.number(x[i - 1])
                                + " before it; write the pairs from the smallest measurement to the largest");
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
    public double quantile(double share) {
        int i = 1;
        while (i < shares.length - 1 && share > shares[i]) {
            i++;
        }
        return Math.min(x[i], x[i - 1] + (x[i] - x[i - 1]) * ((share - shares[i - 1]) / (shares[i] - shares[i - 1])));
    }

    @Override
    public String definition() {
        return IntStream.range(0, x.length)
                .mapToObj(i -> "[" + Words.exact(shares[i]) + ", " + Words.exact(x[i]) + "]")
                .collect(Collectors.joining(", ", "quantiles: [", "]"));
    }
}
