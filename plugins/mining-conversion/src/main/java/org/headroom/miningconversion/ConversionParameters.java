package org.headroom.miningconversion;

import java.util.List;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.Parameters;

/**
 * The module's figures, as the policy gives them.
 *
 * @param limits what land and buildings allow
 * @param refitPeakPue grid power per IT power in the hardest hours, where the site's own is not known
 * @param firstYearFraction IT load in service in the first year as a share of the convertible load
 * @param liquidCoolingSavingFraction share of the capital cost saved where liquid cooling is there, 0..1
 * @param economics prices, costs and terms
 */
record ConversionParameters(
        Limits limits,
        Range refitPeakPue,
        double firstYearFraction,
        double liquidCoolingSavingFraction,
        Economics economics) {

    /**
     * What the place allows.
     *
     * @param landHaPerMw land that a grid-side MW needs, ha
     * @param buildingM2PerMw floor that a grid-side MW needs, m2
     */
    record Limits(double landHaPerMw, double buildingM2PerMw) {}

    static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.number(
                    "refitPeakPueLow",
                    "1",
                    1,
                    5,
                    "Least grid power per IT power in the hardest hours, where the site's own is not known; the contract must carry those, not the mean."),
            ParameterSpec.number("refitPeakPueHigh", "1", 1, 5, "The greatest."),
            ParameterSpec.number("landHaPerMw", "ha/MW", 1e-6, 100, "Buildable land that a grid-side MW needs."),
            ParameterSpec.number("buildingM2PerMw", "m2/MW", 1e-3, 100_000, "Floor that a grid-side MW needs."),
            ParameterSpec.numbers(
                    "rampFractions",
                    "1",
                    0,
                    1,
                    "IT load in service in years 1, 2, 3 ... as a share of the convertible load, never falling; the last goes on."),
            ParameterSpec.number(
                    "leaseLowUsdPerMwYear",
                    "USD/MW-yr",
                    0,
                    1e8,
                    "Least rent of a MW of critical IT load for a year, energy passed through."),
            ParameterSpec.number("leaseHighUsdPerMwYear", "USD/MW-yr", 0, 1e8, "The greatest."),
            ParameterSpec.number("utilisationFraction", "1", 0, 1, "Share of the IT load in service that is let."),
            ParameterSpec.number(
                    "miningBreakevenLowUsdPerMwh",
                    "USD/MWh",
                    0,
                    1e4,
                    "Least energy price at which ASICs earn nothing; a mine earns the difference to the site's price."),
            ParameterSpec.number("miningBreakevenHighUsdPerMwh", "USD/MWh", 0, 1e4, "The greatest."),
            ParameterSpec.number(
                    "opexUsdPerMwYear", "USD/MW-yr", 0, 1e8, "Cost of running a MW of IT load for a year."),
            ParameterSpec.number(
                    "conversionCapexLowUsdPerMw",
                    "USD/MW",
                    0,
                    1e9,
                    "Least cost of making a MW of IT load, cooling by air before; paid in the year before its rent begins."),
            ParameterSpec.number("conversionCapexHighUsdPerMw", "USD/MW", 0, 1e9, "The greatest."),
            ParameterSpec.number(
                    "liquidCoolingSavingFraction",
                    "1",
                    0,
                    1,
                    "Share of that cost saved where liquid or immersion cooling is there already."),
            ParameterSpec.number("discountRate", "1", 0, 1, "Yearly discount rate."),
            ParameterSpec.number("leaseYears", "years", 1, 60, "Term of the lease, whole years."));

    static ConversionParameters of(Parameters parameters) {
        double leaseYears = parameters.number("leaseYears");
        if (leaseYears != Math.rint(leaseYears)) {
            throw refused("leaseYears is " + leaseYears + ", it must be a whole number of years");
        }
        double[] ramp = parameters.numbers("rampFractions");
        for (int year = 1; year < ramp.length; year++) {
            if (ramp[year] < ramp[year - 1]) {
                throw refused("rampFractions falls from " + ramp[year - 1] + " in year " + year + " to " + ramp[year]
                        + " in the next; it must never fall");
            }
        }
        if (ramp.length == 0) {
            throw refused("rampFractions is empty, it must hold at least one year");
        }
        EconomicTerms terms = EconomicTerms.of(parameters);
        return new ConversionParameters(
                new Limits(parameters.number("landHaPerMw"), parameters.number("buildingM2PerMw")),
                EconomicTerms.range(parameters, "refitPeakPueLow", "refitPeakPueHigh"),
                ramp[0],
                terms.liquidCoolingSavingFraction(),
                new Economics(terms, parameters.get("rampFractions").numbers()));
    }

    private static HeadroomException refused(String what) {
        return new HeadroomException(
                FailureFamily.POLICY,
                "module mining-conversion: parameter " + what,
                "Correct it in the policy's parameters for mining-conversion.");
    }
}
