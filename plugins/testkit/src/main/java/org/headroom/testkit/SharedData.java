package org.headroom.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the folder of public data that is kept beside the project: {@code HEADROOM_DATA}, or else {@code shared/data} in a folder above. */
public final class SharedData {
    private SharedData() {}

    /**
     * A file of it; when it is missing the test is skipped, or fails where the environment says {@code CI=true}.
     *
     * @param name path within the folder
     */
    public static Path file(String name) {
        String given = System.getenv("HEADROOM_DATA");
        Path found = given == null ? null : Path.of(given, name);
        for (Path up = Path.of("").toAbsolutePath(); found == null && up != null; up = up.getParent()) {
            Path candidate = up.resolve("shared/data").resolve(name);
            found = Files.exists(candidate) ? candidate : null;
        }
        if (found != null && Files.exists(found)) {
            return found;
        }
        String missing = name + " is in no shared/data folder above the working directory nor in HEADROOM_DATA";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(missing);
        }
        Assumptions.abort(missing);
        throw new IllegalStateException(missing);
    }
}
