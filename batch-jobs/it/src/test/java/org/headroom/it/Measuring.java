package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Finds the middle of a run: some blocks are measured, and others are not. */
final class Measuring {
    private static final String RUN = "2026-06-01-1";

    private Measuring() {}

    /** Waits until the first block is sealed; fails when the process is over before. */
    static void await(Process process, Path out) throws IOException, InterruptedException {
        Path seals = out.resolve("." + RUN + ".work/measured.seals");
        while (!hasContent(seals)) {
            assertThat(process.isAlive()).as("the run goes on").isTrue();
            Thread.sleep(2);
        }
    }

    /** Kills a process there. */
    static void kill(Process process, Path out) throws IOException, InterruptedException {
        await(process, out);
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(out.resolve(RUN)).doesNotExist();
    }

    private static boolean hasContent(Path seals) throws IOException {
        if (Files.exists(seals)) {
            for (byte b : Files.readAllBytes(seals)) {
                if (b != 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
