package org.headroom.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Opens files by QGIS, the program that they are for. Without QGIS and its Python a test is skipped. */
final class Qgis {
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private Qgis() {}

    /** What is wrong with the files of a run, a line each; none is expected. */
    static void opensStrictly(Path folder, int sites) throws IOException, InterruptedException {
        assumeTrue(
                isThere(), "QGIS with its Python is missing, so the files are not opened by it; install python3-qgis");
        Path script = Files.createTempFile("strict_open", ".py");
        try (InputStream in = Objects.requireNonNull(Qgis.class.getResourceAsStream("strict_open.py"))) {
            Files.write(script, in.readAllBytes());
            assertThat(run(script.toString(), folder.toString(), Integer.toString(sites)))
                    .isEmpty();
        } finally {
            Files.delete(script);
        }
    }

    private static boolean isThere() throws IOException, InterruptedException {
        return Files.isExecutable(PYTHON) && run("-c", "import qgis.core").isEmpty();
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = PYTHON.toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("QT_QPA_PLATFORM", "offscreen");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() == 0 || !printed.isEmpty() ? printed : "exit code " + process.exitValue();
    }
}
