package org.headroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.headroom.cli.frame.Surroundings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A project without a date of its own is ranked for the day in the zone of the machine, also in the two nights of the year that are not 24 hours. */
class NightClockTest {
    private static final Path HOME =
            Path.of("").toAbsolutePath().resolve("../..").normalize();

    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource({
        // 02:00 to 03:00 is left out on 8 March 2026, and 01:00 to 02:00 comes twice on 1 November.
        "2026-03-08T04:59:59Z, America/New_York, 2026-03-07",
        "2026-03-08T05:00:00Z, America/New_York, 2026-03-08",
        "2026-03-08T06:59:59Z, America/New_York, 2026-03-08",
        "2026-03-08T07:15:00Z, America/New_York, 2026-03-08",
        "2026-03-09T03:59:59Z, America/New_York, 2026-03-08",
        "2026-11-01T05:30:00Z, America/New_York, 2026-11-01",
        "2026-11-01T06:30:00Z, America/New_York, 2026-11-01",
        "2026-11-02T04:59:59Z, America/New_York, 2026-11-01",
        "2026-11-02T05:00:00Z, America/New_York, 2026-11-02",
        "2028-02-29T10:00:00Z, Pacific/Kiritimati, 2028-03-01",
        "2028-02-29T10:00:00Z, Pacific/Pago_Pago, 2028-02-28",
        "2028-02-29T10:00:00Z, UTC, 2028-02-29",
    })
    void today(String instant, String zone, String day) throws IOException {
        Path project = undated();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings = new Surroundings(
                HOME,
                Clock.fixed(Instant.parse(instant), ZoneId.of(zone)),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Map.of(),
                false,
                false);
        int code = new Program(surroundings).run("rank", "--dry-run", "--project", project.toString());
        assertThat(code).as(err.toString()).isZero();
        assertThat(out.toString()).contains("evaluationDate: " + day);
    }

    private Path undated() throws IOException {
        for (String part : new String[] {"geodata/catalog/samples", "rules/policy"}) {
            Path from = HOME.resolve(part);
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path to = temp.resolve(part).resolve(from.relativize(file));
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
        }
        Path project = temp.resolve("geodata/catalog/samples/headroom.yaml");
        Files.writeString(project, Files.readString(project).replaceFirst("evaluationDate: .*", ""));
        return project;
    }
}
