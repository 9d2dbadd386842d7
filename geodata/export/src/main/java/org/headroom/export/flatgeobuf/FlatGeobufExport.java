package org.headroom.export.flatgeobuf;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.headroom.export.BaseName;
import org.headroom.export.ExportFormat;
import org.headroom.export.ExportResult;
import org.headroom.export.FileDraft;
import org.headroom.export.Publication;
import org.headroom.export.RankedTable;
import org.headroom.export.WrittenFile;

/**
 * Writes a ranking as FlatGeobuf (specification 3.0, 2020) with its index, so that a map can ask for a part of it, also by HTTP. The features stand
 * along a Hilbert curve, as the index wants it; the column {@code rank} has the order. Columns have their units and meanings, and what is not
 * known is left out of a feature.
 *
 * <p>The table is read once, in rank order, into a hidden file beside, which is then read in the order of the curve; kept in memory are the
 * coordinates and the places in that file, 28 bytes a row.
 */
public final class FlatGeobufExport implements ExportFormat {
    private static final byte[] MAGIC = {0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0};

    @Override
    public String id() {
        return "flatgeobuf";
    }

    @Override
    public ExportResult write(Publication ranking) {
        BaseName.check(ranking.baseName());
        Path file = ranking.folder().resolve(ranking.baseName() + ".fgb");
        Path inRankOrder = ranking.folder().resolve("." + ranking.baseName() + ".fgb.rows");
        try {
            PackedPoints points = new PackedPoints(ranking.table().rows());
            rows(ranking.table(), points, inRankOrder);
            WrittenFile written = FileDraft.write(file, out -> put(ranking, points, inRankOrder, out));
            return new ExportResult(List.of(written), Map.of());
        } catch (IOException e) {
            throw BaseName.cannotWrite(file, e);
        } finally {
            FileDraft.deleteQuietly(inRankOrder);
        }
    }

    private static void rows(RankedTable table, PackedPoints points, Path file) throws IOException {
        FeatureBytes features = new FeatureBytes(table);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            int to = 0;
            for (int row = 0; row < table.rows(); row++) {
                if (row == to) {
                    to = table.load(row);
                }
                table.checkPlace(row);
                ByteBuffer feature = features.of(row);
                points.add(
                        table.longitude().applyAsDouble(row), table.latitude().applyAsDouble(row), feature.remaining());
                out.write(feature.array(), feature.arrayOffset() + feature.position(), feature.remaining());
            }
        }
    }

    private static void put(Publication ranking, PackedPoints points, Path rows, OutputStream out) throws IOException {
        out.write(MAGIC);
        ByteBuffer header = FileHeader.of(ranking, points);
        out.write(header.array(), header.arrayOffset() + header.position(), header.remaining());
        int[] alongCurve = points.alongCurve();
        points.writeIndex(alongCurve, out);
        try (FileChannel features = FileChannel.open(rows, StandardOpenOption.READ)) {
            ByteBuffer feature = ByteBuffer.allocate(points.longest()).order(ByteOrder.LITTLE_ENDIAN);
            for (int row : alongCurve) {
                feature.clear().limit(points.length(row));
                while (feature.hasRemaining()) {
                    if (features.read(feature, points.start(row) + feature.position()) < 0) {
                        throw new IOException(rows + " ends too early");
                    }
                }
                out.write(feature.array(), 0, feature.limit());
            }
        }
    }
}
