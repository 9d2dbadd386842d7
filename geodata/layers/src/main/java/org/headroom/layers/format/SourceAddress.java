package org.headroom.layers.format;

import java.nio.file.Path;
import java.util.function.Function;

/**
 * Where a source is.
 *
 * @param address what the descriptor says: for most formats a path below the data folder
 * @param folder gives the file of such a path; a DATA or CONFIG failure when it is missing or leads out of the folder
 */
public record SourceAddress(String address, Function<String, Path> folder) {
    /** The file at the address. */
    public Path file() {
        return folder.apply(address);
    }

    /** A file beside the one at the address, by its name. */
    public Path beside(String name) {
        return folder.apply(Path.of(address).resolveSibling(name).toString());
    }
}
