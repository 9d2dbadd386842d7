package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.headroom.cli.frame.ExitCode;
import org.headroom.runs.file.Digests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schedules that start the same night's job twice. */
class TwoStartsTest {
    @TempDir
    Path folder;

    private SampleProject project;
    private Path out;

    @BeforeEach
    void project() {
        project = new SampleProject(folder.resolve("copy"));
        out = folder.resolve("runs");
    }

    @Test
    void ofTwoAtTheSameTimeOnePublishes() throws Exception {
        Process first = start("first");
        Process second = start("second");
        assertThat(first.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(second.waitFor(5, TimeUnit.MINUTES)).isTrue();

        List<Integer> exits = List.of(first.exitValue(), second.exitValue());
        assertThat(exits).contains(ExitCode.DONE).isSubsetOf(ExitCode.DONE, ExitCode.BUSY);
        assertThat(runs()).containsExactly("2026-06-01-1");
    }

    @Test
    void anotherStartFindsTheWorkDoneAndWritesNothing() throws Exception {
        Headroom.Result published = project.later(out).done();
        Map<String, String> before = listing();

        Headroom.Result again = project.later(out).done();
        assertThat(again.err()).contains("nothing has changed");
        assertThat(again.lastLine()).isEqualTo(published.lastLine());
        assertThat(listing()).isEqualTo(before);
    }

    private Process start(String name) {
        return project.command(out).start(folder.resolve(name));
    }

    private List<String> runs() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.equals("latest"))
                    .toList();
        }
    }

    /** Size, time and digest of every file in the output folder, hidden ones too. */
    private Map<String, String> listing() throws IOException {
        Map<String, String> listing = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> listing.put(out.relativize(file).toString(), describe(file)));
        }
        return listing;
    }

    private static String describe(Path file) {
        try {
            return Files.size(file) + " " + Files.getLastModifiedTime(file) + " " + Digests.ofFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
