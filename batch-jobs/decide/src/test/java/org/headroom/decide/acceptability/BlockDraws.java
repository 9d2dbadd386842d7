package org.headroom.decide.acceptability;

import org.headroom.rules.outcome.OutcomeModel;
import org.headroom.rules.outcome.SiteOutcomes;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.SiteBlock;

/** Sites in memory, scored and drawn as those of a run are. For one thread. */
final class BlockDraws implements DrawnSites {
    private final SiteOutcomes outcomes;
    private final byte[] tiers;
    private final double[] scores;

    /** @param model outcomes under the policy, or under the same with other weights */
    BlockDraws(Policy policy, OutcomeModel model, SiteBlock sites, MeasurementBlock block) {
        ScoreBlock scored = policy.newScoreBlock(sites.size());
        policy.scorer().score(sites, block, scored);
        ScoreBlock.Storage bits = scored.storage();
        outcomes = model.sites();
        outcomes.bind(sites, block, bits.fired(), bits.undecided(), bits.wordsPerSite());
        tiers = new byte[model.draws().count()];
        scores = new double[model.draws().count()];
    }

    @Override
    public void draw(int first, int count, int from, int to, Taker out) {
        for (int site = first; site < first + count; site++) {
            outcomes.take(site);
            outcomes.draw(from, to, tiers, scores);
            out.take(site, tiers, scores);
        }
    }
}
