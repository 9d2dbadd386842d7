package org.headroom.jobs.artifact;

import java.util.List;
import org.headroom.jobs.night.ScoredBlock;

/** Writes scored blocks in place; they are durable before the checkpoint that follows. */
public final class ScoreWriter extends InPlaceWriter {
    @Override
    public void writeItems(List<Object> blocks) {
        night().step(() -> night().scoring()
                .write(blocks.stream().map(ScoredBlock.class::cast).toList()));
    }
}
