package org.headroom.layers.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Where a source is.
 *
 * @param address what the descriptor says: for most formats a path below the data folder
 * @param folder leads from such paths to files
 */
public record SourceAddress(String address, SourceFolder folder) {
    /** The file at the address. */
    public Path file() {
        return folder.file(address);
    }

    /** A file beside the one at the address, by its name. */
    public Path beside(String name) {
        return folder.file(Path.of(address).resolveSibling(name).toString());
    }

    /**
     * The parts of a source that is a folder: its files with one of these endings, by name. Names that begin with a dot or an underscore are left out, as
     * the programs that write such folders keep there what is no data. The file at the address when that is no folder.
     */
    public List<Path> parts(Set<String> endings) {
        List<String> names = folder.names(address);
        if (names.isEmpty()) {
            return List.of(file());
        }
        return names.stream()
                .filter(name -> name.charAt(0) != '.' && name.charAt(0) != '_')
                .filter(name -> endings.stream().anyMatch(name::endsWith))
                .map(name -> folder.file(address + "/" + name))
                .toList();
    }

    /** What lies in the folder at the address and is no part of it, but for names that begin with a dot or an underscore; sorted. */
    public List<String> others(Set<String> endings) {
        return folder.names(address).stream()
                .filter(name -> name.charAt(0) != '.' && name.charAt(0) != '_')
                .filter(name -> endings.stream().noneMatch(name::endsWith))
                .toList();
    }
}
