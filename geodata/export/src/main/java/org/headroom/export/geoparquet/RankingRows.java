package org.headroom.export.geoparquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.headroom.export.BaseName;
import org.headroom.export.ExportColumn;
import org.headroom.export.Extent;
import org.headroom.export.FileDraft;
import org.headroom.export.Publication;
import org.headroom.export.RankedTable;
import org.headroom.export.WrittenFile;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.jspecify.annotations.Nullable;

/** The rows of a ranking in their order, written to one file or to several. Goes through the windows of the table once. Not safe for several threads. */
final class RankingRows {
    private final Publication ranking;
    private final RankedTable table;
    private final int groupRows;
    private int next;
    private int loaded;

    /** @param groupRows rows of a row group at most */
    RankingRows(Publication ranking, int groupRows) {
        this.ranking = ranking;
        this.table = ranking.table();
        this.groupRows = groupRows;
        BaseName.check(ranking.baseName());
        for (ExportColumn column : table.columns()) {
            if (column.name().equalsIgnoreCase(Leaf.GEOMETRY) || column.name().equalsIgnoreCase(Leaf.BBOX)) {
                throw new HeadroomException(
                        FailureFamily.CONFIG,
                        "the table has a column \"" + column.name() + "\", which GeoParquet keeps for the points",
                        "Give the column another name, or leave out the format geoparquet.");
            }
        }
    }

    /** Whether all rows are written. */
    boolean isDone() {
        return next == table.rows();
    }

    /** Writes as many of the next rows as there are, at most so many, as a file of their own. */
    WrittenFile write(Path file, int rows) {
        return FileDraft.write(file, out -> write(out, Math.min(table.rows() - next, rows)));
    }

    private void write(OutputStream out, int rows) throws IOException {
        List<Leaf> leaves = new ArrayList<>();
        table.columns().forEach(column -> leaves.add(Leaf.of(column)));
        leaves.addAll(Leaf.ofPlace(table));
        ParquetFile file = new ParquetFile(leaves, out);
        Extent extent = null;
        for (int last = next + rows; next < last; ) {
            if (next == loaded) {
                loaded = table.load(next);
            }
            int end = Math.min(Math.min(loaded, last), next + groupRows);
            extent = around(extent, end);
            file.writeGroup(next, end);
            next = end;
        }
        file.finish(GeoKey.of(ranking, extent));
    }

    /** The smallest box round another one and the next rows, whose places are looked at. */
    private @Nullable Extent around(@Nullable Extent other, int end) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int row = next; row < end; row++) {
            table.checkPlace(row);
            double x = table.longitude().applyAsDouble(row);
            double y = table.latitude().applyAsDouble(row);
            minX = Math.min(minX, x);
            minY = Math.min(minY, y);
            maxX = Math.max(maxX, x);
            maxY = Math.max(maxY, y);
        }
        Extent box = new Extent(minX, minY, maxX, maxY);
        return other == null ? box : other.with(box);
    }
}
