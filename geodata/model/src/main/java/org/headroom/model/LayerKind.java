package org.headroom.model;

import static org.headroom.model.LayerField.date;
import static org.headroom.model.LayerField.number;
import static org.headroom.model.LayerField.text;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of layer and the fields that it may have. The names here are the ones descriptors, modules and rules use. Headroom's own kinds
 * stand here and nowhere else; a scoring module may bring further ones. Two kinds of the same id are equal. Immutable.
 */
public final class LayerKind {
    /** Land that could be built on: points, or parcels with an area. */
    public static final LayerKind CANDIDATE = new LayerKind(
            "candidate",
            "siteId",
            List.of(
                    text("siteId", "stable id of the site").asRequired(),
                    text("name", "name for people"),
                    text("stateCode", "two-letter state"),
                    text("jurisdictionCode", "code of the county or other jurisdiction, such as a FIPS code"),
                    text("siteKind", "what stands on the land: GREENFIELD, BROWNFIELD or MINING"),
                    number("buildableAreaHa", "ha", "land that can be built on, after exclusions"),
                    number("contractedCapacityMw", "MW", "firm import right already held"),
                    text("coolingTechnology", "AIR, LIQUID or IMMERSION"),
                    number("distanceToFibreKm", "km", "to a long-haul route"),
                    number("fossilFraction", "1", "share of the supply that is fossil"),
                    text("inFloodZone", "YES or NO")));

    /** Substations and lines with voltage and headroom, or areas with the capacity of the grid in them. */
    public static final LayerKind GRID_CAPACITY = new LayerKind(
            "grid-capacity",
            text("name", "name of the substation or area"),
            text("operator", "who runs it"),
            number("nominalVoltageKv", "kV", "highest nominal voltage"),
            number("publishedHeadroomMw", "MW", "headroom for load as the operator publishes it (H1)"),
            date("headroomAsOf", "day that the published headroom describes"),
            text("capacityDirection", "LOAD or GENERATION: what the published headroom is for"),
            number("transformerTotalMva", "MVA", "sum of transformer ratings"),
            number("transformerLargestMva", "MVA", "rating of the largest transformer"),
            number("peakDemandMw", "MW", "peak demand served by the substation"),
            number("committedLoadMw", "MW", "load already promised, not yet served"),
            number("transferCapacityMw", "MW", "AC capacity of the lines into an area"),
            number("substationCount", "1", "substations in an area"),
            number("bulkSubstationCount", "1", "bulk substations in an area"),
            number("plantCapacityMw", "MW", "generating plant in an area"));

    /** Requests to connect, of load and of generation. */
    public static final LayerKind INTERCONNECTION_QUEUE = new LayerKind(
                    "interconnection-queue",
                    text("requestId", "the operator's id of the request"),
                    text("market", "operator or market whose queue it is"),
                    text("side", "LOAD or GENERATION").asRequired(),
                    text("queueStatus", "ACTIVE, SUSPENDED, WITHDRAWN or OPERATIONAL")
                            .asRequired(),
                    text("queueStatusRaw", "the operator's own word for the status"),
                    number("requestedMw", "MW", "size of the request, all parts together"),
                    date("queueDate", "day the request was received"),
                    date("withdrawnDate", "day it was withdrawn"),
                    date("inServiceDate", "day it went into service"),
                    date("proposedInServiceDate", "day on which it is planned to go into service"),
                    text("fuel", "fuel or technology"),
                    text("poiName", "point of interconnection"),
                    text("clusterStudyId", "study in which it is"))
            .withShapes(ShapeType.POINT, ShapeType.AREA);

    /** Legal stops on new sites or connections. */
    public static final LayerKind MORATORIUM = new LayerKind(
                    "moratorium",
                    text("instrumentId", "id of the instrument").asRequired(),
                    text("jurisdictionName", "who enacted it"),
                    text("jurisdictionType", "County, City, Township, Town, Village, State ..."),
                    text(
                            "sectors",
                            "sectors covered, separated by semicolons, such as data_center;cryptocurrency_mining"),
                    number("thresholdMw", "MW", "loads below this are not covered"),
                    text("scope", "AREA: the whole geometry is covered; PART: only a part of it that is not mapped"),
                    text(
                            "moratoriumStatus",
                            "PROPOSED, ACTIVE, EXTENDED, REPLACED, EXPIRED or RESCINDED; NONE where somebody looked and found none"),
                    date("adoptedDate", "day of adoption"),
                    date("effectiveDate", "day on which it begins to hold; the adoption when missing"),
                    date("expiryDate", "last day on which it holds"),
                    number("durationDays", "d", "term in days from the effective date"),
                    text("durationKind", "FIXED_DAYS, UNTIL_DATE, UNTIL_EVENT, INDEFINITE or UNKNOWN"),
                    date("rescindedDate", "day from which it no longer holds because it was taken back"),
                    text("dateCertainty", "EXACT, MONTH, YEAR or UNVERIFIED"),
                    date("checkedOn", "day on which somebody last checked the area"),
                    text("citation", "where it can be read"))
            .withShapes(ShapeType.POINT, ShapeType.AREA);

    /** Weather: stations with degree days, hourly records of stations, or rasters. */
    public static final LayerKind CLIMATE = new LayerKind(
                    "climate",
                    text("stationId", "station"),
                    number("hourOfYear", "h", "0 to 8783, for hourly records"),
                    number("dryBulbC", "degC", "dry-bulb temperature; in a raster its annual mean"),
                    number("dewPointC", "degC", "dew-point temperature"),
                    number("wetBulbC", "degC", "wet-bulb temperature; in a raster its annual mean"),
                    number("pressurePa", "Pa", "station pressure, not reduced to sea level"),
                    number("heatingDegreeDays", "degC.d", "annual heating degree days, base 18.33 degC (65 degF)"),
                    number("coolingDegreeDays", "degC.d", "annual cooling degree days, base 18.33 degC (65 degF)"),
                    number("population", "1", "people the record stands for, used as its weight"))
            .withShapes(ShapeType.POINT, ShapeType.AREA);

    /** What energy costs, by zone, utility, state or node. */
    public static final LayerKind ENERGY_PRICE = new LayerKind(
                    "energy-price",
                    text("zoneCode", "utility, zone, state or node the price is for"),
                    text("zoneKind", "UTILITY, ZONE, STATE or NODE").asRequired(),
                    text("stateCode", "two-letter state"),
                    text("name", "name of the utility or zone"),
                    number("energyPriceUsdPerMwh", "USD/MWh", "all-in price: energy, delivery and taxes"),
                    number("energyOnlyPriceUsdPerMwh", "USD/MWh", "price of the energy alone"),
                    number("deliveryChargeUsdPerMwh", "USD/MWh", "delivery, riders and taxes"),
                    number("revenueUsd", "USD", "revenue from the customer class"),
                    number("salesMwh", "MWh", "sales to the customer class"),
                    text(
                            "servicePart",
                            "part of the sale: A bundled, B energy only, C delivery only, D bundled by retail provider"),
                    number("customerCount", "1", "customers of the class"))
            .withShapes(ShapeType.POINT, ShapeType.AREA);

    /** Existing facilities that could convert. */
    public static final LayerKind FACILITY = new LayerKind(
            "facility",
            "facilityId",
            List.of(
                    text("facilityId", "stable id").asRequired(),
                    text("name", "name for people"),
                    text("operator", "who runs it"),
                    text("facilityKind", "MINING, DATA_CENTER or OTHER"),
                    text("facilityStatus", "the source's word for its state"),
                    text("stateCode", "two-letter state"),
                    text("jurisdictionCode", "code of the county or other jurisdiction"),
                    number("contractedCapacityMw", "MW", "firm import right already held"),
                    number("interruptibleCapacityMw", "MW", "import right that may be interrupted"),
                    text("capacityMeaning", "what the source means by its figure"),
                    number("asicLoadMw", "MW", "mining load now"),
                    text("coolingTechnology", "AIR, LIQUID or IMMERSION"),
                    number("rackDensityKw", "kW", "power of a rack"),
                    number("buildingAreaM2", "m2", "floor area"),
                    number("buildableAreaHa", "ha", "land that can be built on"),
                    number("feedCount", "1", "independent feeds"),
                    number("distanceToFibreKm", "km", "to a long-haul route"),
                    text("capacityAsOf", "day that the capacity figure describes, as the source words it")));

    /** Areas: counties, states, operators' territories, and where a utility serves. */
    public static final LayerKind BOUNDARY = new LayerKind(
            "boundary",
            "code",
            List.of(
                    text("code", "code of the area, such as a FIPS code").asRequired(),
                    text("name", "name for people"),
                    text("stateCode", "two-letter state"),
                    text("boundaryKind", "COUNTY, STATE, MARKET, UTILITY ..."),
                    text("zoneCode", "zone or utility that serves the area")));

    private static final List<LayerKind> BUILT_IN = List.of(
            CANDIDATE, GRID_CAPACITY, INTERCONNECTION_QUEUE, MORATORIUM, CLIMATE, ENERGY_PRICE, FACILITY, BOUNDARY);

    private final String id;
    private final @Nullable String siteIdField;
    private final List<LayerField> fields;
    private final Set<ShapeType> shapes;

    /**
     * A kind whose records may have any shape.
     *
     * @param id lower case with hyphens, such as {@code flood-zone}; unique among all kinds
     * @param fields with names that differ, in lower camel case
     * @throws IllegalArgumentException when a name has another form or stands twice
     */
    public LayerKind(String id, LayerField... fields) {
        this(id, null, List.of(fields), EnumSet.allOf(ShapeType.class));
    }

    /** One of Headroom's own that cannot be a line. */
    private LayerKind(String id, @Nullable String siteIdField, List<LayerField> fields) {
        this(id, siteIdField, fields, EnumSet.of(ShapeType.POINT, ShapeType.AREA));
    }

    private LayerKind(String id, @Nullable String siteIdField, List<LayerField> fields, Set<ShapeType> shapes) {
        this.shapes = Collections.unmodifiableSet(EnumSet.copyOf(shapes));
        this.id = id;
        this.siteIdField = siteIdField;
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

    /** The same kind with records of these shapes only; at least one. */
    public LayerKind withShapes(ShapeType first, ShapeType... more) {
        return new LayerKind(id, siteIdField, fields, EnumSet.of(first, more));
    }

    /** The shapes that its records may have; never empty. */
    public Set<ShapeType> shapes() {
        return shapes;
    }

    /** The field that names a site made from a record; empty when records of this kind are no candidates. */
    public Optional<String> siteIdField() {
        return Optional.ofNullable(siteIdField);
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
