package org.headroom.rules.policy;

import org.headroom.rules.reading.PolicyParts;
import org.headroom.spi.MeasurementBlock;

/**
 * Scores sites under other weights with the arithmetic of {@link Scorer}, but without running rules again: which rules hold hangs on
 * measurements alone. Not safe for several threads.
 */
public final class WeightTrial {
    private final CriteriaScorer criteria;
    private final Effects effects;

    WeightTrial(PolicyParts parts) {
        criteria = new CriteriaScorer(parts);
        effects = new Effects(parts);
    }

    /**
     * Scores the first sites of a block.
     *
     * @param measurements a column for every criterion of the policy's tables
     * @param size number of sites
     * @param out has the bits of the rules that hold and of the undecided ones; all else for these sites is overwritten
     */
    public void score(MeasurementBlock measurements, int size, ScoreBlock out) {
        criteria.score(measurements, size, out);
        effects.apply(size, out);
    }
}
