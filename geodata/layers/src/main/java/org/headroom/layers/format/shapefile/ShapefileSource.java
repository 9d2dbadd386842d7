package org.headroom.layers.format.shapefile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A shapefile: shapes from {@code .shp}, attributes from {@code .dbf}, text encoding from the descriptor, else {@code .cpg}, else the
 * header of the {@code .dbf}, reference system from {@code .prj}, the place of each shape from {@code .shx} where that is sound. The shapes of
 * deleted rows are left out with them.
 */
final class ShapefileSource extends RowSource {
    private final ShapeReader shapes;
    private final Optional<String> crs;
    private final @Nullable String indexNote;
    private final Closeable unpacked;
    private boolean point;
    private @Nullable Geometry geometry;
    private @Nullable String damage;

    private ShapefileSource(DbfReader rows, Path shp, Closeable unpacked) throws IOException {
        super(rows);
        this.unpacked = unpacked;
        this.crs = SmallText.read(ShapefileFormat.sibling(shp, ".prj"));
        ShapeIndex index = ShapeIndex.read(ShapefileFormat.sibling(shp, ".shx"), shp, rows.rowCount());
        this.shapes = new ShapeReader(shp, index.starts());
        this.indexNote = index.note();
    }

    /** @param unpacked closed with the source */
    static ShapefileSource open(Path shp, @Nullable String encoding, Closeable unpacked) throws IOException {
        Path dbf = ShapefileFormat.sibling(shp, ".dbf");
        if (!Files.isRegularFile(dbf)) {
            throw new SourceException(
                    "has no .dbf beside it, so there are no attributes", "Copy all parts of the shapefile.");
        }
        DbfReader rows = new DbfReader(dbf, SmallText.charset(dbf, encoding));
        try {
            return new ShapefileSource(rows, shp, unpacked);
        } catch (IOException | RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    @Override
    public Optional<String> findCrs() {
        return crs;
    }

    @Override
    public List<String> notes() {
        List<String> notes = super.notes();
        if (indexNote != null) {
            notes.add(indexNote);
        }
        if (shapes.otherTypes() > 0) {
            notes.add(shapes.otherTypes() + " shapes are not of the type that the header of the .shp gives for all");
        }
        if (shapes.unread() > 0) {
            notes.add("the .shp has " + shapes.unread() + " bytes behind the end that its header gives");
        }
        return notes;
    }

    @Override
    boolean advance() throws IOException {
        boolean hasShape = shapes.next();
        boolean hasRow = rows.next();
        if (hasShape != hasRow) {
            throw new SourceException(
                    "has " + (hasRow ? "only " + number() : "more than " + number()) + " shapes for the "
                            + rows.rowCount() + " rows of its .dbf, so which shape belongs to which row is not sure",
                    "Copy all parts of the shapefile together, from one export.");
        }
        return hasShape;
    }

    @Override
    void readRest() {
        geometry = null;
        damage = null;
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
