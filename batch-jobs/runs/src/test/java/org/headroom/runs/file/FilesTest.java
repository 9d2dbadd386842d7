package org.headroom.runs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {
    @TempDir
    Path folder;

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void theDigestOfAFolderIsThatOfPathsAndBytesOfWhatIsNotHidden() throws IOException {
        write("in/a.txt", "one");
        write("in/b/c.txt", "two");
        String digest = Digests.ofFolder(folder.resolve("in"));
        write("in/.git/x", "hidden");
        write("in/b/.c.new", "hidden");
        assertThat(Digests.ofFolder(folder.resolve("in"))).isEqualTo(digest);
        Folders.copy(folder.resolve("in"), folder.resolve("copy"));
        Folders.link(folder.resolve("in/b"), folder.resolve("linked"));
        assertThat(Digests.ofFolder(folder.resolve("copy"))).isEqualTo(digest);
        assertThat(Digests.files(folder.resolve("copy"))).hasSize(2);
        assertThat(folder.resolve("linked/c.txt")).hasContent("two");
        assertThat(folder.resolve("linked/.c.new")).doesNotExist();
        Set<String> seen = new HashSet<>(Set.of(digest));
        write("in/b/c.txt", "twos");
        assertThat(seen.add(Digests.ofFolder(folder.resolve("in")))).isTrue();
        Files.move(folder.resolve("in/b/c.txt"), folder.resolve("in/b/d.txt"));
        assertThat(seen.add(Digests.ofFolder(folder.resolve("in")))).isTrue();
        write("in/empty", "");
        assertThat(seen.add(Digests.ofFolder(folder.resolve("in")))).isTrue();
        Folders.delete(folder.resolve("in"));
        Folders.delete(folder.resolve("in"));
        assertThat(folder.resolve("in")).doesNotExist();
    }

    @Test
    void deletingAFolderLeavesWhatItsLinksPointTo() throws IOException {
        write("kept/file", "kept");
        Files.createDirectories(folder.resolve("gone"));
        Files.createSymbolicLink(folder.resolve("gone/link"), folder.resolve("kept"));
        Folders.delete(folder.resolve("gone"));
        assertThat(folder.resolve("gone")).doesNotExist();
        assertThat(folder.resolve("kept/file")).hasContent("kept");
    }

    @Test
    void aWholeFileIsThereOrWhatWasThereBeforeStays() throws IOException {
        Path file = write("file.csv", "before");
        WholeFile.Maker fails = hidden -> {
            Files.writeString(hidden, "half");
            throw new IOException("No space left on device");
        };
        WholeFile.Maker failsUnchecked = hidden -> {
            throw new UncheckedIOException(new IOException("No space left on device"));
        };
        for (WholeFile.Maker maker : List.of(fails, failsUnchecked)) {
            assertThatThrownBy(() -> WholeFile.write(file, maker))
                    .isInstanceOfSatisfying(HeadroomException.class, told -> {
                        assertThat(told.family()).isEqualTo(FailureFamily.EXTERNAL);
                        assertThat(told).hasMessageContaining("cannot write " + file);
                    });
            assertThat(file).hasContent("before");
            assertThat(folder).isDirectoryNotContaining("glob:**.new");
        }
        WholeFile.write(file, hidden -> Files.writeString(hidden, "after"));
        assertThat(file).hasContent("after");
        WholeFile.check(file);
        assertThatThrownBy(() -> WholeFile.check(folder)).hasMessage(folder + " is a folder");
        assertThatThrownBy(() -> WholeFile.check(folder.resolve("no/where.csv")))
                .isInstanceOf(HeadroomException.class)
                .hasMessage("there is no folder " + folder.resolve("no"));
    }

    @Test
    void jsonIsTheSameBytesWhereverAndIsReadOrRefused() throws IOException {
        Path file = folder.resolve("value.json");
        Json.write(file, Map.of("text", List.of(1.0E-5, 100.0)));
        assertThat(file).hasContent("{\n  \"text\" : [\n    1.0E-5,\n    100.0\n  ]\n}");
        assertThat(Json.read(file, Map.class)).isEqualTo(Map.of("text", List.of(1.0E-5, 100.0)));
        for (String wrong : List.of("", "null", "{", "[]")) {
            Files.writeString(file, wrong);
            assertThatThrownBy(() -> Json.read(file, Map.class)).as(wrong).isInstanceOf(UncheckedIOException.class);
        }
    }
}
