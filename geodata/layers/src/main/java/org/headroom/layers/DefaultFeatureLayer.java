package org.headroom.layers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.headroom.layers.column.FeatureColumns;
import org.headroom.layers.index.GridAreaIndex;
import org.headroom.layers.index.KdTreePointIndex;
import org.headroom.layers.index.NearestShapes;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.GeometryRole;
import org.headroom.spi.ShapeIndex;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Records in columns, in the heap or in the files of a snapshot. The methods that give a column whole keep it in the heap; those that read
 * some records keep nothing, so a layer with many records is read by them. Immutable as long as nobody writes to the arrays that it hands
 * out; safe for several threads.
 */
public final class DefaultFeatureLayer extends AbstractLayer implements FeatureLayer {
    private static final int NO_GEOMETRY = -1;
    private static final GeometryFactory POINTS = new GeometryFactory();

    private final FeatureColumns columns;
    private final Map<String, double[]> numbers = new ConcurrentHashMap<>();
    private final Map<String, @Nullable String[]> texts = new ConcurrentHashMap<>();
    private final Map<String, int[]> dates = new ConcurrentHashMap<>();
    private volatile @Nullable List<Geometry> geometries;
    private volatile @Nullable List<Geometry> lines;

    DefaultFeatureLayer(LayerInfo info, FeatureColumns columns) {
        super(info);
        this.columns = columns;
    }

    @Override
    public int size() {
        return columns.size();
    }

    @Override
    public String recordId(int record) {
        return columns.recordId(record);
    }

    /** The record's number in its source, from 1, as issues tell it. */
    public long recordNumber(int record) {
        return columns.recordNumber(record);
    }

    @Override
    public boolean hasField(String field) {
        return columns.hasField(field);
    }

    @Override
    public double[] numbers(String field) {
        return numbers.computeIfAbsent(field, f -> {
            double[] all = new double[size()];
            columns.readNumbers(f, 0, all.length, all);
            return all;
        });
    }

    @Override
    @SuppressWarnings("NullAway") // does not see the annotation of the array's elements in the compiled interface
    public @Nullable String[] texts(String field) {
        return texts.computeIfAbsent(field, f -> {
            @Nullable String[] all = new @Nullable String[size()];
            columns.readTexts(f, 0, all.length, all);
            return all;
        });
    }

    @Override
    public int[] dates(String field) {
        return dates.computeIfAbsent(field, f -> {
            int[] all = new int[size()];
            columns.readDates(f, 0, all.length, all);
            return all;
        });
    }

    /** Copies a number field of some records to the start of an array; NaN where missing or lacking. */
    public void read(String field, int first, int count, double[] out) {
        columns.readNumbers(field, check(first, count), count, out);
    }

    /** Copies a text field of some records to the start of an array; null where missing or lacking. */
    public void read(String field, int first, int count, @Nullable String[] out) {
        columns.readTexts(field, check(first, count), count, out);
    }

    /** Copies a date field of some records to the start of an array; {@link #NO_DATE} where missing or lacking. */
    public void read(String field, int first, int count, int[] out) {
        columns.readDates(field, check(first, count), count, out);
    }

    /** Copies degrees east of some records, as {@link #longitude}, to the start of an array. */
    public void readLongitudes(int first, int count, double[] out) {
        columns.readLongitudes(check(first, count), count, out);
    }

    /** Copies degrees north of some records, as {@link #latitude}, to the start of an array. */
    public void readLatitudes(int first, int count, double[] out) {
        columns.readLatitudes(check(first, count), count, out);
    }

    private int check(int first, int count) {
        if (first < 0 || count < 0 || count > size() - first) {
            throw new IndexOutOfBoundsException(
                    "records " + first + " to " + (first + (long) count - 1) + " of " + size());
        }
        return first;
    }

    @Override
    public boolean isLocated(int record) {
        return !Double.isNaN(columns.longitude(record));
    }

    @Override
    public boolean isArea(int record) {
        return columns.geometryOf(record) >= 0;
    }

    @Override
    public double longitude(int record) {
        return columns.longitude(record);
    }

    @Override
    public double latitude(int record) {
        return columns.latitude(record);
    }

    /**
     * The record's area, a valid polygon or multipolygon in EPSG:4326 that may be shared; null when it has none. Do not change it. The first
     * call brings all areas of the layer to the heap.
     */
    public @Nullable Geometry area(int record) {
        int geometry = columns.geometryOf(record);
        return geometry < 0 ? null : geometries().get(geometry);
    }

    /**
     * The record's area as well-known binary, read where it lies, so that nothing of the layer comes to the heap; null when it has none.
     */
    public byte @Nullable [] areaBytes(int record) {
        return columns.areaBytes(record);
    }

    @Override
    public @Nullable Geometry geometry(int record) {
        int line = columns.lineOf(record);
        if (line >= 0) {
            return lines().get(line);
        }
        if (isArea(record)) {
            return area(record);
        }
        return isLocated(record) ? POINTS.createPoint(new Coordinate(longitude(record), latitude(record))) : null;
    }

    /** Number of the record's area among the distinct ones of the layer, from 0; -1 when it has none. */
    int areaNumber(int record) {
        return Math.max(-1, columns.geometryOf(record));
    }

    @Override
    public Optional<GeometryRole> role() {
        return info().role();
    }

    private List<Geometry> lines() {
        List<Geometry> all = lines;
        if (all == null) {
            all = columns.lines();
            lines = all;
        }
        return all;
    }

    private List<Geometry> geometries() {
        List<Geometry> all = geometries;
        if (all == null) {
            synchronized (columns) {
                all = geometries;
                if (all == null) {
                    all = columns.geometries();
                    geometries = all;
                }
            }
        }
        return all;
    }

    @Override
    public KdTreePointIndex points(IntPredicate include) {
        int[] records = IntStream.range(0, size())
                .filter(r -> isLocated(r) && include.test(r))
                .toArray();
        double[] longitudes = new double[size()];
        double[] latitudes = new double[size()];
        columns.readLongitudes(0, size(), longitudes);
        columns.readLatitudes(0, size(), latitudes);
        return new KdTreePointIndex(longitudes, latitudes, records);
    }

    @Override
    public ShapeIndex shapes(IntPredicate include) {
        int[] whole = IntStream.range(0, size())
                .filter(r -> columns.geometryOf(r) != NO_GEOMETRY && include.test(r))
                .toArray();
        if (whole.length == 0) {
            return ShapeIndex.of(points(include));
        }
        List<Geometry> lines = lines();
        return new NearestShapes(
                points(r -> columns.geometryOf(r) == NO_GEOMETRY && include.test(r)),
                whole,
                r -> columns.lineOf(r) >= 0 ? lines.get(columns.lineOf(r)) : area(r));
    }

    @Override
    public AreaIndex areas(IntPredicate include) {
        int[] records = IntStream.range(0, size())
                .filter(r -> isArea(r) && include.test(r))
                .toArray();
        return new GridAreaIndex(geometries().toArray(new Geometry[0]), columns.geometryOf(), records);
    }
}
