package org.headroom.export.geoparquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.headroom.export.BaseName;
import org.headroom.export.ExportFormat;
import org.headroom.export.ExportResult;
import org.headroom.export.Publication;
import org.headroom.export.WrittenFile;

/**
 * Writes a ranking as a folder of GeoParquet files that are read as one table, as Spark, DuckDB and pyarrow keep theirs: {@code NAME-parts/part-00000.parquet}
 * has the first ranks. Each is as {@link GeoParquetExport} writes it; {@code bbox} in its footer is that of its own points.
 */
public final class GeoParquetPartsExport implements ExportFormat {
    /** Rows of a part; 16 row groups. */
    static final int PART_ROWS = 1 << 20;

    private static final String PART = "part-%05d.parquet";

    @Override
    public String id() {
        return "geoparquet-parts";
    }

    @Override
    public ExportResult write(Publication ranking) {
        return write(ranking, GeoParquetExport.GROUP_ROWS, PART_ROWS);
    }

    /**
     * @param groupRows rows of a row group, which tests make small
     * @param partRows rows of a part
     */
    static ExportResult write(Publication ranking, int groupRows, int partRows) {
        RankingRows rows = new RankingRows(ranking, groupRows);
        Path folder = ranking.folder().resolve(ranking.baseName() + "-parts");
        empty(folder);
        List<WrittenFile> parts = new ArrayList<>();
        // A table without rows has a part as well: it tells the columns.
        do {
            parts.add(rows.write(folder.resolve(String.format(Locale.ROOT, PART, parts.size())), partRows));
        } while (!rows.isDone());
        return new ExportResult(parts, Map.of());
    }

    /** Parts of a longer ranking that was written here before would be read as rows of this one. */
    private static void empty(Path folder) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    if (String.valueOf(file.getFileName()).matches("part-[0-9]+\\.parquet")) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw BaseName.cannotWrite(folder, e);
        }
    }
}
