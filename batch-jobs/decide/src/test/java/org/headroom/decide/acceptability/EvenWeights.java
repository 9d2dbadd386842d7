package org.headroom.decide.acceptability;

import java.util.ArrayList;
import java.util.List;

/** Weights as they are where no preference is known: spread evenly over all that are not below 0 and sum to 1. */
final class EvenWeights {
    private EvenWeights() {}

    /**
     * Vectors of weights: numbers that are exponentially distributed, over their sum (Devroye 1986, chapter V). They come from an additive recurrence by powers
     * of the root of {@code x^(size + 1) = x + 1} (Roberts 2018), and each vector comes in all its rotations.
     *
     * @param points how many vectors, but for rotations
     * @param size weights of a vector
     */
    static List<double[]> of(int points, int size) {
        double root = 1;
        for (int i = 0; i < Double.SIZE; i++) {
            root = Math.pow(1 + root, 1.0 / (size + 1));
        }
        List<double[]> all = new ArrayList<>();
        for (int point = 1; point <= points; point++) {
            double[] weights = new double[size];
            double sum = 0;
            for (int i = 0; i < size; i++) {
                weights[i] = -Math.log((0.5 + point * Math.pow(root, -(i + 1))) % 1);
                sum += weights[i];
            }
            for (int turn = 0; turn < size; turn++) {
                double[] turned = new double[size];
                for (int i = 0; i < size; i++) {
                    turned[(i + turn) % size] = weights[i] / sum;
                }
                all.add(turned);
            }
        }
        return all;
    }
}
