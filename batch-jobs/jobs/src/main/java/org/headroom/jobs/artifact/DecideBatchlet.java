package org.headroom.jobs.artifact;

import jakarta.batch.api.Batchlet;

/** Finds how sure the ranks are, and what is worth asking. */
public final class DecideBatchlet extends WorkArtifact implements Batchlet {
    @Override
    public String process() {
        return step(() -> night().decide());
    }

    @Override
    public void stop() {
        // The step is done again as a whole: the job stops after it.
    }
}
