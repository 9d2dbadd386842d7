package org.headroom.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.headroom.model.EvidenceClass;
import org.headroom.model.FieldType;
import org.headroom.model.LayerKind;
import org.headroom.model.NearestName;
import org.headroom.spi.AreaIndex;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.GeometryRole;
import org.headroom.spi.PointIndex;
import org.headroom.spi.ShapeIndex;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature layer made in a test, with brute-force indexes. Asking for a field that the layer's kind does not have, or by the wrong
 * type, is an error here, so that a misspelt field fails the test. Immutable and safe for several threads.
 *
 * <pre>{@code
 * MemoryLayer.of(LayerKind.GRID_CAPACITY, "substations")
 *     .evidence(EvidenceClass.REPORTED)
 *     .point("S1", -100.0, 40.0, Map.of("nominalVoltageKv", 345.0))
 *     .area("A1", "POLYGON ((0 0, 1 0, 1 1, 0 1, 0 0))", Map.of())
 *     .build();
 * }</pre>
 */
public final class MemoryLayer implements FeatureLayer {
    private final MemoryLayerBuilder settings;
    private final List<MemoryRecord> records;
    private final Map<String, double[]> numbers = new LinkedHashMap<>();
    private final Map<String, @Nullable String[]> texts = new LinkedHashMap<>();
    private final Map<String, int[]> dates = new LinkedHashMap<>();
    private final TreeSet<String> present = new TreeSet<>();

    MemoryLayer(MemoryLayerBuilder settings, List<MemoryRecord> records) {
        this.settings = settings;
        this.records = List.copyOf(records);
        present.addAll(settings.declaredFields());
        settings.kind().fields().forEach(field -> fill(field.name(), field.type()));
    }

    /** Starts a layer; ordinal 0, evidence REPORTED, source "test", no as-of date unless set. */
    public static MemoryLayerBuilder of(LayerKind kind, String id) {
        return new MemoryLayerBuilder(kind, id);
    }

    private void fill(String field, FieldType type) {
        double[] number = new double[records.size()];
        @Nullable String[] text = new @Nullable String[records.size()];
        int[] date = new int[records.size()];
        Arrays.fill(number, Double.NaN);
        Arrays.fill(date, NO_DATE);
        for (int i = 0; i < records.size(); i++) {
            Object value = records.get(i).fields().get(field);
            if (value == null) {
                continue;
            }
            present.add(field);
            switch (type) {
                case NUMBER -> number[i] = ((Number) value).doubleValue();
                case TEXT -> text[i] = (String) value;
                case DATE -> date[i] = (int) ((LocalDate) value).toEpochDay();
            }
        }
        switch (type) {
            case NUMBER -> numbers.put(field, number);
            case TEXT -> texts.put(field, text);
            case DATE -> dates.put(field, date);
        }
    }

    @Override
    public int ordinal() {
        return settings.ordinalValue();
    }

    @Override
    public String id() {
        return settings.id();
    }

    @Override
    public LayerKind kind() {
        return settings.kind();
    }

    @Override
    public EvidenceClass evidenceClass() {
        return settings.evidenceValue();
    }

    @Override
    public String source() {
        return settings.sourceValue();
    }

    @Override
    public @Nullable LocalDate asOf() {
        return settings.asOfValue();
    }

    @Override
    public int size() {
        return records.size();
    }

    @Override
    public String recordId(int record) {
        return records.get(record).id();
    }

    @Override
    public boolean hasField(String field) {
        return present.contains(field);
    }

    @Override
    public double[] numbers(String field) {
        return find(numbers, field, "number");
    }

    @Override
    @SuppressWarnings("NullAway") // javac 17 drops the annotation on the array in the interface's class file
    public @Nullable String[] texts(String field) {
        return find(texts, field, "text");
    }

    @Override
    public int[] dates(String field) {
        return find(dates, field, "date");
    }

    private <T> T find(Map<String, T> columns, String field, String type) {
        T column = columns.get(field);
        if (column == null) {
            throw new IllegalArgumentException("layers of kind " + kind().id() + " have no " + type + " field \""
                    + field + "\"" + NearestName.hint(field, columns.keySet()));
        }
        return column;
    }

    @Override
    public boolean isLocated(int record) {
        return records.get(record).geometry() != null;
    }

    @Override
    public boolean isArea(int record) {
        Geometry geometry = records.get(record).geometry();
        return geometry != null && geometry.getDimension() == 2;
    }

    @Override
    public @Nullable Geometry geometry(int record) {
        return records.get(record).geometry();
    }

    @Override
    public double longitude(int record) {
        Coordinate place = records.get(record).place();
        return place == null ? Double.NaN : place.x;
    }

    @Override
    public double latitude(int record) {
        Coordinate place = records.get(record).place();
        return place == null ? Double.NaN : place.y;
    }

    @Override
    public PointIndex points(IntPredicate include) {
        int[] included = included(record -> isLocated(record) && include.test(record));
        return new MemoryPointIndex(this, included);
    }

    @Override
    public Optional<GeometryRole> role() {
        return Optional.ofNullable(settings.roleValue());
    }

    @Override
    public ShapeIndex shapes(IntPredicate include) {
        int[] included = included(record -> isLocated(record) && include.test(record));
        return new MemoryShapeIndex(
                included, record -> Objects.requireNonNull(records.get(record).geometry()));
    }

    @Override
    public AreaIndex areas(IntPredicate include) {
        int[] included = included(record -> isArea(record) && include.test(record));
        List<Geometry> geometries = new ArrayList<>();
        for (int record : included) {
            Geometry geometry = records.get(record).geometry();
            if (geometry != null) {
                geometries.add(geometry);
            }
        }
        return new MemoryAreaIndex(included, geometries);
    }

    private int[] included(IntPredicate include) {
        return IntStream.range(0, records.size()).filter(include).toArray();
    }
}
