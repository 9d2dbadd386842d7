package org.headroom.miningconversion;

import java.util.List;
import java.util.Map;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;

/** What the module measures. For new land all are a known 0: nothing stands there. */
final class ConversionCriteria {
    static final String CONVERTIBLE = "convertibleMw";
    static final String FIRST_YEAR = "firstYearItLoadMw";
    static final String WAIT_AVOIDED = "waitAvoidedYears";
    static final String VALUE = "conversionValueUsdPerMwYear";
    static final String YEARS_SAVED = "valueOfYearsSavedUsd";
    static final String OPERATION = "yearsOfOperation";

    /** Criteria of other modules that are read. */
    static final String IMPORT_RIGHT = "importRightMw";

    static final String USABLE_RIGHT = "usableRightMw";

    static final String PEAK_PUE = "peakPue";

    static final String PRICE = "energyPriceUsdPerMwh";
    static final String RIGHT_SAVES = "rightSavesMonths";

    private static final List<String> CONVERTIBLE_INPUTS = List.of(
            USABLE_RIGHT,
            "buildableAreaHa",
            "buildingAreaM2",
            PEAK_PUE,
            "landHaPerMw",
            "buildingM2PerMw",
            "refitPeakPueLow",
            "refitPeakPueHigh");

    /** What each is worked out from, as people should read it. */
    static final Map<String, List<String>> INPUTS = Map.of(
            CONVERTIBLE,
            CONVERTIBLE_INPUTS,
            FIRST_YEAR,
            List.of(CONVERTIBLE, "rampFractions"),
            WAIT_AVOIDED,
            List.of(USABLE_RIGHT, RIGHT_SAVES),
            VALUE,
            List.of(
                    USABLE_RIGHT,
                    CONVERTIBLE,
                    PEAK_PUE,
                    PRICE,
                    "coolingTechnology",
                    "rampFractions",
                    "leaseLowUsdPerMwYear",
                    "leaseHighUsdPerMwYear",
                    "utilisationFraction",
                    "miningBreakevenLowUsdPerMwh",
                    "miningBreakevenHighUsdPerMwh",
                    "opexUsdPerMwYear",
                    "conversionCapexLowUsdPerMw",
                    "conversionCapexHighUsdPerMw",
                    "liquidCoolingSavingFraction",
                    "discountRate",
                    "leaseYears"),
            YEARS_SAVED,
            List.of(
                    USABLE_RIGHT,
                    "buildableAreaHa",
                    "buildingAreaM2",
                    PEAK_PUE,
                    RIGHT_SAVES,
                    "leaseLowUsdPerMwYear",
                    "leaseHighUsdPerMwYear",
                    "utilisationFraction",
                    "discountRate"),
            OPERATION,
            List.of("operatingSinceYear"));

    static final List<Criterion> ALL = List.of(
            Criterion.number(
                    CONVERTIBLE,
                    "Convertible IT load",
                    "MW",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    100_000,
                    "IT load that the firm contract, the land and the buildings allow, at the site's peak PUE.",
                    "ISO/IEC 30134-2 for PUE; the least of three limits"),
            Criterion.number(
                    FIRST_YEAR,
                    "IT load in the first year",
                    "MW",
                    Direction.NOT_ORDERED,
                    0,
                    100_000,
                    "IT load in service during the first year of the ramp; ASICs use the rest of the contract.",
                    "Yearly blocks inside one contract"),
            Criterion.number(
                    WAIT_AVOIDED,
                    "Wait avoided",
                    "years",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    40,
                    "Wait for a new connection at the place that the contract saves, in proportion to its part of the load asked for.",
                    "Median time to power of a new connection less that of a refit"),
            Criterion.number(
                    VALUE,
                    "Value of conversion",
                    "USD/MW-yr",
                    Direction.HIGHER_IS_BETTER,
                    -1e8,
                    1e8,
                    "Annualised net present value of the conversion per MW of the right that is not let, less that of mining on.",
                    "Net present value with capital recovery factor r(1+r)^n/((1+r)^n-1)"),
            Criterion.number(
                    YEARS_SAVED,
                    "Value of the years saved",
                    "USD",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    1e13,
                    "Present value of the rent, over the years of waiting that the right saves, of the load that it carries as far as land and floor are known to allow.",
                    "Rent x MW x years, discounted"),
            Criterion.number(
                    OPERATION,
                    "Years of operation",
                    "years",
                    Direction.HIGHER_IS_BETTER,
                    0,
                    1_000,
                    "Years since the facility began to run, up to the evaluation date: what its staff has had to learn from.",
                    "Difference of dates"));

    private ConversionCriteria() {}
}
