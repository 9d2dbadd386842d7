package org.headroom.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FsyncTest {
    @TempDir
    Path folder;

    @Test
    void syncsWithoutChangingAnything() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "text");
        Fsync.file(file);
        Fsync.folder(folder);
        assertThat(file).hasContent("text");
    }

    @Test
    void whatIsNotThereIsAnError() {
        assertThatThrownBy(() -> Fsync.file(folder.resolve("missing"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Fsync.folder(folder.resolve("missing"))).isInstanceOf(IOException.class);
    }
}
