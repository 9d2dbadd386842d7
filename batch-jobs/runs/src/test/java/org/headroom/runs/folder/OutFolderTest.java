package org.headroom.runs.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder for runs: which runs it has, the link to the latest, work folders, and what a kill leaves. */
class OutFolderTest {
    @TempDir
    Path out;

    private void runs(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(Files.createDirectories(out.resolve(name)).resolve(Manifest.FILE), "{}");
        }
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> all = Files.list(out)) {
            return all.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private Path latest() throws IOException {
        return Files.readSymbolicLink(out.resolve("latest"));
    }

    private RunRequest request(String date) {
        return new RunRequest(Path.of("project.yaml"), out, date, 2, Path.of("plugins"), false, 4096, null);
    }

    @Test
    void runsAreListedByDateAndNumberAndNothingElseIs() throws IOException {
        runs(
                "2026-01-02-9",
                "2026-01-02-10",
                "2026-01-01-11",
                "2025-12-31-1",
                "2026-01-03",
                "archive",
                ".2026-01-04-1.publishing");
        Files.createDirectories(out.resolve("2026-01-05-1"));
        Files.createSymbolicLink(out.resolve("2026-01-06-1"), Path.of("2025-12-31-1"));
        RunFolders folders = new RunFolders(out);
        assertThat(folders.list())
                .extracting(PublishedRun::name)
                .containsExactly("2026-01-02-10", "2026-01-02-9", "2026-01-01-11", "2025-12-31-1");
        assertThat(folders.getLatest().name()).isEqualTo("2026-01-02-10");
        assertThat(folders.getLatest().date()).isEqualTo("2026-01-02");
        assertThat(folders.nextNumber("2026-01-02")).isEqualTo(11);
        // A folder without a manifest and a link take their number, too.
        assertThat(folders.nextNumber("2026-01-05")).isEqualTo(2);
        assertThat(folders.nextNumber("2026-02-01")).isEqualTo(1);
    }

    @Test
    void aRunIsFoundByNamePathOrLinkAndElseTheNearestIsNamed() throws IOException {
        runs("2026-01-02-1", "2026-01-02-2");
        new LatestLink(out).point();
        RunFolders folders = new RunFolders(out);
        assertThat(folders.get("2026-01-02-1").folder()).isEqualTo(out.resolve("2026-01-02-1"));
        assertThat(folders.get(out.resolve("2026-01-02-1").toString()).name()).isEqualTo("2026-01-02-1");
        assertThat(folders.get("latest").name()).isEqualTo("2026-01-02-2");
        assertThatThrownBy(() -> folders.get("2026-01-02-3")).isInstanceOfSatisfying(HeadroomException.class, told -> {
            assertThat(told.family()).isEqualTo(FailureFamily.CONFIG);
            assertThat(told).hasMessageContaining("there is no run \"2026-01-02-3\" in " + out + "; did you mean");
        });
        RunFolders none = new RunFolders(out.resolve("none"));
        assertThat(none.list()).isEmpty();
        assertThatThrownBy(none::getLatest)
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("there is no run");
        assertThat(folders.findByInputs("key"))
                .as("manifests that say nothing are of no run")
                .isEmpty();
    }

    @Test
    void theLinkNamesTheRunThatIsListedFirst() throws IOException {
        LatestLink link = new LatestLink(out);
        link.point();
        assertThat(entries()).isEmpty();
        assertThat(link.isRight()).isTrue();
        runs("2026-01-02-1");
        assertThat(link.isRight()).isFalse();
        link.point();
        assertThat(latest()).isEqualTo(Path.of("2026-01-02-1"));
        assertThat(link.isRight()).isTrue();
        runs("2026-01-02-2", "2025-12-31-7");
        // Half made by one that was killed.
        Files.createSymbolicLink(out.resolve(LatestLink.HIDDEN), Path.of("2024-01-01-1"));
        link.point();
        assertThat(latest()).isEqualTo(Path.of("2026-01-02-2"));
        assertThat(out.resolve(LatestLink.HIDDEN)).doesNotExist();
        Files.delete(out.resolve("2026-01-02-2").resolve(Manifest.FILE));
        assertThat(link.isRight()).isFalse();
        link.point();
        assertThat(latest()).isEqualTo(Path.of("2026-01-02-1"));
    }

    @Test
    void whatIsNoLinkIsLeftAlone() throws IOException {
        runs("2026-01-02-1");
        Files.createDirectories(out.resolve("latest"));
        Files.writeString(out.resolve("latest/mine.txt"), "mine");
        new LatestLink(out).point();
        assertThat(out.resolve("latest/mine.txt")).hasContent("mine");
        assertThat(entries()).containsExactly("2026-01-02-1", "latest");
    }

    @Test
    void leftoversAreClearedAndAllElseStays() throws IOException {
        List<String> left = List.of(
                ".2026-01-02-2.publishing",
                ".2025-12-31-1.removing",
                ".columns/.sample.cooling.new",
                ".layers/.counties.new123");
        List<String> kept = List.of(
                "2026-01-02-1",
                ".2026-01-02-3.work",
                ".rules",
                ".columns/sample.cooling@1",
                ".layers/counties",
                ".mine.publishing",
                "x.2026-01-02-2.publishing",
                ".2026-01-02-2.publishing.old");
        runs(kept.toArray(String[]::new));
        runs(left.toArray(String[]::new));
        Leftovers leftovers = new Leftovers(out);
        assertThat(leftovers.isAny()).isTrue();
        leftovers.clear();
        left.forEach(name -> assertThat(out.resolve(name)).doesNotExist());
        kept.forEach(
                name -> assertThat(out.resolve(name).resolve(Manifest.FILE)).exists());
        assertThat(latest()).isEqualTo(Path.of("2026-01-02-1"));
        // A run that is not over is no leftover, but the folder is not in order yet.
        assertThat(leftovers.isAny()).isTrue();
        WorkFolder.deleteAllBut(out, Set.of());
        assertThat(leftovers.isAny()).isFalse();
        for (String one : left) {
            runs(one);
            assertThat(leftovers.isAny()).as(one).isTrue();
            leftovers.clear();
            assertThat(leftovers.isAny()).as(one).isFalse();
        }
        Files.delete(out.resolve("latest"));
        assertThat(leftovers.isAny()).isTrue();
        assertThat(new Leftovers(out.resolve("none")).isAny()).isFalse();
        new Leftovers(out.resolve("none")).clear();
    }

    @Test
    void aWorkFolderHasANumberThatNoRunHasAndAllThatARestartNeeds() throws IOException {
        runs("2026-01-02-4");
        WorkFolder first = WorkFolder.create(request("2026-01-02"));
        WorkFolder second = WorkFolder.create(request("2026-01-02"));
        assertThat(first.runName()).isEqualTo("2026-01-02-5");
        assertThat(second.runName()).isEqualTo("2026-01-02-6");
        assertThat(new WorkFolder(first.path()).request()).isEqualTo(request("2026-01-02"));
        assertThat(first.request().project()).isAbsolute();
        assertThat(WorkFolder.isNamedLike(first.path().getFileName().toString()))
                .isTrue();
        assertThat(WorkFolder.isNamedLike("2026-01-02-5")).isFalse();
        Files.writeString(first.columns().sites().resolve("half"), "half");
        first.clearSites();
        assertThat(first.columns().sites()).isEmptyDirectory();
        WorkFolder.deleteAllBut(out, Set.of(second));
        assertThat(entries()).containsExactly(".2026-01-02-6.work", "2026-01-02-4");
        Files.delete(second.path().resolve("request.json"));
        assertThatThrownBy(second::request)
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("is gone or incomplete");
    }

    @Test
    void everyOutcomeComesBackFromTheWorkFolder() {
        WorkFolder work = WorkFolder.create(request("2026-01-02"));
        assertThat(work.findOutcome()).isEmpty();
        for (Outcome outcome : List.of(
                new Outcome.Published("2026-01-02-1"),
                new Outcome.Unchanged("2026-01-01-1"),
                new Outcome.Failed(FailureFamily.POLICY, "message", "", "log"))) {
            work.outcome(outcome);
            assertThat(work.findOutcome()).isEqualTo(Optional.of(outcome));
        }
        work.clearOutcome();
        work.clearOutcome();
        assertThat(work.findOutcome()).isEmpty();
        work.delete();
        assertThat(work.path()).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeMadeIsToldWithItsPath() throws IOException {
        Files.writeString(out.resolve("file"), "");
        RunRequest request = new RunRequest(
                Path.of("project.yaml"), out.resolve("file"), "2026-01-02", 1, Path.of("plugins"), false, 1, null);
        assertThatThrownBy(() -> WorkFolder.create(request)).isInstanceOfSatisfying(HeadroomException.class, told -> {
            assertThat(told.family()).isEqualTo(FailureFamily.EXTERNAL);
            assertThat(told).hasMessageContaining("cannot write to the folder for runs " + out.resolve("file"));
        });
    }
}
