package org.headroom.jobs.artifact;

import jakarta.batch.api.Batchlet;
import org.headroom.jobs.publish.Publishing;

/** Makes the run visible. */
public final class PublishBatchlet extends WorkArtifact implements Batchlet {
    @Override
    public String process() {
        return night().step(() -> new Publishing(night()).publish());
    }

    @Override
    public void stop() {
        // The step is short, and its result is kept: the job stops after it.
    }
}
