package org.headroom.jobs.artifact;

import jakarta.batch.api.chunk.ItemWriter;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A writer that puts every block at its own place, so that it needs no checkpoint of its own: writing a block twice changes nothing. */
abstract class InPlaceWriter extends WorkArtifact implements ItemWriter {
    @Override
    public void open(@Nullable Serializable checkpoint) {
        // The files are opened by the run.
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
