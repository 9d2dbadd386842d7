package org.headroom.jobs.artifact;

import jakarta.batch.api.Batchlet;

/** Collects the candidate sites. */
public final class CandidatesBatchlet extends WorkArtifact implements Batchlet {
    @Override
    public String process() {
        return step(() -> night().collectCandidates());
    }

    @Override
    public void stop() {
        // The step is short, and its result is kept: the job stops after it.
    }
}
