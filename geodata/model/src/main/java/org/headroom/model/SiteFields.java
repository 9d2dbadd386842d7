package org.headroom.model;

import static org.headroom.model.LayerField.number;
import static org.headroom.model.LayerField.text;

import java.util.List;

/** Fields of places that are candidates, that could convert, or that sites lie in. */
final class SiteFields {
    static final List<LayerField> CANDIDATE = List.of(
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
            number("fossilFraction", "1", "share of the supply that is fossil").between(0, 1),
            text("inFloodZone", "whether the land lies in a mapped flood zone").oneOf("YES", "NO"),
            text(
                    "interconnectionNodeId",
                    "id of the record of a grid-capacity layer that the site is connected at; the best in reach when"
                            + " missing"));

    static final List<LayerField> FACILITY = List.of(
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
            text("rightAssignable", "whether the holder may use the import right for another load or pass it on")
                    .oneOf("YES", "WITH_CONSENT", "NO"));

    static final List<LayerField> BOUNDARY = List.of(
            text("code", "code of the area, such as a FIPS code").asRequired(),
            text("name", "name for people"),
            text("stateCode", "two-letter state"),
            text("boundaryKind", "what kind of area it is")
                    .oneOf("COUNTY", "MUNICIPALITY", "STATE", "COUNTRY", "MARKET", "UTILITY", "ZONE", "OTHER"),
            text("zoneCode", "zone or utility that serves the area"));

    /** From below the shore of the Dead Sea to above the highest summit. */
    static LayerField elevation(String ofWhat) {
        return number("elevationM", "m", "height " + ofWhat + " above sea level")
                .between(-450, 9_000);
    }

    private SiteFields() {}
}
