package org.headroom.export;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@link ShapefileWriter} wrote.
 *
 * @param files the files in the order .shp .shx .dbf .prj .cpg .qml
 * @param columns the columns as they stand in the .dbf
 * @param cuts columns in which texts had to be cut; empty when everything fitted
 */
public record ShapefileResult(List<Path> files, List<DbfColumn> columns, List<CutText> cuts) {
    public ShapefileResult {
        files = List.copyOf(files);
        columns = List.copyOf(columns);
        cuts = List.copyOf(cuts);
    }
}
