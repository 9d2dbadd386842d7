package org.headroom.jobs.artifact;

import jakarta.batch.api.BatchProperty;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.headroom.jobs.night.Night;
import org.headroom.jobs.night.Nights;

/** What every artifact of the nightly job shares: it finds the run that it works for by the run's work folder. */
abstract class WorkArtifact {
    @Inject
    @BatchProperty
    String work = "";

    Night night() {
        return Nights.open(Path.of(work));
    }

    /** Runs a piece of a step; what goes wrong is kept where the caller of the job finds it. */
    <T> T guard(Callable<T> piece) {
        return night().guard().guard(piece);
    }

    /** As {@link #guard}, for a piece without a result; always gives {@code DONE}, the exit status of a step. */
    String step(Runnable piece) {
        return guard(() -> {
            piece.run();
            return "DONE";
        });
    }
}
