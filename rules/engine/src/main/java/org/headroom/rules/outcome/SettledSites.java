package org.headroom.rules.outcome;

import java.util.Arrays;
import org.headroom.model.Criterion;
import org.headroom.rules.reading.DecisionSettings;
import org.headroom.rules.reading.PolicySettings;
import org.headroom.rules.reading.Unchecked;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.SiteBlock;

/**
 * What would be expected of a site if one thing that is not exactly known of it were known: its tier and score at each of some equally likely levels
 * of that, with all else as the policy expects it. One for each thread.
 */
public final class SettledSites {
    /** What a model must draw that is handed to this: all that is not exactly known, and no weights. */
    public static final DecisionSettings ALL_BUT_WEIGHTS = new DecisionSettings(1, 1, 0, true, true, false);

    private final OutcomeModel model;
    private final PolicySettings settings;
    private final SiteCells cells;

    /** @param model one that draws {@link #ALL_BUT_WEIGHTS} */
    public SettledSites(OutcomeModel model) {
        this.model = model;
        settings = model.parts.settings();
        cells = new SiteCells(model);
    }

    /** Takes a block of sites; as {@link SiteOutcomes#bind}. */
    public void bind(
            SiteBlock block, MeasurementBlock measured, long[] rulesThatHold, long[] undecidedRules, int wordsPerSite) {
        cells.bind(block, measured, rulesThatHold, undecidedRules, wordsPerSite);
    }

    /** Takes a site of the block, by its row; returns how many things are not exactly known of it that its rank hangs on. */
    public int take(int row) {
        cells.take(row);
        return cells.drawnCount;
    }

    /** The criterion of the thing with a number. */
    public Criterion criterion(int number) {
        return cells.drawn[number].uncertain().criterion;
    }

    /** The key of the thing: sites that share it have the same. */
    public long stream(int number) {
        return cells.drawn[number].stream;
    }

    /** The attribute of sites by which they share the thing; empty where each has its own. */
    public String sharedBy(int number) {
        return sharing(number).isEmpty() ? "" : cells.drawn[number].uncertain().sharedBy();
    }

    /** What sites have alike that share the thing; empty where each has its own. */
    public String sharing(int number) {
        return cells.sharing(cells.drawn[number]);
    }

    /** Whether nothing is known of it; else it is known within bounds. */
    public boolean isUnknown(int number) {
        return Double.isNaN(cells.drawn[number].levels().low);
    }

    /**
     * Settles one thing.
     *
     * @param number which, from 0
     * @param tiers takes the tier at each of the levels, which ascend; as many as there are draws
     * @param scores takes the score
     */
    public void settle(int number, byte[] tiers, double[] scores) {
        SiteCells.Drawn settled = cells.drawn[number];
        Levels levels = settled.levels();
        double base = 0;
        for (int k = 0; k < cells.worth.length; k++) {
            base += isDrawn(k) ? 0 : model.points[k][0] * cells.worth[k];
        }
        for (int i = 0; i < cells.drawnCount; i++) {
            SiteCells.Drawn other = cells.drawn[i];
            if (i != number && other.line >= 0) {
                base += model.points[other.line][0] * other.levels().mean;
            }
        }
        double points = settled.line < 0 ? 0 : model.points[settled.line][0];
        int count = model.draws.count();
        int steps = levels.worth.length;
        byte[] tierOf = new byte[levels.kinds()];
        double[] pointsOf = new double[levels.kinds()];
        decide(number, tierOf, pointsOf);
        for (int level = 0; level < count; level++) {
            int step = (int) ((long) level * steps / count);
            int kind = levels.kind[step];
            tiers[level] = tierOf[kind];
            double score = base + points * levels.worth[step] + pointsOf[kind];
            scores[level] = Math.min(settings.maximum(), Math.max(settings.minimum(), score));
        }
    }

    private boolean isDrawn(int line) {
        for (int i = 0; i < cells.drawnCount; i++) {
            if (cells.drawn[i].line == line) {
                return true;
            }
        }
        return false;
    }

    /** What rules do for each kind of measurement, with all else at what it is expected to be worth. */
    private void decide(int number, byte[] tierOf, double[] pointsOf) {
        SiteCells.Drawn settled = cells.drawn[number];
        double[] measurement = settled.levels().measurement;
        cells.takeRules();
        Arrays.fill(tierOf, (byte) 1);
        if (settings.unchecked() == Unchecked.SECOND) {
            // What stays unchecked keeps a site behind, whatever is expected of it.
            for (int kind = 0; kind < measurement.length; kind++) {
                decide(settled, measurement[kind]);
                tierOf[kind] = (byte) cells.rules.tier();
            }
        }
        for (int i = 0; i < cells.drawnCount; i++) {
            SiteCells.Drawn other = cells.drawn[i];
            if (i != number && other.slot >= 0) {
                cells.rules.put(other.slot, other.levels().equivalent);
            }
        }
        for (int kind = 0; kind < measurement.length; kind++) {
            decide(settled, measurement[kind]);
            tierOf[kind] = (byte) Math.max(tierOf[kind], cells.rules.tier());
            pointsOf[kind] = cells.rules.points();
        }
    }

    private void decide(SiteCells.Drawn settled, double measurement) {
        if (settled.slot >= 0) {
            cells.rules.put(settled.slot, measurement);
        }
        cells.rules.decide();
    }
}
