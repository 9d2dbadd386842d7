package org.headroom.sitecost;

import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.spi.Parameters;

/**
 * What turns money of one year and one day into money a year: the recovery of capital, the worth today of years to come, and the level of prices.
 * Immutable.
 */
final class Capital {
    private final double rate;
    private final double recoveryFactor;
    private final double[] index;
    private final int firstYear;
    private final int dollarYear;

    Capital(double rate, int years, double[] index, int firstYear, int dollarYear) {
        this.rate = rate;
        this.index = index.clone();
        this.firstYear = firstYear;
        this.dollarYear = dollarYear;
        // -expm1(-n log1p(r)) is 1 - (1+r)^-n without the loss of digits at small rates.
        recoveryFactor = rate == 0 ? 1.0 / years : rate / -StrictMath.expm1(-years * StrictMath.log1p(rate));
    }

    static Capital of(Parameters parameters) {
        Capital capital = new Capital(
                parameters.number("discountRate"),
                (int) parameters.number("lifeYears"),
                parameters.numbers("priceIndex"),
                (int) parameters.number("priceIndexFirstYear"),
                (int) parameters.number("dollarYear"));
        capital.level(capital.dollarYear, "dollarYear");
        return capital;
    }

    /** Capital recovery factor r(1+r)^n / ((1+r)^n - 1), a year; 1/n without interest. */
    double recoveryFactor() {
        return recoveryFactor;
    }

    /** Worth today of 1 a year over the next years, {@code (1 - (1+r)^-y) / r}; rises with the years. */
    double presentYears(double years) {
        return rate == 0 ? years : -StrictMath.expm1(-years * StrictMath.log1p(rate)) / rate;
    }

    /**
     * Factor from dollars of a year to those of the year in which all costs are told.
     *
     * @param parameter that names the year, for the message
     * @throws HeadroomException of family POLICY when the price index does not reach the year
     */
    double toDollarYear(int year, String parameter) {
        return level(dollarYear, "dollarYear") / level(year, parameter);
    }

    private double level(int year, String parameter) {
        int at = year - firstYear;
        if (at < 0 || at >= index.length) {
            throw new HeadroomException(
                    FailureFamily.POLICY,
                    "module site-cost: parameter " + parameter + " is " + year + ", but priceIndex goes from "
                            + firstYear + " to " + (firstYear + index.length - 1),
                    "Add the missing years to priceIndex, or name a year that it holds, in the policy's parameters for site-cost.");
        }
        return index[at];
    }
}
