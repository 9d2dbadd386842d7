package org.headroom.model;

import static org.headroom.model.LayerField.date;
import static org.headroom.model.LayerField.number;
import static org.headroom.model.LayerField.text;

import java.util.List;

/** Fields of what decides when and whether a load may connect: grid, queues, moratoria. */
final class GridFields {
    static final List<LayerField> GRID_CAPACITY = List.of(
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
            number("substationCount", "1", "substations in an area").between(0, 100_000),
            number("bulkSubstationCount", "1", "bulk substations in an area").between(0, 100_000),
            number("plantCapacityMw", "MW", "generating plant in an area").between(0, 500_000));

    static final List<LayerField> INTERCONNECTION_QUEUE = List.of(
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
                    .oneOf("SUMS", "CURVES"));

    static final List<LayerField> LOAD_WAIT = List.of(
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
                    .oneOf("AREA", "PART"));

    static final List<LayerField> MORATORIUM = List.of(
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
            number("thresholdMw", "MW", "loads below this are not covered").between(0, 50_000),
            text("scope", "AREA: the whole geometry is covered; PART: only a part of it that is not mapped")
                    .oneOf("AREA", "PART"),
            text("moratoriumStatus", "how the instrument stands; NONE where somebody looked and found none")
                    .oneOf("PROPOSED", "ACTIVE", "EXTENDED", "REPLACED", "EXPIRED", "RESCINDED", "NONE"),
            date("adoptedDate", "day of adoption"),
            date("effectiveDate", "day on which it begins to hold; the adoption when missing"),
            date("expiryDate", "last day on which it holds"),
            number("durationDays", "d", "term in days from the effective date").between(1, 36_525),
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
            text("citation", "where it can be read"));

    private GridFields() {}
}
