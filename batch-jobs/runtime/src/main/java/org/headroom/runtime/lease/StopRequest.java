package org.headroom.runtime.lease;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file that asks the holder of an output folder to stop its job. */
public final class StopRequest {
    private StopRequest() {}

    /** Makes one. */
    public static void make(Path output) throws IOException {
        JobFolder.check(output);
        Files.writeString(file(output), "", StandardCharsets.UTF_8);
    }

    /** Whether there is one. */
    public static boolean isMade(Path output) {
        return Files.exists(file(output));
    }

    /** Forgets requests, which were meant for an earlier holder. */
    public static void forget(Path output) throws IOException {
        Files.deleteIfExists(file(output));
    }

    private static Path file(Path output) {
        return Lease.folder(output).resolve("stop-requested");
    }
}
