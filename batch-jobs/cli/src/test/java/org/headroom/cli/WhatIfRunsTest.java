package org.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.cli.frame.ExitCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Today is 1 May 2026. The project keeps one run, and a slip with the year does the nights no harm. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WhatIfRunsTest {
    private static final Path HOME = PolicyFolderCopy.HOME;
    private static final String SLIP = "what-if/2062-06-01-1";

    @TempDir
    static Path temp;

    private static Path out;
    private static Path project;

    @BeforeAll
    static void night() throws IOException {
        out = temp.resolve("runs");
        for (String part : List.of("geodata/catalog/samples", "rules/policy")) {
            Path from = HOME.resolve(part);
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path to = temp.resolve(part).resolve(from.relativize(file));
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
        }
        project = temp.resolve("geodata/catalog/samples/headroom.yaml");
        Files.writeString(project, Files.readString(project) + "\nkeep: {runs: 1}\n");
        CommandRun first = rank("2026-05-01");
        assertThat(first.code()).as(first.err()).isZero();
    }

    private static CommandRun rank(String date, String... more) {
        List<String> args = Stream.concat(
                        Stream.of("rank", "--project", project.toString(), "--out", out.toString(), "--date", date),
                        Stream.of(more))
                .toList();
        return CommandRun.of(HOME, args.toArray(String[]::new));
    }

    private static CommandRun runs(String command, String... more) {
        List<String> args = Stream.concat(Stream.of("runs", command, "--out", out.toString()), Stream.of(more))
                .toList();
        return CommandRun.of(HOME, args.toArray(String[]::new));
    }

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    @Order(1)
    void aDayToComeIsPublishedBesideTheNights() throws IOException {
        List<String> before = entries(out.resolve(".columns"));
        CommandRun slip = rank("2062-06-01");
        assertThat(slip.code()).as(slip.err()).isZero();
        assertThat(slip.err())
                .contains("2062-06-01 is after today, 2026-05-01", "what-if run", "published " + SLIP + ", 335 sites");
        assertThat(slip.lines().get(slip.lines().size() - 1))
                .isEqualTo(out.resolve(SLIP).toString());
        assertThat(out.resolve("2026-05-01-1/manifest.json")).exists();
        assertThat(out.resolve("2062-06-01-1")).doesNotExist();
        assertThat(Files.readSymbolicLink(out.resolve("latest"))).hasToString("2026-05-01-1");
        assertThat(Files.exists(out.resolve("what-if/latest"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        assertThat(entries(out.resolve(".columns")))
                .as("what nights keep for one another is what it was")
                .isEqualTo(before);
    }

    @Test
    @Order(2)
    void theSameAgainIsFoundDone() throws Exception {
        CommandRun again = rank("2062-06-01", "--what-if", "--json");
        assertThat(again.code()).as(again.err()).isZero();
        var object = new ObjectMapper().readTree(again.out());
        assertThat(object.path("unchanged").asBoolean()).isTrue();
        assertThat(object.path("run").asText()).isEqualTo(SLIP);
    }

    @Test
    @Order(3)
    void itIsNamedInEveryList() throws Exception {
        List<String> listed = runs("list").lines();
        assertThat(listed).hasSize(3);
        assertThat(listed.get(1)).startsWith("2026-05-01-1 ");
        assertThat(listed.get(2)).startsWith(SLIP);
        List<String> json = runs("list", "--json").lines();
        assertThat(new ObjectMapper().readTree(json.get(0)).path("whatIf").asBoolean(true))
                .isFalse();
        assertThat(new ObjectMapper().readTree(json.get(1)).path("whatIf").asBoolean(false))
                .isTrue();
        assertThat(runs("show", SLIP).out()).startsWith("run         " + SLIP + "\n");
        assertThat(runs("show", "2062-06-01-1").err()).contains("\"" + SLIP + "\" is a what-if run");
        CommandRun verified = runs("verify", SLIP);
        assertThat(verified.code()).as(verified.out()).isZero();
        CommandRun jobs = CommandRun.of(HOME, "jobs", "list", "--out", out.toString());
        assertThat(jobs.lines().get(1)).contains(" " + SLIP + " ");
        assertThat(jobs.lines().get(2)).contains(" 2026-05-01-1 ");
    }

    @Test
    @Order(4)
    void aDayThatIsPastIsANightUnlessItIsAskedForAsAWhatIf() throws IOException {
        assertThat(rank("2026-04-30", "--what-if").err()).contains("published what-if/2026-04-30-1");
        assertThat(rank("2026-04-30").err()).contains("published 2026-04-30-1");
        assertThat(Files.readSymbolicLink(out.resolve("latest")))
                .as("of the newest day")
                .hasToString("2026-05-01-1");
        assertThat(rank("2026-05-01", "--force").err()).contains("published 2026-05-01-2");
        assertThat(entries(out)).contains("2026-05-01-2").doesNotContain("2026-04-30-1", "2026-05-01-1");
        assertThat(entries(out.resolve("what-if"))).contains("2026-04-30-1", "2062-06-01-1");
    }

    @Test
    @Order(5)
    void aRunToComeAmongTheNightsIsToldWithWhatToDo() throws IOException {
        Path slip = Files.createDirectories(out.resolve("2062-06-01-1"));
        Files.writeString(slip.resolve("manifest.json"), "{}");
        assertThat(rank("2026-05-01").err())
                .contains("run 2062-06-01-1 is of a day after today", "runs remove 2062-06-01-1 --force");
        assertThat(runs("remove", "2062-06-01-1").code()).isEqualTo(ExitCode.REFUSED);
        CommandRun removed = runs("remove", "2062-06-01-1", SLIP, "--force");
        assertThat(removed.code()).as(removed.err()).isZero();
        assertThat(removed.err()).contains("removed run 2062-06-01-1", "removed run " + SLIP);
        assertThat(Files.readSymbolicLink(out.resolve("latest"))).hasToString("2026-05-01-2");
        assertThat(runs("list").lines()).hasSize(3);
    }
}
