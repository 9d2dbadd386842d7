package org.headroom.runs.store;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.headroom.columns.ColumnBytes;
import org.headroom.columns.ColumnFile;
import org.headroom.columns.ColumnStore;
import org.headroom.columns.TextBlock;
import org.headroom.columns.TextFile;
import org.headroom.columns.WordColumn;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.SiteAttributes;
import org.headroom.model.SiteOrigin;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The candidate sites of a run, read from columns on disk, so that memory does not grow with their number. Safe for several threads. */
public final class SiteStore implements AutoCloseable {
    private static final int BLOCK = 4096;

    private final int size;
    private final @Nullable ColumnFile idPlaces;
    private final TextFile ids;
    private final TextFile names;
    private final Map<String, ColumnFile> numbers = new HashMap<>();
    private final Map<String, WordColumn> words = new HashMap<>();

    public SiteStore(Path folder) {
        try (ColumnBytes longitudes = ColumnStore.folder(folder).open(SiteWriter.LONGITUDE + SiteWriter.NUMBERS)) {
            size = Math.toIntExact(longitudes.size() / Double.BYTES);
        }
        idPlaces = IdPlaces.open(folder, size);
        ids = new TextFile(folder, SiteWriter.SITE_ID);
        names = new TextFile(folder, SiteWriter.NAME);
        for (String place : List.of(SiteWriter.LONGITUDE, SiteWriter.LATITUDE, SiteWriter.AREA)) {
            numbers.put(place, open(folder, place));
        }
        for (LayerField attribute : SiteAttributes.all()) {
            String name = attribute.name();
            if (attribute.type() == FieldType.NUMBER) {
                numbers.put(name, open(folder, name));
            } else if (!name.equals(SiteWriter.SITE_ID) && !name.equals(SiteWriter.NAME)) {
                words.put(name, WordColumn.openIfAny(folder, name, size));
            }
        }
    }

    private ColumnFile open(Path folder, String attribute) {
        return ColumnFile.openIfAny(folder.resolve(attribute + SiteWriter.NUMBERS), size, Double.BYTES);
    }

    public int size() {
        return size;
    }

    public String siteId(int site) {
        return Objects.requireNonNull(ids.get(site));
    }

    /** The name of a site for people; null when it has none. */
    public @Nullable String name(int site) {
        return names.get(site);
    }

    /** Ids of the sites from {@code first} on. */
    public TextBlock ids(int first, int count) {
        return ids.read(first, count);
    }

    /** Names of the sites from {@code first} on. */
    public TextBlock names(int first, int count) {
        return names.read(first, count);
    }

    /** Reads degrees east. */
    public void readLongitudes(int first, int count, double[] degrees) {
        readNumbers(SiteWriter.LONGITUDE, first, count, degrees);
    }

    /** Reads degrees north. */
    public void readLatitudes(int first, int count, double[] degrees) {
        readNumbers(SiteWriter.LATITUDE, first, count, degrees);
    }

    /** Reads where the areas of sites stand, as {@link SiteWriter#areaOf} puts it; NaN for a site that is a point. */
    public void readAreaPlaces(int first, int count, double[] places) {
        readNumbers(SiteWriter.AREA, first, count, places);
    }

    /** Reads a number attribute, NaN where missing. */
    public void readNumbers(String attribute, int first, int count, double[] values) {
        ColumnFile column = numbers.get(attribute);
        if (column == null) {
            throw new IllegalArgumentException(attribute + " is not a number attribute of sites");
        }
        column.column(0).readDoubles(first, count, values, Double.NaN);
    }

    /** The different values of a text attribute other than id and name, by the numbers that {@link #readWords} gives. */
    public List<String> words(String attribute) {
        return column(attribute).words();
    }

    /** Reads a text attribute other than id and name as numbers of its {@link #words}, -1 where missing. */
    public void readWords(String attribute, int first, int count, int[] numbersOfWords) {
        column(attribute).read(first, count, numbersOfWords);
    }

    private WordColumn column(String attribute) {
        WordColumn column = words.get(attribute);
        if (column == null) {
            throw new IllegalArgumentException(attribute + " is not a text attribute of sites");
        }
        return column;
    }

    /** Reads the place of each site in the order of the ids ({@link SiteIdOrder}), from 0. */
    public void readIdPlaces(int first, int count, int[] places) {
        IdPlaces.read(idPlaces, first, count, places);
    }

    /** The place of a site in the store, or -1. Looks at every id: for people's questions, not for inner loops. */
    public int find(String siteId) {
        for (int first = 0; first < size; first += BLOCK) {
            TextBlock block = ids.read(first, Math.min(BLOCK, size - first));
            int found = block.find(siteId);
            if (found >= 0) {
                return first + found;
            }
        }
        return -1;
    }

    /** A block of sites from {@code first} on, which are all taken for points. */
    public SiteBlock block(int first, int count) {
        return block(first, count, (layer, record) -> null);
    }

    /**
     * A block of sites from {@code first} on.
     *
     * @param areas gives the area of a record by the place of its layer in the project, from 0; asked for when somebody asks for the area of a site
     */
    public SiteBlock block(int first, int count, AreaLookup areas) {
        return new StoredBlock(first, count, areas);
    }

    /** Gives areas of sites. */
    @FunctionalInterface
    public interface AreaLookup {
        @Nullable
        Geometry area(int layer, int record);
    }

    @Override
    public void close() {
        ids.close();
        names.close();
        if (idPlaces != null) {
            idPlaces.close();
        }
        numbers.values().forEach(ColumnFile::close);
        words.values().forEach(WordColumn::close);
    }

    /** Reads a column of the block when somebody asks for it. */
    private final class StoredBlock implements SiteBlock {
        private final int first;
        private final int count;
        private final AreaLookup areas;
        private final Map<String, double[]> numbersRead = new HashMap<>();
        private final Map<String, @Nullable String[]> textsRead = new HashMap<>();

        StoredBlock(int first, int count, AreaLookup areas) {
            this.first = first;
            this.count = count;
            this.areas = areas;
        }

        @Override
        public int size() {
            return count;
        }

        @Override
        public String siteId(int site) {
            // Whoever asks for one asks for more of the block; each by itself would be two calls of the system.
            return Objects.requireNonNull(texts(SiteWriter.SITE_ID)[site]);
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
        public @Nullable Geometry area(int site) {
            double area = numbers(SiteWriter.AREA)[site];
            return Double.isNaN(area) ? null : areas.area(SiteWriter.layerOf(area), SiteWriter.recordOf(area));
        }

        @Override
        public double[] numbers(String attribute) {
            return numbersRead.computeIfAbsent(attribute, name -> {
                double[] values = new double[count];
                readNumbers(name, first, count, values);
                return values;
            });
        }

        @Override
        @SuppressWarnings("NullAway") // does not read the null mark of an array's elements from a class file
        public @Nullable String[] texts(String attribute) {
            return textsRead.computeIfAbsent(attribute, this::read);
        }

        @SuppressWarnings("NullAway") // as above
        private @Nullable String[] read(String attribute) {
            @Nullable String[] values = new @Nullable String[count];
            if (attribute.equals(SiteWriter.SITE_ID) || attribute.equals(SiteWriter.NAME)) {
                TextBlock texts = attribute.equals(SiteWriter.NAME) ? names(first, count) : ids(first, count);
                Arrays.setAll(values, texts::get);
            } else {
                int[] numbersOfWords = new int[count];
                readWords(attribute, first, count, numbersOfWords);
                List<String> list = words(attribute);
                Arrays.setAll(values, i -> numbersOfWords[i] < 0 ? null : list.get(numbersOfWords[i]));
            }
            return values;
        }
    }
}
