package org.headroom.jobs.publish;

import java.util.function.IntUnaryOperator;
import org.headroom.model.GateAnswer;

/** Counts the sites by the answer of all gates together. */
final class GateTally {
    private final long[] counts = new long[GateAnswer.values().length];

    private GateTally() {}

    /** @param gates ordinal of each site's {@link GateAnswer} */
    static GateTally of(IntUnaryOperator gates, int sites) {
        GateTally tally = new GateTally();
        for (int site = 0; site < sites; site++) {
            tally.counts[gates.applyAsInt(site)]++;
        }
        return tally;
    }

    long count(GateAnswer answer) {
        return counts[answer.ordinal()];
    }
}
