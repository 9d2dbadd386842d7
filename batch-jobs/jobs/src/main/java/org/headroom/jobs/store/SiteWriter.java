package org.headroom.jobs.store;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.SiteAttributes;
import org.jspecify.annotations.Nullable;

/** Writes the candidate sites, one after the other, as columns: place, and every attribute of {@link SiteAttributes}. */
public final class SiteWriter implements AutoCloseable {
    static final String LONGITUDE = "longitude";
    static final String LATITUDE = "latitude";

    private final Map<String, TextWriter> texts = new LinkedHashMap<>();
    private final Map<String, DoubleWriter> numbers = new LinkedHashMap<>();
    private int size;

    public SiteWriter(Path folder) {
        numbers.put(LONGITUDE, new DoubleWriter(folder, LONGITUDE));
        numbers.put(LATITUDE, new DoubleWriter(folder, LATITUDE));
        for (LayerField attribute : SiteAttributes.all()) {
            if (attribute.type() == FieldType.NUMBER) {
                numbers.put(attribute.name(), new DoubleWriter(folder, attribute.name()));
            } else {
                texts.put(attribute.name(), new TextWriter(folder, attribute.name()));
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

    public void add(double longitude, double latitude, Attributes attributes) {
        numbers.forEach((name, writer) -> writer.add(
                switch (name) {
                    case LONGITUDE -> longitude;
                    case LATITUDE -> latitude;
                    default -> attributes.number(name);
                }));
        texts.forEach((name, writer) -> writer.add(attributes.text(name)));
        size++;
    }

    public int size() {
        return size;
    }

    @Override
    public void close() {
        numbers.values().forEach(DoubleWriter::close);
        texts.values().forEach(TextWriter::close);
    }
}
