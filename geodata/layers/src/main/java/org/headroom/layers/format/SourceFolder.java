package org.headroom.layers.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the paths of descriptors lead. */
@FunctionalInterface
public interface SourceFolder {
    /** The file at a path; a DATA or CONFIG failure when it is missing, is no file, or leads out of the folder. */
    Path file(String path);

    /** Names of all that lies in the folder at a path, sorted; empty when there is no folder. There is none by default. */
    default Optional<List<String>> names(String path) {
        return Optional.empty();
    }
}
