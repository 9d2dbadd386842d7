package org.headroom.jobs.artifact;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.Batchlet;
import jakarta.inject.Inject;

/** Loads one layer: one partition each. */
public final class LoadBatchlet extends WorkArtifact implements Batchlet {
    @Inject
    @BatchProperty
    String layer = "";

    @Override
    public String process() {
        return step(() -> night().layers().load(layer));
    }

    @Override
    public void stop() {
        // A layer is read to its end, and its snapshot is kept: the job stops after it.
    }
}
