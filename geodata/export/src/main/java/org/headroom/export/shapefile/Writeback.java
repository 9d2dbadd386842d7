package org.headroom.export.shapefile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Starts the way of a growing file's data to the disk early, on another thread, so that the sync at its end has little left to do.
 * Safe for several threads.
 */
final class Writeback {
    private static final long STEP_BYTES = 32 << 20;

    private final FileChannel channel;
    private final ExecutorService helpers;
    private long waitingBytes;
    private @Nullable Future<?> running;

    Writeback(FileChannel channel, ExecutorService helpers) {
        this.channel = channel;
        this.helpers = helpers;
    }

    /** Takes note of bytes that were written; fails when an earlier sync did. */
    synchronized void written(int bytes) throws IOException {
        waitingBytes += bytes;
        if (waitingBytes >= STEP_BYTES && (running == null || running.isDone())) {
            await();
            waitingBytes = 0;
            running = helpers.submit(() -> {
                channel.force(false);
                return null;
            });
        }
    }

    /** Waits for the sync that is under way; fails when it did. */
    synchronized void await() throws IOException {
        if (running == null) {
            return;
        }
        try {
            running.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the data went to the disk", e);
        }
    }
}
