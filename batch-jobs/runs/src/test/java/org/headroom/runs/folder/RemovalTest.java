package org.headroom.runs.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunFolders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovalTest {
    @TempDir
    Path temp;

    private Path out;

    @BeforeEach
    void runs() throws IOException {
        out = temp.resolve("runs");
        for (String name : List.of(
                "2026-05-01-1",
                "2026-05-02-1",
                "what-if/2062-06-01-1",
                "scenarios/big/2026-05-02-1",
                "scenarios/big/2026-05-01-1",
                "archive/2026-05-01-1",
                "../elsewhere/2026-05-01-1")) {
            Path run = Files.createDirectories(out.resolve(name).normalize());
            Files.writeString(run.resolve(Manifest.FILE), "{}");
            Files.writeString(
                    Files.createDirectories(run.resolve("explanations")).resolve("a"), "a");
        }
        Files.createDirectories(out.resolve("2026-05-03-1"));
        Files.createSymbolicLink(out.resolve("2026-05-04-1"), Path.of("../elsewhere/2026-05-01-1"));
        Files.createSymbolicLink(out.resolve("scenarios/linked"), out.resolve("../elsewhere"));
        new LatestLink(out).point();
    }

    private void remove(boolean force, String... names) {
        new Removal(out).find(List.of(names), force).forEach(Removal::remove);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.walk(temp)) {
            return all.filter(file -> file.endsWith(Manifest.FILE))
                    .map(file -> out.relativize(file.getParent()).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void runsAreRemovedByNameOrPathAndNothingIsLeftOfThem() throws IOException {
        remove(false, "2026-05-01-1", "what-if/2062-06-01-1", out.resolve("scenarios/big/2026-05-01-1") + "/");
        assertThat(left())
                .containsExactly(
                        "../elsewhere/2026-05-01-1",
                        "2026-05-02-1",
                        "archive/2026-05-01-1",
                        "scenarios/big/2026-05-02-1");
        assertThat(new Leftovers(out).isAny()).isFalse();
        assertThat(out.resolve("what-if")).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-02-1, is the one that \"latest\" names",
        "scenarios/big/2026-05-02-1, is the one that \"latest\" names",
        "latest, is not the name of a run",
        "2026-05-03-1, has no manifest.json",
        "2026-05-04-1, is reached by the link",
        "scenarios/linked/2026-05-01-1, is reached by the link",
        "archive/2026-05-01-1, is not the name of a run",
        "../elsewhere/2026-05-01-1, is not the name of a run",
        "., is not the name of a run",
        "2062-06-01-1, is not there; \"what-if/2062-06-01-1\" is a what-if run of that name",
    })
    void whatIsNoRunOrIsTheLatestIsRefusedAndTheOthersStay(String name, String why) throws IOException {
        List<String> before = left();
        assertThatThrownBy(() -> remove(false, "2026-05-01-1", name))
                .isInstanceOfSatisfying(HeadroomException.class, told -> {
                    assertThat(told.family()).isEqualTo(FailureFamily.CONFIG);
                    assertThat(told).hasMessageContaining(why).hasMessageContaining("nothing was removed");
                });
        assertThat(left()).isEqualTo(before);
    }

    @Test
    void theLatestGoesByForceAndTheLinkNamesTheOneBefore() throws IOException {
        remove(true, "2026-05-02-1");
        assertThat(Files.readSymbolicLink(out.resolve("latest"))).hasToString("2026-05-01-1");
        remove(true, "2026-05-01-1");
        assertThat(Files.exists(out.resolve("latest"), java.nio.file.LinkOption.NOFOLLOW_LINKS))
                .isFalse();
        assertThat(new RunFolders(out).whatIfs())
                .extracting(PublishedRun::shownName)
                .containsExactly("what-if/2062-06-01-1");
    }
}
