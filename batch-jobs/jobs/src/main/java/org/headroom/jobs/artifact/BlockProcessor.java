package org.headroom.jobs.artifact;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.StepContext;
import jakarta.inject.Inject;

/** Does one block of the step and puts the result in its place at once, where it may be made again; gives the number of the block on. */
public final class BlockProcessor extends WorkArtifact implements ItemProcessor {
    @Inject
    StepContext step;

    @Override
    public Integer processItem(Object block) {
        return guard(() -> {
            night().blockStep(step.getStepName()).process((Integer) block);
            return (Integer) block;
        });
    }
}
