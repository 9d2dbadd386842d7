package org.headroom.sitecost;

import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.SiteBlock;

/**
 * Fills the columns from what other modules measured. Each part rises or falls all along in each of its inputs while the others stay, so its bounds lie
 * at corners of these. The inputs are taken as independent.
 */
final class CostMeasurer implements Measurer {
    private static final double HOURS_PER_YEAR = 8760;
    private static final double MONTHS_PER_YEAR = 12;
    private static final Range NONE = new Range(Double.NaN, Double.NaN);
    private static final Range ANY = new Range(0, Double.POSITIVE_INFINITY);

    private final CostParameters figures;
    private final double requestedMw;

    /** @param requestedMw grid-side load that is asked for, above 0 */
    CostMeasurer(CostParameters figures, double requestedMw) {
        this.figures = figures;
        this.requestedMw = requestedMw;
    }

    @Override
    public void measure(SiteBlock sites, MeasurementBlock out) {
        MeasurementColumn tieLine = out.column(CostCriteria.TIE_LINE);
        MeasurementColumn energy = out.column(CostCriteria.ENERGY);
        MeasurementColumn build = out.column(CostCriteria.BUILD);
        MeasurementColumn delay = out.column(CostCriteria.DELAY);
        Input peakPue = new Input(sites, CostCriteria.PEAK_PUE, figures.assumedPeakPue());
        tieLines(sites, tieLine);
        energies(sites, energy);
        builds(sites, peakPue, build);
        delays(sites, delay);
        totals(sites.size(), peakPue, tieLine, energy, build, delay, out.column(CostCriteria.TOTAL));
    }

    private void tieLines(SiteBlock sites, MeasurementColumn out) {
        Input distance = new Input(sites, CostCriteria.DISTANCE, NONE);
        Input bulk = new Input(sites, CostCriteria.BULK_DISTANCE, NONE);
        Input voltage = new Input(sites, CostCriteria.VOLTAGE, ANY);
        Input right = new Input(sites, CostCriteria.RIGHT, ANY);
        for (int site = 0; site < sites.size(); site++) {
            double leastMw = Math.max(0, requestedMw - right.highOfFacility(site));
            double mostMw = Math.max(0, requestedMw - right.low(site));
            if (mostMw == 0) {
                out.set(site, 0, EvidenceClass.weaker(EvidenceClass.DERIVED, right.evidence(site)));
                continue;
            }
            boolean isNear = distance.isKnown(site);
            // Bulk transmission carries the load at any rate; what nobody knows of and is nearer can only be cheaper.
            double mostKm = isNear ? distance.high(site) : bulk.high(site);
            if (Double.isNaN(mostKm)) {
                out.setUnknown(site, distance.reason(site));
                continue;
            }
            double leastKm = isNear ? distance.low(site) : 0;
            // The voltage in reach says nothing of a node beyond it.
            double mostKv = isNear ? voltage.high(site) : Double.POSITIVE_INFINITY;
            out.setInterval(
                    site,
                    figures.tieLine().least(leastMw, leastKm),
                    figures.tieLine().most(mostMw, mostKm, mostKv),
                    EvidenceClass.ESTIMATED);
        }
    }

    private void energies(SiteBlock sites, MeasurementColumn out) {
        Input price = new Input(sites, CostCriteria.PRICE, NONE);
        Input pue = new Input(sites, CostCriteria.PUE, figures.assumedPue());
        double hours = HOURS_PER_YEAR * figures.itLoadFactor();
        for (int site = 0; site < sites.size(); site++) {
            if (!price.isKnown(site)) {
                out.setUnknown(site, price.reason(site));
                continue;
            }
            double low = price.low(site);
            double high = price.high(site);
            // Who is paid for taking energy wins by a worse PUE.
            out.setInterval(
                    site,
                    hours * low * (low < 0 ? pue.high(site) : pue.low(site)),
                    hours * high * (high < 0 ? pue.low(site) : pue.high(site)),
                    EvidenceClass.weaker(
                            EvidenceClass.DERIVED, EvidenceClass.weaker(price.evidence(site), pue.evidence(site))));
        }
    }

    private void builds(SiteBlock sites, Input peakPue, MeasurementColumn out) {
        Input convertible = new Input(sites, CostCriteria.CONVERTIBLE, ANY);
        Range anew = figures.newBuildUsdPerMw();
        Range converted = figures.conversionUsdPerMw();
        double recovery = figures.capital().recoveryFactor();
        for (int site = 0; site < sites.size(); site++) {
            double leastShare = share(convertible.low(site), peakPue.low(site));
            double mostShare = share(convertible.highOfFacility(site), peakPue.high(site));
            double low = Math.min(
                    mixed(leastShare, converted.low(), anew.low()), mixed(mostShare, converted.low(), anew.low()));
            double high = Math.max(
                    mixed(leastShare, converted.high(), anew.high()), mixed(mostShare, converted.high(), anew.high()));
            out.setInterval(site, recovery * low, recovery * high, EvidenceClass.ESTIMATED);
        }
    }

    /** Share of the IT load asked for that can be converted, 0..1. */
    private double share(double convertibleMw, double peakPue) {
        return Math.max(0, Math.min(1, convertibleMw * peakPue / requestedMw));
    }

    private static double mixed(double share, double converted, double anew) {
        return share * converted + (1 - share) * anew;
    }

    private void delays(SiteBlock sites, MeasurementColumn out) {
        Input months = new Input(sites, CostCriteria.TIME_TO_POWER, NONE);
        for (int site = 0; site < sites.size(); site++) {
            if (months.isKnown(site)) {
                delay(site, months, out);
            } else {
                out.setUnknown(site, months.reason(site));
            }
        }
    }

    private void delay(int site, Input months, MeasurementColumn out) {
        double leastYears = months.low(site) / MONTHS_PER_YEAR;
        double mostYears = months.high(site) / MONTHS_PER_YEAR;
        Capital capital = figures.capital();
        double recovery = capital.recoveryFactor();
        out.setInterval(
                site,
                recovery * figures.marginUsdPerMwYear().low() * capital.presentYears(Math.max(0, leastYears)),
                recovery * figures.marginUsdPerMwYear().high() * capital.presentYears(Math.max(0, mostYears)),
                EvidenceClass.weaker(EvidenceClass.ESTIMATED, months.evidence(site)));
    }

    private void totals(
            int size,
            Input peakPue,
            MeasurementColumn tieLine,
            MeasurementColumn energy,
            MeasurementColumn build,
            MeasurementColumn delay,
            MeasurementColumn out) {
        double recovery = figures.capital().recoveryFactor() / requestedMw;
        for (int site = 0; site < size; site++) {
            UnknownReason missing = missing(site, tieLine, energy, delay);
            if (missing != UnknownReason.NONE) {
                out.setUnknown(site, missing);
                continue;
            }
            out.setInterval(
                    site,
                    recovery * peakPue.low(site) * tieLine.lower(site)
                            + energy.lower(site)
                            + build.lower(site)
                            + delay.lower(site),
                    recovery * peakPue.high(site) * tieLine.upper(site)
                            + energy.upper(site)
                            + build.upper(site)
                            + delay.upper(site),
                    weakest(site, tieLine, energy, build, delay));
        }
    }

    private static EvidenceClass weakest(int site, MeasurementColumn... parts) {
        EvidenceClass weakest = EvidenceClass.ESTIMATED;
        for (MeasurementColumn part : parts) {
            weakest = EvidenceClass.weaker(weakest, part.evidence(site));
        }
        return weakest;
    }

    private static UnknownReason missing(int site, MeasurementColumn... parts) {
        for (MeasurementColumn part : parts) {
            if (!part.isKnown(site)) {
                return part.reason(site);
            }
        }
        return UnknownReason.NONE;
    }
}
