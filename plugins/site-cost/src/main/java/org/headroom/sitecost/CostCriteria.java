package org.headroom.sitecost;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;

/** What the module measures and reads. All per MW of IT load at its greatest, but for the tie-line as a whole. */
final class CostCriteria {
    static final String TOTAL = "siteCostUsdPerMwYear";
    static final String TIE_LINE = "tieLineCostUsd";
    static final String ENERGY = "energyCostUsdPerMwYear";
    static final String BUILD = "buildCostUsdPerMwYear";
    static final String DELAY = "delayCostUsdPerMwYear";

    /** Criteria of other modules that are read. */
    static final String DISTANCE = "distanceToInterconnectionKm";

    static final String BULK_DISTANCE = "distanceToBulkTransmissionKm";
    static final String VOLTAGE = "nominalVoltageKv";
    static final String PRICE = "energyPriceUsdPerMwh";
    static final String PUE = "pue";
    static final String PEAK_PUE = "peakPue";
    static final String RIGHT = "usableRightMw";
    static final String CONVERTIBLE = "convertibleMw";
    static final String TIME_TO_POWER = "timeToPowerMonthsP50";

    private static final String UNIT = "USD/MW-yr";
    private static final double MOST = 1e15;
    private static final String RECOVERY = "Capital recovery factor r(1+r)^n/((1+r)^n-1)";

    /** What each is worked out from, as people should read it. */
    static final Map<String, List<String>> INPUTS = Map.of(
            TIE_LINE,
            tieLine(),
            ENERGY,
            List.of(PRICE, PUE, "itLoadFactor", "assumedPueLow", "assumedPueHigh"),
            BUILD,
            List.of(
                    CONVERTIBLE,
                    PEAK_PUE,
                    "newBuildLowUsdPerMw",
                    "newBuildHighUsdPerMw",
                    "conversionLowUsdPerMw",
                    "conversionHighUsdPerMw",
                    "buildDollarYear",
                    "dollarYear",
                    "discountRate",
                    "lifeYears"),
            DELAY,
            List.of(
                    TIME_TO_POWER,
                    "rentLowUsdPerMwYear",
                    "rentHighUsdPerMwYear",
                    "utilisationFraction",
                    "opexUsdPerMwYear",
                    "rentDollarYear",
                    "dollarYear",
                    "discountRate",
                    "lifeYears"),
            TOTAL,
            List.of(
                    TIE_LINE,
                    ENERGY,
                    BUILD,
                    DELAY,
                    DISTANCE,
                    BULK_DISTANCE,
                    VOLTAGE,
                    RIGHT,
                    CONVERTIBLE,
                    PRICE,
                    PUE,
                    PEAK_PUE,
                    TIME_TO_POWER,
                    "dollarYear",
                    "discountRate",
                    "lifeYears"));

    static final List<Criterion> ALL = List.of(
            Criterion.number(
                    TOTAL,
                    "Cost of the site",
                    UNIT,
                    Direction.LOWER_IS_BETTER,
                    -MOST,
                    MOST,
                    "Tie-line, energy, building and waiting for a MW of IT load and year, capital spread over its life; staff and land aside",
                    RECOVERY + "; sum of the four parts"),
            Criterion.number(
                    TIE_LINE,
                    "Cost of the tie-line",
                    "USD",
                    Direction.LOWER_IS_BETTER,
                    0,
                    MOST,
                    "Lines, their ends at the node and transformers for the load that the site holds no import right for",
                    "NREL reVX, tables of transmission costs"),
            Criterion.number(
                    ENERGY,
                    "Cost of energy",
                    UNIT,
                    Direction.LOWER_IS_BETTER,
                    -MOST,
                    MOST,
                    "Energy that a MW of IT load and its cooling take in a year, at the site's price",
                    "Price x 8760 h x PUE x load factor"),
            Criterion.number(
                    BUILD,
                    "Cost of building",
                    UNIT,
                    Direction.LOWER_IS_BETTER,
                    0,
                    MOST,
                    "Conversion of what can be converted of the load, new build of the rest, a year",
                    RECOVERY),
            Criterion.number(
                    DELAY,
                    "Cost of waiting",
                    UNIT,
                    Direction.LOWER_IS_BETTER,
                    0,
                    MOST,
                    "What a MW of IT load would earn before capital until it has power, worth today, spread over its life",
                    RECOVERY + "; margin x (1-(1+r)^-years)/r"));

    private CostCriteria() {}

    private static List<String> tieLine() {
        List<String> inputs = new ArrayList<>(List.of(DISTANCE, BULK_DISTANCE, VOLTAGE, RIGHT));
        inputs.addAll(List.of(CostParameters.CLASS_LISTS));
        inputs.addAll(List.of(
                "routeFactorLow",
                "routeFactorHigh",
                "transformerLowUsdPerMva",
                "transformerHighUsdPerMva",
                "powerFactor",
                "tieLineDollarYear",
                "dollarYear"));
        return List.copyOf(inputs);
    }
}
