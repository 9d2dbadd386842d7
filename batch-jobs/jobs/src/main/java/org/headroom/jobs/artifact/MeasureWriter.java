package org.headroom.jobs.artifact;

import java.util.List;
import org.headroom.jobs.night.MeasuredBlock;

/** Writes measured blocks in place; they are durable before the checkpoint that follows. */
public final class MeasureWriter extends InPlaceWriter {
    @Override
    public void writeItems(List<Object> blocks) {
        night().step(() -> night().measuring()
                .write(blocks.stream().map(MeasuredBlock.class::cast).toList()));
    }
}
