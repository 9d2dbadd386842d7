package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.headroom.it.KillPoint.Kind;
import org.headroom.it.KilledNights.Verdict;
import org.headroom.runs.file.Folders;
import org.junit.jupiter.api.Test;

/**
 * A night that is killed anywhere and started again leaves the same bytes as one that nobody disturbed: in the run and in everything else
 * in the output folder but the history of jobs. Some are killed three times, in the restart of the restart.
 *
 * <p>The long form is {@code ./mvnw test -pl batch-jobs/it -am -Dtest=KillAnywhereTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dheadroom.long=true}. {@code headroom.kills} says how many points, {@code headroom.kills.seed} changes them, {@code headroom.kills.only} takes one by its number,
 * {@code headroom.kills.threads} says how many runs are killed at a time. {@code target/kills} tells how far
 * it is, and holds what went wrong.
 */
class KillAnywhereTest {
    private static final int KILLS = Integer.getInteger("headroom.kills", Headroom.IS_LONG ? 200 : 8);
    private static final long SEED = Long.getLong("headroom.kills.seed", 20260601);
    private static final int ONLY = Integer.getInteger("headroom.kills.only", -1);
    private static final int THREADS = Integer.getInteger("headroom.kills.threads", 2);

    /** One in so many is killed three times. */
    private static final int ONE_DEEP_OF = 5;

    private static final int DEEP = 3;

    @Test
    void isNothingLostAndNothingDoubled() throws Exception {
        Path folder = Headroom.HOME.resolve("batch-jobs/it/target/kills");
        Folders.delete(folder);
        Files.createDirectories(folder);
        KilledNights nights = new KilledNights(folder);
        List<KillPoint> points = KillPlan.make(KILLS, SEED, nights.calls());
        List<Verdict> verdicts = kill(nights, points, folder.resolve("verdicts.txt"));
        print(
                verdicts,
                points.size(),
                nights.calls().isEmpty() ? ", at times only: calls are aimed at with gcc on Linux" : "");
        assertThat(verdicts).filteredOn(verdict -> !verdict.isIdentical()).isEmpty();
        assertThat(verdicts).allMatch(verdict -> verdict.lost() == 0 && verdict.doubled() == 0);
        if (ONLY < 0) {
            assertThat(verdicts.stream().filter(verdict -> verdict.depth() == DEEP))
                    .hasSizeGreaterThanOrEqualTo(Math.max(1, verdicts.size() / 10));
        }
    }

    private static List<Verdict> kill(KilledNights nights, List<KillPoint> points, Path progress) throws Exception {
        List<Integer> order = KillPlan.order(points.size(), SEED);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Verdict>> running = new ArrayList<>();
            for (int i = 0; i < order.size(); i++) {
                int number = order.get(i);
                int times = i % ONE_DEEP_OF == 0 ? DEEP : 1;
                if (ONLY < 0 || ONLY == number) {
                    running.add(threads.submit(() -> {
                        Verdict verdict = nights.kill(points.get(number), times, SEED + number, "point-" + number);
                        Files.writeString(
                                progress, verdict + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                        return verdict;
                    }));
                }
            }
            List<Verdict> verdicts = new ArrayList<>();
            for (Future<Verdict> verdict : running) {
                verdicts.add(verdict.get());
            }
            return verdicts;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void print(List<Verdict> verdicts, int planned, String note) {
        StringBuilder text =
                new StringBuilder("kills: seed " + SEED + ", " + planned + " points planned" + note + "\n");
        text.append(String.format(
                "%-12s %7s %10s %10s %5s %8s%n", "kind", "points", "three deep", "identical", "lost", "doubled"));
        for (Kind kind : Kind.values()) {
            List<Verdict> of =
                    verdicts.stream().filter(v -> v.point().kind() == kind).toList();
            text.append(String.format(
                    "%-12s %7d %10d %10d %5d %8d%n",
                    kind,
                    of.size(),
                    of.stream().filter(v -> v.depth() == DEEP).count(),
                    of.stream().filter(Verdict::isIdentical).count(),
                    of.stream().mapToLong(Verdict::lost).sum(),
                    of.stream().mapToLong(Verdict::doubled).sum()));
        }
        Map<String, Integer> reached = new TreeMap<>();
        verdicts.forEach(verdict -> reached.merge(verdict.reached(), 1, Integer::sum));
        text.append("killed in ").append(reached).append('\n');
        for (Verdict verdict : verdicts) {
            if (!verdict.isIdentical()) {
                text.append(verdict).append('\n');
            }
        }
        System.out.print(text);
    }
}
