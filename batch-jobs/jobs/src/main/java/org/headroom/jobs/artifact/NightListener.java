package org.headroom.jobs.artifact;

import jakarta.batch.api.listener.JobListener;
import java.nio.file.Path;
import org.headroom.jobs.night.Nights;

/** Opens the run before the first step and lets go of it after the last. */
public final class NightListener extends WorkArtifact implements JobListener {
    @Override
    public void beforeJob() {
        night();
    }

    @Override
    public void afterJob() {
        Nights.close(Path.of(work));
    }
}
