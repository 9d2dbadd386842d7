package org.headroom.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.headroom.runs.file.Digests;

/** The copy of its policy that a run has, held against the run's manifest. */
public final class KeptPolicy {
    private static final String PREFIX = "explanations/policy/";

    private KeptPolicy() {}

    /**
     * Whether the copy has the files that the manifest lists, with the digests that it lists, and no others, whatever they are; nothing of it
     * may be a link.
     */
    public static boolean isAsPublished(PublishedRun run) {
        Map<String, String> listed = new TreeMap<>();
        Manifest manifest = run.manifest();
        for (Manifest.FileEntry entry : manifest.files()) {
            if (entry.file().startsWith(PREFIX)) {
                listed.put(entry.file().substring(PREFIX.length()), entry.sha256());
            }
        }
        Path folder = run.explanationFiles().policy();
        if (listed.isEmpty()
                || !Files.isDirectory(run.folder().resolve("explanations"), LinkOption.NOFOLLOW_LINKS)
                || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        return listed.equals(found(folder))
                && Digests.ofFolder(folder).equals(manifest.inputs().policy());
    }

    private static Map<String, String> found(Path folder) {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    boolean isPlain = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
                    found.put(
                            folder.relativize(file).toString().replace('\\', '/'),
                            isPlain ? Digests.ofFile(file) : "no plain file");
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
