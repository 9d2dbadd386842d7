package org.headroom.layers.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

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

    /** Whether there is a folder at the address. */
    public boolean isFolder() {
        return folder.names(address).isPresent();
    }

    /** The parts of a source that is a folder: its files with one of these endings, by name. The file at the address when that is no folder. */
    public List<Path> parts(Set<String> endings) {
        return isFolder()
                ? data().filter(name -> isPart(name, endings))
                        .map(name -> folder.file(address + "/" + name))
                        .toList()
                : List.of(file());
    }

    /** What lies in the folder at the address and is no part of it, by name. */
    public List<String> others(Set<String> endings) {
        return data().filter(name -> !isPart(name, endings)).toList();
    }

    /** Names that begin with a dot or an underscore are left out: the programs that write such folders keep there what is no data. */
    private Stream<String> data() {
        return folder.names(address).orElse(List.of()).stream()
                .filter(name -> name.charAt(0) != '.' && name.charAt(0) != '_');
    }

    private static boolean isPart(String name, Set<String> endings) {
        return endings.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }
}
