package org.headroom.jobs.artifact;

import jakarta.batch.api.Batchlet;

/** Takes the digest of every input. */
public final class InputsBatchlet extends WorkArtifact implements Batchlet {
    @Override
    public String process() {
        return step(() -> night().inputs().take());
    }

    @Override
    public void stop() {
        // The step is short, and its result is kept: the job stops after it.
    }
}
