package org.headroom.jobs.artifact;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemReader;
import jakarta.batch.runtime.context.StepContext;
import jakarta.inject.Inject;
import java.io.Serializable;
import org.headroom.jobs.step.BlockStep;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the numbers of the blocks of one partition; the checkpoint is the next number. After a restart it goes back to the first block
 * before the checkpoint that is not on the disk as it was written.
 */
public final class BlockReader extends WorkArtifact implements ItemReader {
    @Inject
    StepContext step;

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
        next = Integer.parseInt(firstBlock);
        end = Integer.parseInt(endBlock);
        if (checkpoint != null) {
            step(() -> goTo((Integer) checkpoint));
        }
    }

    private void goTo(int checkpoint) {
        BlockStep blocks = night().blockStep(step.getStepName());
        while (next < checkpoint && blocks.isSealed(next)) {
            next++;
        }
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
