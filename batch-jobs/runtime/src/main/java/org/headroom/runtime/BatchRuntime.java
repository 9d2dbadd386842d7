package org.headroom.runtime;

import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;

/**
 * The port to the runtime that carries out jobs. The artifacts and the job XML know the Jakarta Batch API only; everything that
 * differs between runtimes (set-up, job repository, repair after a crash) is behind this interface.
 *
 * <p>Executions that a dead process left unfinished are settled before an implementation is handed out, so every execution that
 * is not over belongs to this process. One execution at a time is under way. Safe to call from several threads.
 */
public interface BatchRuntime extends BatchHistory {
    /**
     * Starts a job and returns at once.
     *
     * @param job name of the job XML under {@code META-INF/batch-jobs}, without extension
     * @param parameters job parameters, texts only
     * @return the id of the execution
     */
    long start(String job, Properties parameters);

    /**
     * Goes on with an execution that failed or was stopped, from its checkpoints, and returns at once.
     *
     * @param executionId the newest execution of its job instance
     * @param changes parameters that differ from those of the execution; the others are kept
     * @return the id of the new execution
     * @throws org.headroom.model.HeadroomException when there is no such execution or it cannot be restarted
     */
    long restart(long executionId, Properties changes);

    /** Asks an execution to stop at its next checkpoint and returns at once; does nothing when it is over. */
    void stop(long executionId);

    /**
     * Waits until an execution is over.
     *
     * @param watcher called again and again while waiting, on the calling thread
     * @return the execution in its final state; one that went on in its place when the repository was out of reach meanwhile
     * @throws org.headroom.model.HeadroomException of family EXTERNAL when the repository was lost for good; a restart goes on
     */
    JobRun await(long executionId, Consumer<BatchRuntime> watcher);

    /** The process that held the output folder before, when it died; what it left unfinished is settled. */
    Optional<Holder> takenOverFrom();

    /** What the runtime itself logged about failures since it was opened, for a log file; empty when all went well. */
    String failureLog();
}
