package org.headroom.jobs.night;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.headroom.jobs.work.WorkFolder;

/**
 * The runs that work in this process, by their work folder. Batch artifacts are made by the runtime, one set a thread, with nothing
 * but texts to tell them what they belong to; this is where they find what they share.
 */
public final class Nights {
    private static final ConcurrentHashMap<Path, NightRun> OPEN = new ConcurrentHashMap<>();

    private Nights() {}

    /** The run of a work folder; opened when it is not yet. */
    public static NightRun open(Path work) {
        return OPEN.computeIfAbsent(work, w -> new NightRun(new WorkFolder(w)));
    }

    public static Optional<NightRun> find(Path work) {
        return Optional.ofNullable(OPEN.get(work));
    }

    /** Lets go of a run's memory and files; what it wrote stays. */
    public static void close(Path work) {
        NightRun run = OPEN.remove(work);
        if (run != null) {
            run.close();
        }
    }
}
