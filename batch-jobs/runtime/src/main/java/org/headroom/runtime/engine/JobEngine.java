package org.headroom.runtime.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Supplier;
import org.headroom.runtime.JobRun;
import org.headroom.runtime.repository.JobDatabase;
import org.jspecify.annotations.Nullable;

/**
 * What carries out jobs, on one job repository at a time. Found by {@link java.util.ServiceLoader}. Failures of the repository are a {@link
 * org.headroom.model.HeadroomException}. Safe for several threads.
 */
public interface JobEngine {
    /** Works on this repository from now on. */
    void use(JobDatabase database);

    /** Works on none until it is told to; for good when nobody does. */
    void release();

    /** A connection to the repository, to be closed; that of the transaction that is open on this thread. */
    Connection connection() throws SQLException;

    /** Does several things in one transaction, which is safely on the disk when this returns, or not there at all. */
    <T extends @Nullable Object> T together(Supplier<T> work);

    /** Brings all that was written safely to the disk. */
    void sync();

    /** Lets the repository take its time with what is written from now on, up to the next checkpoint. */
    void gatherWrites();

    /** Starts a job and gives the id of the execution. */
    long start(String job, Properties parameters);

    /** Goes on with the newest execution of an instance, from its checkpoints, and gives the id of the new one. */
    long restart(JobRun run, Properties parameters);

    /** Asks an execution to stop at its next checkpoint; does nothing when it is over. */
    void stop(long executionId);

    /** Whether an execution is under way; asked without touching the repository. */
    boolean isRunning(long executionId);

    /** Whether no thread works for any execution, partitions included. */
    boolean isIdle();

    /** Settles all that is not over in the repository, when no living process works at it; within {@link #together}. */
    void settleDead();

    /** What was logged about failures since the repository was given to it. */
    String failureLog();
}
