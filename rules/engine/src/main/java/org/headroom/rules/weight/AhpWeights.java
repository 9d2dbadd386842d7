package org.headroom.rules.weight;

import java.util.Arrays;

/**
 * Weights from pairwise comparisons by the analytic hierarchy process (Saaty, 1980): the principal eigenvector of the matrix, which sums
 * to 1, and how far the comparisons contradict one another. Found by power iteration, which converges for every positive matrix
 * (Perron, 1907); each round takes {@code n * n} multiplications. Immutable.
 */
public final class AhpWeights {
    /** Above this the comparisons contradict one another too much to be used (Saaty, 1980). */
    public static final double MAX_INCONSISTENCY = 0.10;

    /** Most things that can be compared: the random index is published up to here. */
    public static final int MAX_THINGS = 15;

    /** Mean consistency index of random matrices of 0 to 15 things (Saaty, 1980); with two or fewer nothing can contradict. */
    private static final double[] RANDOM_INDEX = {
        0, 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59
    };

    private static final int MAX_ROUNDS = 10_000;
    private static final double PRECISION = 1e-15;
    private static final double SAME = 1e-9;

    private final PairwiseComparisons comparisons;
    private final double[] weights;
    private final double eigenvalue;

    /**
     * Takes the weights.
     *
     * @param comparisons complete, of 1 to {@link #MAX_THINGS} things
     */
    public AhpWeights(PairwiseComparisons comparisons) {
        if (comparisons.size() > MAX_THINGS) {
            throw new IllegalArgumentException(
                    comparisons.size() + " things cannot be compared; at most " + MAX_THINGS + " can");
        }
        this.comparisons = comparisons;
        int size = comparisons.size();
        double[] now = new double[size];
        Arrays.fill(now, 1.0 / size);
        double[] next = new double[size];
        for (int round = 0; round < MAX_ROUNDS; round++) {
            multiply(now, next);
            double sum = 0;
            for (double value : next) {
                sum += value;
            }
            double change = 0;
            for (int i = 0; i < size; i++) {
                next[i] /= sum;
                change = Math.max(change, Math.abs(next[i] - now[i]));
            }
            double[] swap = now;
            now = next;
            next = swap;
            if (change < PRECISION) {
                break;
            }
        }
        weights = now;
        multiply(weights, next);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += next[i] / weights[i];
        }
        eigenvalue = sum / size;
    }

    private void multiply(double[] vector, double[] product) {
        for (int i = 0; i < product.length; i++) {
            double sum = 0;
            for (int j = 0; j < vector.length; j++) {
                sum += comparisons.ratio(i, j) * vector[j];
            }
            product[i] = sum;
        }
    }

    /** The weights, 0 to 1, in the order of the things; they sum to 1. A fresh array. */
    public double[] weights() {
        return weights.clone();
    }

    /** The principal eigenvalue: the number of things when nothing contradicts, and more the more does. */
    public double eigenvalue() {
        return eigenvalue;
    }

    /** Consistency ratio: {@code (eigenvalue - n) / (n - 1)} over the random index of {@code n} things; 0 for two or fewer. */
    public double consistencyRatio() {
        int size = weights.length;
        return size <= 2 ? 0 : Math.max(0, (eigenvalue - size) / (size - 1)) / RANDOM_INDEX[size];
    }

    /**
     * A comparison, and what the others say in its place.
     *
     * @param i the first thing
     * @param j the second thing
     * @param given how many times as important {@code i} was said to be as {@code j}
     * @param implied the same by the weights
     */
    public record Judgement(int i, int j, double given, double implied) {}

    /**
     * The comparison that lies farthest, as a ratio, from what the weights imply; of several, as always among three things, the boldest.
     * Needs two things or more.
     */
    public Judgement mostInconsistent() {
        Judgement worst = judgement(0, 1);
        for (int i = 0; i < weights.length; i++) {
            for (int j = i + 1; j < weights.length; j++) {
                Judgement other = judgement(i, j);
                double farther = distance(other) - distance(worst);
                boolean isBolder = boldness(other) > boldness(worst);
                if (farther > SAME || farther > -SAME && isBolder) {
                    worst = other;
                }
            }
        }
        return worst;
    }

    private Judgement judgement(int i, int j) {
        return new Judgement(i, j, comparisons.ratio(i, j), weights[i] / weights[j]);
    }

    private static double boldness(Judgement judgement) {
        return Math.abs(StrictMath.log(judgement.given()));
    }

    private static double distance(Judgement judgement) {
        return Math.abs(StrictMath.log(judgement.given() / judgement.implied()));
    }
}
