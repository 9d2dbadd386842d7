package org.headroom.rules.weight;

/**
 * Weights from nothing but an order of importance: the centroid of all weights that agree with it, {@code (1/k + ... + 1/n) / n} for the
 * {@code k}-th of {@code n} (Barron and Barrett, 1996).
 */
public final class RankOrderCentroid {
    private RankOrderCentroid() {}

    /**
     * The weights of {@code size} things, the most important first; they sum to 1 and fall.
     *
     * @param size at least 1
     */
    public static double[] weights(int size) {
        double[] weights = new double[size];
        double sum = 0;
        for (int k = size; k >= 1; k--) {
            sum += 1.0 / k;
            weights[k - 1] = sum / size;
        }
        return weights;
    }
}
