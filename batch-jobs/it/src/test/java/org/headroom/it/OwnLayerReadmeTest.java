package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the catalogue's README shows of a layer of one's own works as it stands: each block that names a file is put there, in a copy of the sample, and each
 * line of {@code sh} is run. The README of the example module shows the same.
 */
class OwnLayerReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+) ?([^\\n]*)\\n(.*?)^```$");

    @TempDir
    private Path folder;

    private static String example(String readme, String from, String to) throws IOException {
        String text = Files.readString(Headroom.HOME.resolve(readme));
        int start = text.indexOf(from);
        int end = to.isEmpty() ? text.length() : text.indexOf(to, start + 1);
        assertThat(start).as(readme).isPositive();
        return text.substring(start, end);
    }

    @Test
    void floodZonesExcludeAndFibreRoutesCount() throws IOException, InterruptedException {
        String catalogue = example("geodata/catalog/README.md", "1. A descriptor for each", "| way of measuring");
        assertThat(example("plugins/example/README.md", "1. A descriptor for each", "")
                        .strip())
                .isEqualTo(catalogue.strip());
        Path home = folder.resolve("home");
        new SampleProject(home).asDefault();
        EarlierNight.lay(home.resolve("my-runs"));
        String explained = "";
        for (Matcher block = BLOCK.matcher(catalogue); block.find(); ) {
            if (!block.group(2).isBlank()) {
                Path file = home.resolve(block.group(2).strip());
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.group(3));
            } else {
                for (String line : block.group(3).lines().toList()) {
                    explained = run(home, line);
                }
            }
        }
        assertThat(explained)
                .contains("distanceToFibreRouteKm", "floodZoneFraction")
                .containsPattern("fibre-routes.*R[12]");
        Ranked ranked = Ranked.read(home.resolve("my-runs/latest"));
        for (Map<String, Object> row : ranked.rows()) {
            Double share = (Double) row.get("floodZoneFraction");
            boolean isOut = "FLOOD_ZONE".equals(row.get("exclusion"));
            // The table has the worse end of an interval: a zone that nobody understood may be one that is flooded.
            assertThat(isOut).as("%s", row).isEqualTo(isOut && share != null && share > 0.3);
            if (share == null || share > 0.3) {
                assertThat(row.get("gate")).as("%s", row).isNotEqualTo("PASS");
            }
        }
        assertThat(ranked.rows()).anyMatch(row -> "FLOOD_ZONE".equals(row.get("exclusion")));
    }

    /** A build names its jars by the version, which the README does not know. */
    @Test
    void theJarThatIsDroppedInIsTheOneThatTheBuildMakes() throws IOException {
        Matcher version = Pattern.compile("<version>([^<]+)</version>")
                .matcher(Files.readString(Headroom.HOME.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        Matcher copied = Pattern.compile("cp plugins/(\\w+)/target/(\\S+\\.jar) ")
                .matcher(Files.readString(Headroom.HOME.resolve("plugins/example/README.md")));
        int count = 0;
        for (; copied.find(); count++) {
            Path built = Path.of("headroom-" + copied.group(1) + "-" + version.group(1) + ".jar");
            assertThat(FileSystems.getDefault()
                            .getPathMatcher("glob:" + copied.group(2))
                            .matches(built))
                    .as(copied.group() + built)
                    .isTrue();
        }
        assertThat(count).isEqualTo(2);
    }

    private static String run(Path home, String line) throws IOException, InterruptedException {
        if (line.startsWith("./headroom ")) {
            Headroom.Result result = Headroom.with(
                            line.substring("./headroom ".length()).split(" +"))
                    .environment("HEADROOM_HOME", home.toString())
                    .in(home)
                    .run();
            assertThat(result.exit())
                    .as(line + "\n" + result.out() + result.err())
                    .isZero();
            return result.out();
        }
        Process shell = new ProcessBuilder(List.of("bash", "-ec", line))
                .directory(home.toFile())
                .inheritIO()
                .start();
        assertThat(shell.waitFor()).as(line).isZero();
        return "";
    }
}
