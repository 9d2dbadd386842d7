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
    /** Combinations of what one rule reads that are kept; more are asked anew in each draw. */
    private static final int KEPT = 1 << 12;

    private final OutcomeModel model;
    private final PolicySettings settings;
    private final SiteCells cells;
    private final RuleOutcome rules;
    private final SiteCells.Drawn[] drawn;
    private final byte[] tierOf = new byte[KEPT];
    private final double[] pointsOf = new double[KEPT];
    private final long[] strideOf;
    private final char[][] kindOf;
    private int[] levels = new int[0];

    SiteOutcomes(OutcomeModel model) {
        this.model = model;
        settings = model.parts.settings();
        cells = new SiteCells(model);
        rules = cells.rules;
        drawn = cells.drawn;
        strideOf = new long[drawn.length];
        kindOf = new char[drawn.length][];
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
        }
        addKnown(from, count, scores);
        for (int i = 0; i < cells.drawnCount; i++) {
            SiteCells.Drawn one = drawn[i];
            model.draws.levels(one.stream, from, to, levels);
            if (one.levels().worth.length < model.draws.count()) {
                narrow(count);
            }
            if (one.line >= 0) {
                add(model.points[one.line], from, one.levels().worth, count, scores);
            }
            if (one.slot >= 0) {
                keepKinds(i, count);
            }
        }
        decide(count, tiers, scores);
    }

    /** Notes the kind of a measurement in each draw; one that is of one kind in all draws is put in for good. */
    private void keepKinds(int number, int count) {
        Levels of = drawn[number].levels();
        if (of.kinds() == 1) {
            rules.put(drawn[number].slot, of.measurement[0]);
            return;
        }
        char[] kept = kindOf[number];
        if (kept == null || kept.length < count) {
            kept = new char[levels.length];
            kindOf[number] = kept;
        }
        char[] kinds = of.kind;
        for (int d = 0; d < count; d++) {
            kept[d] = kinds[levels[d]];
        }
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

    /** What the rules do is the worst tier and the sum of the points of each alone, so each is asked for what it reads and no more. */
    private void decide(int count, byte[] tiers, double[] scores) {
        rules.begin();
        byte tier = (byte) rules.tier();
        double points = rules.points();
        Arrays.fill(tiers, 0, count, tier);
        if (points != 0) {
            for (int d = 0; d < count; d++) {
                scores[d] += points;
            }
        }
        for (int rule = 0; rule < rules.openCount(); rule++) {
            decide(rule, count, tiers, scores);
        }
        double minimum = settings.minimum();
        double maximum = settings.maximum();
        for (int d = 0; d < count; d++) {
            scores[d] = Math.min(maximum, Math.max(minimum, scores[d]));
        }
    }

    private void decide(int rule, int count, byte[] tiers, double[] scores) {
        long combinations = strides(rule);
        if (combinations > KEPT) {
            for (int d = 0; d < count; d++) {
                for (int i = 0; i < cells.drawnCount; i++) {
                    if (strideOf[i] > 0) {
                        rules.put(drawn[i].slot, drawn[i].levels().measurement[kinds(i)[d]]);
                    }
                }
                ask(rule);
                tiers[d] = (byte) Math.max(tiers[d], rules.tier());
                scores[d] += rules.points();
            }
            return;
        }
        boolean isFelt = false;
        for (int number = 0; number < combinations; number++) {
            put(number);
            ask(rule);
            tierOf[number] = (byte) rules.tier();
            pointsOf[number] = rules.points();
            isFelt |= rules.tier() > 1 || rules.points() != 0;
        }
        if (isFelt) {
            apply(count, tiers, scores);
        }
    }

    private void ask(int rule) {
        rules.beginAlone();
        rules.ask(rule);
    }

    /** Gives each varying measurement that a rule reads its part in the number of a combination; returns how many of these there are. */
    private long strides(int rule) {
        long stride = 1;
        for (int i = 0; i < cells.drawnCount; i++) {
            SiteCells.Drawn one = drawn[i];
            boolean isRead = one.slot >= 0 && one.levels().kinds() > 1 && rules.reads(rule, one.slot);
            strideOf[i] = isRead ? stride : 0;
            stride = isRead ? Math.multiplyExact(stride, one.levels().kinds()) : stride;
        }
        return stride;
    }

    private void put(int number) {
        for (int i = 0; i < cells.drawnCount; i++) {
            if (strideOf[i] > 0) {
                double[] measurement = drawn[i].levels().measurement;
                rules.put(drawn[i].slot, measurement[(int) (number / strideOf[i] % measurement.length)]);
            }
        }
    }

    private char[] kinds(int number) {
        char[] kept = kindOf[number];
        if (kept == null) {
            throw new IllegalStateException("nothing was drawn here");
        }
        return kept;
    }

    /** Adds what a rule does in each draw, by what it reads there. */
    private void apply(int count, byte[] tiers, double[] scores) {
        Arrays.fill(levels, 0, count, 0);
        for (int i = 0; i < cells.drawnCount; i++) {
            int stride = (int) strideOf[i];
            if (stride > 0) {
                char[] kept = kinds(i);
                for (int d = 0; d < count; d++) {
                    levels[d] += stride * kept[d];
                }
            }
        }
        for (int d = 0; d < count; d++) {
            tiers[d] = (byte) Math.max(tiers[d], tierOf[levels[d]]);
            scores[d] += pointsOf[levels[d]];
        }
    }
}
