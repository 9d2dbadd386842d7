package org.headroom.host;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A thread that may be left to itself when what runs on it does not end. It is never interrupted: that would close the files that a
 * module reads for everybody else.
 */
final class LooseThread {
    private LooseThread() {}

    /** One thread that does not keep the JVM alive. */
    static ExecutorService executor(String name) {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
