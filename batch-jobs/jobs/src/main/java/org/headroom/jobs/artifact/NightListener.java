package org.headroom.jobs.artifact;

import jakarta.batch.api.listener.JobListener;
import java.nio.file.Path;
import org.headroom.jobs.night.Nights;
import org.headroom.runs.folder.Leftovers;

/** Opens the run before the first step, with the output folder in order, and lets go of it after the last. */
public final class NightListener extends WorkArtifact implements JobListener {
    @Override
    public void beforeJob() {
        step(() -> Leftovers.of(night().request()).clear());
    }

    @Override
    public void afterJob() {
        Nights.close(Path.of(work));
    }
}
