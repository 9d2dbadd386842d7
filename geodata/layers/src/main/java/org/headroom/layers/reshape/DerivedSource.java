package org.headroom.layers.reshape;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceException;
import org.headroom.layers.format.ValuesRecord;
import org.headroom.model.NearestName;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Records made from those of another source. */
abstract class DerivedSource implements RecordSource {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    final RecordSource main;
    private final List<String> columns;

    DerivedSource(RecordSource main, List<String> columns) {
        this.main = main;
        this.columns = List.copyOf(columns);
    }

    /** One list behind another. */
    static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** Places of columns; a failure when one is not there. */
    static int[] find(List<String> columns, List<String> names, String usedBy) throws SourceException {
        int[] found = new int[names.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = columns.indexOf(names.get(i));
            if (found[i] < 0) {
                throw new SourceException(
                        "has no column \"" + names.get(i) + "\" for " + usedBy
                                + NearestName.hint(names.get(i), columns),
                        "The columns are: " + String.join(", ", columns));
            }
        }
        return found;
    }

    /** A copy of a record with more values behind its own; missing where there are fewer of them than columns. */
    final RawRecord withMore(RawRecord record, @Nullable Object[] more) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        int own = main.columns().size();
        for (int i = 0; i < own; i++) {
            values[i] = record.value(i);
        }
        System.arraycopy(more, 0, values, own, more.length);
        Geometry shape = record.geometry();
        if (record.isPoint()) {
            shape = FACTORY.createPoint(new Coordinate(record.x(), record.y()));
        } else if (shape != null) {
            // The receiver may change it, and the other record may be asked again.
            shape = shape.copy();
        }
        return new ValuesRecord(record.number(), values, shape, record.damage());
    }

    @Override
    public final List<String> columns() {
        return columns;
    }

    @Override
    public final Optional<String> findCrs() {
        return main.findCrs();
    }

    @Override
    public final LocalDate day(double serial) {
        return main.day(serial);
    }

    @Override
    public final Optional<String> contentDigest() {
        return main.contentDigest();
    }

    @Override
    public List<String> notes() {
        return main.notes();
    }

    @Override
    public final void close() throws IOException {
        main.close();
    }
}
