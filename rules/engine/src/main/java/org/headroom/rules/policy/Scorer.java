package org.headroom.rules.policy;

import org.headroom.rules.compile.RuleBase;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.reading.PolicyParts;
import org.headroom.rules.reading.RankBy;
import org.headroom.rules.rule.SiteTests;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/**
 * Gates and scores blocks of sites. One for each thread; it keeps its facts and columns from block to block. What it writes for a
 * site depends on that site alone: criteria and adjustments are added in the policy's order whatever else is in the block.
 */
public final class Scorer {
    private static final int FACTS_TOGETHER = 1_000;

    private final FactBlock facts;
    private final RuleBase.Session rules;
    private final UndecidedRules undecided;
    private final @Nullable ExpectedRules expected;
    private final PointsInProportion points;
    private final CriteriaScorer criteria;
    private final Effects effects;
    private final boolean hasRules;

    Scorer(PolicyParts parts, Expectations expectations, RuleBase ruleBase, double evaluationDay) {
        facts = new FactBlock(
                parts.vocabulary().fields(),
                UndecidedRules.fieldsRead(parts),
                SiteTests.of(parts.rules()).all(),
                evaluationDay);
        rules = ruleBase.session(facts, FACTS_TOGETHER);
        undecided = new UndecidedRules(parts.rules());
        expected = parts.settings().rankBy() == RankBy.EXPECTED
                ? new ExpectedRules(parts, expectations, evaluationDay)
                : null;
        points = new PointsInProportion(parts, expected);
        criteria = new CriteriaScorer(parts, expectations);
        effects = new Effects(parts);
        hasRules = !parts.rules().isEmpty();
    }

    /**
     * Scores all sites of a block.
     *
     * @param sites the sites
     * @param measurements a column for every criterion of the policy's vocabulary
     * @param out takes the scores; everything in it for these sites is overwritten
     * @throws IllegalArgumentException when the block has more sites than {@code out} has room for, or lacks a column
     */
    public void score(SiteBlock sites, MeasurementBlock measurements, ScoreBlock out) {
        int size = sites.size();
        if (size > out.capacity()) {
            throw new IllegalArgumentException(
                    "the block has " + size + " sites, the score block has room for " + out.capacity());
        }
        out.fired.clear(size);
        out.undecided.clear(size);
        out.expected.clear(size);
        out.open.clear(size);
        criteria.score(measurements, size, out);
        if (hasRules) {
            facts.bind(sites, measurements, out.fired);
            rules.run(size);
            undecided.mark(facts, size, out.undecided);
            if (expected != null) {
                expected.mark(facts, measurements, size, out);
            }
            points.fill(facts, measurements, size, out);
        }
        effects.apply(size, out);
    }
}
