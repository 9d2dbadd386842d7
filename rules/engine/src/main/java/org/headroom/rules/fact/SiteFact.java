package org.headroom.rules.fact;

import org.jspecify.annotations.Nullable;

/**
 * What the generated class {@code org.headroom.rules.Site} extends: a pointer to one row of the current block. Numbers have two
 * getters, one a bound, so that a comparison holds only when it holds for the whole interval; an unknown number reaches from minus to
 * plus infinity, so no comparison with it holds. Facts are made once for a scorer and used again for every block; rules never change them.
 */
public abstract class SiteFact {
    private final FactBlock block;
    private final int place;

    /**
     * @param block the scorer's columns
     * @param place number of the fact among those that run together, from 0
     */
    protected SiteFact(FactBlock block, int place) {
        this.block = block;
        this.place = place;
    }

    /** Lower bound, minus infinity when unknown: Drools compares boxed doubles, for which NaN is above every number. */
    protected final double lower(int slot) {
        double bound = block.lower(slot, block.row(place));
        return Double.isNaN(bound) ? Double.NEGATIVE_INFINITY : bound + 0.0;
    }

    /** Upper bound, plus infinity when unknown. Adding zero turns -0.0, which Drools holds to be below 0.0, into 0.0. */
    protected final double upper(int slot) {
        double bound = block.upper(slot, block.row(place));
        return Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound + 0.0;
    }

    protected final @Nullable String text(int slot) {
        return block.text(slot, block.row(place));
    }

    /** 1 when a test of the program holds for this site, else 0: a number, as compiled rules compare nothing else. */
    protected final double holds(int test) {
        return block.holds(place, test) ? 1 : 0;
    }

    /** Records that a rule holds for this site. The only thing a compiled rule can do. */
    public final void fire(int rule) {
        block.fire(place, rule);
    }
}
