package org.headroom.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nights on Spark, in this JVM and on a cluster of processes, against a night that knows no Spark. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class SparkNightTest {
    @TempDir
    private static Path shared;

    private static String expected = "";

    @TempDir
    Path folder;

    @BeforeAll
    static void rankWithoutSpark() {
        Cluster.setUpDriver();
        expected = Ranked.manifest(shared.resolve("runs"));
    }

    @Test
    void onThreadsOfThisProcess() {
        assertThat(Ranked.manifest(folder.resolve("runs"), "--engine", "local[2]"))
                .isEqualTo(expected);
    }

    @Test
    void onAClusterWithTwoWorkers() throws IOException, InterruptedException {
        try (Cluster cluster = new Cluster(folder, 2)) {
            assertThat(Ranked.manifest(folder.resolve("runs"), "--engine", cluster.address()))
                    .isEqualTo(expected);
        }
    }

    /** An executor is killed while it measures, and later a worker while sites are scored; then one core has to do the rest. */
    @Test
    void anExecutorAndAWorkerAreKilled() throws IOException, InterruptedException {
        try (Cluster cluster = new Cluster(folder, 2)) {
            Path out = folder.resolve("runs");
            CompletableFuture<String> night =
                    CompletableFuture.supplyAsync(() -> Ranked.manifest(out, "--engine", cluster.address()));
            awaitAttempt(out, "measure", night);
            Set<Long> first = new HashSet<>();
            cluster.executors().forEach(process -> first.add(process.pid()));
            ProcessHandle killed = cluster.executors().findFirst().orElseThrow();
            assertThat(killed.destroyForcibly()).isTrue();
            awaitAttempt(out, "score", night);
            assertThat(cluster.executors().map(ProcessHandle::pid).toList())
                    .as("one in the place of the one that was killed")
                    .anyMatch(pid -> !first.contains(pid));
            cluster.killWorker(1);
            assertThat(night.join()).isEqualTo(expected);
        }
    }

    /** Waits until some executor is at a step. */
    private static void awaitAttempt(Path out, String step, CompletableFuture<String> night)
            throws IOException, InterruptedException {
        while (!isAt(out, step)) {
            assertThat(night)
                    .as("the night is over before step %s was seen", step)
                    .isNotDone();
            Thread.sleep(5);
        }
    }

    private static boolean isAt(Path out, String step) throws IOException {
        Path work = out.resolve(".2026-06-01-1.work/attempts");
        if (!Files.isDirectory(work)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(work, 2)) {
            return files.anyMatch(path -> path.getFileName().toString().startsWith(step + "-"));
        } catch (UncheckedIOException | NoSuchFileException e) {
            // What was there a moment ago was taken.
            return false;
        }
    }
}
