package org.headroom.jobs.night;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.headroom.runs.folder.Outcome;
import org.headroom.runs.folder.WorkFolder;

/**
 * The runs that work in this process, by their work folder. Batch artifacts are made by the runtime, one set a thread, with nothing
 * but texts to tell them what they belong to; this is where they find what they share.
 */
public final class Nights {
    private static final ConcurrentHashMap<Path, Night> OPEN = new ConcurrentHashMap<>();
    private static final ConcurrentHashMap<Path, Outcome.Failed> FAILED = new ConcurrentHashMap<>();

    private Nights() {}

    /** The run of a work folder; opened when it is not yet. */
    public static Night open(Path work) {
        return OPEN.computeIfAbsent(work, w -> {
            FAILED.remove(w);
            return new Night(new WorkFolder(w));
        });
    }

    /** Takes note of why a run failed; the first reason stays. */
    static void failed(Path work, Outcome.Failed outcome) {
        FAILED.putIfAbsent(work, outcome);
    }

    /** Why a run failed in this process since it was last opened, also when its disk is too full to tell. */
    public static Optional<Outcome> findFailure(Path work) {
        return Optional.ofNullable(FAILED.get(work));
    }

    public static Optional<Night> find(Path work) {
        return Optional.ofNullable(OPEN.get(work));
    }

    /** Lets go of a run's memory and files; what it wrote stays. */
    public static void close(Path work) {
        Night run = OPEN.remove(work);
        if (run != null) {
            run.close();
        }
    }
}
