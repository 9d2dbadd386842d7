package org.headroom.layers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.headroom.layers.descriptor.SourceSpec;
import org.headroom.layers.format.SourceAddress;
import org.headroom.model.LayerKind;

/** The files of sources: where they lie, how large they are, and what tells that they have changed. Immutable. */
final class SourceFiles {
    private final DataFolder dataFolder;

    SourceFiles(DataFolder dataFolder) {
        this.dataFolder = dataFolder;
    }

    SourceAddress address(LayerDescriptor descriptor, String address) {
        return new SourceAddress(address, file -> dataFolder.resolve(descriptor.id(), file));
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
        } catch (IOException e) {
            throw SourceFailures.unreadable(descriptor, e);
        }
        return Digests.hex(digest.digest());
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
