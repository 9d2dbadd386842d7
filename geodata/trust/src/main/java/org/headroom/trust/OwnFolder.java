package org.headroom.trust;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which Headroom keeps what is the user's: {@code .headroom} in the home folder, or what {@code HEADROOM_USER_HOME} names. The
 * system property {@code headroom.home} goes before both, for programs that have Headroom inside.
 */
public final class OwnFolder {
    private OwnFolder() {}

    /** Its absolute path; empty when the user has no home folder and none is named. It need not exist. */
    public static Optional<Path> find() {
        return named(System.getProperty("headroom.home"))
                .or(() -> named(System.getenv("HEADROOM_USER_HOME")))
                .or(() -> named(System.getProperty("user.home"))
                        // What Java says where the system knows no home folder.
                        .filter(Path::isAbsolute)
                        .map(home -> home.resolve(".headroom")))
                .map(Path::toAbsolutePath);
    }

    private static Optional<Path> named(@Nullable String path) {
        return path == null || path.isBlank() ? Optional.empty() : Optional.of(Path.of(path));
    }
}
