package org.headroom.export;

import java.util.List;
import java.util.Map;

/**
 * What a format wrote.
 *
 * @param files those whose digest came with the writing
 * @param shortNames names in the file by long names of columns; empty where the file has the long names
 */
public record ExportResult(List<WrittenFile> files, Map<String, String> shortNames) {
    public ExportResult {
        files = List.copyOf(files);
        shortNames = Map.copyOf(shortNames);
    }
}
