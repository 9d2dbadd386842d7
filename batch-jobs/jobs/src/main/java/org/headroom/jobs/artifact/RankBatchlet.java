package org.headroom.jobs.artifact;

import jakarta.batch.api.Batchlet;

/** Puts the sites in order. */
public final class RankBatchlet extends WorkArtifact implements Batchlet {
    @Override
    public String process() {
        return step(() -> night().rank());
    }

    @Override
    public void stop() {
        // The step is short, and its result is kept: the job stops after it.
    }
}
