package org.headroom.it.recomputed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What a mine is worth as a host of AI load: the worst and the best of all corners of what is not known for sure. */
public final class MineValue {
    private static final double HOURS = 8760;
    private static final double MONTHS = 12;

    private final Parameters parameters;
    private final double loadMw;
    private final double rate;
    private final int years;

    /** A range that grows by what it is told. */
    private static final class Range {
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;

        void add(double value) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }

        Measured measured() {
            return Measured.between(low, high);
        }
    }

    /** Reads the parameters of the policy. */
    public MineValue(Path policy, double loadMw) {
        this.loadMw = loadMw;
        parameters = new Parameters(policy, "mining-conversion");
        rate = number("discountRate");
        years = (int) number("leaseYears");
    }

    private double number(String name) {
        return parameters.number(name);
    }

    private double[] lowAndHigh(String start, String end) {
        return new double[] {number(start + "Low" + end), number(start + "High" + end)};
    }

    /** The criteria of a mine, from what else is known of it by name. */
    public Map<String, Measured> of(Function<String, Measured> mine) {
        Measured right = mine.apply("usableRightMw");
        Map<String, Measured> all = new TreeMap<>();
        List<String> names = List.of(
                "convertibleMw",
                "firstYearItLoadMw",
                "waitAvoidedYears",
                "conversionValueUsdPerMwYear",
                "valueOfYearsSavedUsd");
        if (!right.isKnown()) {
            names.forEach(name -> all.put(name, Measured.UNKNOWN));
        } else if (right.high() == 0) {
            names.forEach(name -> all.put(name, Measured.between(0, 0)));
        } else {
            convert(all, mine, right);
            save(all, mine, right);
        }
        Measured since = mine.apply("operatingSinceYear");
        if (since.isKnown()) {
            throw new IllegalStateException("years of operation are not done here");
        }
        all.put("yearsOfOperation", Measured.UNKNOWN);
        return all;
    }

    private double[] peakPue(Function<String, Measured> mine) {
        Measured pue = mine.apply("peakPue");
        return pue.isKnown() ? new double[] {pue.low(), pue.high()} : lowAndHigh("refitPeakPue", "");
    }

    private void convert(Map<String, Measured> all, Function<String, Measured> mine, Measured right) {
        double landMw = mine.apply("buildableAreaHa").high() / number("landHaPerMw");
        double floorMw = mine.apply("buildingAreaM2").high() / number("buildingM2PerMw");
        boolean isBounded = !Double.isNaN(landMw) && !Double.isNaN(floorMw);
        double[] pues = peakPue(mine);
        Range convertible = new Range();
        Range value = new Range();
        for (double pue : pues) {
            for (double held : new double[] {right.low(), right.high()}) {
                double gridMw = least(held, landMw, floorMw);
                convertible.add(isBounded ? gridMw / pue : 0);
                convertible.add(gridMw / pue);
                values(value, mine, pue, held > 0 ? gridMw / held : 0);
                if (!isBounded || held == 0) {
                    value.add(0);
                }
            }
        }
        Measured mw = convertible.measured();
        double first = parameters.numbers("rampFractions")[0];
        all.put("convertibleMw", mw);
        all.put("firstYearItLoadMw", Measured.between(first * mw.low(), first * mw.high()));
        all.put("conversionValueUsdPerMwYear", value.measured());
    }

    private static double least(double held, double landMw, double floorMw) {
        double least = Double.isNaN(landMw) ? held : Math.min(held, landMw);
        return Double.isNaN(floorMw) ? least : Math.min(least, floorMw);
    }

    /** Values for a MW of the right of which a share is converted, at all corners. */
    private void values(Range range, Function<String, Measured> mine, double pue, double share) {
        Measured price = mine.apply("energyPriceUsdPerMwh");
        double[] prices = price.isKnown() ? new double[] {price.low(), price.high()} : new double[] {0, 1e9};
        List<String> cooling = mine.apply("coolingTechnology").words();
        double saving = number("liquidCoolingSavingFraction");
        double[] costs = cooling.isEmpty()
                ? new double[] {1, 1 - saving}
                : new double[] {List.of("LIQUID", "IMMERSION").containsAll(cooling) ? 1 - saving : 1};
        for (double rent : lowAndHigh("lease", "UsdPerMwYear")) {
            for (double capital : lowAndHigh("conversionCapex", "UsdPerMw")) {
                for (double cost : costs) {
                    for (double breakeven : lowAndHigh("miningBreakeven", "UsdPerMwh")) {
                        for (double usdPerMwh : prices) {
                            double mining = HOURS * Math.max(0, breakeven - usdPerMwh);
                            range.add(value(rent, capital * cost, mining, pue, share));
                        }
                    }
                }
            }
        }
    }

    private double value(double rent, double capital, double mining, double pue, double share) {
        double[] ramp = parameters.numbers("rampFractions");
        double present = 0;
        double before = 0;
        for (int year = 1; year <= years; year++) {
            double it = ramp[Math.min(ramp.length, year) - 1] * share / pue;
            double hosting = rent * number("utilisationFraction") * it - number("opexUsdPerMwYear") * it;
            double lost = mining - mining * (1 - pue * it);
            present += (hosting - lost) / Math.pow(1 + rate, year);
            present -= capital * (it - before) / Math.pow(1 + rate, year - 1);
            before = it;
        }
        double grown = Math.pow(1 + rate, years);
        return present * rate * grown / (grown - 1);
    }

    private void save(Map<String, Measured> all, Function<String, Measured> mine, Measured right) {
        Measured months = mine.apply("rightSavesMonths");
        if (!months.isKnown()) {
            all.put("waitAvoidedYears", Measured.UNKNOWN);
            all.put("valueOfYearsSavedUsd", Measured.UNKNOWN);
            return;
        }
        Measured years = Measured.between(
                months.low() / MONTHS * Math.min(1, right.low() / loadMw),
                months.high() / MONTHS * Math.min(1, right.high() / loadMw));
        all.put("waitAvoidedYears", months.isFallback() ? years.asFallback() : years);
        double[] pues = peakPue(mine);
        double[] rents = lowAndHigh("lease", "UsdPerMwYear");
        double landMw = mine.apply("buildableAreaHa").high() / number("landHaPerMw");
        double floorMw = mine.apply("buildingAreaM2").high() / number("buildingM2PerMw");
        Measured value = Measured.between(
                rents[0] * present(months.low() / MONTHS) * least(right.low(), landMw, floorMw) / pues[1],
                rents[1] * present(months.high() / MONTHS) * least(right.high(), landMw, floorMw) / pues[0]);
        all.put("valueOfYearsSavedUsd", months.isFallback() ? value.asFallback() : value);
    }

    private double present(double years) {
        return number("utilisationFraction") * (1 - Math.pow(1 + rate, -years)) / rate;
    }
}
