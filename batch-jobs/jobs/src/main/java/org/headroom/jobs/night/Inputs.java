package org.headroom.jobs.night;

import java.nio.file.Files;
import java.util.Optional;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.InputDigests;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.headroom.runs.file.Json;
import org.headroom.runs.folder.Outcome;
import org.headroom.runs.table.PublishCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first step: takes the digest of every input, and tells whether a published run was made from the same ones. */
public final class Inputs {
    private static final Logger LOG = LoggerFactory.getLogger(Inputs.class);

    private final NightRun night;

    Inputs(NightRun night) {
        this.night = night;
    }

    /**
     * Takes the digests, and refuses a policy that does not hold before any layer is read. A run that goes on after a stop takes them
     * again: it must not mix what it has with what has changed.
     */
    public void take() {
        InputDigests now = digest();
        if (Files.exists(night.work().inputs()) && !read().key().equals(now.key())) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "the inputs have changed since run " + night.work().runName() + " was stopped: "
                            + String.join(", ", read().differences(now)),
                    "Start a new run with \"headroom rank\".");
        }
        Json.write(night.work().inputs(), now);
        if (!isUnchanged()) {
            PublishCheck.check(
                    night.project().publish(),
                    night.policy(),
                    String.valueOf(night.project().file().getFileName()));
        }
    }

    /** Whether the inputs are still those that the run began with; true when it has not looked at them yet. */
    public boolean areSame() {
        return !Files.exists(night.work().inputs()) || read().key().equals(digest().key());
    }

    private InputDigests digest() {
        return new InputDigester(night.request(), night.project(), night.layers(), night.modules(), night.progress())
                .digest();
    }

    /** What {@link #take} found. */
    public InputDigests read() {
        return Json.read(night.work().inputs(), InputDigests.class);
    }

    /**
     * Whether another run that is published was made from the same inputs; if so, that is the outcome of this run. A run that was killed
     * right after it was shown finds itself, and has to go on.
     */
    public boolean isUnchanged() {
        if (night.request().force()) {
            return false;
        }
        Optional<PublishedRun> same = new RunFolders(night.request().out())
                .findByInputs(read().key())
                .filter(run -> !run.name().equals(night.work().runName()));
        same.ifPresent(run -> {
            LOG.info("nothing changed since {}", run.name());
            night.work().outcome(new Outcome.Unchanged(run.name()));
        });
        return same.isPresent();
    }
}
