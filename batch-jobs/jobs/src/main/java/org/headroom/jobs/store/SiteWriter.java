package org.headroom.jobs.store;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.SiteAttributes;
import org.jspecify.annotations.Nullable;

/** Writes the candidate sites, one after the other, as columns: place, and every attribute of {@link SiteAttributes} that a site has. */
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

    /** What is known of one site; attributes left out are missing. */
    public interface Attributes {
        @Nullable
        String text(String attribute);

        /** NaN when missing. */
        double number(String attribute);
    }

    /** Writes a site; false when one with the same id was written before, and then nothing is. */
    public boolean add(String siteId, double longitude, double latitude, Attributes attributes) {
        if (!known.add(siteId)) {
            return false;
        }
        ids.add(siteId);
        names.add(attributes.text(NAME));
        longitudes.add(longitude);
        latitudes.add(latitude);
        numbers.forEach((name, writer) -> writer.add(attributes.number(name)));
        words.forEach((name, writer) -> writer.add(attributes.text(name)));
        size++;
        return true;
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
