package org.headroom.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks GDAL's ogrinfo, an independent reader. Without it a test is skipped, but fails in continuous integration. */
public final class Ogr {
    private static final Path OGRINFO = Path.of("/usr/bin/ogrinfo");
    private static final Path OGR2OGR = Path.of("/usr/bin/ogr2ogr");

    private Ogr() {}

    /** What ogrinfo prints; it must print no warning. */
    public static String info(String... arguments) throws IOException, InterruptedException {
        return run(OGRINFO, arguments);
    }

    /** A file as GDAL reads it, written anew as GeoJSON; it must print no warning. */
    public static String geoJson(Path file, String... options) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-f", "GeoJSON", "-lco", "SIGNIFICANT_FIGURES=17"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("/vsistdout/", file.toString()));
        return run(OGR2OGR, arguments.toArray(String[]::new));
    }

    private static String run(Path program, String... arguments) throws IOException, InterruptedException {
        boolean found = Files.isExecutable(program);
        if (!found && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(program + " is missing: install gdal-bin");
        }
        assumeTrue(found, program + " is missing, so the result is not read with GDAL; install gdal-bin");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("ogrinfo", ".err");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readString(errors)).as("warnings of ogrinfo").isEmpty();
            assertThat(output).doesNotContain("Warning", "ERROR");
            assertThat(process.exitValue()).isZero();
            return output;
        } finally {
            Files.delete(errors);
        }
    }
}
