package org.headroom.jobs.night;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.headroom.jobs.engine.PartOrder;
import org.headroom.jobs.engine.PartResult;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.step.BlockRange;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.file.Json;
import org.headroom.runs.folder.RunRequest;

/**
 * Does parts of steps for a run that another process holds. What a run needs is opened once in a process and kept for its other parts; there is one
 * run at a time. Safe for several threads.
 */
public final class PartWorker {
    /** Id of the step that measures. */
    static final String MEASURE = "measure";

    /** Id of the step that scores. */
    static final String SCORE = "score";

    /** Never interrupted: that would close the files that other parts read. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "headroom-part");
        thread.setDaemon(true);
        return thread;
    });

    private PartWorker() {}

    /**
     * Reads the project and the policy of a run of which parts will be asked for, and lets go of them: to a process that has never done it, that takes
     * seconds.
     *
     * @param request what {@link org.headroom.jobs.engine.BlockEngine#prepare} was given
     * @throws HeadroomException when they cannot be read here, of which the first part will tell
     */
    public static void prepare(byte[] request) {
        new RunParts(Json.parse(request, RunRequest.class), Policy::read, project -> new LayerSet(project, Map.of()))
                .plannedModules();
    }

    /**
     * Does one part, and writes what it makes to a folder of its own.
     *
     * @param order what {@link org.headroom.jobs.engine.BlockEngine#begin} was given
     * @param step id of the step
     * @param part the blocks
     * @param attempt a name that no other attempt at any part of this run has; of letters, digits and hyphens
     * @return for the receiver in the process that holds the run
     * @throws HeadroomException when this machine cannot do the part, as it does not see a folder or its disk is full; another one may be able to
     * @throws CancellationException when this thread was interrupted: nobody wants the part any more
     */
    public static byte[] carryOut(byte[] order, String step, BlockRange part, String attempt) {
        AtomicBoolean isCancelled = new AtomicBoolean();
        Future<PartResult> work = THREADS.submit(() -> attempt(order, step, part, attempt, isCancelled));
        try {
            return work.get().toBytes();
        } catch (InterruptedException e) {
            isCancelled.set(true);
            Thread.currentThread().interrupt();
            throw new CancellationException("blocks " + part.first() + " to " + part.end());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error known) {
                throw known;
            }
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    private static PartResult attempt(
            byte[] order, String step, BlockRange part, String attempt, AtomicBoolean isCancelled) {
        try (PartRun.Use use = PartRun.use(PartOrder.of(order))) {
            use.run().make(step, part, attempt, isCancelled::get);
            return new PartResult(part, attempt, null);
        } catch (HeadroomException e) {
            if (e.family() == FailureFamily.EXTERNAL || e.family() == FailureFamily.INTERNAL) {
                throw e;
            }
            return new PartResult(
                    part, attempt, new PartResult.Failure(e.family(), String.valueOf(e.getMessage()), e.advice()));
        }
    }
}
