package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folder for runs is in order whatever ended the night before: {@code latest} is right, and nothing is left over. */
class LatestRunTest {
    private static final String SAMPLE =
            Headroom.HOME.resolve("geodata/catalog/samples/headroom.yaml").toString();

    @TempDir
    Path folder;

    private boolean isKilled;

    private Path rank(String... more) {
        return command(more).ranked();
    }

    private Headroom command(String... more) {
        EarlierNight.lay(folder);
        Headroom rank = Headroom.with("rank", "--project", SAMPLE, "--out", folder.toString())
                .and(more);
        return isKilled ? rank.inAProcess() : rank;
    }

    private Path latest() throws IOException {
        return Files.readSymbolicLink(folder.resolve("latest"));
    }

    /** Hidden entries that are not kept from run to run. */
    private List<String> leftovers() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.matches("\\..*\\.(publishing|removing|work|new)"))
                    .toList();
        }
    }

    @Test
    void namesTheRunThatIsListedFirst() throws IOException {
        rank();
        assertThat(latest()).isEqualTo(Path.of("2026-06-01-1"));
        rank("--force");
        assertThat(latest()).isEqualTo(Path.of("2026-06-01-2"));
        rank("--date", "2026-05-01");
        assertThat(folder.resolve("2026-05-01-1")).isDirectory();
        assertThat(latest()).isEqualTo(Path.of("2026-06-01-2"));
        Headroom.Result shown = Headroom.with("runs", "show", "latest", "--out", folder.toString())
                .run();
        assertThat(shown.out()).startsWith("run         2026-06-01-2\n");
    }

    @Test
    void somethingElseOfThatNameIsLeftAlone() throws IOException {
        Files.createDirectories(folder.resolve("latest"));
        Files.writeString(folder.resolve("latest/mine.txt"), "mine");
        Headroom.Result result = command().done();
        assertThat(result.err()).contains("is not a link");
        assertThat(folder.resolve("latest/mine.txt")).hasContent("mine");
    }

    @Test
    void anUnchangedNightClearsWhatKillsLeave() throws IOException {
        Path run = rank();
        Files.delete(folder.resolve("latest"));
        Files.createSymbolicLink(folder.resolve("latest"), Path.of("2025-01-01-1"));
        Files.createSymbolicLink(folder.resolve(".latest.new"), Path.of("2025-01-01-1"));
        for (String part : List.of(
                ".2026-06-01-2.publishing/explanations",
                ".2026-05-01-1.removing/explanations",
                ".columns/.embedded-sample.cooling.new",
                ".layers/.counties.new123",
                ".2026-05-02-1.work/sites",
                ".2026-05-03-1.work/sites",
                ".2026-05-04-1.work/sites")) {
            Files.createDirectories(folder.resolve(part));
            Files.writeString(folder.resolve(part).resolve("half"), "half");
        }
        Files.writeString(folder.resolve(".2026-05-03-1.work/request.json"), "{}");
        Files.writeString(
                folder.resolve(".2026-05-03-1.work/outcome.json"),
                "{\"outcome\": \"PUBLISHED\", \"folder\": \"2026-05-03-1\"}");
        Files.writeString(folder.resolve(".2026-05-04-1.work/request.json"), "{}");
        assertThat(rank()).isEqualTo(run);
        assertThat(latest()).isEqualTo(Path.of("2026-06-01-1"));
        // Of none of these runs the job repository knows how to go on.
        assertThat(leftovers()).isEmpty();
        assertThat(folder.resolve(".columns/.embedded-sample.cooling.new")).doesNotExist();
        assertThat(folder.resolve(".layers/.counties.new123")).doesNotExist();
    }

    private static IntStream moments() {
        return Headroom.IS_LONG ? IntStream.of(0, 5, 20, 60, 150) : IntStream.of(0, 20);
    }

    @ParameterizedTest
    @MethodSource("moments")
    void killedAfterItWasShownTheNextStartCompletesIt(int millisecondsAfter) throws Exception {
        isKilled = true;
        Process process = command().start(folder.resolveSibling("log" + millisecondsAfter));
        Path shown = folder.resolve("2026-06-01-1");
        while (!Files.exists(shown) && process.isAlive()) {
            Thread.sleep(1);
        }
        Thread.sleep(millisecondsAfter);
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(rank()).isEqualTo(shown);
        assertThat(latest()).isEqualTo(shown.getFileName());
        assertThat(leftovers()).isEmpty();
        try (Stream<Path> kept = Files.list(folder.resolve(".columns"))) {
            assertThat(kept).anyMatch(entry -> entry.getFileName().toString().startsWith("embedded-sample.cooling@"));
        }
        try (Stream<Path> runs = Files.list(folder)) {
            assertThat(runs.filter(entry -> entry.getFileName().toString().matches("2026-.*")))
                    .hasSize(1);
        }
    }
}
