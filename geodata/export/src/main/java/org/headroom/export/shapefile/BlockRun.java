package org.headroom.export.shapefile;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Cuts consecutive rows into blocks that several threads write at their places, and shows each written block to the digest in order.
 * A thread whose block is the next in order digests it, and those behind it that wait; so a single thread needs no helper, and no
 * more blocks are in memory than there are buffers.
 */
final class BlockRun {
    private final Sink sink;
    private final int blockRows;
    private final int last;
    private final Queue<RowBlock> free;
    private final @Nullable RowBlock[] written;
    private int nextRow;
    private int nextNumber;
    private int digested;
    private boolean digesting;
    private boolean failed;

    private BlockRun(int from, int to, int blockRows, List<RowBlock> buffers, Sink sink) {
        this.nextRow = from;
        this.last = to;
        this.blockRows = blockRows;
        this.free = new ArrayDeque<>(buffers);
        this.written = new RowBlock[buffers.size()];
        this.sink = sink;
    }

    /** What becomes of a block. */
    interface Sink {
        /** Formats and writes a block; called from several threads at once. */
        void write(RowBlock block) throws IOException;

        /** Takes the blocks in order, one at a time. */
        void digest(RowBlock block);
    }

    /**
     * Writes rows {@code from} to {@code to} exclusive.
     *
     * @param buffers free buffers of {@code blockRows} rows, at least one a thread; free again afterwards
     * @param threads how many threads write; one is the caller's own, more are helpers
     */
    static void run(
            int from, int to, int blockRows, List<RowBlock> buffers, int threads, ExecutorService helpers, Sink sink)
            throws IOException {
        BlockRun run = new BlockRun(from, to, blockRows, buffers, sink);
        if (threads == 1 || to - from <= blockRows) {
            run.work();
            return;
        }
        Callable<@Nullable Void> work = () -> {
            run.work();
            return null;
        };
        try {
            for (Future<@Nullable Void> done : helpers.invokeAll(Collections.nCopies(threads, work))) {
                done.get();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            throw causeOf(e);
        }
    }

    private static IOException causeOf(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        } else if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException io ? io : new IOException(cause);
    }

    private void work() throws IOException {
        boolean done = false;
        try {
            for (RowBlock block = claim(); block != null; block = claim()) {
                sink.write(block);
                digestInOrder(block);
            }
            done = true;
        } finally {
            if (!done) {
                stop();
            }
        }
    }

    /** The next rows with a buffer for them; null when there are none or another thread has failed. */
    private synchronized @Nullable RowBlock claim() throws IOException {
        RowBlock block = null;
        while (nextRow < last && !failed && block == null) {
            block = free.poll();
            if (block == null) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    throw interrupted();
                }
            }
        }
        if (block == null) {
            return null;
        }
        block.number = nextNumber++;
        block.from = nextRow;
        block.to = (int) Math.min(last, (long) nextRow + blockRows);
        nextRow = block.to;
        return block;
    }

    private void digestInOrder(RowBlock block) {
        synchronized (this) {
            written[block.number % written.length] = block;
            if (digesting) {
                return;
            }
            digesting = true;
        }
        for (RowBlock next = nextToDigest(); next != null; next = nextToDigest()) {
            sink.digest(next);
            release(next);
        }
    }

    private synchronized @Nullable RowBlock nextToDigest() {
        RowBlock next = written[digested % written.length];
        digesting = next != null;
        return next;
    }

    private synchronized void release(RowBlock block) {
        written[digested % written.length] = null;
        digested++;
        free.add(block);
        notifyAll();
    }

    private synchronized void stop() {
        failed = true;
        notifyAll();
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("the thread was interrupted");
    }
}
