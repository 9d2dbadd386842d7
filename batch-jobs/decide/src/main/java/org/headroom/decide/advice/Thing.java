package org.headroom.decide.advice;

import java.util.BitSet;

/** One thing that is not exactly known, over all sites that share it. */
final class Thing {
    private final int levels;
    private final BitSet enters = new BitSet();
    private final BitSet leaves = new BitSet();
    private double change;
    private int site = -1;
    private double most = -1;

    /** @param levels number of its equally likely levels */
    Thing(int levels) {
        this.levels = levels;
    }

    /** Adds what it does to one site. */
    void add(int newSite, BitSet entersAt, BitSet leavesAt, double gain) {
        enters.or(entersAt);
        leaves.or(leavesAt);
        change += gain;
        double moves = entersAt.cardinality() + leavesAt.cardinality();
        if (moves > most) {
            most = moves;
            site = newSite;
        }
    }

    /** The site whose place hangs on it most. */
    int site() {
        return site;
    }

    double probabilityToEnter() {
        return (double) enters.cardinality() / levels;
    }

    double probabilityToLeave() {
        return (double) leaves.cardinality() / levels;
    }

    double expectedChange() {
        return change;
    }
}
