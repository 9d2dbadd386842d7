package org.headroom.jobs.artifact;

import jakarta.batch.api.chunk.ItemWriter;
import jakarta.batch.runtime.context.StepContext;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes note of the blocks that are done. They are in their places already, so that it needs no checkpoint of its own. */
public final class BlockWriter extends WorkArtifact implements ItemWriter {
    @Inject
    StepContext step;

    @Override
    public void open(@Nullable Serializable checkpoint) {
        // The files are opened by the run.
    }

    @Override
    public void writeItems(List<Object> blocks) {
        step(() -> night().blockStep(step.getStepName())
                .done(blocks.stream().map(Integer.class::cast).toList()));
    }

    @Override
    public @Nullable Serializable checkpointInfo() {
        return null;
    }

    @Override
    public void close() {
        // The files are closed by the run.
    }
}
