package org.headroom.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.SiteAttributes;
import org.headroom.model.SiteOrigin;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** The candidate sites of a run, read from mapped columns, so that memory does not grow with their number. Safe for several threads. */
public final class SiteStore {
    private final Map<String, TextFile> texts = new HashMap<>();
    private final Map<String, DoubleBuffer> numbers = new HashMap<>();
    private final int size;

    public SiteStore(Path folder) {
        numbers.put(SiteWriter.LONGITUDE, map(folder, SiteWriter.LONGITUDE));
        numbers.put(SiteWriter.LATITUDE, map(folder, SiteWriter.LATITUDE));
        for (LayerField attribute : SiteAttributes.all()) {
            if (attribute.type() == FieldType.NUMBER) {
                numbers.put(attribute.name(), map(folder, attribute.name()));
            } else {
                texts.put(attribute.name(), new TextFile(folder, attribute.name()));
            }
        }
        size = numberColumn(SiteWriter.LONGITUDE).limit();
    }

    public int size() {
        return size;
    }

    public String siteId(int site) {
        return Objects.requireNonNull(text("siteId", site));
    }

    public SiteOrigin origin(int site) {
        return SiteOrigin.valueOf(Objects.requireNonNull(text(SiteAttributes.ORIGIN, site)));
    }

    /** Degrees east. */
    public double longitude(int site) {
        return numberColumn(SiteWriter.LONGITUDE).get(site);
    }

    /** Degrees north. */
    public double latitude(int site) {
        return numberColumn(SiteWriter.LATITUDE).get(site);
    }

    /** A text attribute; null when missing. */
    public @Nullable String text(String attribute, int site) {
        TextFile column = texts.get(attribute);
        if (column == null) {
            throw new IllegalArgumentException(attribute + " is not a text attribute of sites");
        }
        return column.get(site);
    }

    /** A number attribute; NaN when missing. */
    public double number(String attribute, int site) {
        return numberColumn(attribute).get(site);
    }

    /** The place of a site in the store, or -1. Looks at every id: for people's questions, not for inner loops. */
    public int find(String siteId) {
        for (int site = 0; site < size; site++) {
            if (siteId(site).equals(siteId)) {
                return site;
            }
        }
        return -1;
    }

    /** A block of sites from {@code first} on. */
    public SiteBlock block(int first, int count) {
        return new StoredBlock(first, count);
    }

    private DoubleBuffer numberColumn(String attribute) {
        DoubleBuffer column = numbers.get(attribute);
        if (column == null) {
            throw new IllegalArgumentException(attribute + " is not a number attribute of sites");
        }
        return column;
    }

    private static DoubleBuffer map(Path folder, String name) {
        try (FileChannel channel = FileChannel.open(folder.resolve(name + ".f64"), StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()).asDoubleBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a column of the block when somebody asks for it. */
    private final class StoredBlock implements SiteBlock {
        private final int first;
        private final int count;
        private final Map<String, double[]> numbersRead = new HashMap<>();
        private final Map<String, @Nullable String[]> textsRead = new HashMap<>();

        StoredBlock(int first, int count) {
            this.first = first;
            this.count = count;
        }

        @Override
        public int size() {
            return count;
        }

        @Override
        public String siteId(int site) {
            return SiteStore.this.siteId(first + site);
        }

        @Override
        public SiteOrigin origin(int site) {
            return SiteOrigin.valueOf(Objects.requireNonNull(texts(SiteAttributes.ORIGIN)[site]));
        }

        @Override
        public double[] longitudes() {
            return numbers(SiteWriter.LONGITUDE);
        }

        @Override
        public double[] latitudes() {
            return numbers(SiteWriter.LATITUDE);
        }

        @Override
        public double[] numbers(String attribute) {
            return numbersRead.computeIfAbsent(attribute, name -> {
                double[] values = new double[count];
                numberColumn(name).get(first, values);
                return values;
            });
        }

        @Override
        @SuppressWarnings("NullAway") // does not read the null mark of an array's elements from a class file
        public @Nullable String[] texts(String attribute) {
            return textsRead.computeIfAbsent(attribute, name -> {
                @Nullable String[] values = new String[count];
                for (int i = 0; i < count; i++) {
                    values[i] = text(name, first + i);
                }
                return values;
            });
        }
    }
}
