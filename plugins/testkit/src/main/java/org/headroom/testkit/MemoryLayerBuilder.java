package org.headroom.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.headroom.model.EvidenceClass;
import org.headroom.model.LayerField;
import org.headroom.model.LayerKind;
import org.headroom.model.NearestName;
import org.headroom.spi.GeometryRole;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Builds a {@link MemoryLayer}, record by record; records are numbered in the order in which they are added. */
public final class MemoryLayerBuilder {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final LayerKind kind;
    private final String id;
    private final List<MemoryRecord> records = new ArrayList<>();
    private final TreeSet<String> declared = new TreeSet<>();
    private int ordinal;
    private EvidenceClass evidence = EvidenceClass.REPORTED;
    private String source = "test";
    private @Nullable LocalDate asOf;
    private @Nullable GeometryRole role;

    MemoryLayerBuilder(LayerKind kind, String id) {
        this.kind = kind;
        this.id = id;
    }

    /** Place of the layer in the run; every layer of a {@link MemoryContext} needs its own. */
    public MemoryLayerBuilder ordinal(int value) {
        ordinal = value;
        return this;
    }

    public MemoryLayerBuilder evidence(EvidenceClass value) {
        evidence = value;
        return this;
    }

    public MemoryLayerBuilder source(String value) {
        source = value;
        return this;
    }

    /** The day that the layer describes. */
    public MemoryLayerBuilder asOf(LocalDate value) {
        asOf = value;
        return this;
    }

    /** Makes {@link MemoryLayer#hasField} true for a field, even when no record has a value in it. */
    public MemoryLayerBuilder field(String name) {
        field(name, null);
        declared.add(name);
        return this;
    }

    /**
     * Adds a point record.
     *
     * @param fields values by canonical field: a Number, a String or a LocalDate
     */
    public MemoryLayerBuilder point(String recordId, double longitude, double latitude, Map<String, ?> fields) {
        return add(recordId, FACTORY.createPoint(new Coordinate(longitude, latitude)), fields);
    }

    /** Adds an area record, given as WKT polygon or multipolygon, longitude first. */
    public MemoryLayerBuilder area(String recordId, String wkt, Map<String, ?> fields) {
        try {
            return add(recordId, new WKTReader(FACTORY).read(wkt), fields);
        } catch (ParseException e) {
            throw new IllegalArgumentException("record " + recordId + ": not WKT: " + wkt, e);
        }
    }

    /** Adds a line record, given as WKT, longitude first. */
    public MemoryLayerBuilder line(String recordId, String wkt, Map<String, ?> fields) {
        return area(recordId, wkt, fields);
    }

    /** What the shapes of the layer stand for; left to its records unless set. */
    public MemoryLayerBuilder role(GeometryRole value) {
        role = value;
        return this;
    }

    /** Adds an area record between two longitudes and two latitudes, degrees. */
    public MemoryLayerBuilder box(
            String recordId, double west, double south, double east, double north, Map<String, ?> fields) {
        Coordinate corner = new Coordinate(west, south);
        Coordinate[] ring = {
            corner, new Coordinate(east, south), new Coordinate(east, north), new Coordinate(west, north), corner
        };
        return add(recordId, FACTORY.createPolygon(ring), fields);
    }

    /** Adds a record that has no place on the map. */
    public MemoryLayerBuilder notLocated(String recordId, Map<String, ?> fields) {
        return add(recordId, null, fields);
    }

    public MemoryLayer build() {
        return new MemoryLayer(this, records);
    }

    private MemoryLayerBuilder add(String recordId, @Nullable Geometry geometry, Map<String, ?> fields) {
        fields.forEach(this::field);
        records.add(MemoryRecord.of(recordId, geometry, fields));
        return this;
    }

    private void field(String name, @Nullable Object value) {
        List<String> known = kind.fields().stream().map(LayerField::name).toList();
        LayerField field = kind.findField(name)
                .orElseThrow(() -> new IllegalArgumentException("layers of kind " + kind.id() + " have no field \""
                        + name + "\"" + NearestName.hint(name, known)));
        Class<?> type =
                switch (field.type()) {
                    case NUMBER -> Number.class;
                    case TEXT -> String.class;
                    case DATE -> LocalDate.class;
                };
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException("field " + name + " holds a " + type.getSimpleName() + ", not the "
                    + value.getClass().getSimpleName() + " " + value);
        }
    }

    LayerKind kind() {
        return kind;
    }

    String id() {
        return id;
    }

    int ordinalValue() {
        return ordinal;
    }

    EvidenceClass evidenceValue() {
        return evidence;
    }

    String sourceValue() {
        return source;
    }

    @Nullable
    LocalDate asOfValue() {
        return asOf;
    }

    @Nullable
    GeometryRole roleValue() {
        return role;
    }

    List<String> declaredFields() {
        return List.copyOf(declared);
    }
}
