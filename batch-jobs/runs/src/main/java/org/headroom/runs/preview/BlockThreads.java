package org.headroom.runs.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Works off blocks on several threads; which thread gets which block decides nothing. */
public final class BlockThreads {
    private BlockThreads() {}

    /**
     * Returns when all blocks are done; the first failure is thrown.
     *
     * @param blocks number of blocks
     * @param threads at least 1
     * @param worker called once in each thread; what it gives is called for block after block in that thread
     */
    public static void run(int blocks, int threads, Supplier<IntConsumer> worker) {
        AtomicInteger next = new AtomicInteger();
        Callable<Void> work = () -> {
            IntConsumer block = worker.get();
            for (int i = next.getAndIncrement(); i < blocks; i = next.getAndIncrement()) {
                block.accept(i);
            }
            return null;
        };
        int wanted = Math.max(1, Math.min(threads, blocks));
        ExecutorService pool = Executors.newFixedThreadPool(wanted);
        try {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < wanted; i++) {
                all.add(pool.submit(work));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNull(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sites were scored", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
