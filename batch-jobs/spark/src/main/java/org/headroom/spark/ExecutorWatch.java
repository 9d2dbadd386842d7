package org.headroom.spark;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in a line each what became of executors; Spark's own log is for those who know Spark. */
final class ExecutorWatch extends SparkListener {
    private static final Logger LOG = LoggerFactory.getLogger(ExecutorWatch.class);

    private final AtomicLong begun = new AtomicLong();
    private volatile boolean isEnding;

    /** Tasks that were begun so far. */
    long begun() {
        return begun.get();
    }

    /** From now on executors go because they are no longer needed. */
    void end() {
        isEnding = true;
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart started) {
        begun.incrementAndGet();
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        if (!isEnding) {
            LOG.warn(
                    "executor {} is gone ({}); what it had begun is done again elsewhere",
                    removed.executorId(),
                    firstLine(removed.reason()));
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("no reason told");
    }
}
