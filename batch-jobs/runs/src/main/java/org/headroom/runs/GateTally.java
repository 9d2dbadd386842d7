package org.headroom.runs;

import org.headroom.model.GateAnswer;
import org.headroom.runs.store.ScoreFile;

/** Counts the sites by the answer of all gates together. */
public final class GateTally {
    private static final int BLOCK = 1 << 14;

    private final long[] counts = new long[GateAnswer.values().length];

    private GateTally() {}

    public static GateTally of(ScoreFile scores, int sites) {
        GateTally tally = new GateTally();
        byte[] answers = new byte[BLOCK];
        for (int first = 0; first < sites; first += BLOCK) {
            int count = Math.min(BLOCK, sites - first);
            scores.readGates(first, count, answers);
            for (int site = 0; site < count; site++) {
                tally.counts[answers[site]]++;
            }
        }
        return tally;
    }

    public long count(GateAnswer answer) {
        return counts[answer.ordinal()];
    }
}
