package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SIGINT and SIGTERM in every step, once and again and again: the signal's exit code, and the same command ends in the same bytes. */
@EnabledOnOs(OS.LINUX)
class EverySignalTest {
    private static final String RUN = "2026-06-01-1";

    @TempDir
    static Path folder;

    private static SampleProject project;
    private static Map<String, String> undisturbed;

    @BeforeAll
    static void undisturbed() {
        project = new SampleProject(folder.resolve("copy")).inProcesses().spacing("6");
        undisturbed = Trees.digests(project.ranked(folder.resolve("undisturbed")));
    }

    /** By what is in the folder for runs when the signal is sent. */
    @ParameterizedTest
    @CsvSource({
        "INT, 130, .layers, 1",
        "TERM, 143, .layers, 1",
        "INT, 130, .2026-06-01-1.work/measured.seals, 1",
        "TERM, 143, .2026-06-01-1.work/scored.seals, 3",
        "INT, 130, .2026-06-01-1.work/order.i32, 1",
        "INT, 130, .2026-06-01-1.publishing, 3"
    })
    void inAStep(String signal, int exit, String sign, int times) throws Exception {
        Path out = folder.resolve(signal + sign.replace('/', '-'));
        // Where the sign comes behind the load, layers that are loaded already spare it.
        if (sign.equals(".layers")) {
            EarlierNight.layRules(out);
        } else {
            EarlierNight.lay(out);
        }
        Path log = folder.resolve(out.getFileName() + "-log");
        Process process = project.command(out, "--block-sites", "64")
                // A shell that runs this test in the background makes its children deaf to SIGINT.
                .through("env", "--default-signal=INT")
                .start(log);
        while (process.isAlive() && !Files.exists(out.resolve(sign))) {
            Thread.sleep(1);
        }
        for (int i = 0; i < times; i++) {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String err = Files.readString(log.resolveSibling(log.getFileName() + ".err"));
        assertThat(process.exitValue()).as(err).isEqualTo(exit);
        assertThat(err).doesNotContain("Exception", "\tat ");
        project.later(out, "--block-sites", "64").done();
        assertThat(Trees.digests(out.resolve(RUN))).isEqualTo(undisturbed);
        assertThat(runs(out)).isEqualTo(1);
    }

    private static long runs(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> file.getFileName().toString().startsWith("2026"))
                    .count();
        }
    }
}
