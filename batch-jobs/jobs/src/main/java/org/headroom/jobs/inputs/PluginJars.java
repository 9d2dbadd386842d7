package org.headroom.jobs.inputs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jars that were dropped into a plugins folder. */
final class PluginJars {
    private PluginJars() {}

    /** {@code plugins/NAME/*.jar}, sorted by path; empty when there is no such folder. */
    static List<Path> in(Path plugins) {
        if (!Files.isDirectory(plugins)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(plugins, 2)) {
            return files.filter(file -> plugins.relativize(file).getNameCount() == 2)
                    .filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
