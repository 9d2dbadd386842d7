package org.headroom.layers.format.geoparquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.RecordSource;
import org.jspecify.annotations.Nullable;

/** One Parquet file, row by row. Of each column one page is in memory at a time. */
final class GeoParquetSource implements RecordSource {
    private final FileChannel channel;
    private final PageMemory memory = new PageMemory();
    private final Footer footer;
    private final GeoMetadata geo;
    private final OwnSystems systems;
    private final List<LeafColumn> read = new ArrayList<>();
    private final List<String> names;
    private final List<String> notes = new ArrayList<>();
    private final RowRecord record;
    private final Iterator<RowGroup> groups;
    private @Nullable RowGroupReader group;
    private long rowsLeft;

    /** @param before records that come before the first one, in other files of the same source */
    static GeoParquetSource open(Path file, long before) throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
            return new GeoParquetSource(channel, before);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private GeoParquetSource(FileChannel channel, long before) throws IOException {
        this.channel = channel;
        this.footer = Footer.read(channel, memory);
        Schema schema = Schema.of(footer.metadata().schema);
        this.geo = GeoMetadata.of(footer.keys(), schema.shapes());
        this.systems = new OwnSystems(geo.crs());
        LeafColumn shapes = null;
        for (LeafColumn column : schema.columns()) {
            if (column.name().equals(geo.column())) {
                if (shapes != null) {
                    throw Damage.in("its schema, which has two columns \"" + geo.column() + "\"");
                }
                shapes = column;
            } else if (!geo.others().contains(column.name())) {
                read.add(column);
            }
        }
        this.names = read.stream().map(LeafColumn::name).toList();
        CellReader[] cells = read.stream().map(LeafColumn::cells).toArray(CellReader[]::new);
        if (shapes != null) {
            if (shapes.type().getPrimitiveTypeName() != PrimitiveTypeName.BINARY) {
                throw Damage.unread("has its shapes in " + shapes.where() + ", which holds no bytes");
            }
            read.add(shapes);
        } else if (!geo.column().isEmpty()) {
            throw Damage.in("its schema, which has no column \"" + geo.column() + "\" with shapes");
        }
        this.record = new RowRecord(cells, shapes == null ? -1 : cells.length, systems, before);
        note(schema.nested().stream()
                .filter(name -> !geo.coverings().contains(name))
                .toList());
        checkRows();
        this.groups = footer.metadata().row_groups.iterator();
    }

    private void note(List<String> nested) {
        if (geo.column().isEmpty()) {
            notes.add("nothing in the file says that it has shapes, so it is read as a table without");
        }
        if (geo.geodesic()) {
            notes.add("its edges are said to be geodesics; they are taken as straight");
        }
        if (!nested.isEmpty()) {
            notes.add("columns with structures or lists in them are not read: " + String.join(", ", nested));
        }
        if (!geo.others().isEmpty()) {
            notes.add("of several columns with shapes \"" + geo.column() + "\" is read, and not: "
                    + String.join(", ", geo.others()));
        }
    }

    private void checkRows() throws IOException {
        long rows = 0;
        for (RowGroup one : footer.metadata().row_groups) {
            rows += one.num_rows;
            if (one.num_rows < 0 || rows < 0) {
                throw Damage.in("its footer");
            }
        }
        if (rows != footer.metadata().num_rows) {
            throw Damage.in("its footer: it has " + rows + " rows, but says that it has " + footer.metadata().num_rows);
        }
    }

    @Override
    public List<String> columns() {
        return names;
    }

    @Override
    public Optional<String> findCrs() {
        return geo.crs();
    }

    @Override
    public List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        systems.note().ifPresent(all::add);
        return all;
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        try {
            RowGroupReader at = group;
            if (rowsLeft > 0 && at != null) {
                at.advance();
            } else {
                at = nextGroup();
                if (at == null) {
                    return null;
                }
            }
            rowsLeft--;
            at.decode();
            record.take(at);
            return record;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            // Decoders believe the bytes; what comes of that has many names.
            throw Damage.in("record " + (record.number() + 1));
        }
    }

    private @Nullable RowGroupReader nextGroup() throws IOException {
        while (groups.hasNext()) {
            RowGroup next = groups.next();
            if (group != null) {
                group.close();
            }
            if (next.num_rows > 0) {
                rowsLeft = next.num_rows;
                group = new RowGroupReader(channel, footer.from(), next, read, memory);
                return group;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
