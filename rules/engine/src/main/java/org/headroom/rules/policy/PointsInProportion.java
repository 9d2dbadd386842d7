package org.headroom.rules.policy;

import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.reading.PolicyParts;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.spi.MeasurementBlock;
import org.jspecify.annotations.Nullable;

/** Works out for each site the points of rules that give them in proportion; does nothing where a policy has no such rules. */
final class PointsInProportion {
    private final CheckedRule[] rules;
    private final @Nullable ExpectedRules expected;

    PointsInProportion(PolicyParts parts, @Nullable ExpectedRules expected) {
        rules = parts.rules().stream().filter(CheckedRule::isInProportion).toArray(CheckedRule[]::new);
        this.expected = expected;
    }

    /** Fills the points for rows 0 to {@code size - 1} where a rule holds or may hold; 0 for all others. */
    void fill(FactBlock block, MeasurementBlock measurements, int size, ScoreBlock out) {
        for (int i = 0; i < rules.length; i++) {
            CheckedRule rule = rules[i];
            int index = rule.index();
            for (int row = 0; row < size; row++) {
                boolean counts = out.fired.get(row, index) || out.undecided.get(row, index);
                double least = counts ? rule.leastPoints(block, row) : 0;
                double most = counts ? rule.mostPoints(block, row) : 0;
                out.leastPoints[i][row] = least;
                out.mostPoints[i][row] = most;
                out.expectedPoints[i][row] = least == most
                        ? least
                        : expected == null
                                ? rule.surePoints(block, row)
                                : expected.points(index, block, measurements, row);
            }
        }
    }
}
