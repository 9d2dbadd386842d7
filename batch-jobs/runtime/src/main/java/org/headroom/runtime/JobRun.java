package org.headroom.runtime;

import java.time.Instant;
import java.util.Collections;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a job.
 *
 * @param executionId id of the execution
 * @param instanceId id of the job instance; a restart is a further execution of the same instance
 * @param job name of the job
 * @param status its state
 * @param exitStatus the exit status the job gave itself, or {@link #DIED}, or the state's name; empty while it runs
 * @param created when it was asked for
 * @param started when it began; null when it never did
 * @param ended when it was over; null while it is not. After a crash, the last sign of life
 * @param parameters job parameters by name
 * @param holder the process that ran it; null when it is not known, as for executions of older versions
 */
public record JobRun(
        long executionId,
        long instanceId,
        String job,
        RunStatus status,
        String exitStatus,
        Instant created,
        @Nullable Instant started,
        @Nullable Instant ended,
        SortedMap<String, String> parameters,
        @Nullable Holder holder) {

    /** Exit status of an execution whose process died, and of the steps that it was in. */
    public static final String DIED = "DIED";

    public JobRun {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** The job parameters as a job takes them, a copy. */
    public Properties properties() {
        Properties properties = new Properties();
        parameters.forEach(properties::setProperty);
        return properties;
    }

    /** Whether the process that ran it died. */
    public boolean hasDied() {
        return exitStatus.equals(DIED);
    }
}
