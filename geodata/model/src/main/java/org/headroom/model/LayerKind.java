package org.headroom.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of layer and the fields that it may have: the catalogue that descriptors, the check at load, the schema and the printed tables follow.
 * Ranges are wide enough for anything that was ever built or measured (dry-bulb and pressure: WMO World Weather and Climate Extremes Archive,
 * 2024; voltage: the 1,150 kV line of Ekibastuz, 1985, and 1,100 kV DC of Changji-Guquan, 2019; the largest single substations and queue
 * requests are some thousand MW) and narrow enough to keep out figures in another unit or codes for "not known". The names here are the ones
 * descriptors, modules and rules use. Headroom's own kinds stand here and nowhere else, their fields in {@code SiteFields}, {@code GridFields}
 * and {@code SupplyFields}; a scoring module may bring further ones. Two kinds of the same id are equal. Immutable.
 */
public final class LayerKind {
    /** Land that could be built on: points, or parcels with an area. */
    public static final LayerKind CANDIDATE =
            new LayerKind("candidate", "siteId", Timing.TIMELESS, null, SiteFields.CANDIDATE);

    /** Substations and lines with voltage and headroom, or areas with the capacity of the grid in them. */
    public static final LayerKind GRID_CAPACITY = new LayerKind(
                    "grid-capacity", null, Timing.SNAPSHOT, 1_095, GridFields.GRID_CAPACITY)
            .withShapes(ShapeType.POINT, ShapeType.LINE, ShapeType.AREA);

    /** Requests to connect, of load and of generation. */
    public static final LayerKind INTERCONNECTION_QUEUE =
            new LayerKind("interconnection-queue", null, Timing.DATED_RECORDS, 548, GridFields.INTERCONNECTION_QUEUE);

    /** How long utilities say that a new large load waits, in areas that they serve. */
    public static final LayerKind LOAD_WAIT =
            new LayerKind("load-wait", null, Timing.SNAPSHOT, 1_095, GridFields.LOAD_WAIT).withShapes(ShapeType.AREA);

    /** Legal stops on new sites or connections. */
    public static final LayerKind MORATORIUM =
            new LayerKind("moratorium", null, Timing.DATED_RECORDS, 365, GridFields.MORATORIUM);

    /** Weather: stations with degree days, hourly records of stations, or rasters. */
    public static final LayerKind CLIMATE = new LayerKind("climate", null, Timing.TIMELESS, null, SupplyFields.CLIMATE);

    /** What energy costs, by zone, utility, state or node. */
    public static final LayerKind ENERGY_PRICE =
            new LayerKind("energy-price", null, Timing.SNAPSHOT, 1_095, SupplyFields.ENERGY_PRICE);

    /** Existing facilities that could convert. */
    public static final LayerKind FACILITY =
            new LayerKind("facility", "facilityId", Timing.TIMELESS, 730, SiteFields.FACILITY);

    /** Areas: counties, states, operators' territories, and where a utility serves. */
    public static final LayerKind BOUNDARY =
            new LayerKind("boundary", "code", Timing.TIMELESS, null, SiteFields.BOUNDARY);

    /** Any points, lines or areas; each descriptor declares the fields of its layer itself. */
    public static final LayerKind FEATURE = new LayerKind("feature");

    /** Any grid; each descriptor declares the fields of its bands itself. */
    public static final LayerKind RASTER = new LayerKind("raster");

    private static final List<LayerKind> BUILT_IN = List.of(
            CANDIDATE,
            GRID_CAPACITY,
            INTERCONNECTION_QUEUE,
            LOAD_WAIT,
            MORATORIUM,
            CLIMATE,
            ENERGY_PRICE,
            FACILITY,
            BOUNDARY,
            FEATURE,
            RASTER);

    private static final Map<String, List<String>> IDENTITIES = Map.of(
            INTERCONNECTION_QUEUE.id, List.of("requestId", "market", "side", "queueStatus", "requestedMw"),
            MORATORIUM.id, List.of("instrumentId", "moratoriumStatus", "adoptedDate"),
            BOUNDARY.id, List.of("code", "boundaryKind", "zoneCode"));

    private static final Map<String, List<String>> TOLD = Map.of(
            GRID_CAPACITY.id,
            List.of(
                    "name",
                    "headroomStanding",
                    "headroomBinding",
                    "headroomCondition",
                    "headroomZoneId",
                    "headroomZeroReason"),
            LOAD_WAIT.id,
            List.of("utility", "waitScope"),
            MORATORIUM.id,
            List.of(
                    "jurisdictionName",
                    "moratoriumStatus",
                    "adoptedDate",
                    "effectiveDate",
                    "expiryDate",
                    "durationDays",
                    "durationMonths",
                    "rescindedDate",
                    "citation"));

    /** How layers of a kind stand in time. */
    public enum Timing {
        /** They hold on any day, as weather of a typical year and boundaries do. */
        TIMELESS,
        /** Their records carry the days from which and up to which they hold. */
        DATED_RECORDS,
        /** They describe one day, and nothing before it. */
        SNAPSHOT
    }

    private final String id;
    private final @Nullable String siteIdField;
    private final List<LayerField> fields;
    private final Timing timing;
    private final @Nullable Integer maximumAgeDays;
    private final Set<ShapeType> shapes;

    /**
     * @param id lower case with hyphens, such as {@code flood-zone}; unique among all kinds
     * @param fields with names that differ, in lower camel case
     * @throws IllegalArgumentException when a name has another form or stands twice
     */
    public LayerKind(String id, LayerField... fields) {
        this(id, null, Timing.SNAPSHOT, null, List.of(fields), EnumSet.allOf(ShapeType.class));
    }

    /** One of Headroom's own that cannot be a line. */
    private LayerKind(
            String id,
            @Nullable String siteIdField,
            Timing timing,
            @Nullable Integer maximumAgeDays,
            List<LayerField> fields) {
        this(id, siteIdField, timing, maximumAgeDays, fields, EnumSet.of(ShapeType.POINT, ShapeType.AREA));
    }

    private LayerKind(
            String id,
            @Nullable String siteIdField,
            Timing timing,
            @Nullable Integer maximumAgeDays,
            List<LayerField> fields,
            Set<ShapeType> shapes) {
        this.shapes = Collections.unmodifiableSet(EnumSet.copyOf(shapes));
        this.id = id;
        this.siteIdField = siteIdField;
        this.timing = timing;
        this.maximumAgeDays = maximumAgeDays;
        this.fields = fields;
        require(id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"), "its id is not lower case with hyphens");
        Set<String> names = new HashSet<>();
        for (LayerField field : fields) {
            require(field.name().matches("[a-z][A-Za-z0-9]*"), "field " + field.name() + " is not lower camel case");
            require(names.add(field.name()), "field " + field.name() + " stands twice");
        }
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("layer kind " + id + ": " + problem);
        }
    }

    /** Headroom's own kinds, in a fixed order. */
    public static List<LayerKind> builtIn() {
        return BUILT_IN;
    }

    /** The name used in descriptors: {@code grid-capacity} for GRID_CAPACITY. */
    public String id() {
        return id;
    }

    /** The fields a layer of this kind may have. */
    public List<LayerField> fields() {
        return fields;
    }

    public Optional<LayerField> findField(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** The field that names a site made from a record; empty when records of this kind are no candidates. */
    public Optional<String> siteIdField() {
        return Optional.ofNullable(siteIdField);
    }

    /** The same kind with records of these shapes only; at least one. */
    public LayerKind withShapes(ShapeType first, ShapeType... more) {
        return new LayerKind(id, siteIdField, timing, maximumAgeDays, fields, EnumSet.of(first, more));
    }

    /** Whether a descriptor of this kind declares the fields of its layer itself. */
    public boolean declaresFields() {
        return equals(FEATURE) || equals(RASTER);
    }

    /**
     * The same kind for a layer with these fields.
     *
     * @throws IllegalArgumentException as the constructor
     */
    public LayerKind withFields(List<LayerField> own) {
        return new LayerKind(id, siteIdField, timing, maximumAgeDays, List.copyOf(own), shapes);
    }

    /** The shapes that its records may have; never empty. */
    public Set<ShapeType> shapes() {
        return shapes;
    }

    /**
     * The fields by which two records at one place are the same thing told twice, an id first; empty for a kind whose records have no such
     * id, and for candidates and facilities, of which each is one site anyway.
     */
    public List<String> identity() {
        return IDENTITIES.getOrDefault(id, List.of());
    }

    /**
     * The fields of a record that runs keep as text and explanations tell beside the figures that it decided; empty for a kind of which the id of
     * the record says it all.
     */
    public List<String> told() {
        return TOLD.getOrDefault(id, List.of());
    }

    public Timing timing() {
        return timing;
    }

    /** Days after which a layer of this kind is old, unless its descriptor says otherwise; null for never. An assumption of Headroom, 2026. */
    public @Nullable Integer maximumAgeDays() {
        return maximumAgeDays;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LayerKind kind && kind.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
