package org.headroom.layers.format.shapefile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A shapefile: shapes from {@code .shp}, attributes from {@code .dbf}, text encoding from the descriptor, else {@code .cpg}, else the
 * header of the {@code .dbf}, reference system from {@code .prj}. The {@code .shx} is not needed. The source is its own record, so that
 * a million points make no million objects.
 */
final class ShapefileSource implements RecordSource, RawRecord {
    private final ShapeReader shapes;
    private final DbfReader rows;
    private final Optional<String> crs;
    private long number;
    private boolean hasValues;
    private boolean point;
    private @Nullable Geometry geometry;
    private @Nullable String damage;

    ShapefileSource(Path shp, @Nullable String encoding) throws IOException {
        Path dbf = ShapefileFormat.sibling(shp, ".dbf");
        if (!Files.isRegularFile(dbf)) {
            throw new SourceException(
                    "has no .dbf beside it, so there are no attributes", "Copy all parts of the shapefile.");
        }
        this.crs = small(ShapefileFormat.sibling(shp, ".prj"));
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
        Optional<String> cpg = small(ShapefileFormat.sibling(shp, ".cpg"));
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
        hasValues = hasRow;
        geometry = null;
        point = false;
        damage = damage(hasShape, hasRow);
        if (damage == null) {
            readShape();
        }
        return this;
    }

    private @Nullable String damage(boolean hasShape, boolean hasRow) {
        if (!hasRow) {
            return "the .dbf has no row for the shape";
        }
        if (rows.isDeleted()) {
            return "the row is marked as deleted";
        }
        return hasShape ? null : "the .shp has no shape for the row";
    }

    private void readShape() {
        point = shapes.isPoint();
        if (!point) {
            try {
                geometry = shapes.shape();
            } catch (SourceException e) {
                damage = String.valueOf(e.getMessage());
            }
        }
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public @Nullable Object value(int column) {
        return hasValues ? rows.value(column) : null;
    }

    @Override
    public double decimal(int column) {
        return hasValues ? rows.decimal(column) : Double.NaN;
    }

    @Override
    public @Nullable String text(int column) {
        return hasValues ? rows.text(column) : null;
    }

    @Override
    public @Nullable Geometry geometry() {
        return geometry;
    }

    @Override
    public boolean isPoint() {
        return point;
    }

    @Override
    public double x() {
        return point ? shapes.x() : Double.NaN;
    }

    @Override
    public double y() {
        return point ? shapes.y() : Double.NaN;
    }

    @Override
    public @Nullable String damage() {
        return damage;
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
