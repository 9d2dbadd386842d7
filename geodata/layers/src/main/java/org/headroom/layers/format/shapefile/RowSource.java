package org.headroom.layers.format.shapefile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.RecordSource;
import org.jspecify.annotations.Nullable;

/**
 * What all sources with the rows of a .dbf have in common. Deleted rows are left out and counted. The source is its own record, so that a million
 * points make no million objects.
 */
abstract class RowSource implements RecordSource, RawRecord {
    /** Closed by the one who extends this. */
    final DbfReader rows;

    private long number;
    private long deleted;

    RowSource(DbfReader rows) {
        this.rows = rows;
    }

    /** Goes to the next row, a deleted one too, and to all that belongs to it; false at the end. */
    abstract boolean advance() throws IOException;

    /** Reads what belongs to the row and does not stand in it. */
    abstract void readRest();

    @Override
    public final List<String> columns() {
        return rows.columns();
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(rows.notes());
        if (deleted > 0) {
            notes.add(
                    deleted + (deleted == 1 ? " row is" : " rows are") + " marked as deleted in the .dbf and left out");
        }
        return notes;
    }

    @Override
    public final @Nullable RawRecord next() throws IOException {
        while (advance()) {
            number++;
            if (!rows.isDeleted()) {
                readRest();
                return this;
            }
            deleted++;
        }
        return null;
    }

    @Override
    public final long number() {
        return number;
    }

    @Override
    public final @Nullable Object value(int column) {
        return rows.value(column);
    }

    @Override
    public final double decimal(int column) {
        return rows.decimal(column);
    }

    @Override
    public final @Nullable String text(int column) {
        return rows.text(column);
    }
}
