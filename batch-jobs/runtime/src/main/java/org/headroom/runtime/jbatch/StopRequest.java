package org.headroom.runtime.jbatch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.headroom.runtime.lease.Lease;

/** A small file that asks the holder of an output folder to stop its job. */
final class StopRequest {
    private StopRequest() {}

    static void make(Path output) throws IOException {
        Files.writeString(file(output), "", StandardCharsets.UTF_8);
    }

    static boolean isMade(Path output) {
        return Files.exists(file(output));
    }

    /** Forgets requests, which were meant for an earlier holder. */
    static void forget(Path output) throws IOException {
        Files.deleteIfExists(file(output));
    }

    private static Path file(Path output) {
        return Lease.folder(output).resolve("stop-requested");
    }
}
