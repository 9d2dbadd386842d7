package org.headroom.it;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of real US data, which lies beside the checkout and never in it. */
final class RealData {
    private RealData() {}

    /** The folder; a test that needs it skips where it is missing, and fails where it must be there. */
    static Path folder() {
        String set = System.getenv().getOrDefault("HEADROOM_DATA", "");
        Path folder = set.isEmpty() ? Headroom.HOME.resolve("../shared/data").normalize() : Path.of(set);
        if (!Files.exists(folder.resolve("MANIFEST.csv"))) {
            String message = "no real data in " + folder + "; set HEADROOM_DATA";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
        return folder;
    }
}
