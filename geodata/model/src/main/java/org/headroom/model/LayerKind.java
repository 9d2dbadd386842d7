package org.headroom.model;

import static org.headroom.model.LayerField.date;
import static org.headroom.model.LayerField.number;
import static org.headroom.model.LayerField.text;

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
 * Ranges are wide enough for anything that was ever built or measured (dry-bulb and pressure: WMO World Weather and Climate Extremes
 * Archive, 2024; voltage: the 1,150 kV line of Ekibastuz, 1985, and 1,100 kV DC of Changji-Guquan, 2019; the largest single substations and
 * queue requests are some thousand MW) and narrow enough to keep out figures in another unit or codes for "not known". The names here are the ones descriptors, modules and rules use. Headroom's own kinds
 * stand here and nowhere else; a scoring module may bring further ones. Two kinds of the same id are equal. Immutable.
 */
public final class LayerKind {
    /** Land that could be built on: points, or parcels with an area. */
    public static final LayerKind CANDIDATE = new LayerKind(
            "candidate",
            "siteId",
            Timing.TIMELESS,
            null,
            List.of(
                    text("siteId", "stable id of the site").asRequired(),
                    text("name", "name for people"),
                    text("stateCode", "two-letter state"),
                    text("jurisdictionCode", "code of the county or other jurisdiction, such as a FIPS code"),
                    text("siteKind", "what stands on the land").oneOf("GREENFIELD", "BROWNFIELD", "MINING"),
                    number("buildableAreaHa", "ha", "land that can be built on, after exclusions")
                            .between(0, 1e8),
                    elevation("of the land"),
                    number("contractedCapacityMw", "MW", "firm import right already held")
                            .between(0, 5_000),
                    text("coolingTechnology", "how the machines are cooled").oneOf("AIR", "LIQUID", "IMMERSION"),
                    number("distanceToFibreKm", "km", "to a long-haul route").between(0, 20_004),
                    number("fossilFraction", "1", "share of the supply that is fossil")
                            .between(0, 1),
                    text("inFloodZone", "whether the land lies in a mapped flood zone")
                            .oneOf("YES", "NO"),
                    text(
                            "interconnectionNodeId",
                            "id of the record of a grid-capacity layer that the site is connected at; the best in reach when"
                                    + " missing")));

    /** Substations and lines with voltage and headroom, or areas with the capacity of the grid in them. */
    public static final LayerKind GRID_CAPACITY = new LayerKind(
                    "grid-capacity",
                    null,
                    Timing.SNAPSHOT,
                    1_095,
                    List.of(
                            text("name", "name of the substation or area"),
                            text("operator", "who runs it"),
                            number("nominalVoltageKv", "kV", "highest nominal voltage")
                                    .between(0.1, 1_500)
                                    .notKnownWhen(999.0),
                            number(
                                            "completeFromKv",
                                            "kV",
                                            "voltage from which the layer holds every node and line; below it more may stand there"
                                                    + " than any layer knows")
                                    .between(1, 1_500),
                            number("publishedHeadroomMw", "MW", "headroom for load as the operator publishes it (H1)")
                                    .between(-5_000, 5_000)
                                    .notKnownWhen(-999.0, -99.0, 999.0),
                            date("headroomAsOf", "day that the published headroom describes"),
                            text("capacityDirection", "what the published headroom is for; load when missing")
                                    .oneOf("LOAD", "GENERATION"),
                            text("headroomStanding", "who may have the published headroom today; anybody when missing")
                                    .oneOf("OPEN", "TENDER", "NOT_AGREED"),
                            text("headroomBinding", "what limits the published headroom, at the node or in its zone")
                                    .listOf(
                                            "THERMAL",
                                            "SHORT_CIRCUIT_NODE",
                                            "SHORT_CIRCUIT_ZONE",
                                            "STATIC_NODE",
                                            "STATIC_ZONE",
                                            "DYNAMIC_NODE",
                                            "DYNAMIC_ZONE",
                                            "OTHER"),
                            text("headroomCondition", "what a load must bear to be granted the published headroom")
                                    .oneOf("NONE", "RIDE_THROUGH", "CURTAILABLE"),
                            text("headroomZoneId", "zone whose nodes share one ceiling of headroom"),
                            text("headroomZeroReason", "why the operator grants nothing, or less, in its own words"),
                            number("transformerTotalMva", "MVA", "sum of transformer ratings")
                                    .between(0, 50_000)
                                    .notKnownWhen(9_999.0),
                            number("transformerLargestMva", "MVA", "rating of the largest transformer")
                                    .between(0, 3_000),
                            number("peakDemandMw", "MW", "peak demand served by the substation")
                                    .between(0, 50_000)
                                    .notKnownWhen(9_999.0),
                            number("committedLoadMw", "MW", "load already promised, not yet served")
                                    .between(0, 50_000)
                                    .notKnownWhen(9_999.0),
                            number(
                                            "transferCapacityMw",
                                            "MW",
                                            "sum of the AC transfer capacities into an area, pair by pair of areas; no import limit")
                                    .between(0, 200_000),
                            number("substationCount", "1", "substations in an area")
                                    .between(0, 100_000),
                            number("bulkSubstationCount", "1", "bulk substations in an area")
                                    .between(0, 100_000),
                            number("plantCapacityMw", "MW", "generating plant in an area")
                                    .between(0, 500_000)))
            .withShapes(ShapeType.POINT, ShapeType.LINE, ShapeType.AREA);

    /** Requests to connect, of load and of generation. */
    public static final LayerKind INTERCONNECTION_QUEUE = new LayerKind(
            "interconnection-queue",
            null,
            Timing.DATED_RECORDS,
            548,
            List.of(
                    text("requestId", "the operator's id of the request"),
                    text("market", "operator or market whose queue it is"),
                    text("side", "what asks to be connected")
                            .oneOf("LOAD", "GENERATION")
                            .asRequired(),
                    text(
                                    "queueStatus",
                                    "where the request stands; UNKNOWN where the source does not say whether it is still open")
                            .oneOf("ACTIVE", "SUSPENDED", "WITHDRAWN", "OPERATIONAL", "UNKNOWN")
                            .asRequired(),
                    text("queueStatusRaw", "the operator's own word for the status"),
                    number("requestedMw", "MW", "size of the request at its point of interconnection, a hybrid once")
                            .between(-20_000, 20_000)
                            .notKnownWhen(-9_999.0, -999.0, 9_999.0)
                            .negativeMeans("a reduction, which asks for nothing"),
                    date("queueDate", "day the request was received"),
                    date("withdrawnDate", "day it was withdrawn"),
                    date("inServiceDate", "day it went into service"),
                    date("proposedInServiceDate", "day on which it is planned to go into service"),
                    text("fuel", "fuel or technology"),
                    text("poiName", "point of interconnection"),
                    text("clusterStudyId", "study in which it is"),
                    number(
                                    "possiblePlaceCount",
                                    "1",
                                    "areas of which the request lies in one, nobody knows which; 1 when missing")
                            .between(1, 1_000),
                    text(
                                    "recordUse",
                                    "what the record is for: SUMS round a site, or CURVES of a past cohort; both when missing")
                            .oneOf("SUMS", "CURVES")));

    /** How long utilities say that a new large load waits, in areas that they serve. */
    public static final LayerKind LOAD_WAIT = new LayerKind(
                    "load-wait",
                    null,
                    Timing.SNAPSHOT,
                    1_095,
                    List.of(
                            text("utility", "who says it"),
                            number("waitMonthsLow", "months", "least time from a request to service")
                                    .between(0, 480)
                                    .asRequired(),
                            number("waitMonthsHigh", "months", "most time from a request to service")
                                    .between(0, 480)
                                    .asRequired(),
                            number("fromLoadMw", "MW", "least load of which it is told; of all loads where missing")
                                    .between(0, 5_000),
                            text(
                                            "waitScope",
                                            "AREA: whoever connects there waits so long; PART: others connect loads there too, and tell"
                                                    + " nothing")
                                    .oneOf("AREA", "PART")))
            .withShapes(ShapeType.AREA);

    /** Legal stops on new sites or connections. */
    public static final LayerKind MORATORIUM = new LayerKind(
            "moratorium",
            null,
            Timing.DATED_RECORDS,
            365,
            List.of(
                    text("instrumentId", "id of the instrument").asRequired(),
                    text("jurisdictionName", "who enacted it"),
                    text("jurisdictionType", "County, City, Township, Town, Village, State ..."),
                    text("sectors", "sectors covered; all when missing")
                            .listOf(
                                    "data_center",
                                    "cryptocurrency_mining",
                                    "battery_storage",
                                    "solar",
                                    "wind",
                                    "industrial",
                                    "residential",
                                    "general"),
                    number("thresholdMw", "MW", "loads below this are not covered")
                            .between(0, 50_000),
                    text("scope", "AREA: the whole geometry is covered; PART: only a part of it that is not mapped")
                            .oneOf("AREA", "PART"),
                    text("moratoriumStatus", "how the instrument stands; NONE where somebody looked and found none")
                            .oneOf("PROPOSED", "ACTIVE", "EXTENDED", "REPLACED", "EXPIRED", "RESCINDED", "NONE"),
                    date("adoptedDate", "day of adoption"),
                    date("effectiveDate", "day on which it begins to hold; the adoption when missing"),
                    date("expiryDate", "last day on which it holds"),
                    number("durationDays", "d", "term in days from the effective date")
                            .between(1, 36_525),
                    number(
                                    "durationMonths",
                                    "1",
                                    "term in calendar months from the effective date, where it is not given in days")
                            .between(1, 1_200),
                    text("durationKind", "what ends the instrument")
                            .oneOf("FIXED_DAYS", "UNTIL_DATE", "UNTIL_EVENT", "INDEFINITE", "UNKNOWN"),
                    date("rescindedDate", "day from which it no longer holds because it was taken back"),
                    text("dateCertainty", "how exact the dates are").oneOf("EXACT", "MONTH", "YEAR", "UNVERIFIED"),
                    date("checkedOn", "day on which somebody last checked the area"),
                    text("citation", "where it can be read")));

    /** Weather: stations with degree days, hourly records of stations, or rasters. */
    public static final LayerKind CLIMATE = new LayerKind(
            "climate",
            null,
            Timing.TIMELESS,
            null,
            List.of(
                    text("stationId", "station"),
                    number("hourOfYear", "h", "0 to 8783, for hourly records").between(0, 8_783),
                    number("dryBulbC", "degC", "dry-bulb temperature; in a raster its annual mean")
                            .between(-90, 60),
                    number("dewPointC", "degC", "dew-point temperature")
                            .between(-100, 40)
                            .notKnownWhen(-99.9, -99.0),
                    number("wetBulbC", "degC", "wet-bulb temperature; in a raster its annual mean")
                            .between(-90, 40),
                    number(
                                    "pressurePa",
                                    "Pa",
                                    "station pressure, not reduced to sea level; beside hoursByDryAndWetBulb its mean")
                            .between(30_000, 110_000),
                    elevation("of the station"),
                    text("stationQuality", "whether the station's figures are doubted; one that is speaks for no place")
                            .oneOf("GOOD", "DOUBTFUL"),
                    text(
                            "hoursByDryAndWetBulb",
                            "hours of a year by whole degrees Celsius of dry and wet bulb, rounded down: rows dry:wet:hours hours ... divided"
                                    + " by semicolons, the first count for the wet bulb that stands there, each further one for the next degree"),
                    number(
                                    "dryBulbP99C",
                                    "degC",
                                    "dry bulb that 99 % of the hours do not pass, beside hoursByDryAndWetBulb")
                            .between(-90, 60),
                    number(
                                    "wetBulbP99C",
                                    "degC",
                                    "wet bulb that 99 % of the hours do not pass, beside hoursByDryAndWetBulb")
                            .between(-90, 40),
                    number("meanWetBulbC", "degC", "mean wet bulb of the year, beside hoursByDryAndWetBulb")
                            .between(-90, 40),
                    number("heatingDegreeDays", "degC.d", "annual heating degree days, base 18.33 degC (65 degF)")
                            .between(0, 20_000),
                    number("coolingDegreeDays", "degC.d", "annual cooling degree days, base 18.33 degC (65 degF)")
                            .between(0, 10_000)
                            .notKnownWhen(9_999.0),
                    number("population", "1", "people the record stands for, used as its weight")
                            .between(0, 2e9)));

    /** What energy costs, by zone, utility, state or node. */
    public static final LayerKind ENERGY_PRICE = new LayerKind(
            "energy-price",
            null,
            Timing.SNAPSHOT,
            1_095,
            List.of(
                    text("zoneCode", "utility, zone, state or node the price is for"),
                    text("zoneKind", "what the price is for")
                            .oneOf("UTILITY", "ZONE", "STATE", "NODE")
                            .asRequired(),
                    text("stateCode", "two-letter state"),
                    text("name", "name of the utility or zone"),
                    text("market", "market or balancing authority on whose grid it sells; any when missing"),
                    text("ownership", "who owns the seller")
                            .oneOf(
                                    "FEDERAL",
                                    "STATE",
                                    "MUNICIPAL",
                                    "POLITICAL_SUBDIVISION",
                                    "COOPERATIVE",
                                    "INVESTOR_OWNED",
                                    "RETAIL_MARKETER",
                                    "COMMUNITY_AGGREGATOR",
                                    "BEHIND_THE_METER"),
                    number(
                                    "priceYear",
                                    "1",
                                    "year whose money and market the price is of; that of the policy when missing")
                            .between(1_990, 2_100),
                    number("energyPriceUsdPerMwh", "USD/MWh", "all-in price: energy, delivery and taxes")
                            .between(0.01, 5_000),
                    number("energyOnlyPriceUsdPerMwh", "USD/MWh", "price of the energy alone")
                            .between(-500, 5_000),
                    number("deliveryChargeUsdPerMwh", "USD/MWh", "delivery, riders and taxes")
                            .between(-500, 5_000),
                    number("revenueUsd", "USD", "revenue from the customer class")
                            .between(-1e12, 1e12)
                            .negativeMeans("an adjustment of other records"),
                    number("salesMwh", "MWh", "sales to the customer class")
                            .between(-1e10, 1e10)
                            .negativeMeans("an adjustment of other records"),
                    text(
                                    "servicePart",
                                    "part of the sale: A bundled, B energy only, C delivery only, D bundled by retail provider")
                            .oneOf("A", "B", "C", "D"),
                    number("customerCount", "1", "customers of the class")
                            .between(-1e9, 1e9)
                            .negativeMeans("an adjustment of other records")));

    /** Existing facilities that could convert. */
    public static final LayerKind FACILITY = new LayerKind(
            "facility",
            "facilityId",
            Timing.TIMELESS,
            730,
            List.of(
                    text("facilityId", "stable id").asRequired(),
                    text("name", "name for people"),
                    text("operator", "who runs it"),
                    text("facilityKind", "what stands there").oneOf("MINING", "DATA_CENTER", "POWER_PLANT", "OTHER"),
                    text("facilityStatus", "how far the facility is")
                            .oneOf(
                                    "OPERATING",
                                    "BUILDING",
                                    "PROPOSED",
                                    "DELAYED",
                                    "CONVERTED",
                                    "RETIRING",
                                    "RETIRED",
                                    "WITHDRAWN",
                                    "UNKNOWN"),
                    text("facilityStatusAsOf", "day that the status describes, as the source words it"),
                    text("placePrecision", "what the place is known by; COUNTY: no more than the county is known")
                            .oneOf("SITE", "ADDRESS", "PLANT", "TRACKER", "TOWN", "COUNTY"),
                    number("placeRadiusKm", "km", "the facility may stand anywhere within this distance of its place")
                            .between(0, 500),
                    text("stateCode", "two-letter state"),
                    text("jurisdictionCode", "code of the county or other jurisdiction"),
                    text("connectionRight", "what the connection was granted for; a right to export is none to import")
                            .oneOf("IMPORT_FIRM", "IMPORT_INTERRUPTIBLE", "EXPORT", "NONE", "UNKNOWN"),
                    number("contractedCapacityMw", "MW", "firm import right already held")
                            .between(0, 5_000),
                    number("interruptibleCapacityMw", "MW", "import right that may be interrupted")
                            .between(0, 5_000),
                    text("capacityMeaning", "what the source means by its figure of capacity")
                            .oneOf("CONTRACTED", "ENERGISED", "PLANNED", "NAMEPLATE"),
                    number(
                                    "letCapacityMw",
                                    "MW",
                                    "part of the connection that tenants have taken for computing, running or being built, as published; at least that")
                            .between(0, 5_000),
                    text(
                            "market",
                            "market on whose grid the facility stands, where its source says it; a seller on another grid is none to it"),
                    number("asicLoadMw", "MW", "mining load now").between(0, 5_000),
                    text("coolingTechnology", "how the machines are cooled").oneOf("AIR", "LIQUID", "IMMERSION"),
                    number("rackDensityKw", "kW", "power of a rack").between(0, 2_000),
                    number("buildingAreaM2", "m2", "floor area").between(0, 1e8),
                    number("buildableAreaHa", "ha", "land that can be built on").between(0, 1e8),
                    elevation("of the land"),
                    number("feedCount", "1", "independent feeds").between(0, 100),
                    number("distanceToFibreKm", "km", "to a long-haul route").between(0, 20_004),
                    text("capacityAsOf", "day that the capacity figure describes, as the source words it"),
                    number("operatingSinceYear", "1", "calendar year in which it began to run")
                            .between(1900, 2100),
                    number("retirementYear", "1", "calendar year in which it retired, or is to")
                            .between(1900, 2100),
                    number(
                                    "generatorNameplateMw",
                                    "MW",
                                    "nameplate of a power plant's generators, of all that it had where it has retired; it holds a right to export no more than that")
                            .between(0, 10_000),
                    text("rightHolder", "who holds the import right"),
                    text(
                                    "rightAssignable",
                                    "whether the holder may use the import right for another load or pass it on")
                            .oneOf("YES", "WITH_CONSENT", "NO")));

    /** Areas: counties, states, operators' territories, and where a utility serves. */
    public static final LayerKind BOUNDARY = new LayerKind(
            "boundary",
            "code",
            Timing.TIMELESS,
            null,
            List.of(
                    text("code", "code of the area, such as a FIPS code").asRequired(),
                    text("name", "name for people"),
                    text("stateCode", "two-letter state"),
                    text("boundaryKind", "what kind of area it is")
                            .oneOf("COUNTY", "MUNICIPALITY", "STATE", "COUNTRY", "MARKET", "UTILITY", "ZONE", "OTHER"),
                    text("zoneCode", "zone or utility that serves the area")));

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

    /** From below the shore of the Dead Sea to above the highest summit. */
    private static LayerField elevation(String ofWhat) {
        return number("elevationM", "m", "height " + ofWhat + " above sea level")
                .between(-450, 9_000);
    }

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
