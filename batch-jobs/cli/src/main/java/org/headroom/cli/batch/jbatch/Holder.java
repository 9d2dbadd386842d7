package org.headroom.cli.batch.jbatch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Two small files beside the job repository for what the lock on it cannot say: which process holds it, and that somebody wants
 * its job to stop. They are hints only; the lock alone decides who may write.
 */
final class Holder {
    private static final String HOLDER = "holder";
    private static final String STOP = "stop-requested";

    private Holder() {}

    /** Notes this process as the holder and forgets requests meant for an earlier one. */
    static void note(Path output) throws IOException {
        Files.deleteIfExists(file(output, STOP));
        Files.writeString(
                file(output, HOLDER), "process " + ProcessHandle.current().pid() + "\n", StandardCharsets.UTF_8);
    }

    static void forget(Path output) throws IOException {
        Files.deleteIfExists(file(output, HOLDER));
        Files.deleteIfExists(file(output, STOP));
    }

    /** The holder in a few words, or an empty text. */
    static String describe(Path output) {
        try {
            return Files.readString(file(output, HOLDER), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Whether the process that was noted last is still there. */
    static boolean isAlive(Path output) {
        String[] words = describe(output).split(" ", -1);
        String pid = words[words.length - 1];
        return pid.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(pid)).isPresent();
    }

    static void requestStop(Path output) throws IOException {
        Files.writeString(file(output, STOP), "", StandardCharsets.UTF_8);
    }

    static boolean isStopRequested(Path output) {
        return Files.exists(file(output, STOP));
    }

    private static Path file(Path output, String name) {
        return JobDatabase.folder(output).resolve(name);
    }
}
