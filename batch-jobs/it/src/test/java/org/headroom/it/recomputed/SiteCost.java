package org.headroom.it.recomputed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What a MW of IT load costs a year at a site: tie-line, energy, building and delay, from the least to the most. */
public final class SiteCost {
    private static final double HOURS = 8760;
    private static final double MONTHS = 12;

    private final Parameters parameters;
    private final double loadMw;
    private final double rate;
    private final double annuity;
    private final double[] classKv;
    private final double[] classMw;

    /** Reads the parameters of the policy. */
    public SiteCost(Path policy, double loadMw) {
        this.loadMw = loadMw;
        parameters = new Parameters(policy, "site-cost");
        rate = number("discountRate");
        double grown = Math.pow(1 + rate, number("lifeYears"));
        annuity = rate * grown / (grown - 1);
        classKv = parameters.numbers("tieLineClassKv");
        classMw = parameters.numbers("tieLineClassMw");
    }

    private double number(String name) {
        return parameters.number(name);
    }

    /** What money of a year is in that of the figures. */
    private double index(String year) {
        double[] index = parameters.numbers("priceIndex");
        double first = number("priceIndexFirstYear");
        return index[(int) (number("dollarYear") - first)] / index[(int) (number(year) - first)];
    }

    /** The criteria of a site, from what else is known of it by name. */
    public Map<String, Measured> of(Function<String, Measured> site) {
        boolean isNewLand = site.apply("origin").words().contains("GREENFIELD");
        Measured peak = orElse(site.apply("peakPue"), "assumedPeakPue");
        Measured it = Measured.between(loadMw / peak.high(), loadMw / peak.low());
        Map<String, Measured> all = new TreeMap<>();
        Measured line = tieLine(site, isNewLand);
        all.put("tieLineCostUsd", line);
        all.put("energyCostUsdPerMwYear", energy(site));
        all.put("buildCostUsdPerMwYear", build(site, isNewLand, it));
        all.put("delayCostUsdPerMwYear", delay(site.apply("timeToPowerMonthsP50")));
        List<Measured> parts = List.copyOf(all.values());
        boolean isKnown = parts.stream().allMatch(Measured::isKnown);
        double low = 0;
        double high = 0;
        for (String part : List.of("energyCostUsdPerMwYear", "buildCostUsdPerMwYear", "delayCostUsdPerMwYear")) {
            low += all.get(part).low();
            high += all.get(part).high();
        }
        Measured sum =
                Measured.between(annuity * line.low() / it.high() + low, annuity * line.high() / it.low() + high);
        boolean isFallback = parts.stream().anyMatch(Measured::isFallback);
        all.put("siteCostUsdPerMwYear", !isKnown ? Measured.UNKNOWN : isFallback ? sum.asFallback() : sum);
        return all;
    }

    private Measured orElse(Measured known, String assumed) {
        return known.isKnown() ? known : Measured.between(number(assumed + "Low"), number(assumed + "High"));
    }

    private Measured tieLine(Function<String, Measured> site, boolean isNewLand) {
        Measured right = site.apply("usableRightMw");
        double leastMw = Math.max(0, loadMw - (right.isKnown() ? right.high() : isNewLand ? 0 : loadMw));
        double mostMw = Math.max(0, loadMw - (right.isKnown() ? right.low() : 0));
        if (mostMw == 0) {
            return Measured.between(0, 0);
        }
        Measured km = site.apply("distanceToInterconnectionKm");
        Measured bulkKm = site.apply("distanceToBulkTransmissionKm");
        if (!km.isKnown() && !bulkKm.isKnown()) {
            return Measured.UNKNOWN;
        }
        double leastKm = km.isKnown() ? km.low() : 0;
        double mostKm = km.isKnown() ? km.high() : bulkKm.high();
        Measured kv = site.apply("nominalVoltageKv");
        return Measured.between(
                leastMw == 0 ? 0 : index("tieLineDollarYear") * leastUsd(leastMw, leastKm),
                index("tieLineDollarYear")
                        * mostUsd(mostMw, mostKm, kv.isKnown() ? kv.high() : classKv[classKv.length - 1]));
    }

    private int lineClass(double mw) {
        int line = 0;
        while (line < classMw.length - 1 && mw > classMw[line]) {
            line++;
        }
        return line;
    }

    private double leastUsd(double mw, double km) {
        int line = lineClass(mw);
        double each = km * number("routeFactorLow") * parameters.numbers("tieLineLowUsdPerKm")[line]
                + parameters.numbers("tieLineEndLowUsd")[line];
        return Math.ceil(mw / classMw[line]) * each + mw / number("powerFactor") * number("transformerLowUsdPerMva");
    }

    private double mostUsd(double mw, double km, double kv) {
        int line = lineClass(mw);
        int node = 0;
        while (node < classKv.length - 1 && kv >= classKv[node + 1]) {
            node++;
        }
        node = Math.max(node, line);
        double each = km * number("routeFactorHigh") * parameters.numbers("tieLineHighUsdPerKm")[line]
                + parameters.numbers("tieLineEndHighUsd")[node];
        int transformers = node > line ? 2 : 1;
        return Math.ceil(mw / classMw[line]) * each
                + transformers * mw / number("powerFactor") * number("transformerHighUsdPerMva");
    }

    private Measured energy(Function<String, Measured> site) {
        Measured price = site.apply("energyPriceUsdPerMwh");
        Measured pue = orElse(site.apply("pue"), "assumedPue");
        if (!price.isKnown()) {
            return Measured.UNKNOWN;
        }
        double hours = HOURS * number("itLoadFactor");
        Measured energy = Measured.between(price.low() * hours * pue.low(), price.high() * hours * pue.high());
        return price.isFallback() ? energy.asFallback() : energy;
    }

    private Measured build(Function<String, Measured> site, boolean isNewLand, Measured it) {
        Measured convertible = site.apply("convertibleMw");
        double least = convertible.isKnown() ? convertible.low() : 0;
        double most = convertible.isKnown() ? convertible.high() : isNewLand ? 0 : Double.POSITIVE_INFINITY;
        double[] shares = {Math.min(1, least / it.high()), Math.min(1, most / it.low())};
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double share : shares) {
            low = Math.min(low, share * number("conversionLowUsdPerMw") + (1 - share) * number("newBuildLowUsdPerMw"));
            high = Math.max(
                    high, share * number("conversionHighUsdPerMw") + (1 - share) * number("newBuildHighUsdPerMw"));
        }
        double index = annuity * index("buildDollarYear");
        return Measured.between(index * low, index * high);
    }

    private Measured delay(Measured months) {
        if (!months.isKnown()) {
            return Measured.UNKNOWN;
        }
        Measured delay = Measured.between(
                lost(number("rentLowUsdPerMwYear"), months.low() / MONTHS),
                lost(number("rentHighUsdPerMwYear"), months.high() / MONTHS));
        return months.isFallback() ? delay.asFallback() : delay;
    }

    private double lost(double rent, double years) {
        double margin = rent * number("utilisationFraction") - number("opexUsdPerMwYear");
        return annuity * index("rentDollarYear") * margin * (1 - Math.pow(1 + rate, -years)) / rate;
    }
}
