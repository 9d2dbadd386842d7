package org.headroom.rules.outcome;

import java.util.Arrays;
import org.headroom.rules.reading.PolicySettings;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.SiteBlock;

/**
 * What becomes of the sites of a block, draw by draw: every measurement that is unknown or an interval takes a quantile of its prior, and rules that
 * were undecided are decided by what was drawn. What no prior covers stays unknown: a gate that hangs on it cannot tell. One for each thread.
 */
public final class SiteOutcomes {
    /** Combinations of kinds of measurements that are kept; more are asked anew each time. */
    private static final int KEPT = 1 << 16;

    private final OutcomeModel model;
    private final PolicySettings settings;
    private final SiteCells cells;
    private final RuleOutcome rules;
    private final SiteCells.Drawn[] drawn;
    private final byte[] tierOf = new byte[KEPT];
    private final double[] pointsOf = new double[KEPT];
    private int[] levels = new int[0];
    private long[] combination = new long[0];

    SiteOutcomes(OutcomeModel model) {
        this.model = model;
        settings = model.parts.settings();
        cells = new SiteCells(model);
        rules = cells.rules;
        drawn = cells.drawn;
    }

    /**
     * Takes a block of sites.
     *
     * @param block the sites
     * @param measured a column for each criterion with a weight and each that rules read
     * @param rulesThatHold bits of the rules that hold whatever is unknown, as a score block has them
     * @param undecidedRules bits of the undecided ones
     * @param wordsPerSite words of bits for each site
     */
    public void bind(
            SiteBlock block, MeasurementBlock measured, long[] rulesThatHold, long[] undecidedRules, int wordsPerSite) {
        cells.bind(block, measured, rulesThatHold, undecidedRules, wordsPerSite);
    }

    /** Takes a site of the block, by its row. */
    public void take(int row) {
        cells.take(row);
    }

    /** Whether anything of the site that was taken differs from draw to draw. */
    public boolean varies() {
        return cells.drawnCount > 0 || model.drawsWeights();
    }

    /**
     * Draws the site that was taken.
     *
     * @param from first draw
     * @param to behind the last
     * @param tiers takes its tiers, from place 0 on
     * @param scores takes its scores, within the policy's range; kept also where it is excluded
     */
    public void draw(int from, int to, byte[] tiers, double[] scores) {
        int count = to - from;
        if (levels.length < count) {
            levels = new int[count];
            combination = new long[count];
        }
        long combinations = strides();
        addKnown(from, count, scores);
        if (combinations > 1) {
            Arrays.fill(combination, 0, count, 0);
        }
        for (int i = 0; i < cells.drawnCount; i++) {
            SiteCells.Drawn one = drawn[i];
            model.draws.levels(one.stream, from, to, levels);
            if (one.levels().worth.length < model.draws.count()) {
                narrow(count);
            }
            if (one.line >= 0) {
                add(model.points[one.line], from, one.levels().worth, count, scores);
            }
            if (one.stride > 0) {
                char[] kinds = one.levels().kind;
                for (int d = 0; d < count; d++) {
                    combination[d] += one.stride * kinds[levels[d]];
                }
            }
        }
        decide(combinations, count, tiers, scores);
    }

    /** Gives each measurement that undecided rules read its part in the number of a combination; returns how many of these there may be. */
    private long strides() {
        long stride = 1;
        for (int i = 0; i < cells.drawnCount; i++) {
            SiteCells.Drawn one = drawn[i];
            one.stride = 0;
            if (one.slot >= 0) {
                if (one.levels().kinds() == 1) {
                    rules.put(one.slot, one.levels().measurement[0]);
                } else {
                    one.stride = stride;
                    stride = Math.multiplyExact(stride, one.levels().kinds());
                }
            }
        }
        return stride;
    }

    private void addKnown(int from, int count, double[] scores) {
        double[] worth = cells.worth;
        Arrays.fill(scores, 0, count, 0);
        boolean drawsWeights = model.drawsWeights();
        double fixed = 0;
        int next = 0;
        for (int k = 0; k < worth.length; k++) {
            if (next < cells.drawnCount && drawn[next].line == k) {
                next++;
            } else if (!drawsWeights) {
                fixed += model.points[k][0] * worth[k];
            } else if (worth[k] != 0) {
                addScaled(model.points[k], from, worth[k], count, scores);
            }
        }
        if (!drawsWeights) {
            Arrays.fill(scores, 0, count, fixed);
        }
    }

    private static void addScaled(double[] points, int from, double value, int count, double[] scores) {
        for (int d = 0; d < count; d++) {
            scores[d] += points[from + d] * value;
        }
    }

    private void add(double[] points, int from, double[] worthOf, int count, double[] scores) {
        if (points.length == 1) {
            for (int d = 0; d < count; d++) {
                scores[d] += points[0] * worthOf[levels[d]];
            }
        } else {
            for (int d = 0; d < count; d++) {
                scores[d] += points[from + d] * worthOf[levels[d]];
            }
        }
    }

    /** From the levels of draws to the fewer ones of an interval. */
    private void narrow(int count) {
        char[] narrowed = model.levelOfInterval;
        for (int d = 0; d < count; d++) {
            levels[d] = narrowed[levels[d]];
        }
    }

    private void decide(long combinations, int count, byte[] tiers, double[] scores) {
        double minimum = settings.minimum();
        double maximum = settings.maximum();
        if (combinations == 1) {
            rules.decide();
            byte tier = (byte) rules.tier();
            double points = rules.points();
            for (int d = 0; d < count; d++) {
                scores[d] = Math.min(maximum, Math.max(minimum, scores[d] + points));
            }
            Arrays.fill(tiers, 0, count, tier);
            return;
        }
        boolean areKept = combinations <= KEPT;
        if (areKept) {
            Arrays.fill(tierOf, 0, (int) combinations, (byte) 0);
        }
        for (int d = 0; d < count; d++) {
            int place = areKept ? (int) combination[d] : 0;
            if (!areKept || tierOf[place] == 0) {
                decide(combination[d]);
                tierOf[place] = (byte) rules.tier();
                pointsOf[place] = rules.points();
            }
            tiers[d] = tierOf[place];
            scores[d] = Math.min(maximum, Math.max(minimum, scores[d] + pointsOf[place]));
        }
    }

    private void decide(long number) {
        for (int i = 0; i < cells.drawnCount; i++) {
            SiteCells.Drawn one = drawn[i];
            if (one.stride > 0) {
                double[] measurement = one.levels().measurement;
                rules.put(one.slot, measurement[(int) (number / one.stride % measurement.length)]);
            }
        }
        rules.decide();
    }
}
