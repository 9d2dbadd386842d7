package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Same inputs, same bytes: whatever the threads, the time zone, the locale, the JDK and the cut into blocks. */
class RepeatableTest {
    @TempDir
    Path folder;

    @Test
    void everyFileOfARunIsTheSame() throws IOException {
        Map<String, String> expected =
                run("a", Headroom.sample("rank", "--threads", "1").inAProcess());
        assertThat(expected).containsKeys("ranked.shp", "ranked.gpkg", "manifest.json", "issues.csv");
        assertThat(run(
                        "b",
                        Headroom.sample("rank", "--threads", "2", "--block-sites", "7")
                                .jvm("-Duser.timezone=Pacific/Kiritimati", "-Duser.language=tr", "-Duser.country=TR")
                                .environment("LC_ALL", "C")))
                .isEqualTo(expected);
        for (Path java : otherJdks()) {
            assertThat(run("jdk" + java.hashCode(), Headroom.sample("rank").java(java)))
                    .as(java.toString())
                    .isEqualTo(expected);
        }
    }

    private Map<String, String> run(String name, Headroom headroom) {
        return Trees.digests(
                headroom.and("--out", folder.resolve(name).toString()).ranked());
    }

    /** Java executables of the JDKs beside the one that runs the tests, one for each other feature version from 17 on. */
    private static List<Path> otherJdks() throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        List<Path> found = new ArrayList<>();
        List<Integer> versions = new ArrayList<>(List.of(Runtime.version().feature()));
        try (Stream<Path> siblings = Files.list(home.toRealPath().getParent())) {
            for (Path jdk : siblings.sorted().toList()) {
                Path release = jdk.resolve("release");
                if (Files.exists(release) && Files.isExecutable(jdk.resolve("bin/java"))) {
                    int feature = Files.readAllLines(release).stream()
                            .filter(line -> line.startsWith("JAVA_VERSION="))
                            .map(line -> line.replaceAll("JAVA_VERSION=\"(\\d+).*", "$1"))
                            .mapToInt(Integer::parseInt)
                            .findFirst()
                            .orElse(0);
                    if (feature >= 17 && !versions.contains(feature)) {
                        versions.add(feature);
                        found.add(jdk.resolve("bin/java"));
                    }
                }
            }
        }
        return found;
    }
}
