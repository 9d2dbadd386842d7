package org.headroom.layers.format.kml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.headroom.layers.format.RawRecord;
import org.headroom.layers.format.RecordSource;
import org.headroom.layers.format.SourceException;
import org.headroom.layers.format.ValuesRecord;
import org.jspecify.annotations.Nullable;

/**
 * The placemarks of a KML file (OGC 12-007r2, KML 2.3, 2015; the same in 2.0 to 2.2). The file is read twice: first for the names of what placemarks
 * have, which may differ from one to the next.
 */
final class KmlSource implements RecordSource {
    private static final int MAX_COLUMNS = 10_000;

    private final KmlFile file;
    private final List<String> columns = new ArrayList<>();
    private final Map<String, Integer> own = new LinkedHashMap<>();
    private final Map<String, Integer> data = new LinkedHashMap<>();
    private final KmlReader reader;
    private long number;

    /** @param file closed with the source */
    KmlSource(KmlFile file) throws IOException {
        this.file = file;
        survey();
        this.reader = new KmlReader(file.path(), true);
    }

    private void survey() throws IOException {
        Set<String> ownNames = new LinkedHashSet<>();
        Set<String> dataNames = new LinkedHashSet<>();
        boolean hasPlacemarks = false;
        try (KmlReader first = new KmlReader(file.path(), false)) {
            while (first.next()) {
                hasPlacemarks = true;
                ownNames.addAll(first.placemark().own().keySet());
                dataNames.addAll(first.placemark().data().keySet());
                if (dataNames.size() > MAX_COLUMNS) {
                    throw new SourceException(
                            "has placemarks with more than 10,000 different names in their ExtendedData",
                            "Export it again; names are what values are called, not values.");
                }
            }
        }
        if (!hasPlacemarks && file.hasOthers()) {
            throw file.empty();
        }
        for (String name : Placemark.OWN) {
            if (ownNames.contains(name)) {
                own.put(name, columns.size());
                columns.add(name);
            }
        }
        for (String name : dataNames) {
            data.put(name, columns.size());
            columns.add(own.containsKey(name) ? "ExtendedData." + name : name);
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Optional<String> findCrs() {
        return Optional.of("EPSG:4326");
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(file.notes());
        notes.addAll(reader.notes());
        return notes;
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        if (!reader.next()) {
            return null;
        }
        number++;
        Placemark placemark = reader.placemark();
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        placemark.own().forEach((name, value) -> put(values, own.get(name), value));
        placemark.data().forEach((name, value) -> put(values, data.get(name), value));
        return placemark.damage() == null
                ? new ValuesRecord(number, values, placemark.shape(), null)
                : ValuesRecord.damaged(number, values, placemark.damage());
    }

    private static void put(@Nullable Object[] values, @Nullable Integer column, String value) {
        // A file that is written to between the two readings may have a name that was not there.
        if (column != null && !value.isEmpty()) {
            values[column] = value;
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            reader.close();
        }
    }
}
