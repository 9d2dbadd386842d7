package org.headroom.runtime.engine;

import org.headroom.runtime.jbatch.JbatchEngine;
import org.headroom.runtime.repository.JobDatabase;

/**
 * Loads what the batch runtime is made of on a thread of its own, while the project is still being read: in a cold JVM either takes some tenths of a
 * second, most of it in loading classes. Leaves nothing behind.
 */
public final class RuntimeAhead {
    private RuntimeAhead() {}

    /**
     * Begins, and returns at once.
     *
     * @param job name of the job that will be started
     */
    public static void begin(String job) {
        Thread thread = new Thread(
                () -> {
                    JobDatabase.tryOut();
                    JbatchEngine.tryOut(job);
                },
                "headroom-runtime-ahead");
        thread.setDaemon(true);
        // Whoever needs the runtime for good tells what is wrong with it.
        thread.setUncaughtExceptionHandler((failed, e) -> {});
        thread.start();
    }
}
