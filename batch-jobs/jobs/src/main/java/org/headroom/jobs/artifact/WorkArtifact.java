package org.headroom.jobs.artifact;

import jakarta.batch.api.BatchProperty;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.headroom.jobs.night.NightRun;
import org.headroom.jobs.night.Nights;

/** What every artifact of the nightly job shares: it finds the run that it works for by the run's work folder. */
abstract class WorkArtifact {
    @Inject
    @BatchProperty
    String work = "";

    NightRun night() {
        return Nights.open(Path.of(work));
    }
}
