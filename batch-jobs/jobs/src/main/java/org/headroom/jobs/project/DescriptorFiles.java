package org.headroom.jobs.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** Finds the descriptor files that a pattern in a project file names. */
final class DescriptorFiles {
    private DescriptorFiles() {}

    /** Files below the project file's folder that match, sorted by path; a pattern is a relative path with {@code *} and {@code **}. */
    static List<Path> matching(Path projectFile, String pattern) {
        Path folder = projectFile.toAbsolutePath().getParent();
        if (folder == null) {
            return List.of();
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        try (Stream<Path> files = Files.walk(folder, 8)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> matcher.matches(folder.relativize(file)))
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
