package org.headroom.miningconversion;

import java.util.List;

/**
 * What the conversion of a mine gives, in present values. A year's rents, costs and margins fall at its end; a block of the ramp is paid at the
 * end of the year before its rent begins, the first one at once. Immutable.
 *
 * <p>Each result rises or falls all along in each of its inputs while the others stay. So its least and greatest value over ranges of the inputs
 * lie at corners of these, and no bound is wider than the inputs make it. The inputs are taken as independent of one another.
 */
final class Economics {
    private static final double HOURS_PER_YEAR = 8760;

    private final EconomicTerms terms;
    private final double annuityFactor;

    /** Present value of a year-end payment of 1 for each unit in service, over the lease. */
    private final double serviceYears;

    /** Present value of a payment of 1 for each unit, when its block is paid. */
    private final double blocksPaid;

    /**
     * @param terms prices, costs and terms
     * @param ramp share in service in years 1, 2, 3 ..., 0..1, never falling; the last goes on
     */
    Economics(EconomicTerms terms, List<Double> ramp) {
        this.terms = terms;
        double growth = 1 + terms.discountRate();
        double service = 0;
        double paid = 0;
        double before = 0;
        double discount = 1;
        for (int year = 1; year <= terms.leaseYears(); year++) {
            double inService = ramp.get(Math.min(year, ramp.size()) - 1);
            paid += (inService - before) * discount;
            discount /= growth;
            service += inService * discount;
            before = inService;
        }
        serviceYears = service;
        blocksPaid = paid;
        annuityFactor = terms.discountRate() == 0 ? 1.0 / terms.leaseYears() : terms.discountRate() / (1 - discount);
    }

    /** Capital recovery factor r(1+r)^n / ((1+r)^n - 1), a year; 1/n without interest. */
    double annuityFactor() {
        return annuityFactor;
    }

    /** What a MW of ASICs earns in a year when energy has a price, USD; never below 0, as a mine that loses by the hour stands still. */
    static double miningMarginUsdPerMwYear(double breakevenUsdPerMwh, double energyPriceUsdPerMwh) {
        return HOURS_PER_YEAR * Math.max(0, breakevenUsdPerMwh - energyPriceUsdPerMwh);
    }

    /**
     * Annualised gain of a conversion over mining on, for each MW of the import right, USD/MW-yr:
     * {@code A sum over t of [(rent u - opex) IT(t) - m PUE IT(t)] / (1+r)^t - A sum over t of capex (IT(t) - IT(t-1)) / (1+r)^(t-1)} with
     * {@code ASIC(t) = right - PUE IT(t)} mining on. The right cancels out: a converted MW gives its rent less its running, its block's cost and
     * the mining that it displaces.
     *
     * @param share grid-side share of the right that is turned over at the end of the ramp, 0..1
     * @param pue grid power per IT power
     * @param priceUsdPerMwh energy price at the site, 0 or above
     * @param capexSaving share of the capital cost that is saved
     */
    Range gainUsdPerMwYear(Range share, Range pue, Range priceUsdPerMwh, Range capexSaving) {
        double worstIt =
                itUsd(terms.leaseUsdPerMwYear().low(), terms.capexUsdPerMw().high(), capexSaving.low());
        double bestIt =
                itUsd(terms.leaseUsdPerMwYear().high(), terms.capexUsdPerMw().low(), capexSaving.high());
        double mostMining = serviceYears
                * miningMarginUsdPerMwYear(terms.breakevenUsdPerMwh().high(), priceUsdPerMwh.low());
        double leastMining = serviceYears
                * miningMarginUsdPerMwYear(terms.breakevenUsdPerMwh().low(), priceUsdPerMwh.high());
        // Whether a better PUE helps depends on the sign of what IT load gives, and whether a larger share does on that
        // of the whole.
        double worst = Math.min(worstIt / pue.low(), worstIt / pue.high()) - mostMining;
        double best = Math.max(bestIt / pue.low(), bestIt / pue.high()) - leastMining;
        double low = annuityFactor * Math.min(share.low() * worst, share.high() * worst);
        double high = annuityFactor * Math.max(share.low() * best, share.high() * best);
        return new Range(low + 0.0, high + 0.0); // + 0.0: never -0
    }

    /** Present value of what a MW of final IT load gives, mining aside, USD. */
    private double itUsd(double leaseUsdPerMwYear, double capexUsdPerMw, double capexSaving) {
        return (leaseUsdPerMwYear * terms.utilisationFraction() - terms.opexUsdPerMwYear()) * serviceYears
                - capexUsdPerMw * (1 - capexSaving) * blocksPaid;
    }

    /**
     * Present value of the rent of an IT load over years in which a new connection would still be waited for, USD:
     * {@code rent u IT (1 - (1+r)^-years) / r}. It is gross: neither running nor capital cost is taken off.
     */
    Range yearsSavedUsd(Range itMw, Range years) {
        return new Range(
                terms.leaseUsdPerMwYear().low() * terms.utilisationFraction() * itMw.low() * presentYears(years.low()),
                terms.leaseUsdPerMwYear().high()
                        * terms.utilisationFraction()
                        * itMw.high()
                        * presentYears(years.high()));
    }

    private double presentYears(double years) {
        double rate = terms.discountRate();
        return rate == 0 ? years : -StrictMath.expm1(-years * StrictMath.log1p(rate)) / rate;
    }
}
