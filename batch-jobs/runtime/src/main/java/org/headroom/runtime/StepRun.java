package org.headroom.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a step.
 *
 * @param step id of the step
 * @param status its state
 * @param exitStatus the exit status of the step, or empty
 * @param started when it began; null when it never did
 * @param ended when it was over; null while it is not
 * @param read items read, all partitions together
 * @param written items written, all partitions together
 * @param commits checkpoints, all partitions together
 * @param partitions number of partitions; 0 for a step without
 */
public record StepRun(
        String step,
        RunStatus status,
        String exitStatus,
        @Nullable Instant started,
        @Nullable Instant ended,
        long read,
        long written,
        long commits,
        int partitions) {}
