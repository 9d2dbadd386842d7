package org.headroom.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MakePackTest {
    private static final Path PACK = Path.of("../catalog/us/data");

    @Test
    void thePackIsWhatItsCommandMakesByteByByte(@TempDir Path made) throws IOException {
        Path raw = SharedData.file("MANIFEST.csv").getParent();
        assertThat(MakePack.make(raw, made)).isLessThan(MakePack.LARGEST_PACK_BYTES);
        assertThat(names(made)).isEqualTo(names(PACK));
        for (String name : names(PACK)) {
            assertThat(Files.mismatch(made.resolve(name), PACK.resolve(name)))
                    .as(name)
                    .isEqualTo(-1);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
