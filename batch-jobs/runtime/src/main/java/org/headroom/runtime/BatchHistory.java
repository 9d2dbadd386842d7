package org.headroom.runtime;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a job repository tells about executions, running or over. Safe to call from several threads. */
public interface BatchHistory extends AutoCloseable {
    /** Executions of a job, newest first; of all jobs when the name is empty. Partitions are not among them. */
    List<JobRun> executions(String job);

    /** The newest execution of each instance of a job that can be restarted, newest first. */
    default List<JobRun> restartable(String job) {
        Set<Long> seen = new HashSet<>();
        return executions(job).stream()
                .filter(run -> seen.add(run.instanceId()))
                .filter(run -> run.status().isRestartable())
                .toList();
    }

    /** The execution with this id. */
    Optional<JobRun> findExecution(long executionId);

    /** The steps of an execution in the order they began; empty for an unknown id. */
    List<StepRun> steps(long executionId);

    /** Lets go of the repository. */
    @Override
    void close();
}
