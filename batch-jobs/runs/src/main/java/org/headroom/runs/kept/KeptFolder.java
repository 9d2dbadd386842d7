package org.headroom.runs.kept;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.headroom.model.OutsideFailure;
import org.headroom.runs.file.Folders;
import org.headroom.runs.file.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hidden folder {@code .columns} beside the published runs. An entry is a folder {@code NAME@KEY} with files that share their bytes with
 * those of the run that made them, and their check sums. It may be deleted at any time; an entry that is damaged is not used.
 *
 * @param path absolute path; need not exist
 */
public record KeptFolder(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(KeptFolder.class);
    private static final String SUMS = "sums.json";
    private static final int KEY_DIGITS = 24;

    /** Check sums, CRC-32C, of the files of an entry by their names. */
    private record Sums(
            @JsonProperty("key") String key,
            @JsonProperty("crc32c") SortedMap<String, Long> crc32c) {}

    /**
     * The folder of an entry that is complete and undamaged. A damaged one is removed, so that it can be kept again.
     *
     * @param name what it is, such as {@code PROJECT.MODULE}
     * @param key digest of all that it was made from
     */
    public Optional<Path> find(String name, String key) {
        Path entry = entry(name, key);
        if (!Files.exists(entry)) {
            return Optional.empty();
        }
        try {
            Sums sums = Json.read(entry.resolve(SUMS), Sums.class);
            // Of a file that was changed any part may be missing.
            if (key.equals(sums.key()) && sums(entry).equals(sums.crc32c())) {
                return Optional.of(entry);
            }
            LOG.warn("{} is damaged and is made anew", entry);
        } catch (UncheckedIOException e) {
            LOG.warn("{} is damaged or cannot be read, and is made anew", entry);
            LOG.debug("{}", entry, e);
        }
        remove(entry);
        return Optional.empty();
    }

    private static void remove(Path entry) {
        try {
            Folders.delete(entry);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed ({})", entry, OutsideFailure.describe(e));
        }
    }

    /** Keeps the files of a folder, in place of what was kept under the name before. The files must never be written to again. */
    public void keep(String name, String key, Iterable<Path> files) throws IOException {
        Path entry = entry(name, key);
        if (Files.exists(entry)) {
            removeOthers(name, entry);
            return;
        }
        Files.createDirectories(path);
        Path hidden = path.resolve("." + name + ".new");
        Folders.delete(hidden);
        Files.createDirectory(hidden);
        for (Path file : files) {
            Folders.linkFile(file, hidden.resolve(file.getFileName()));
        }
        Json.write(hidden.resolve(SUMS), new Sums(key, sums(hidden)));
        Files.move(hidden, entry, StandardCopyOption.ATOMIC_MOVE);
        removeOthers(name, entry);
    }

    private void removeOthers(String name, Path entry) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            for (Path other : entries.toList()) {
                if (other.getFileName().toString().startsWith(name + "@") && !other.equals(entry)) {
                    Folders.delete(other);
                }
            }
        }
    }

    /** Whether a file in an entry is there for the entry itself. */
    public static boolean isOwn(Path file) {
        return file.getFileName().toString().equals(SUMS);
    }

    private Path entry(String name, String key) {
        return path.resolve(name + "@" + key.substring(0, KEY_DIGITS));
    }

    private static SortedMap<String, Long> sums(Path entry) {
        try (Stream<Path> files = Files.list(entry)) {
            return files.filter(file -> !isOwn(file)).toList().parallelStream()
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString(), KeptFolder::sum, (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long sum(Path file) {
        CRC32C sum = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
        // A link would be in the run itself, and lead out of it.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            while (channel.read(buffer.clear()) >= 0) {
                sum.update(buffer.flip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum.getValue();
    }
}
