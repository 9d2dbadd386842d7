package org.headroom.runs.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.export.Fsync;

/** What publishing does with whole folders. */
public final class Folders {
    private Folders() {}

    /** Deletes a folder with all that is in it; does nothing when there is none. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            for (Path file : all(folder).sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Shows the files of a folder that are not hidden in another one as well, without copying them where the file system can do that. */
    public static void link(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : regularFiles(from)) {
            Path relative = from.relativize(file);
            if (!Digests.isHidden(relative)) {
                linkFile(file, to.resolve(relative));
            }
        }
    }

    /** Shows a file at another place as well, without copying it where the file system can do that. */
    public static void linkFile(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(file, target);
        }
    }

    /** Copies the files of a folder, and of the folders in it, that are not hidden. */
    public static void copy(Path from, Path to) throws IOException {
        for (Path file : regularFiles(from)) {
            Path relative = from.relativize(file);
            if (!Digests.isHidden(relative)) {
                Path target = to.resolve(relative);
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** Makes all files and folders durable. */
    public static void force(Path folder) throws IOException {
        for (Path file : all(folder).sorted(Comparator.reverseOrder()).toList()) {
            if (Files.isDirectory(file)) {
                Fsync.folder(file);
            } else {
                Fsync.file(file);
            }
        }
    }

    private static List<Path> regularFiles(Path folder) throws IOException {
        return all(folder).filter(Files::isRegularFile).sorted().toList();
    }

    private static Stream<Path> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        }
    }
}
