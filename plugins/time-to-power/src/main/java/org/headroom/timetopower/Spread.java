package org.headroom.timetopower;

import org.headroom.model.HeadroomException;
import org.headroom.spi.Parameters;

/**
 * How long a step takes, in months, by three quantiles: a shifted lognormal distribution through them (Johnson 1949, system SL), which may lean to either
 * side and is the normal one between. Where two of the quantiles are the same, each half is a half of a normal distribution. Nothing takes less than
 * 0 months nor counts for more than {@link #LONGEST_MONTHS}.
 *
 * @param p10 months within which one in ten is done
 * @param p50 months within which half are done, not below {@code p10}
 * @param p90 months within which nine in ten are done, not below {@code p50}
 */
record Spread(double p10, double p50, double p90) {
    /** Whatever takes longer counts as this. */
    static final double LONGEST_MONTHS = 480;

    /** Standard normal deviate of nine in ten. */
    private static final double Z90 = 1.2815515655446004;

    /** Below this the shifted lognormal distribution cannot be told from the normal one. */
    private static final double STRAIGHT = 1e-6;

    /**
     * Reads a parameter that holds three rising figures.
     *
     * @throws HeadroomException of family POLICY when there are not three or they fall
     */
    static Spread of(Parameters parameters, String id) {
        double[] months = parameters.numbers(id);
        if (months.length != 3 || months[0] > months[1] || months[1] > months[2]) {
            throw TimeParameters.refused(
                    id,
                    "holds " + parameters.get(id).numbers()
                            + "; it must be three figures that do not fall: months at 10, 50 and 90 %");
        }
        return new Spread(months[0], months[1], months[2]);
    }

    /** Months of a standard normal deviate. */
    double at(double z) {
        double below = p50 - p10;
        double above = p90 - p50;
        double months;
        if (below > 0 && above > 0) {
            double lean = StrictMath.log(above / below) / Z90;
            // Slope at the median; expm1 keeps it exact where the distribution is nearly normal.
            months = Math.abs(lean) < STRAIGHT
                    ? p50 + z * above / Z90
                    : p50 + above * StrictMath.expm1(lean * z) / StrictMath.expm1(lean * Z90);
        } else {
            months = p50 + z * (z < 0 ? below : above) / Z90;
        }
        return Math.min(LONGEST_MONTHS, Math.max(0, months));
    }

    /** Months of each of some standard normal deviates; a fresh array. */
    double[] at(double[] z) {
        double[] months = new double[z.length];
        for (int i = 0; i < z.length; i++) {
            months[i] = at(z[i]);
        }
        return months;
    }
}
