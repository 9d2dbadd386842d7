package org.headroom.benchmarks;

import java.util.Random;

/**
 * The places of a block of sites, evenly spread over a box of the lower 48 states and in no order, as those of the workload are.
 */
final class Block {
    /** Sites that every benchmark works on at a time. */
    static final int SITES = 4096;

    static final double WEST = -124;
    static final double SOUTH = 26;
    static final double EAST = -68;
    static final double NORTH = 48.5;

    private static final long SEED = 20241001;

    private Block() {}

    static double[] longitudes() {
        return random(SEED).doubles(SITES, WEST, EAST).toArray();
    }

    static double[] latitudes() {
        return random(SEED + 1).doubles(SITES, SOUTH, NORTH).toArray();
    }

    /** Always the same numbers for the same seed. */
    static Random random(long seed) {
        return new Random(seed);
    }
}
