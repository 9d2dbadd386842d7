package org.headroom.jobs.project;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.headroom.model.HeadroomException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write in a project file that is not what stands there. */
class ProjectReaderTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "policy: . | policy: policy/policy.yaml | policy.yaml is a file; write the folder that it lies in",
                "policy: . | policy: conservative | for rank --policy, here stands a folder",
                "loadMw: 100 | loadMw: 100000 | request.loadMw: is 100000, but must be 50000 or less",
                "layers: [none] | layers: none | layers: is the text \"none\", but must be a list; write [none]",
                "policy: . | watch: [A, A] | watch: has an entry twice",
            })
    void aMistakeIsToldWithWhatToWrite(String from, String to, String told) throws IOException {
        Files.createDirectories(folder.resolve("policy"));
        Files.writeString(folder.resolve("policy/policy.yaml"), "");
        Path file = folder.resolve("headroom.yaml");
        Files.writeString(file, """
                project: test
                dataFolder: .
                policy: .
                request: {sector: data_center, loadMw: 100}
                layers: [none]
                candidates: [{layer: sites, origin: GREENFIELD}]
                """.replace(from, to.startsWith("watch") ? from + "\n" + to : to));
        assertThatThrownBy(() -> Project.load(file, List.of()))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining(told);
    }
}
