package org.headroom.runs.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.headroom.runs.InputDigests;
import org.headroom.runs.Manifest;
import org.headroom.runs.file.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final OptionalInt NONE = OptionalInt.empty();

    @TempDir
    Path out;

    @BeforeEach
    void runs() {
        for (String name : List.of("2026-01-01-1", "2026-02-20-1", "2026-03-01-1", "2026-03-02-9", "2026-03-02-10")) {
            run(name, "mine");
        }
    }

    private Path run(String name, String project) {
        try {
            Path run = Files.createDirectories(out.resolve(name));
            Files.createDirectories(run.resolve("explanations/sites"));
            Files.writeString(run.resolve("explanations/sites/a"), "a");
            Json.write(
                    run.resolve(Manifest.FILE),
                    new Manifest(
                            Manifest.FORMAT,
                            "0123456789ab",
                            project,
                            "",
                            name.substring(0, 10),
                            "data_center",
                            100,
                            new Manifest.PolicyEntry("p", "1", ""),
                            new InputDigests("", "", "", "", "", Map.of(), Map.of()),
                            new Manifest.Counts(0, 0, 0, 0),
                            List.of(),
                            new Manifest.GateCounts(0, 0, 0, 0),
                            List.of(),
                            List.of(),
                            List.of(),
                            0,
                            List.of()));
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> left() {
        try (Stream<Path> folders = Files.list(out)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void apply(OptionalInt runs, OptionalInt days, String published) {
        new Retention(out, "mine", new KeepSpec(runs, days)).apply(published);
    }

    @Test
    void allStayWhenTheProjectDoesNotSay() {
        apply(NONE, NONE, "2026-03-02-10");
        assertThat(left()).hasSize(5);
    }

    @Test
    void theNewestStayByTheirNumber() {
        apply(OptionalInt.of(2), NONE, "2026-03-02-10");
        assertThat(left()).containsExactly("2026-03-02-10", "2026-03-02-9");
    }

    @Test
    void theYoungStayByTheirAge() {
        apply(NONE, OptionalInt.of(10), "2026-03-02-10");
        assertThat(left()).containsExactly("2026-03-01-1", "2026-03-02-10", "2026-03-02-9");
        apply(NONE, OptionalInt.of(1), "2026-03-02-10");
        assertThat(left()).containsExactly("2026-03-02-10", "2026-03-02-9");
    }

    @Test
    void oneThatEitherKeepsStays() {
        apply(OptionalInt.of(4), OptionalInt.of(2), "2026-03-02-10");
        assertThat(left()).containsExactly("2026-02-20-1", "2026-03-01-1", "2026-03-02-10", "2026-03-02-9");
        apply(OptionalInt.of(1), OptionalInt.of(11), "2026-03-02-10");
        assertThat(left()).containsExactly("2026-02-20-1", "2026-03-01-1", "2026-03-02-10", "2026-03-02-9");
    }

    @Test
    void theOneJustPublishedStaysThoughItsDayIsLongAgo() {
        apply(OptionalInt.of(1), NONE, "2026-01-01-1");
        assertThat(left()).containsExactly("2026-01-01-1", "2026-03-02-10");
    }

    @Test
    void nothingButRunsOfTheProjectIsTouched() throws IOException {
        run("2025-01-01-1", "other");
        Files.createDirectories(out.resolve("2025-01-02-1"));
        Files.writeString(run("2025-01-03-1", "mine").resolve(Manifest.FILE), "{");
        Files.move(run("2025-01-04-1", "mine"), out.resolve("2025-01-05-1"));
        Files.createSymbolicLink(out.resolve("2025-01-06-1"), Path.of("2026-03-01-1"));
        Files.move(run("2025-01-07-1", "mine"), out.resolve("archive"));
        run("2030-01-01-1", "other");
        apply(OptionalInt.of(1), NONE, "2026-03-02-10");
        assertThat(left())
                .containsExactly(
                        "2025-01-01-1",
                        "2025-01-02-1",
                        "2025-01-03-1",
                        "2025-01-05-1",
                        "2025-01-06-1",
                        "2026-03-02-10",
                        "2030-01-01-1",
                        "archive");
    }
}
