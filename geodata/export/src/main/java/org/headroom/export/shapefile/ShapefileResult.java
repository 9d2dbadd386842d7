package org.headroom.export.shapefile;

import java.util.List;
import org.headroom.export.WrittenFile;

/**
 * What {@link ShapefileWriter} wrote.
 *
 * @param files the files of the first set in the order .shp .shx .dbf .prj .cpg .qml .sld .shp.xml .fields.csv, then those of the further sets
 * @param columns the columns as they stand in the .dbf
 * @param cuts columns in which texts had to be cut; empty when everything fitted
 */
public record ShapefileResult(List<WrittenFile> files, List<DbfColumn> columns, List<CutText> cuts) {
    public ShapefileResult {
        files = List.copyOf(files);
        columns = List.copyOf(columns);
        cuts = List.copyOf(cuts);
    }
}
