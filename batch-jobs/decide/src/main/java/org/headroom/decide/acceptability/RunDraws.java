package org.headroom.decide.acceptability;

import org.headroom.rules.outcome.OutcomeModel;
import org.headroom.rules.outcome.SiteOutcomes;
import org.headroom.runs.RunColumns;
import org.headroom.spi.MeasurementBlock;

/** The sites of a run, drawn from its columns. For one thread. */
final class RunDraws implements DrawnSites {
    private final RunColumns run;
    private final SiteOutcomes outcomes;
    private final MeasurementBlock measurements;
    private final long[] fired;
    private final long[] undecided;
    private final int words;
    private final byte[] tiers;
    private final double[] scores;

    /** @param capacity the most sites of a block */
    RunDraws(RunColumns run, OutcomeModel model, int capacity) {
        this.run = run;
        outcomes = model.sites();
        measurements = run.newBlock(capacity);
        words = run.scores().wordsPerSite();
        fired = new long[capacity * words];
        undecided = new long[capacity * words];
        tiers = new byte[model.draws().count()];
        scores = new double[model.draws().count()];
    }

    @Override
    public void draw(int first, int count, int from, int to, Taker out) {
        run.read(first, count, measurements);
        run.scores().readFired(first, count, fired);
        run.scores().readUndecided(first, count, undecided);
        outcomes.bind(run.sites().block(first, count), measurements, fired, undecided, words);
        for (int row = 0; row < count; row++) {
            outcomes.take(row);
            outcomes.draw(from, to, tiers, scores);
            out.take(first + row, tiers, scores);
        }
    }
}
