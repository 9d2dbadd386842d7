package org.headroom.cli.night;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Turns SIGINT and SIGTERM into a request to stop at the next checkpoint, and holds the end of the JVM back until that is done. The
 * exit code is then the signal's, 130 or 143, which the JVM gives by itself.
 */
final class StopOnSignal implements AutoCloseable {
    /** Longer than between any two checkpoints, shorter than the patience of what sends the signal. */
    private static final long PATIENCE_SECONDS = 60;

    private final PrintWriter err;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onSignal, "stop-on-signal");
    private volatile @Nullable Runnable stop;

    StopOnSignal(PrintWriter err) {
        this.err = err;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** From now on a signal does this. */
    void does(Runnable request) {
        stop = request;
    }

    private void onSignal() {
        Runnable request = stop;
        if (request == null) {
            return;
        }
        err.println("headroom: stopping at the next checkpoint ...");
        request.run();
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                err.println("headroom: no checkpoint within " + PATIENCE_SECONDS
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
