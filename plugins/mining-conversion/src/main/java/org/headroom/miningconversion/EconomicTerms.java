package org.headroom.miningconversion;

import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.spi.Parameters;

/**
 * Prices, costs and terms of conversions, as the policy gives them.
 *
 * @param leaseUsdPerMwYear rent of a MW of critical IT load, USD a year
 * @param utilisationFraction share of the IT load in service that is let, 0..1
 * @param breakevenUsdPerMwh energy price at which ASICs earn nothing
 * @param opexUsdPerMwYear cost of running a MW of IT load, USD a year
 * @param capexUsdPerMw cost of making a MW of IT load, USD
 * @param liquidCoolingSavingFraction share of that cost saved where liquid or immersion cooling is there already, 0..1
 * @param discountRate a year, 0 or above
 * @param leaseYears at least 1
 */
record EconomicTerms(
        Range leaseUsdPerMwYear,
        double utilisationFraction,
        Range breakevenUsdPerMwh,
        double opexUsdPerMwYear,
        Range capexUsdPerMw,
        double liquidCoolingSavingFraction,
        double discountRate,
        int leaseYears) {

    static EconomicTerms of(Parameters parameters) {
        return new EconomicTerms(
                range(parameters, "leaseLowUsdPerMwYear", "leaseHighUsdPerMwYear"),
                parameters.number("utilisationFraction"),
                range(parameters, "miningBreakevenLowUsdPerMwh", "miningBreakevenHighUsdPerMwh"),
                parameters.number("opexUsdPerMwYear"),
                range(parameters, "conversionCapexLowUsdPerMw", "conversionCapexHighUsdPerMw"),
                parameters.number("liquidCoolingSavingFraction"),
                parameters.number("discountRate"),
                (int) parameters.number("leaseYears"));
    }

    /** @throws HeadroomException of family POLICY when the ends are in the wrong order */
    static Range range(Parameters parameters, String low, String high) {
        Range range = new Range(parameters.number(low), parameters.number(high));
        if (range.low() > range.high()) {
            throw new HeadroomException(
                    FailureFamily.POLICY,
                    "module mining-conversion: parameter " + low + " is " + range.low() + ", above " + high + " with "
                            + range.high(),
                    "Correct one of them in the policy's parameters for mining-conversion.");
        }
        return range;
    }
}
