package org.headroom.layers.format.shapefile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.RecordSource;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A dBASE table. Deleted rows are left out. The source is its own record. */
final class DbfSource implements RecordSource, RawRecord {
    private final DbfReader rows;
    private long number;
    private long deleted;

    /** @param rows closed with the source */
    DbfSource(DbfReader rows) {
        this.rows = rows;
    }

    @Override
    public List<String> columns() {
        return rows.columns();
    }

    @Override
    public Optional<String> findCrs() {
        return Optional.empty();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(rows.notes());
        notes.addAll(DbfReader.deletedNote(deleted));
        return notes;
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        while (rows.next()) {
            number++;
            if (!rows.isDeleted()) {
                return this;
            }
            deleted++;
        }
        return null;
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
        return null;
    }

    @Override
    public @Nullable String damage() {
        return null;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
