package org.headroom.layers.format.geoparquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;

/** The files of a folder one after the other, as one source; all have the columns and the reference system of the first. One is open at a time. */
final class PartsSource implements RecordSource {
    private final List<Path> parts;
    private final List<String> columns;
    private final Optional<String> crs;
    private final Set<String> notes = new LinkedHashSet<>();
    private GeoParquetSource open;
    private int next = 1;
    private long records;

    /** @param notes what is to be told of the folder */
    PartsSource(List<Path> parts, List<String> notes) throws IOException {
        this.parts = parts;
        this.notes.addAll(notes);
        this.open = open(0);
        this.columns = open.columns();
        this.crs = open.findCrs();
    }

    private GeoParquetSource open(int part) throws IOException {
        try {
            return GeoParquetSource.open(parts.get(part), records);
        } catch (SourceException e) {
            throw named(part, e);
        }
    }

    private SourceException named(int part, SourceException e) {
        return new SourceException(name(part) + " " + e.getMessage(), e.advice());
    }

    private String name(int part) {
        return String.valueOf(parts.get(part).getFileName());
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<String> findCrs() {
        return crs;
    }

    @Override
    public List<String> notes() {
        Set<String> all = new LinkedHashSet<>(notes);
        all.addAll(open.notes());
        return new ArrayList<>(all);
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        while (true) {
            RawRecord record;
            try {
                record = open.next();
            } catch (SourceException e) {
                throw named(next - 1, e);
            }
            if (record != null) {
                records = record.number();
                return record;
            }
            if (next == parts.size()) {
                return null;
            }
            notes.addAll(open.notes());
            open.close();
            open = open(next);
            if (!open.columns().equals(columns) || !open.findCrs().equals(crs)) {
                String what = open.columns().equals(columns) ? "another reference system" : "other columns";
                throw new SourceException(
                        name(next) + " has " + what + " than " + name(0),
                        "Write the folder anew, all parts alike; it may hold parts of two writings.");
            }
            next++;
        }
    }

    @Override
    public void close() throws IOException {
        open.close();
    }
}
