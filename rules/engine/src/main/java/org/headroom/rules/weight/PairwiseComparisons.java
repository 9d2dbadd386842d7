package org.headroom.rules.weight;

import java.util.Arrays;
import java.util.List;

/**
 * How many times as important each of some things is as each other, by one judge or by several together. The matrix is reciprocal by
 * construction: of each pair one ratio is given. Not safe for several threads while it is filled.
 */
public final class PairwiseComparisons {
    private final double[][] ratios;

    /** Nothing compared yet between so many things. */
    public PairwiseComparisons(int size) {
        ratios = new double[size][size];
        for (int i = 0; i < size; i++) {
            Arrays.fill(ratios[i], Double.NaN);
            ratios[i][i] = 1;
        }
    }

    /**
     * Several judges as one, by the geometric mean of their ratios: the only mean that keeps the matrix reciprocal (Aczel and Saaty, 1983).
     *
     * @param judges complete, of the same size, at least one
     */
    public static PairwiseComparisons geometricMean(List<PairwiseComparisons> judges) {
        int size = judges.get(0).size();
        PairwiseComparisons mean = new PairwiseComparisons(size);
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                double logs = 0;
                for (PairwiseComparisons judge : judges) {
                    logs += StrictMath.log(judge.ratio(i, j));
                }
                mean.set(i, j, StrictMath.exp(logs / judges.size()));
            }
        }
        return mean;
    }

    /** Says that thing {@code i} is {@code ratio} times as important as thing {@code j}, and so the reverse. */
    public void set(int i, int j, double ratio) {
        ratios[i][j] = ratio;
        ratios[j][i] = 1 / ratio;
    }

    public boolean isSet(int i, int j) {
        return !Double.isNaN(ratios[i][j]);
    }

    /** How many times as important {@code i} is as {@code j}; NaN when nobody has said. */
    public double ratio(int i, int j) {
        return ratios[i][j];
    }

    public int size() {
        return ratios.length;
    }
}
