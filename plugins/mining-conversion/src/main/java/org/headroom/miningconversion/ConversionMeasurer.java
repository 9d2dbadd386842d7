package org.headroom.miningconversion;

import java.time.LocalDate;
import org.headroom.model.EvidenceClass;
import org.headroom.model.SiteOrigin;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** Fills the columns from the sites' attributes, their peak PUE and their energy price. */
final class ConversionMeasurer implements Measurer {
    /** Any price but one that is paid for taking energy. */
    private static final Range ANY_PRICE = new Range(0, Double.MAX_VALUE);

    private final ConversionParameters parameters;
    private final double askedMw;
    private final double evaluated;

    /** @param askedMw load that is to be connected, MW, above 0 */
    ConversionMeasurer(ConversionParameters parameters, double askedMw, LocalDate evaluationDate) {
        this.parameters = parameters;
        this.askedMw = askedMw;
        this.evaluated =
                evaluationDate.getYear() + (evaluationDate.getDayOfYear() - 1.0) / evaluationDate.lengthOfYear();
    }

    @Override
    public void measure(SiteBlock sites, MeasurementBlock out) {
        ConversionColumns columns = new ConversionColumns(out);
        MeasurementColumn rights = sites.measured(ConversionCriteria.USABLE_RIGHT);
        double[] since = sites.numbers("operatingSinceYear");
        Inputs inputs = null;
        for (int site = 0; site < sites.size(); site++) {
            if (sites.origin(site) == SiteOrigin.GREENFIELD) {
                columns.nothing(site);
                continue;
            }
            operation(site, since[site], columns.operation);
            if (rights != null && rights.isKnown(site)) {
                inputs = inputs == null ? new Inputs(sites) : inputs;
                convert(site, new Range(rights.lower(site), rights.upper(site)), inputs, columns);
            } else {
                columns.unknown(site);
            }
        }
    }

    /** It began on some day of the year. */
    private void operation(int site, double since, MeasurementColumn out) {
        if (Double.isNaN(since)) {
            out.setUnknown(site, UnknownReason.FIELD_MISSING);
        } else {
            out.setInterval(
                    site, Math.max(0, evaluated - since - 1), Math.max(0, evaluated - since), EvidenceClass.DERIVED);
        }
    }

    private void convert(int site, Range right, Inputs inputs, ConversionColumns columns) {
        ConversionParameters.Limits limits = parameters.limits();
        double land = inputs.lands[site] / limits.landHaPerMw();
        double building = inputs.buildings[site] / limits.buildingM2PerMw();
        // Nobody knows what an unknown limit leaves: all that the others allow, or nothing.
        double bound = Math.min(
                land >= 0 ? land : Double.POSITIVE_INFINITY, building >= 0 ? building : Double.POSITIVE_INFINITY);
        boolean known = land >= 0 && building >= 0;
        double most = right.high();
        double least = right.low();
        Range pue = inputs.pue(site);
        Range itMw = new Range(known ? Math.min(least, bound) / pue.high() : 0, Math.min(most, bound) / pue.low());
        columns.convertible.setInterval(
                site,
                itMw.low(),
                itMw.high(),
                known && least == most && inputs.isPueSolid(site) ? EvidenceClass.DERIVED : EvidenceClass.ESTIMATED);
        double first = parameters.firstYearFraction();
        columns.firstYear.setInterval(site, itMw.low() * first, itMw.high() * first, EvidenceClass.ESTIMATED);
        if (most == 0) {
            columns.waitAvoided.set(site, 0, EvidenceClass.DERIVED);
            columns.value.set(site, 0, EvidenceClass.DERIVED);
            columns.yearsSaved.set(site, 0, EvidenceClass.DERIVED);
            return;
        }
        Range gain = parameters
                .economics()
                .gainUsdPerMwYear(share(least, most, bound, known), pue, inputs.price(site), saving(inputs, site));
        columns.value.setInterval(site, gain.low(), gain.high(), EvidenceClass.ESTIMATED);
        MeasurementColumn saves = inputs.saves;
        if (saves == null || !saves.isKnown(site)) {
            columns.waitAvoided.setUnknown(site, UnknownReason.NOT_CHECKED);
            columns.yearsSaved.setUnknown(site, UnknownReason.NOT_CHECKED);
            return;
        }
        Range years = new Range(saves.lower(site) / 12, saves.upper(site) / 12);
        EvidenceClass evidence = EvidenceClass.weaker(EvidenceClass.ESTIMATED, saves.evidence(site));
        columns.waitAvoided.setInterval(site, partOf(least) * years.low(), partOf(most) * years.high(), evidence);
        // What is saved is the wait for a connection: a limit that nobody knows does not make that shorter. The MW are
        // those of the right, which has power for all of the years: that it carries a part of the load is in them.
        Range carried = new Range(Math.min(least, bound) / pue.high(), itMw.high());
        Range saved = parameters.economics().yearsSavedUsd(carried, years);
        columns.yearsSaved.setInterval(site, saved.low(), saved.high(), evidence);
    }

    /** Part of the load asked for that a right covers, 0..1. */
    private double partOf(double rightMw) {
        return Math.min(1, rightMw / askedMw);
    }

    /** Share of the right that can be turned over: the larger the right, the smaller. Of a right of 0 it is nothing. */
    private static Range share(double least, double most, double bound, boolean known) {
        double low = known && least > 0 ? Math.min(most, bound) / most : 0;
        return new Range(low, least > 0 ? Math.min(least, bound) / least : bound > 0 ? 1 : 0);
    }

    private Range saving(Inputs inputs, int site) {
        double saving = parameters.liquidCoolingSavingFraction();
        String cooling = inputs.coolings[site];
        if ("AIR".equals(cooling)) {
            return Range.exactly(0);
        }
        boolean isLiquid = "LIQUID".equals(cooling) || "IMMERSION".equals(cooling);
        return new Range(isLiquid ? saving : 0, saving);
    }

    /** What facilities of a block bring with them; read only where there is one. */
    private final class Inputs {
        private final double[] lands;
        private final double[] buildings;
        private final @Nullable String[] coolings;
        private final @Nullable MeasurementColumn pues;
        private final @Nullable MeasurementColumn prices;
        private final @Nullable MeasurementColumn saves;

        Inputs(SiteBlock sites) {
            lands = sites.numbers("buildableAreaHa");
            buildings = sites.numbers("buildingAreaM2");
            coolings = sites.texts("coolingTechnology");
            pues = sites.measured(ConversionCriteria.PEAK_PUE);
            prices = sites.measured(ConversionCriteria.PRICE);
            saves = sites.measured(ConversionCriteria.RIGHT_SAVES);
        }

        Range pue(int site) {
            return of(pues, site, parameters.refitPeakPue());
        }

        Range price(int site) {
            Range price = of(prices, site, ANY_PRICE);
            return new Range(Math.max(0, price.low()), Math.max(0, price.high()));
        }

        private static Range of(@Nullable MeasurementColumn column, int site, Range otherwise) {
            return column != null && column.isKnown(site)
                    ? new Range(column.lower(site), column.upper(site))
                    : otherwise;
        }

        /** Whether the peak PUE is the site's own, and no more uncertain than a figure that is derived. */
        boolean isPueSolid(int site) {
            return pues != null && pues.isKnown(site) && pues.evidence(site).compareTo(EvidenceClass.ESTIMATED) < 0;
        }
    }
}
