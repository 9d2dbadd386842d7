package org.headroom.cooling;

import java.util.function.IntConsumer;

/**
 * Means of heating and cooling degree days over some records, weighted by population; where nobody lives all records count alike.
 * Working memory of one thread.
 */
final class DegreeDayMeans {
    /** {@link #add} for an index, made once. */
    final IntConsumer visitor = this::add;

    private double[] heating = {};
    private double[] cooling = {};
    private double[] weights = {};
    private final Mean heatingMean = new Mean();
    private final Mean coolingMean = new Mean();
    private int count;
    private int last;

    void reset(double[] newHeating, double[] newCooling, double[] newWeights) {
        heating = newHeating;
        cooling = newCooling;
        weights = newWeights;
        heatingMean.clear();
        coolingMean.clear();
        count = 0;
        last = -1;
    }

    void add(int record) {
        heatingMean.add(heating[record], weights[record]);
        coolingMean.add(cooling[record], weights[record]);
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

    /** NaN when no record has it. */
    double heating() {
        return heatingMean.value();
    }

    /** NaN when no record has it. */
    double cooling() {
        return coolingMean.value();
    }

    private static final class Mean {
        private double weighted;
        private double weightSum;
        private double plain;
        private int count;

        void clear() {
            weighted = 0;
            weightSum = 0;
            plain = 0;
            count = 0;
        }

        void add(double value, double weight) {
            if (!Double.isNaN(value)) {
                weighted += weight * value;
                weightSum += weight;
                plain += value;
                count++;
            }
        }

        double value() {
            // a figure that stands alone is handed on to the last bit
            return count == 1 || !(weightSum > 0) ? plain / count : weighted / weightSum;
        }
    }
}
