package org.headroom.cooling;

/**
 * A cooling plant with an economiser and a chiller, for one hour at a time. Free-cooling share
 * {@code phi = clip((T_return - T_source) / (T_return - T_supply), 0, 1)}; chiller
 * {@code COP = eta T_evap / (T_cond - T_evap)} in kelvin; {@code PUE = 1 + losses + (1 - phi) / COP}. PUE after ISO/IEC 30134-2; a
 * share of Carnot's efficiency is the usual first approximation of a chiller.
 *
 * @param economiser where the cold comes from
 * @param supplyC temperature supplied, degC
 * @param returnC temperature that comes back, degC, above the supply
 * @param approaches temperature differences
 * @param dewPointMaximumC dew point above which an AIR economiser stays shut, degC
 * @param minimumLiftC least lift from evaporation to condensation, K
 * @param carnotFraction eta, 0..1
 * @param losses electrical, fan and pump power per IT power
 */
record CoolingPlant(
        Economiser economiser,
        double supplyC,
        double returnC,
        Approaches approaches,
        double dewPointMaximumC,
        double minimumLiftC,
        double carnotFraction,
        double losses) {

    private static final double KELVIN = 273.15;

    /** Where the cold comes from. */
    enum Economiser {
        /** Outside air, blown in. */
        AIR,
        /** Cooling tower, by a heat exchanger. */
        WATER,
        /** Dry cooler. */
        DRY
    }

    /**
     * Temperature differences, K.
     *
     * @param fanRiseC of outside air in the fans
     * @param towerC tower water above wet bulb
     * @param heatExchangerC loop above tower water
     * @param dryCoolerC loop above dry bulb
     * @param evaporatorC supply above evaporation
     * @param condenserC condensation above dry bulb or tower water
     */
    record Approaches(
            double fanRiseC,
            double towerC,
            double heatExchangerC,
            double dryCoolerC,
            double evaporatorC,
            double condenserC) {}

    boolean needsDewPoint() {
        return economiser == Economiser.AIR;
    }

    boolean needsWetBulb() {
        return economiser == Economiser.WATER;
    }

    /** Whether outside air is too humid to be let in; never for a closed loop. */
    boolean isTooHumid(double dewPointC) {
        return economiser == Economiser.AIR && dewPointC > dewPointMaximumC;
    }

    /** phi: share of the heat that the economiser takes, 0..1; 1 is an hour of free cooling. */
    double freeShare(double dryBulbC, double wetBulbC, boolean tooHumid) {
        double source =
                switch (economiser) {
                    case AIR -> dryBulbC + approaches.fanRiseC;
                    case WATER -> wetBulbC + approaches.towerC + approaches.heatExchangerC;
                    case DRY -> dryBulbC + approaches.dryCoolerC;
                };
        if (tooHumid || source >= returnC) {
            return 0;
        }
        return source <= supplyC ? 1 : (returnC - source) / (returnC - supplyC);
    }

    /** PUE of an hour that the economiser cools alone: no hour has less. */
    double leastPue() {
        return 1 + losses;
    }

    /** PUE of the hour, at least {@link #leastPue()}; never falls as dry bulb, wet bulb or humidity rises. */
    double pue(double freeShare, double dryBulbC, double wetBulbC) {
        if (freeShare >= 1) {
            return leastPue();
        }
        double rejection = economiser == Economiser.WATER ? wetBulbC + approaches.towerC : dryBulbC;
        double evaporation = supplyC - approaches.evaporatorC;
        double lift = Math.max(minimumLiftC, rejection + approaches.condenserC - evaporation);
        double cop = carnotFraction * (evaporation + KELVIN) / lift;
        return leastPue() + (1 - freeShare) / cop;
    }
}
