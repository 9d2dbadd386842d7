package org.headroom.export;

import java.util.List;
import java.util.Map;
import org.headroom.model.DataIssue;

/**
 * What a format wrote.
 *
 * @param files those whose digest came with the writing
 * @param shortNames names in the file by long names of columns; empty where the file has the long names
 * @param issues what the format could not hold in full, to be told with the problems of the input
 */
public record ExportResult(List<WrittenFile> files, Map<String, String> shortNames, List<DataIssue> issues) {
    public ExportResult {
        files = List.copyOf(files);
        shortNames = Map.copyOf(shortNames);
        issues = List.copyOf(issues);
    }

    /** Of a format that holds everything in full. */
    public ExportResult(List<WrittenFile> files, Map<String, String> shortNames) {
        this(files, shortNames, List.of());
    }
}
