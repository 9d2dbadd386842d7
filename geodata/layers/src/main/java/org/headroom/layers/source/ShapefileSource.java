package org.headroom.layers.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A shapefile: shapes from {@code .shp}, attributes from {@code .dbf}, text encoding from the descriptor, else {@code .cpg}, else the
 * header of the {@code .dbf}, reference system from {@code .prj}. The {@code .shx} is not needed.
 */
final class ShapefileSource implements RecordSource {
    private final ShapeReader shapes;
    private final DbfReader rows;
    private final Optional<String> crs;
    private long number;

    ShapefileSource(Path shp, @Nullable String encoding) throws IOException {
        Path dbf = DataFolder.sibling(shp, ".dbf");
        if (!Files.isRegularFile(dbf)) {
            throw new SourceException(
                    "has no .dbf beside it, so there are no attributes", "Copy all parts of the shapefile.");
        }
        this.crs = small(DataFolder.sibling(shp, ".prj"));
        this.shapes = new ShapeReader(shp);
        try {
            this.rows = new DbfReader(dbf, charset(shp, encoding));
        } catch (IOException | RuntimeException e) {
            shapes.close();
            throw e;
        }
    }

    private static @Nullable Charset charset(Path shp, @Nullable String encoding) throws IOException {
        if (encoding != null) {
            return Charset.forName(encoding);
        }
        Optional<String> cpg = small(DataFolder.sibling(shp, ".cpg"));
        return cpg.isEmpty() ? null : CodePages.named(cpg.get());
    }

    @Override
    public List<String> columns() {
        return rows.columns();
    }

    @Override
    public Optional<String> findCrs() {
        return crs;
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        boolean hasShape = shapes.next();
        boolean hasRow = rows.next();
        if (!hasShape && !hasRow) {
            return null;
        }
        number++;
        @Nullable
        Object[] values =
                hasRow ? rows.values() : new @Nullable Object[rows.columns().size()];
        if (!hasRow) {
            return RawRecord.damaged(number, values, "the .dbf has no row for the shape");
        }
        if (rows.isDeleted()) {
            return RawRecord.damaged(number, values, "the row is marked as deleted");
        }
        if (!hasShape) {
            return RawRecord.damaged(number, values, "the .shp has no shape for the row");
        }
        try {
            Geometry shape = shapes.shape();
            return new RawRecord(number, values, shape, null);
        } catch (SourceException e) {
            return RawRecord.damaged(number, values, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> small(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > 1 << 16) {
            throw new SourceException("has a " + file.getFileName() + " larger than 64 KiB", "Check that file.");
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    @Override
    public void close() throws IOException {
        try {
            shapes.close();
        } finally {
            rows.close();
        }
    }
}
