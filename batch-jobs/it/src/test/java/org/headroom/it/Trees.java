package org.headroom.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.headroom.jobs.file.Digests;

/** Compares folders byte for byte. */
final class Trees {
    private Trees() {}

    /** Digest of every file below a folder, by relative path; hidden files too. */
    static Map<String, String> digests(Path folder) {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> digests.put(folder.relativize(file).toString(), Digests.ofFile(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digests;
    }
}
