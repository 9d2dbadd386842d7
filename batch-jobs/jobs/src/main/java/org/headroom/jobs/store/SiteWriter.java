package org.headroom.jobs.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.SiteAttributes;
import org.jspecify.annotations.Nullable;

/** Writes the candidate sites as columns: place, and every attribute of {@link SiteAttributes} that a site has. */
public final class SiteWriter implements AutoCloseable {
    static final String LONGITUDE = "longitude";
    static final String LATITUDE = "latitude";
    static final String SITE_ID = "siteId";
    static final String NAME = "name";

    private final Path folder;
    private final SiteColumn.NumberWriter longitudes;
    private final SiteColumn.NumberWriter latitudes;
    private final TextWriter ids;
    private final TextWriter names;
    private final KnownIds known;
    private final Map<String, SiteColumn.NumberWriter> numbers = new LinkedHashMap<>();
    private final Map<String, SiteColumn.WordWriter> words = new LinkedHashMap<>();
    private int size;

    public SiteWriter(Path folder) {
        this.folder = folder;
        longitudes = new SiteColumn.NumberWriter(folder, LONGITUDE);
        latitudes = new SiteColumn.NumberWriter(folder, LATITUDE);
        ids = new TextWriter(folder, SITE_ID);
        names = new TextWriter(folder, NAME);
        known = new KnownIds(folder, SITE_ID, ids);
        for (LayerField attribute : SiteAttributes.all()) {
            String name = attribute.name();
            if (attribute.type() == FieldType.NUMBER) {
                numbers.put(name, new SiteColumn.NumberWriter(folder, name));
            } else if (!name.equals(SITE_ID) && !name.equals(NAME)) {
                words.put(name, new SiteColumn.WordWriter(folder, name));
            }
        }
    }

    /**
     * Writes sites behind those that were written before; of sites with the same id the first.
     *
     * @param doubled takes each row that is left out, as its id is known already
     */
    public void add(SiteRows rows, IntConsumer doubled) {
        int[] kept = new int[rows.size()];
        int count = 0;
        for (int row = 0; row < rows.size(); row++) {
            byte[] id = rows.siteId(row).getBytes(StandardCharsets.UTF_8);
            if (known.add(id)) {
                ids.add(id);
                kept[count++] = row;
            } else {
                doubled.accept(row);
            }
        }
        @Nullable String @Nullable [] name = rows.texts(NAME);
        for (int i = 0; i < count; i++) {
            names.add(name == null ? null : name[kept[i]]);
        }
        longitudes.add(rows.longitudes(), kept, count);
        latitudes.add(rows.latitudes(), kept, count);
        int added = count;
        numbers.forEach((attribute, writer) -> writer.add(rows.numbers(attribute), kept, added));
        words.forEach((attribute, writer) -> writer.add(rows.texts(attribute), kept, added));
        size += count;
    }

    public int size() {
        return size;
    }

    @Override
    public void close() {
        longitudes.close();
        latitudes.close();
        numbers.values().forEach(SiteColumn.NumberWriter::close);
        words.values().forEach(SiteColumn.WordWriter::close);
        names.close();
        ids.close();
        if (!known.isAscending()) {
            IdPlaces.write(folder, SITE_ID);
        }
    }
}
