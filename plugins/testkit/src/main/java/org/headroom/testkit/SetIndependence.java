package org.headroom.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.headroom.model.Criterion;
import org.headroom.spi.Measurer;

/** Checks that what is measured for a site does not depend on the other sites, the block, the order or the thread. */
final class SetIndependence {
    private static final int ROUNDS = 10;

    private SetIndependence() {}

    static void check(Measurer measurer, List<Criterion> criteria, MemorySites sites) {
        List<Outcome> whole = sorted(Outcome.measure(measurer, criteria, sites));
        int[] forward = IntStream.range(0, sites.size()).toArray();
        int[] backward =
                IntStream.range(0, sites.size()).map(i -> sites.size() - 1 - i).toArray();
        for (int blockSize : new int[] {1, 2, 7, sites.size()}) {
            assertEquals(whole, inBlocks(measurer, criteria, sites, forward, blockSize), "blocks of " + blockSize);
            assertEquals(
                    whole,
                    inBlocks(measurer, criteria, sites, backward, blockSize),
                    "backward, blocks of " + blockSize);
        }
        int[] everyThird =
                IntStream.range(0, sites.size()).filter(i -> i % 3 == 0).toArray();
        List<Outcome> some = inBlocks(measurer, criteria, sites, everyThird, everyThird.length);
        assertEquals(whole.stream().filter(some::contains).toList(), some, "every third site only");
    }

    static void checkThreads(Measurer measurer, List<Criterion> criteria, MemorySites sites) {
        List<Outcome> alone = Outcome.measure(measurer, criteria, sites);
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<List<List<Outcome>>> task = () -> {
                start.await();
                List<List<Outcome>> rounds = new ArrayList<>();
                for (int i = 0; i < ROUNDS; i++) {
                    rounds.add(Outcome.measure(measurer, criteria, sites));
                }
                return rounds;
            };
            for (Future<List<List<Outcome>>> future : threads.invokeAll(List.of(task, task))) {
                for (List<Outcome> outcomes : future.get()) {
                    assertEquals(alone, outcomes, "with two threads at once");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("measuring failed in a second thread", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Outcome> inBlocks(
            Measurer measurer, List<Criterion> criteria, MemorySites sites, int[] order, int blockSize) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int from = 0; from < order.length; from += blockSize) {
            int[] block = Arrays.copyOfRange(order, from, Math.min(order.length, from + blockSize));
            outcomes.addAll(Outcome.measure(measurer, criteria, sites.select(block)));
        }
        return sorted(outcomes);
    }

    private static List<Outcome> sorted(List<Outcome> outcomes) {
        return outcomes.stream()
                .sorted(Comparator.comparing(Outcome::site).thenComparing(Outcome::criterion))
                .toList();
    }
}
