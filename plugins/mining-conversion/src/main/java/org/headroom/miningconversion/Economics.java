package org.headroom.miningconversion;

import java.util.List;
import org.headroom.spi.Parameters;

/**
 * Prices, costs and terms of a conversion. A year's payments fall at its end; a block's cost falls in the year in which the block
 * goes into service.
 *
 * @param leaseUsdPerMwYear rent of a MW of critical IT load, USD a year
 * @param utilisationFraction share of the IT load in service that is let, 0..1
 * @param miningMarginUsdPerMwYear margin of a MW of ASICs, USD a year
 * @param opexUsdPerMwYear cost of running a MW of IT load, USD a year
 * @param conversionCapexUsdPerMw cost of making a MW of IT load, USD
 * @param liquidCoolingSavingFraction share of that cost saved where liquid or immersion cooling is there already, 0..1
 * @param discountRate a year, 0 or above
 * @param leaseYears at least 1
 */
record Economics(
        double leaseUsdPerMwYear,
        double utilisationFraction,
        double miningMarginUsdPerMwYear,
        double opexUsdPerMwYear,
        double conversionCapexUsdPerMw,
        double liquidCoolingSavingFraction,
        double discountRate,
        int leaseYears) {

    static Economics of(Parameters parameters) {
        return new Economics(
                parameters.number("leaseUsdPerMwYear"),
                parameters.number("utilisationFraction"),
                parameters.number("miningMarginUsdPerMwYear"),
                parameters.number("opexUsdPerMwYear"),
                parameters.number("conversionCapexUsdPerMw"),
                parameters.number("liquidCoolingSavingFraction"),
                parameters.number("discountRate"),
                (int) parameters.number("leaseYears"));
    }

    /**
     * Net present value of letting IT load up to the final one, in the ramp's blocks, mining with the rest of the contract
     * meanwhile and after:
     * {@code sum over t of [rent u IT(t) + m ASIC(t) - opex IT(t) - capex (IT(t) - IT(t-1))] / (1+r)^t} with
     * {@code ASIC(t) = contract - PUE IT(t)}, less the value {@code sum of m contract / (1+r)^t} of mining on. USD.
     *
     * <p>The contract cancels out of the difference: what a converted MW gives is its rent less its running, its block's cost and
     * the mining that it displaces.
     *
     * @param finalItMw IT load at the end of the ramp, MW
     * @param pue grid power per IT power
     * @param capexSavingFraction share of the capital cost that is saved, 0..1
     * @param ramp IT load in service by year as a share of the final one, 0..1
     */
    double gainUsd(double finalItMw, double pue, double capexSavingFraction, List<Double> ramp) {
        double yearly = leaseUsdPerMwYear * utilisationFraction - opexUsdPerMwYear - pue * miningMarginUsdPerMwYear;
        double capex = conversionCapexUsdPerMw * (1 - capexSavingFraction);
        double discount = 1;
        double gain = 0;
        double before = 0;
        for (int year = 1; year <= leaseYears; year++) {
            discount /= 1 + discountRate;
            double inService = finalItMw * ramp.get(Math.min(year, ramp.size()) - 1);
            gain += (yearly * inService - capex * (inService - before)) * discount;
            before = inService;
        }
        return gain;
    }

    /** Capital recovery factor r(1+r)^n / ((1+r)^n - 1), a year; 1/n without interest. */
    double annuityFactor() {
        double growth = 1;
        for (int year = 0; year < leaseYears; year++) {
            growth *= 1 + discountRate;
        }
        return growth == 1 ? 1.0 / leaseYears : discountRate * growth / (growth - 1);
    }
}
