package org.headroom.export.geoparquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.headroom.export.BaseName;
import org.headroom.export.ExportColumn;
import org.headroom.export.ExportFormat;
import org.headroom.export.ExportResult;
import org.headroom.export.FileDraft;
import org.headroom.export.Publication;
import org.headroom.export.RankedTable;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;

/**
 * Writes a ranking as GeoParquet 1.1: rows in rank order, a column {@code geometry} of points as well-known binary in longitude and latitude (OGC:CRS84,
 * which is what the format means when it names no system), a column {@code bbox} of which a reader may skip row groups, and every column of
 * the table with all its digits; what is not known is null. Packed by Zstandard without native code.
 *
 * <p>Why no library: parquet-hadoop brings Hadoop. The structures and their names are those of parquet-format-structures, as in the reader of layers. In
 * memory is one column of one row group.
 */
public final class GeoParquetExport implements ExportFormat {
    /** Rows of a row group. */
    static final int GROUP_ROWS = 1 << 16;

    @Override
    public String id() {
        return "geoparquet";
    }

    @Override
    public ExportResult write(Publication ranking) {
        return write(ranking, GROUP_ROWS);
    }

    /** @param groupRows rows of a row group, which tests make small */
    static ExportResult write(Publication ranking, int groupRows) {
        BaseName.check(ranking.baseName());
        for (ExportColumn column : ranking.table().columns()) {
            if (column.name().equalsIgnoreCase(Leaf.GEOMETRY) || column.name().equalsIgnoreCase(Leaf.BBOX)) {
                throw new HeadroomException(
                        FailureFamily.CONFIG,
                        "the table has a column \"" + column.name() + "\", which GeoParquet keeps for the points",
                        "Give the column another name, or leave out the format geoparquet.");
            }
        }
        return new ExportResult(
                List.of(FileDraft.write(
                        ranking.folder().resolve(ranking.baseName() + ".parquet"),
                        out -> write(ranking, groupRows, out))),
                Map.of());
    }

    private static void write(Publication ranking, int groupRows, OutputStream out) throws IOException {
        RankedTable table = ranking.table();
        List<Leaf> leaves = new ArrayList<>();
        table.columns().forEach(column -> leaves.add(Leaf.of(column)));
        leaves.addAll(Leaf.ofPlace(table));
        ParquetFile file = new ParquetFile(leaves, out);
        int to = 0;
        for (int row = 0; row < table.rows(); ) {
            if (row == to) {
                to = table.load(row);
            }
            int end = Math.min(to, row + groupRows);
            for (int one = row; one < end; one++) {
                table.checkPlace(one);
            }
            file.writeGroup(row, end);
            row = end;
        }
        file.finish(GeoKey.of(ranking));
    }
}
