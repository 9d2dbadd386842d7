package org.headroom.runs.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.headroom.columns.ColumnStore;
import org.headroom.columns.ColumnWriter;
import org.headroom.columns.TextBlock;
import org.headroom.columns.TextFile;
import org.headroom.columns.TextWriter;
import org.headroom.columns.WordColumn;
import org.headroom.columns.WordWriter;
import org.headroom.model.FieldType;
import org.headroom.model.LayerField;
import org.headroom.model.SiteAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Writes the candidate sites as columns: place, and every attribute of {@link SiteAttributes} that a site has. A million sites at a time are
 * put in spatial order, so that blocks of sites lie together on the map.
 */
public final class SiteWriter implements AutoCloseable {
    static final String LONGITUDE = "longitude";
    static final String LATITUDE = "latitude";
    static final String SITE_ID = "siteId";
    static final String NAME = "name";
    /** Where the area of a site stands: {@link #areaOf}; missing for a site that is a point. */
    public static final String AREA = "area";
    /** What the names of files of numbers end with: eight bytes a site, zeros for NaN, which stands for a missing one. */
    static final String NUMBERS = ".f64";

    private static final int SEGMENT_SITES = 1 << 20;
    private static final double RECORDS = 1L << 31;

    private final Path folder;
    private final ColumnStore store;
    private final ColumnWriter longitudes;
    private final ColumnWriter latitudes;
    private final TextWriter ids;
    private final TextWriter names;
    private final IdPlaces.Writer idPlaces;
    private final Map<String, ColumnWriter> numbers = new LinkedHashMap<>();
    private final Map<String, WordWriter> words = new LinkedHashMap<>();
    private final KnownIds known = new KnownIds(this::readIds);
    /** What is filled, while the one that was filled before is written. */
    private SiteSegment segment;

    private SiteSegment writing;
    private final SpatialOrder spatial = new SpatialOrder();
    private @Nullable ForkJoinTask<?> write;
    private int written;

    public SiteWriter(Path folder) {
        this(folder, SEGMENT_SITES);
    }

    /** @param segmentSites how many sites are put in order together, where their ids and names are not very long; at least 1 */
    public SiteWriter(Path folder, int segmentSites) {
        this.folder = folder;
        segment = new SiteSegment(segmentSites);
        writing = new SiteSegment(segmentSites);
        store = ColumnStore.folder(folder);
        longitudes = store.create(LONGITUDE + NUMBERS);
        latitudes = store.create(LATITUDE + NUMBERS);
        ids = new TextWriter(store, SITE_ID);
        names = new TextWriter(store, NAME);
        idPlaces = new IdPlaces.Writer(store);
        numbers.put(AREA, store.create(AREA + NUMBERS));
        for (LayerField attribute : SiteAttributes.all()) {
            String name = attribute.name();
            if (attribute.type() == FieldType.NUMBER) {
                numbers.put(name, store.create(name + NUMBERS));
            } else if (!name.equals(SITE_ID) && !name.equals(NAME)) {
                words.put(name, new WordWriter(store, name, Integer.MAX_VALUE));
            }
        }
    }

    /** Where an area stands, as one number that a double holds exactly: the layer's place in the project, and the record in it. */
    public static double areaOf(int layer, int record) {
        return layer * RECORDS + record;
    }

    /** The layer's place in the project, of an {@link #areaOf}. */
    public static int layerOf(double area) {
        return (int) (area / RECORDS);
    }

    /** The record in the layer, of an {@link #areaOf}. */
    public static int recordOf(double area) {
        return (int) (area % RECORDS);
    }

    /**
     * Takes sites; of those with the same id the first.
     *
     * @param doubled takes each row that is left out, as its id is known already
     */
    public void add(SiteRows rows, IntConsumer doubled) {
        for (int row = 0; row < rows.size(); ) {
            row = addSome(rows, row, doubled);
            if (segment.isFull()) {
                writeSegment();
            }
        }
    }

    /** Takes rows from {@code first} on until they end or the segment is full; gives the row after them. */
    private int addSome(SiteRows rows, int first, IntConsumer doubled) {
        int[] kept = new int[rows.size() - first];
        int count = 0;
        int row = first;
        double[] east = rows.longitudes();
        double[] north = rows.latitudes();
        for (; row < rows.size() && !segment.isFull(); row++) {
            byte[] id = rows.siteId(row).getBytes(StandardCharsets.UTF_8);
            if (known.add(id)) {
                segment.add(id, east[row], north[row]);
                kept[count++] = row;
            } else {
                doubled.accept(row);
            }
        }
        int added = count;
        @Nullable String[] names = rows.texts(NAME);
        if (names != null) {
            segment.names(names, kept, added);
        }
        for (String attribute : numbers.keySet()) {
            double[] values = rows.numbers(attribute);
            if (values != null) {
                segment.numbers(attribute, values, kept, added);
            }
        }
        words.forEach((attribute, writer) -> {
            @Nullable String[] values = rows.texts(attribute);
            if (values != null) {
                segment.words(attribute, values, kept, added, writer::number);
            }
        });
        return row;
    }

    /** Has the segment written while the next one is filled. */
    private void writeSegment() {
        awaitWrite();
        SiteSegment full = segment;
        segment = writing;
        writing = full;
        write = ForkJoinPool.commonPool().submit(() -> write(full));
    }

    private void awaitWrite() {
        ForkJoinTask<?> begun = write;
        if (begun != null) {
            write = null;
            begun.join();
            written += writing.size();
            writing.clear();
        }
    }

    /** Writes the columns at the same time; each is a file of its own. */
    private void write(SiteSegment full) {
        int[] order = full.order(spatial);
        List<Runnable> columns = new ArrayList<>();
        columns.add(() -> write(full.ids(), ids, order));
        columns.add(() -> write(full.names(), names, order));
        columns.add(() -> idPlaces.add(order));
        columns.add(() -> put(longitudes, full.longitudes(), order));
        columns.add(() -> put(latitudes, full.latitudes(), order));
        numbers.forEach((attribute, writer) -> columns.add(() -> put(writer, full.numbers(attribute), order)));
        words.forEach((attribute, writer) -> columns.add(() -> put(writer.numbers(), full.words(attribute), order)));
        columns.parallelStream().forEach(Runnable::run);
    }

    private static void write(HeldTexts texts, TextWriter to, int[] order) {
        for (int site : order) {
            texts.write(site, to);
        }
    }

    private static void put(ColumnWriter to, double @Nullable [] values, int[] order) {
        if (values == null) {
            to.putUsual((long) Double.BYTES * order.length);
            return;
        }
        to.begin();
        for (int site : order) {
            to.putDouble(site < values.length ? values[site] : Double.NaN, Double.NaN);
        }
    }

    private static void put(ColumnWriter to, int @Nullable [] words, int[] order) {
        if (words == null) {
            to.putUsual((long) Integer.BYTES * order.length);
            return;
        }
        to.begin();
        for (int site : order) {
            to.putInt(site < words.length ? words[site] : WordColumn.MISSING, WordColumn.MISSING);
        }
    }

    /** Hands out the ids of all sites so far. */
    private void readIds(Consumer<byte[]> action) {
        awaitWrite();
        ids.flush();
        try (TextFile file = new TextFile(folder, SITE_ID)) {
            for (int first = 0, together = 1 << 12; first < written; first += together) {
                TextBlock block = file.read(first, Math.min(together, written - first));
                for (int i = 0; i < block.size(); i++) {
                    action.accept(block.bytes(i));
                }
            }
        }
        for (int i = 0; i < segment.size(); i++) {
            action.accept(segment.ids().get(i));
        }
    }

    /** Number of sites so far. */
    public int size() {
        return written + segment.size() + (write == null ? 0 : writing.size());
    }

    @Override
    public void close() {
        try {
            awaitWrite();
            write(segment);
        } finally {
            store.close();
        }
        if (!known.isAscending()) {
            IdPlaces.sort(folder, SITE_ID);
        }
    }
}
