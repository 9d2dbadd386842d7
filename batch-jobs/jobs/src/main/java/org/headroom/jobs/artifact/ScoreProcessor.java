package org.headroom.jobs.artifact;

import jakarta.batch.api.chunk.ItemProcessor;
import org.headroom.jobs.night.ScoredBlock;

/** Gates and scores one block by the policy. */
public final class ScoreProcessor extends WorkArtifact implements ItemProcessor {
    @Override
    public ScoredBlock processItem(Object block) {
        return night().guard(() -> night().scoring().score((Integer) block));
    }
}
