package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the shipped policies a weight does what it says: it tells the places of the United States apart, or the policy says why not. */
class WeightSpreadTest {
    /** What is measured for one policy is there for the next. */
    @TempDir
    static Path folder;

    private static final Path US = Headroom.HOME.resolve("geodata/catalog/us");

    @BeforeAll
    static void copyDescriptors() throws IOException {
        UsNight.lay(folder.resolve("runs"));
        try (Stream<Path> files = Files.walk(US.resolve("layers"))) {
            for (Path file : files.sorted().toList()) {
                Path copy = folder.resolve(US.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** The project with another policy. */
    private static Path project(String file, String policy) throws IOException {
        Path folderOfPolicy = Headroom.HOME.resolve("rules").resolve(policy);
        return Files.writeString(
                folder.resolve(file),
                Files.readString(US.resolve(file))
                        .replaceFirst("(?m)^policy: .*$", "policy: " + folderOfPolicy)
                        .replaceFirst("(?m)^dataFolder: .*$", "dataFolder: " + US.resolve("data")));
    }

    @ParameterizedTest
    @CsvSource({
        "headroom.yaml, policy",
        "headroom.yaml, policies/conservative",
        "headroom.yaml, policies/mining-conversion",
        "siting.yaml, policies/us-siting"
    })
    void aLargeFamilyHasAFifthOfItsWeightAsShareOfTheVarianceOrAReason(String file, String policy) throws IOException {
        Path run = Headroom.with(
                        "rank",
                        "--project",
                        project(file, policy).toString(),
                        "--date",
                        "2026-11-29",
                        "--out",
                        folder.resolve("runs").toString())
                .ranked();
        Headroom.Result shown =
                Headroom.with("runs", "show", run.toString(), "--json").done();
        double shares = 0;
        for (JsonNode family :
                new ObjectMapper().readTree(shown.out()).path("varianceShares").path("families")) {
            double weight = family.path("weight").asDouble();
            double share = family.path("share").asDouble();
            shares += share;
            if (weight > 0.12 - 1e-9 && share < weight / 5) {
                assertThat(family.path("reason").asText())
                        .as(family.path("module").asText() + ": weight " + weight + ", share " + share)
                        .hasSizeGreaterThan(20);
            }
        }
        assertThat(shares).isCloseTo(1, within(1e-9));
    }
}
