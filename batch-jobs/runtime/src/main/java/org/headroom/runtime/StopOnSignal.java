package org.headroom.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns SIGINT and SIGTERM into a request to stop at the next checkpoint, and holds the end of the JVM back until that is done. The
 * exit code is then the signal's, 130 or 143, which the JVM gives by itself. Safe for several threads.
 */
public final class StopOnSignal implements AutoCloseable {
    /** Longer than between any two checkpoints, shorter than the patience of what sends the signal. */
    private static final long PATIENCE_SECONDS = 60;

    private final Consumer<String> messages;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onSignal, "stop-on-signal");
    private volatile @Nullable Runnable stop;

    /**
     * Answers signals until it is closed.
     *
     * @param messages told in a sentence what is done about a signal
     */
    public StopOnSignal(Consumer<String> messages) {
        this.messages = messages;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** From now on a signal does this. */
    public void does(Runnable request) {
        stop = request;
    }

    private void onSignal() {
        Runnable request = stop;
        if (request == null) {
            return;
        }
        messages.accept("stopping at the next checkpoint ...");
        request.run();
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                messages.accept("no checkpoint within " + PATIENCE_SECONDS
                        + " s; ended without one. The same command goes on at the last one.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** To be called when nothing is left to stop and all is written. */
    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending already, and the hook waits for just this call.
            return;
        }
    }
}
