package org.headroom.host;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.SiteBlock;

/**
 * Measures block after block by all modules, on another thread, which is left when a module takes longer than its limit: that module
 * is given up, and the others go on. What the thread that was left still writes goes into a block that nobody reads any more. One hand-over
 * a block costs 3 to 30 microseconds. For one caller at a time.
 */
public final class WatchedMeasuring {
    private static final int LEFT = -1;

    private final List<GuardedMeasurer> modules;
    private final int capacity;
    private final long limitNanos;
    private final List<MeasurementBlock> blocks = new ArrayList<>();

    /**
     * @param modules in the order of the blocks that {@link #measure} gives; one that reads what another measures behind that one
     * @param capacity most sites of a block
     */
    public WatchedMeasuring(List<GuardedMeasurer> modules, int capacity, ModuleLimits limits) {
        this.modules = List.copyOf(modules);
        this.capacity = capacity;
        this.limitNanos = limits.block().toNanos();
        this.modules.forEach(module -> blocks.add(module.newBlock(capacity)));
    }

    /**
     * Measures some sites.
     *
     * @param sites gives the sites, each time as a new object, as a thread that was left may still use the one before
     * @param earlier what modules that are not among these measured at them; not to be written to any more
     * @return what each module measured; overwritten by the next call
     */
    public List<MeasurementBlock> measure(Supplier<SiteBlock> sites, MeasurementBlock earlier) {
        int next = 0;
        while (next < modules.size()) {
            Turn turn = new Turn(next, sites.get(), blocks, earlier);
            int hung = await(LooseThread.start(turn), turn);
            if (hung == LEFT) {
                break;
            }
            modules.get(hung).giveUp();
            blocks.set(hung, modules.get(hung).newBlock(capacity));
            next = hung + 1;
        }
        return blocks;
    }

    /** The module that took too long, or {@link #LEFT} when all are done. */
    private int await(Future<?> work, Turn turn) {
        long wait = limitNanos;
        while (true) {
            try {
                work.get(wait, TimeUnit.NANOSECONDS);
                return LEFT;
            } catch (TimeoutException e) {
                int module = turn.current.get();
                wait = turn.began + limitNanos - System.nanoTime();
                if (wait <= 0 && turn.leave(module)) {
                    return module;
                }
                wait = Math.max(1, wait);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** The modules from one on, until the last or until the turn is left. */
    private final class Turn implements Callable<Boolean> {
        private final SiteBlock sites;
        private final List<MeasurementBlock> own;
        private final MeasurementBlock earlier;
        private final AtomicInteger current;
        private volatile long began;

        Turn(int first, SiteBlock sites, List<MeasurementBlock> blocks, MeasurementBlock earlier) {
            this.current = new AtomicInteger(first);
            this.sites = sites;
            this.own = List.copyOf(blocks);
            this.earlier = earlier;
            this.began = System.nanoTime();
        }

        @Override
        public Boolean call() {
            for (int module = current.get(); module < modules.size(); module++) {
                GuardedMeasurer next = modules.get(module);
                next.measure(MeasuredSites.of(sites, next.inputs(), own.subList(0, module), earlier), own.get(module));
                began = System.nanoTime();
                if (!current.compareAndSet(module, module + 1)) {
                    return false;
                }
            }
            return true;
        }

        /** Makes the thread end its work after this module; false when it has gone on to the next one. */
        boolean leave(int module) {
            return module < modules.size() && current.compareAndSet(module, LEFT);
        }
    }
}
