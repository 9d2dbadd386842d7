package org.headroom.pack.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A raw file as it is.
 *
 * @param records how many records it has
 */
public record CopiedFile(Provenance provenance, long records) implements PackFile {
    @Override
    public long write(RawFolder raw, Path target) throws IOException {
        try (InputStream bytes = Files.newInputStream(raw.file(provenance.from().get(0)))) {
            Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return records;
    }
}
