package org.headroom.runtime.jbatch;

import com.ibm.jbatch.container.services.impl.GrowableThreadPoolServiceImpl;
import java.util.concurrent.ThreadPoolExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pool that grows: the bounded one has three threads, and a partitioned step keeps one of them waiting for the others. Java prints a
 * stack trace of what ends a thread; jbatch has told it to the {@link FailureLog} before.
 *
 * <p>Public with a constructor without arguments because jbatch makes it by name.
 */
public final class QuietThreads extends GrowableThreadPoolServiceImpl {
    private static final Logger LOG = LoggerFactory.getLogger(QuietThreads.class);

    /** Whether none of them has anything to do. */
    boolean areIdle() {
        return ((ThreadPoolExecutor) executorService).getActiveCount() == 0;
    }

    @Override
    public void executeTask(Runnable work, Object config) {
        super.executeTask(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.debug("a thread of a job ended", e);
                    }
                },
                config);
    }
}
