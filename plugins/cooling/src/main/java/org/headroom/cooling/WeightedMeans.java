package org.headroom.cooling;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Weighted means of all quantities over some records. Working memory of one thread. */
final class WeightedMeans {
    /** {@link #add} for an index, made once. */
    final IntConsumer visitor = this::add;

    private final double[] weighted = new double[CoolingCriteria.ALL.size()];
    private final double[] weightSums = new double[weighted.length];
    private final double[] plain = new double[weighted.length];
    private final int[] counts = new int[weighted.length];
    private double[][] values = {};
    private double[] weights = {};
    private int count;
    private int last;

    void reset(double[][] newValues, double[] newWeights) {
        values = newValues;
        weights = newWeights;
        Arrays.fill(weighted, 0);
        Arrays.fill(weightSums, 0);
        Arrays.fill(plain, 0);
        Arrays.fill(counts, 0);
        count = 0;
        last = -1;
    }

    void add(int record) {
        for (int quantity = 0; quantity < weighted.length; quantity++) {
            double value = values[record][quantity];
            if (!Double.isNaN(value)) {
                weighted[quantity] += weights[record] * value;
                weightSums[quantity] += weights[record];
                plain[quantity] += value;
                counts[quantity]++;
            }
        }
        count++;
        last = record;
    }

    /** Number of records. */
    int count() {
        return count;
    }

    /** The record when there is just one, else -1. */
    int single() {
        return count == 1 ? last : -1;
    }

    /** Mean of a quantity; NaN when no record has it. */
    double mean(int quantity) {
        if (counts[quantity] == 1 && count == 1) {
            return plain[quantity];
        }
        double mean = weightSums[quantity] > 0
                ? weighted[quantity] / weightSums[quantity]
                : plain[quantity] / counts[quantity];
        return quantity == CoolingCriteria.PUE || quantity == CoolingCriteria.PEAK_PUE ? Math.max(1, mean) : mean;
    }
}
