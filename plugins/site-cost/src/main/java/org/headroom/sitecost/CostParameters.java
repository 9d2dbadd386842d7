package org.headroom.sitecost;

import java.util.List;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;

/**
 * The module's figures, as the policy gives them, in dollars of the year in which all costs are told.
 *
 * @param capital interest and prices
 * @param tieLine costs of a connection
 * @param assumedPue mean grid power per IT power where the site's own is not known
 * @param assumedPeakPue the same in the hardest hours
 * @param itLoadFactor mean of the IT power over its greatest, 0..1
 * @param newBuildUsdPerMw cost of a MW of IT load on new land
 * @param conversionUsdPerMw cost of a MW of IT load in what can be converted
 * @param marginUsdPerMwYear what a MW of IT load earns in a year before capital, never below 0
 */
record CostParameters(
        Capital capital,
        TieLine tieLine,
        Range assumedPue,
        Range assumedPeakPue,
        double itLoadFactor,
        Range newBuildUsdPerMw,
        Range conversionUsdPerMw,
        Range marginUsdPerMwYear) {

    /** One value a class of voltage each: voltage, load of a circuit, cost of a km, cost of the end at the node. */
    static final String[] CLASS_LISTS = {
        "tieLineClassKv",
        "tieLineClassMw",
        "tieLineLowUsdPerKm",
        "tieLineHighUsdPerKm",
        "tieLineEndLowUsd",
        "tieLineEndHighUsd"
    };

    private static final double FIRST_YEAR = 1990;
    private static final double LAST_YEAR = 2100;

    static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.number(
                    "dollarYear",
                    "1",
                    FIRST_YEAR,
                    LAST_YEAR,
                    "Year in whose dollars all costs are told; that of the energy prices."),
            ParameterSpec.number(
                    "priceIndexFirstYear", "1", FIRST_YEAR, LAST_YEAR, "Year of the first value of priceIndex."),
            ParameterSpec.numbers("priceIndex", "1", 1e-6, 1e6, "Level of prices, a value a year."),
            ParameterSpec.number("discountRate", "1", 0, 1, "Yearly discount rate."),
            ParameterSpec.number("lifeYears", "years", 1, 100, "Whole years over which capital is recovered."),
            ParameterSpec.number(
                    "tieLineDollarYear",
                    "1",
                    FIRST_YEAR,
                    LAST_YEAR,
                    "Year of the dollars of tie-line, ends and transformers."),
            ParameterSpec.numbers(CLASS_LISTS[0], "kV", 1, 1_500, "Voltage of each class of tie-line, rising."),
            ParameterSpec.numbers(CLASS_LISTS[1], "MW", 1e-3, 100_000, "Load that one circuit of each class carries."),
            ParameterSpec.numbers(CLASS_LISTS[2], "USD/km", 0, 1e9, "Least cost of a circuit of each class."),
            ParameterSpec.numbers(CLASS_LISTS[3], "USD/km", 0, 1e9, "The greatest."),
            ParameterSpec.numbers(
                    CLASS_LISTS[4],
                    "USD",
                    0,
                    1e10,
                    "Least cost of a circuit's end at the node: a position in a station that stands."),
            ParameterSpec.numbers(CLASS_LISTS[5], "USD", 0, 1e10, "The greatest: a new station."),
            ParameterSpec.number(
                    "routeFactorLow", "1", 1, 5, "Least length of a route as a multiple of the straight distance."),
            ParameterSpec.number("routeFactorHigh", "1", 1, 5, "The greatest."),
            ParameterSpec.number(
                    "transformerLowUsdPerMva", "USD/MVA", 0, 1e7, "Least cost of the load's transformers."),
            ParameterSpec.number("transformerHighUsdPerMva", "USD/MVA", 0, 1e7, "The greatest."),
            ParameterSpec.number("powerFactor", "1", 0.1, 1, "MW per MVA of the load."),
            ParameterSpec.number("assumedPueLow", "1", 1, 5, "Least mean PUE where the site's own is not known."),
            ParameterSpec.number("assumedPueHigh", "1", 1, 5, "The greatest."),
            ParameterSpec.number("assumedPeakPueLow", "1", 1, 5, "Least peak PUE where the site's own is not known."),
            ParameterSpec.number("assumedPeakPueHigh", "1", 1, 5, "The greatest."),
            ParameterSpec.number("itLoadFactor", "1", 0, 1, "Mean of the IT power over its greatest."),
            ParameterSpec.number(
                    "buildDollarYear", "1", FIRST_YEAR, LAST_YEAR, "Year of the dollars of building and conversion."),
            ParameterSpec.number("newBuildLowUsdPerMw", "USD/MW", 0, 1e9, "Least cost of a MW of IT load on new land."),
            ParameterSpec.number("newBuildHighUsdPerMw", "USD/MW", 0, 1e9, "The greatest."),
            ParameterSpec.number(
                    "conversionLowUsdPerMw",
                    "USD/MW",
                    0,
                    1e9,
                    "Least cost of a MW of IT load in what can be converted."),
            ParameterSpec.number("conversionHighUsdPerMw", "USD/MW", 0, 1e9, "The greatest."),
            ParameterSpec.number(
                    "rentDollarYear", "1", FIRST_YEAR, LAST_YEAR, "Year of the dollars of rent and running."),
            ParameterSpec.number(
                    "rentLowUsdPerMwYear",
                    "USD/MW-yr",
                    0,
                    1e8,
                    "Least rent of a MW of critical IT load for a year, energy passed through."),
            ParameterSpec.number("rentHighUsdPerMwYear", "USD/MW-yr", 0, 1e8, "The greatest."),
            ParameterSpec.number("utilisationFraction", "1", 0, 1, "Share of the IT load in service that is let."),
            ParameterSpec.number(
                    "opexUsdPerMwYear",
                    "USD/MW-yr",
                    0,
                    1e8,
                    "Cost of running a MW of IT load for a year, energy aside."));

    static CostParameters of(Parameters parameters) {
        wholeYears(parameters);
        Capital capital = Capital.of(parameters);
        double build = capital.toDollarYear((int) parameters.number("buildDollarYear"), "buildDollarYear");
        double rent = capital.toDollarYear((int) parameters.number("rentDollarYear"), "rentDollarYear");
        Range rents = range(parameters, "rentLowUsdPerMwYear", "rentHighUsdPerMwYear");
        double let = parameters.number("utilisationFraction");
        double opex = parameters.number("opexUsdPerMwYear");
        return new CostParameters(
                capital,
                TieLine.of(parameters, capital),
                range(parameters, "assumedPueLow", "assumedPueHigh"),
                range(parameters, "assumedPeakPueLow", "assumedPeakPueHigh"),
                parameters.number("itLoadFactor"),
                range(parameters, "newBuildLowUsdPerMw", "newBuildHighUsdPerMw").times(build),
                range(parameters, "conversionLowUsdPerMw", "conversionHighUsdPerMw")
                        .times(build),
                new Range(Math.max(0, rents.low() * let - opex), Math.max(0, rents.high() * let - opex)).times(rent));
    }

    private static void wholeYears(Parameters parameters) {
        for (String id : List.of(
                "dollarYear",
                "priceIndexFirstYear",
                "lifeYears",
                "tieLineDollarYear",
                "buildDollarYear",
                "rentDollarYear")) {
            double value = parameters.number(id);
            if (value != Math.rint(value)) {
                throw refused(id + " is " + value + ", it must be a whole number of years");
            }
        }
    }

    /** @throws HeadroomException of family POLICY when the ends are in the wrong order */
    static Range range(Parameters parameters, String low, String high) {
        Range range = new Range(parameters.number(low), parameters.number(high));
        if (range.low() > range.high()) {
            throw refused(low + " is " + range.low() + ", above " + high + " with " + range.high());
        }
        return range;
    }

    private static HeadroomException refused(String what) {
        return new HeadroomException(
                FailureFamily.POLICY,
                "module site-cost: parameter " + what,
                "Correct it in the policy's parameters for site-cost.");
    }
}
