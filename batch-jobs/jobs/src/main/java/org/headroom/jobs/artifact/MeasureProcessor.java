package org.headroom.jobs.artifact;

import jakarta.batch.api.chunk.ItemProcessor;
import org.headroom.jobs.night.MeasuredBlock;

/** Measures one block by every module. */
public final class MeasureProcessor extends WorkArtifact implements ItemProcessor {
    @Override
    public MeasuredBlock processItem(Object block) {
        return night().guard(() -> night().measuring().measure((Integer) block));
    }
}
