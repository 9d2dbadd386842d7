package org.headroom.runtime;

import java.util.List;
import java.util.Optional;

/** What a job repository tells about executions, running or over. Safe to call from several threads. */
public interface BatchHistory extends AutoCloseable {
    /** Executions of a job, newest first; of all jobs when the name is empty. Partitions are not among them. */
    List<JobRun> executions(String job);

    /** The execution with this id. */
    Optional<JobRun> findExecution(long executionId);

    /** The steps of an execution in the order they began; empty for an unknown id. */
    List<StepRun> steps(long executionId);

    /** Lets go of the repository. */
    @Override
    void close();
}
