package org.headroom.layers;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the folder of real data: HEADROOM_DATA, else {@code shared/data} above the working directory. */
final class RealData {
    private RealData() {}

    /** The folder; skips the test when there is none, but fails it where CI=true. */
    static Path folder() {
        String given = System.getenv("HEADROOM_DATA");
        if (given != null && Files.isDirectory(Path.of(given))) {
            return Path.of(given);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("shared/data"))) {
                return at.resolve("shared/data");
            }
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError("no real data: set HEADROOM_DATA");
        }
        Assumptions.abort("no real data: HEADROOM_DATA is not set and no shared/data lies above the working directory");
        throw new AssertionError();
    }
}
