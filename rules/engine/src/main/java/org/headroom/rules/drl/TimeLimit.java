package org.headroom.rules.drl;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits only so long for work on what somebody else wrote. */
public final class TimeLimit {
    private TimeLimit() {}

    /**
     * The result; empty when the work took longer. It is then told to stop, and left to itself on a thread that keeps no program alive.
     *
     * @param work may throw what is unchecked; that is thrown here
     */
    public static <T> Optional<T> run(Duration limit, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "headroom-rules-limited");
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.of(task.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            task.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rules were made ready", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            if (e.getCause() instanceof Error known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
