package org.headroom.jobs.artifact;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemReader;
import jakarta.inject.Inject;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Hands out the numbers of the blocks of one partition; the checkpoint is the next number. */
public final class BlockReader implements ItemReader {
    @Inject
    @BatchProperty
    String firstBlock = "";

    @Inject
    @BatchProperty
    String endBlock = "";

    private int next;
    private int end;

    @Override
    public void open(@Nullable Serializable checkpoint) {
        next = checkpoint == null ? Integer.parseInt(firstBlock) : (Integer) checkpoint;
        end = Integer.parseInt(endBlock);
    }

    @Override
    public @Nullable Object readItem() {
        return next < end ? next++ : null;
    }

    @Override
    public Serializable checkpointInfo() {
        return next;
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
