package org.headroom.export;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a format wrote.
 *
 * @param digests SHA-256 of the files whose digest came with the writing, 64 hexadecimal digits
 * @param shortNames names in the file by long names of columns; empty where the file has the long names
 */
public record ExportResult(Map<Path, String> digests, Map<String, String> shortNames) {
    public ExportResult {
        digests = Map.copyOf(digests);
        shortNames = Map.copyOf(shortNames);
    }
}
