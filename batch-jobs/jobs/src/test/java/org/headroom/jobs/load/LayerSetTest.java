package org.headroom.jobs.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.headroom.jobs.project.Project;
import org.headroom.jobs.step.Progress;
import org.headroom.model.HeadroomException;
import org.headroom.model.LayerKind;
import org.headroom.spi.FeatureLayer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept of a layer is used again, and made again when it is no longer what was kept. */
final class LayerSetTest {
    @TempDir
    Path folder;

    /** What becomes of a file that lies there for a year. */
    enum Damage {
        FLIPPED {
            @Override
            void to(Path file) throws IOException {
                try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                    int first = open.read();
                    open.seek(0);
                    open.write(first ^ 1);
                }
            }
        },
        CUT {
            @Override
            void to(Path file) throws IOException {
                try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                    open.setLength(open.length() - 1);
                }
            }
        },
        EMPTY {
            @Override
            void to(Path file) throws IOException {
                Files.write(file, new byte[0]);
            }
        },
        GONE {
            @Override
            void to(Path file) throws IOException {
                Files.delete(file);
            }
        };

        abstract void to(Path file) throws IOException;
    }

    @BeforeEach
    void writeProject() throws IOException {
        Files.createDirectory(folder.resolve("policy"));
        Files.writeString(folder.resolve("lots.csv"), "id,name,lon,lat\na,Alpha,-100,40\nb,Beta,-100,41\n");
        Files.writeString(folder.resolve("lots.layer.yaml"), """
                layer: lots
                kind: candidate
                source: {file: lots.csv, publisher: test, asOf: 2026-01-01, evidence: REPORTED}
                geometry: {columns: {longitude: lon, latitude: lat}}
                id: id
                fields: {siteId: id, name: name}
                """);
        Files.writeString(folder.resolve("headroom.yaml"), """
                project: test
                dataFolder: .
                policy: policy
                request: {sector: data_center, loadMw: 100}
                layers: [lots.layer.yaml]
                candidates:
                  - {layer: lots, origin: GREENFIELD}
                """);
    }

    private Project project() {
        return Project.load(folder.resolve("headroom.yaml"), LayerKind.builtIn());
    }

    private LayerSet layers() {
        return new LayerSet(project(), folder.resolve(".layers"), new Progress());
    }

    private static Map<String, String> files(Path snapshot) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(snapshot)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDamagedOfAKeptLayerIsReadAgainFromItsSource(Damage damage) throws IOException {
        layers().get("lots");
        Path snapshot = layers().snapshot("lots");
        Map<String, String> sound = files(snapshot);
        for (String name : sound.keySet()) {
            if (Files.size(snapshot.resolve(name)) == 0) {
                continue;
            }
            damage.to(snapshot.resolve(name));
            FeatureLayer layer = (FeatureLayer) layers().get("lots").layer();
            assertThat(layer.texts("name")).as(name).containsExactly("Alpha", "Beta");
            assertThat(files(snapshot)).as(name).isEqualTo(sound);
        }
    }

    /** Where another process has read the layers, they are not read again: all must have the same ones. */
    @Test
    void whatAnotherProcessHasMadeIsRefusedWhenItIsDamaged() throws IOException {
        layers().get("lots");
        Path snapshot = layers().snapshot("lots");
        Path column = snapshot.resolve(files(snapshot).keySet().stream()
                .filter(name -> !name.equals("layer.header"))
                .findFirst()
                .orElseThrow());
        Damage.FLIPPED.to(column);
        byte[] damaged = Files.readAllBytes(column);
        assertThatThrownBy(() -> new LayerSet(project(), Map.of("lots", snapshot)).get("lots"))
                .isInstanceOf(HeadroomException.class)
                .hasMessageContaining("is damaged: the check sum of");
        assertThat(column).hasBinaryContent(damaged);
        Damage.GONE.to(column);
        assertThatThrownBy(() -> new LayerSet(project(), Map.of("lots", snapshot)).get("lots"))
                .hasMessageEndingWith("is not whole: its file " + column.getFileName() + " is missing");
    }
}
