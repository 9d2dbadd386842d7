package org.headroom.jobs.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.headroom.jobs.step.BlockPlace;
import org.headroom.jobs.step.BlockRange;
import org.headroom.jobs.step.BlockStep;
import org.headroom.jobs.step.Blocks;
import org.headroom.jobs.step.PartStep;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.folder.WorkFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A step whose blocks are made in other processes. To the batch job it is a step like any other: partitions, checkpoints, stop and restart are
 * the same, only that doing a block is waiting until it is there.
 *
 * <p>Nobody but this process ever writes to the columns of the run. Another one writes the columns of a part to a folder that no other attempt has
 * the name of, and only the attempt whose result came first is taken, block by block, each against the check sum that was made where it was
 * written. So an attempt that dies, that is done twice at once, that comes too late, or that goes on after this process has died leaves no trace in
 * the run; and a shared folder need not keep writers of one file apart, as many do not.
 */
public final class EngineStep implements BlockStep {
    private static final Logger LOG = LoggerFactory.getLogger(EngineStep.class);
    private static final int MOST_TAKERS = 4;

    private final BlockEngine engine;
    private final String id;
    private final Supplier<PartOrder> orders;
    private final PartStep here;
    private final boolean isResumed;
    private final ExecutorService takers;

    /** The blocks that are in their places; its lock guards what follows. */
    private final BitSet there = new BitSet();

    private @Nullable PartOrder order;
    private BlockEngine.@Nullable Work work;
    private @Nullable RuntimeException failure;
    private boolean isBegun;
    private boolean isClosed;

    /**
     * @param id of the step
     * @param orders gives what other processes have to know; asked when there is work
     * @param here the step in this process
     * @param isResumed whether some blocks may be in their places already
     * @param threads how many parts are taken at once, at most
     */
    public EngineStep(
            BlockEngine engine, String id, Supplier<PartOrder> orders, PartStep here, boolean isResumed, int threads) {
        this.engine = engine;
        this.id = id;
        this.orders = orders;
        this.here = here;
        this.isResumed = isResumed;
        AtomicInteger number = new AtomicInteger();
        this.takers = Executors.newFixedThreadPool(Math.min(MOST_TAKERS, threads), task -> {
            Thread thread = new Thread(task, "headroom-take-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Waits until the block is there; the first call has all of them begun. */
    @Override
    public void process(int block) {
        begin();
        synchronized (there) {
            while (!there.get(block)) {
                if (failure != null) {
                    throw failure;
                }
                if (isClosed) {
                    throw new IllegalStateException("step " + id + " was closed");
                }
                try {
                    there.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** When it fails, it fails for all threads: others may wait for it. */
    private void begin() {
        synchronized (there) {
            if (isBegun) {
                return;
            }
            isBegun = true;
            try {
                beginParts();
            } catch (RuntimeException e) {
                failure = e;
            }
        }
    }

    private void beginParts() {
        if (isResumed) {
            for (int block = 0; block < blocks().count(); block++) {
                there.set(block, here.isSealed(block));
            }
        }
        List<BlockRange> parts = Parts.of(blocks().count(), there);
        if (parts.isEmpty()) {
            return;
        }
        PartOrder made = orders.get();
        order = made;
        Attempts.open(made);
        LOG.debug("step {} in {} parts", id, parts.size());
        work = engine.begin(made.toBytes(), id, parts, new Results(made));
    }

    /** Takes what comes, on threads of this step: the engine's own must not wait for a disk. */
    private final class Results implements BlockEngine.Receiver {
        private final PartOrder order;

        Results(PartOrder order) {
            this.order = order;
        }

        @Override
        public void done(byte[] result) {
            try {
                takers.execute(() -> takeOrFail(result));
            } catch (RejectedExecutionException e) {
                LOG.debug("a part of step {} came after its end", id, e);
            }
        }

        private void takeOrFail(byte[] result) {
            try {
                if (!isOver()) {
                    take(PartResult.of(result));
                }
            } catch (RuntimeException | LinkageError e) {
                fail(e instanceof RuntimeException known ? known : new IllegalStateException(e));
            }
        }

        private void take(PartResult result) {
            if (result.failure() != null) {
                throw result.failure().toException();
            }
            Path attempt = order.session().resolve(result.attempt());
            if (!Files.isDirectory(attempt)) {
                throw new HeadroomException(
                        FailureFamily.EXTERNAL,
                        "what another process made of blocks " + result.part().first() + " to "
                                + (result.part().end() - 1) + " is not in " + attempt,
                        "Let every machine that takes part see the folder for runs under the same path, then give the same"
                                + " command again.");
            }
            here.take(new BlockPlace(new WorkFolder(attempt), blocks(), result.part()));
            Attempts.remove(attempt);
            synchronized (there) {
                there.set(result.part().first(), result.part().end());
                there.notifyAll();
            }
        }

        @Override
        public void failed(Throwable cause) {
            fail(cause instanceof RuntimeException known ? known : new IllegalStateException(cause));
        }
    }

    private boolean isOver() {
        synchronized (there) {
            return isClosed || failure != null;
        }
    }

    private void fail(RuntimeException cause) {
        synchronized (there) {
            if (failure == null && !isClosed) {
                failure = cause;
            }
            if (work != null) {
                work.cancel();
            }
            there.notifyAll();
        }
    }

    @Override
    public void done(List<Integer> blocks) {
        here.done(blocks);
    }

    @Override
    public boolean isSealed(int block) {
        return here.isSealed(block);
    }

    @Override
    public Blocks blocks() {
        return here.blocks();
    }

    /**
     * Ends the work of others, and waits for what is being taken: whoever holds the run next must be the only one that writes. The step in this
     * process is closed by whoever made it.
     */
    @Override
    public void close() {
        synchronized (there) {
            isClosed = true;
            if (work != null) {
                work.cancel();
            }
            there.notifyAll();
        }
        takers.shutdown();
        awaitTakers();
        if (order != null) {
            Attempts.remove(order.session());
        }
    }

    /** Without an interrupt, which would close files that are still written to. */
    private void awaitTakers() {
        boolean isInterrupted = false;
        for (boolean isDone = false; !isDone; ) {
            try {
                isDone = takers.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
