package org.headroom.jobs.artifact;

import jakarta.batch.api.Batchlet;

/** Makes the run visible. */
public final class PublishBatchlet extends WorkArtifact implements Batchlet {
    @Override
    public String process() {
        return step(() -> night().publish());
    }

    @Override
    public void stop() {
        // The step is short, and its result is kept: the job stops after it.
    }
}
