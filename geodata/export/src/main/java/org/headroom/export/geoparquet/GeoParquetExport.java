package org.headroom.export.geoparquet;

import java.util.List;
import java.util.Map;
import org.headroom.export.ExportFormat;
import org.headroom.export.ExportResult;
import org.headroom.export.Publication;

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
        RankingRows rows = new RankingRows(ranking, groupRows);
        return new ExportResult(
                List.of(rows.write(ranking.folder().resolve(ranking.baseName() + ".parquet"), Integer.MAX_VALUE)),
                Map.of());
    }
}
