package org.headroom.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.headroom.runs.file.Folders;

/**
 * Folders that many tests start from: made once in a build, by whichever JVM wants one first, while others that want it wait. Nobody changes what
 * is in them. A build names its place in the property {@code headroom.made}, and removes those of builds before; else each JVM has its own.
 */
final class MadeOnce {
    private static final Path ROOT = root();

    private MadeOnce() {}

    /** Fills an empty folder. */
    interface Maker {
        void make(Path folder) throws IOException;
    }

    /** The folder of a name, which is made when it is not there. Each JVM asks once for each name. */
    static Path folder(String name, Maker maker) {
        Path folder = ROOT.resolve(name);
        Path done = ROOT.resolve(name + ".done");
        try (FileChannel file = FileChannel.open(
                        ROOT.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            if (!Files.exists(done)) {
                // A JVM that died here leaves a half.
                Folders.delete(folder);
                Files.createDirectory(folder);
                maker.make(folder);
                Files.createFile(done);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            String named = System.getProperty("headroom.made");
            if (named == null) {
                Path own = Files.createTempDirectory("headroom-made");
                QuickStart.deleteAtExit(own);
                return own;
            }
            Path root = Path.of(named);
            Files.createDirectories(root);
            try (FileChannel file = FileChannel.open(
                            root.resolve("root.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = file.lock();
                    Stream<Path> beside = Files.list(root.resolveSibling("."))) {
                List<Path> earlier = beside.map(Path::normalize)
                        .filter(other -> other.getFileName().toString().startsWith("made-") && !other.equals(root))
                        .toList();
                for (Path other : earlier) {
                    Folders.delete(other);
                }
            }
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
