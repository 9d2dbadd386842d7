package org.headroom.layers.format.shapefile;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A dBASE table. */
final class DbfSource extends RowSource {
    /** @param rows closed with the source */
    DbfSource(DbfReader rows) {
        super(rows);
    }

    @Override
    boolean advance() throws IOException {
        return rows.next();
    }

    @Override
    void readRest() {}

    @Override
    public Optional<String> findCrs() {
        return Optional.empty();
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
