package org.headroom.jobs.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.headroom.jobs.step.BlockRange;
import org.jspecify.annotations.Nullable;

/** Has all parts of something done by an engine, and waits for them. */
public final class EngineParts {
    /** A part is read again by every range, so that there must not be too many. */
    private static final int MOST_SORTED = 1_000;

    private final BlockEngine engine;

    public EngineParts(BlockEngine engine) {
        this.engine = engine;
    }

    /** Parts of blocks, at most a thousand. */
    public static List<BlockRange> forSorting(int blocks) {
        return Parts.of(blocks, Math.max(Parts.most(blocks), (blocks + MOST_SORTED - 1) / MOST_SORTED));
    }

    /** Parts of one each. */
    public static List<BlockRange> single(int count) {
        return Parts.of(count, 1);
    }

    /**
     * Has parts done, and waits.
     *
     * @return of each part, in their order, the name of the attempt that was first
     */
    public List<String> make(PartOrder order, String step, List<BlockRange> parts) {
        Results results = new Results();
        BlockEngine.Work work = engine.begin(order.toBytes(), step, parts, results);
        boolean isDone = false;
        try {
            List<String> attempts = results.await(parts);
            isDone = true;
            return attempts;
        } finally {
            if (!isDone) {
                work.cancel();
            }
        }
    }

    private static final class Results implements BlockEngine.Receiver {
        private final Map<BlockRange, String> attempts = new HashMap<>();
        private @Nullable RuntimeException failure;

        @Override
        public synchronized void done(byte[] result) {
            try {
                PartResult made = PartResult.of(result);
                if (made.failure() != null) {
                    throw made.failure().toException();
                }
                attempts.putIfAbsent(made.part(), made.attempt());
            } catch (RuntimeException e) {
                failed(e);
            }
            notifyAll();
        }

        @Override
        public synchronized void failed(Throwable cause) {
            if (failure == null) {
                failure = cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
            }
            notifyAll();
        }

        synchronized List<String> await(List<BlockRange> parts) {
            while (attempts.size() < parts.size()) {
                if (failure != null) {
                    throw failure;
                }
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
            List<String> inOrder = new ArrayList<>();
            for (BlockRange part : parts) {
                String attempt = attempts.get(part);
                if (attempt == null) {
                    throw new IllegalStateException("nothing came of " + part);
                }
                inOrder.add(attempt);
            }
            return inOrder;
        }
    }
}
