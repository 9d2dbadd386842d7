package org.headroom.timetopower;

/**
 * The fixed points at which all steps are looked at together: those of Halton (1960), "On the efficiency of certain quasi-random sequences of points",
 * Numerische Mathematik 2, turned into independent standard normal deviates. They are the same in every run and at every site, so that two sites differ
 * by what is measured there alone. Immutable.
 */
final class Draws {
    /** Number of points: a share of 1/512 is far below what is known of any step. */
    static final int COUNT = 512;

    private static final int[] BASES = {2, 3, 5, 7, 11};

    private final double[][] deviates = new double[BASES.length][COUNT];

    Draws() {
        for (int dimension = 0; dimension < BASES.length; dimension++) {
            for (int i = 0; i < COUNT; i++) {
                deviates[dimension][i] = Normal.quantile(mirrored(i + 1, BASES[dimension]));
            }
        }
    }

    /** Digits of a number behind the point, the last one first. */
    private static double mirrored(int number, int base) {
        double sum = 0;
        double place = 1;
        for (int left = number; left > 0; left /= base) {
            place /= base;
            sum += place * (left % base);
        }
        return sum;
    }

    /** Deviates of the queue, of permits, transformer, tie-line and commissioning, in this order from 0. Do not write to it. */
    double[] of(int dimension) {
        return deviates[dimension];
    }
}
