package org.headroom.jobs.calendar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headroom.jobs.step.Blocks;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.Scorer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;

/**
 * What all gates together answer of each site, kept from one day that is looked at to the next: a site is only scored again where something is otherwise
 * that gates read. For one thread.
 */
final class GateScores {
    private static final int SCORED_TOGETHER = 1024;

    private final DayMeasuring measuring;
    private final List<String> read = new ArrayList<>();
    /** Of what gates read, what all sites have on the day that was looked at last. */
    private final MeasurementBlock now;
    /** By criterion and block, whether these are the values of the run. */
    private final boolean[][] isAsInRun;

    private final byte[] gates;
    private final BitSet changed = new BitSet();
    private final Scorer scorer;
    private final MeasurementBlock picked;
    private final ScoreBlock scores;

    /**
     * Reads what the run has.
     *
     * @param planned ids of all criteria that the run measures
     * @param readByGates fields that gates read
     */
    GateScores(Policy policy, DayMeasuring measuring, Set<String> planned, Set<String> readByGates) {
        this.measuring = measuring;
        measuring.criteria().stream().filter(readByGates::contains).forEach(read::add);
        int size = measuring.sites().size();
        Blocks blocks = measuring.blocks();
        now = new MeasurementBlock(read, size);
        isAsInRun = new boolean[read.size()][blocks.count()];
        gates = new byte[size];
        scorer = policy.scorer();
        // What no gate reads is unknown here: a score is made of it, which nobody looks at.
        picked = new MeasurementBlock(planned, Math.min(SCORED_TOGETHER, Math.max(1, size)));
        scores = policy.newScoreBlock(picked.column(planned.iterator().next()).capacity());
        changed.set(0, size);
    }

    /** Takes what was measured of a block on a day; of all that was not, the run's holds. */
    void take(int block, Map<String, MeasurementColumn> measured) {
        Blocks blocks = measuring.blocks();
        int first = blocks.first(block);
        int count = blocks.size(block);
        for (int i = 0; i < read.size(); i++) {
            MeasurementColumn column = measured.get(read.get(i));
            if (column == null && isAsInRun[i][block]) {
                continue;
            }
            isAsInRun[i][block] = column == null;
            if (column == null) {
                column = new MeasurementColumn(count);
                measuring.read(read.get(i), block, column);
            }
            take(now.column(read.get(i)), column, first, count);
        }
    }

    private void take(MeasurementColumn to, MeasurementColumn from, int first, int count) {
        MeasurementColumn.Storage then = to.storage();
        MeasurementColumn.Storage now = from.storage();
        for (int i = 0; i < count; i++) {
            int site = first + i;
            if (Double.compare(then.lower()[site], now.lower()[i]) != 0
                    || Double.compare(then.upper()[site], now.upper()[i]) != 0
                    || then.reason()[site] != now.reason()[i]
                    || then.evidence()[site] != now.evidence()[i]) {
                to.copy(from, i, site);
                changed.set(site);
            }
        }
    }

    /** The answers on that day, as ordinals of {@link org.headroom.model.GateAnswer}. */
    byte[] gates() {
        int[] sites = changed.stream().toArray();
        changed.clear();
        for (int first = 0; first < sites.length; first += scores.capacity()) {
            int[] rows = Arrays.copyOfRange(sites, first, Math.min(sites.length, first + scores.capacity()));
            for (String criterion : read) {
                MeasurementColumn from = now.column(criterion);
                MeasurementColumn to = picked.column(criterion);
                for (int i = 0; i < rows.length; i++) {
                    to.copy(from, rows[i], i);
                }
            }
            scorer.score(
                    new PickedSites(measuring.sites().block(0, measuring.sites().size()), rows), picked, scores);
            for (int i = 0; i < rows.length; i++) {
                gates[rows[i]] = (byte) scores.gate(i).ordinal();
            }
        }
        return gates.clone();
    }
}
