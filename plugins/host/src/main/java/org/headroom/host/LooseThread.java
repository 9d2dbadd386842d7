package org.headroom.host;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Threads that may be left to themselves when what runs on one does not end; the next work goes to another one then. None is ever interrupted: that
 * would close the files that a module reads for everybody else. One that is done is used again, as a new one costs a millisecond.
 */
final class LooseThread {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "headroom-module");
        thread.setDaemon(true);
        return thread;
    });

    private LooseThread() {}

    /** Starts some work on a thread that does not keep the JVM alive. */
    static <T> Future<T> start(Callable<T> work) {
        return THREADS.submit(work);
    }
}
