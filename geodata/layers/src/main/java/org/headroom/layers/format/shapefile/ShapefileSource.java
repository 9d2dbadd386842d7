package org.headroom.layers.format.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A shapefile: shapes from {@code .shp}, attributes from {@code .dbf}, text encoding from the descriptor, else {@code .cpg}, else the
 * header of the {@code .dbf}, reference system from {@code .prj}, the place of each shape from {@code .shx} where that is sound. Deleted rows
 * are left out with their shapes. The source is its own record, so that a million points make no million objects.
 */
final class ShapefileSource implements RecordSource, RawRecord {
    private final ShapeReader shapes;
    private final DbfReader rows;
    private final Optional<String> crs;
    private final @Nullable String indexNote;
    private final Closeable unpacked;
    private long number;
    private long deleted;
    private boolean point;
    private @Nullable Geometry geometry;
    private @Nullable String damage;

    /** @param unpacked closed with the source */
    ShapefileSource(Path shp, @Nullable String encoding, Closeable unpacked) throws IOException {
        this.unpacked = unpacked;
        Path dbf = ShapefileFormat.sibling(shp, ".dbf");
        if (!Files.isRegularFile(dbf)) {
            throw new SourceException(
                    "has no .dbf beside it, so there are no attributes", "Copy all parts of the shapefile.");
        }
        this.crs = SmallText.read(ShapefileFormat.sibling(shp, ".prj"));
        this.rows = new DbfReader(dbf, SmallText.charset(dbf, encoding));
        try {
            ShapeIndex index = ShapeIndex.read(ShapefileFormat.sibling(shp, ".shx"), shp, rows.rowCount());
            this.shapes = new ShapeReader(shp, index.starts());
            this.indexNote = index.note();
        } catch (IOException | RuntimeException e) {
            rows.close();
            throw e;
        }
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
    public List<String> notes() {
        List<String> notes = new ArrayList<>(rows.notes());
        if (indexNote != null) {
            notes.add(indexNote);
        }
        notes.addAll(DbfReader.deletedNote(deleted));
        if (shapes.otherTypes() > 0) {
            notes.add(shapes.otherTypes() + " shapes are not of the type that the header of the .shp gives for all");
        }
        if (shapes.unread() > 0) {
            notes.add("the .shp has " + shapes.unread() + " bytes behind the end that its header gives");
        }
        return notes;
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        while (advance()) {
            if (!rows.isDeleted()) {
                geometry = null;
                damage = null;
                readShape();
                return this;
            }
            deleted++;
        }
        return null;
    }

    private boolean advance() throws IOException {
        boolean hasShape = shapes.next();
        boolean hasRow = rows.next();
        if (hasShape != hasRow) {
            throw new SourceException(
                    "has " + (hasRow ? "only " + number : "more than " + number) + " shapes for the " + rows.rowCount()
                            + " rows of its .dbf, so which shape belongs to which row is not sure",
                    "Copy all parts of the shapefile together, from one export.");
        }
        number++;
        return hasShape;
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
        return rows.value(column);
    }

    @Override
    public double decimal(int column) {
        return rows.decimal(column);
    }

    @Override
    public @Nullable String text(int column) {
        return rows.text(column);
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

    @Override
    public void close() throws IOException {
        try (unpacked;
                rows) {
            shapes.close();
        }
    }
}
