package org.headroom.jobs.publish;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Makes files of a run that need none of the others while these are made, where the night has a second thread. Used by one thread. */
final class BackgroundFiles implements AutoCloseable {
    private final ExecutorService pool;
    private final Future<?> done;

    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /**
     * Begins with the work, or does all of it at once when there is no other thread.
     *
     * @param threads that the night has
     */
    BackgroundFiles(int threads, Work work) throws IOException {
        pool = Executors.newSingleThreadExecutor(task -> new Thread(task, "headroom-background-files"));
        done = pool.submit(() -> {
            work.run();
            return null;
        });
        if (threads == 1) {
            join();
        }
    }

    /** Returns when all is made; throws what went wrong. */
    void join() throws IOException {
        try {
            done.get();
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNull(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the files of a run were made", e);
        }
    }

    private static IOException failure(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        return cause instanceof IOException known ? known : new IOException(cause);
    }

    /** Returns when nothing is written any more. */
    @Override
    public void close() {
        pool.shutdown();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (pool.awaitTermination(1, TimeUnit.MINUTES)) {
                        return;
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
