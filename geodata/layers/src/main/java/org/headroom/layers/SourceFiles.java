package org.headroom.layers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.headroom.layers.descriptor.SourceSpec;
import org.headroom.layers.format.DatabaseFormat;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceAddress;
import org.headroom.layers.format.SourceException;
import org.headroom.model.LayerKind;

/** The files of sources: where they lie, how large they are, and what tells that they have changed. Safe for several threads. */
final class SourceFiles {
    private final DataFolder dataFolder;
    /** Digests of what databases held when they were asked, by the digests of descriptors. */
    private final Map<String, String> contents = new ConcurrentHashMap<>();

    SourceFiles(DataFolder dataFolder) {
        this.dataFolder = dataFolder;
    }

    SourceAddress address(LayerDescriptor descriptor, String address) {
        return new SourceAddress(address, dataFolder.of(descriptor.id()));
    }

    /** As {@link LayerLoader#digest}. */
    String digest(LayerDescriptor descriptor) {
        MessageDigest digest = Digests.sha256();
        // Headroom's own kinds change with the version of snapshots only, those of plugins at any time.
        boolean isOwnKind = LayerKind.builtIn().contains(descriptor.kind());
        String fields = isOwnKind ? "" : descriptor.kind().fields().toString();
        digest.update((LayerSnapshot.MAGIC + LayerSnapshot.VERSION + descriptor.digest() + fields)
                .getBytes(StandardCharsets.UTF_8));
        try {
            for (Path file : all(descriptor)) {
                digest.update(String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                Digests.update(digest, file);
            }
            if (descriptor.source().format() instanceof DatabaseFormat database) {
                SourceSpec source = descriptor.source();
                String content = database.digest(address(descriptor, source.file()), source.options());
                contents.put(descriptor.digest(), content);
                digest.update(content.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw SourceFailures.unreadable(descriptor, e);
        }
        return Digests.hex(digest.digest());
    }

    /** Refuses a source that holds something else than when its digest was taken; what is kept under the digest would not be that. */
    void checkUnchanged(LayerDescriptor descriptor, RecordSource source) throws SourceException {
        String before = contents.get(descriptor.digest());
        if (before != null && !before.equals(source.contentDigest().orElse(before))) {
            throw new SourceException(
                    "the table " + descriptor.source().options().table() + " was changed while this run read it",
                    "Give the same command again when whoever writes to it is done. Of a view, leave out what is another each time it is asked, as"
                            + " now() is.");
        }
    }

    /** Every file that reading the source touches, in a fixed order: side tables first. */
    private List<Path> all(LayerDescriptor descriptor) {
        SourceSpec source = descriptor.source();
        List<Path> own = source.format().files(address(descriptor, source.file()));
        List<Path> files = new ArrayList<>();
        source.with()
                .forEach(table -> files.add(address(descriptor, table.file()).file()));
        files.addAll(own);
        return files;
    }

    /** As {@link LayerLoader#sourceBytes}. */
    long bytes(LayerDescriptor descriptor) {
        try {
            long bytes = 0;
            for (Path file : all(descriptor)) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException e) {
            throw SourceFailures.unreadable(descriptor, e);
        }
    }
}
