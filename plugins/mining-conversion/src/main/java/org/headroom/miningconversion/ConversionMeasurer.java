package org.headroom.miningconversion;

import org.headroom.model.EvidenceClass;
import org.headroom.model.SiteOrigin;
import org.headroom.model.UnknownReason;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** Fills the columns from the sites' attributes. */
final class ConversionMeasurer implements Measurer {
    private final ConversionParameters parameters;
    private final double firstFraction;

    /** Annualised gain per MW of final IT load, cooling by air before, USD a year. */
    private final double airGain;

    /** As {@link #airGain}, liquid cooling there already. */
    private final double liquidGain;

    ConversionMeasurer(ConversionParameters parameters) {
        this.parameters = parameters;
        firstFraction = parameters.rampFractions().get(0);
        Economics economics = parameters.economics();
        airGain = gain(0);
        liquidGain = gain(economics.liquidCoolingSavingFraction());
    }

    private double gain(double savingFraction) {
        Economics economics = parameters.economics();
        return economics.annuityFactor()
                * economics.gainUsd(1, parameters.peakPue(), savingFraction, parameters.rampFractions());
    }

    @Override
    public void measure(SiteBlock sites, MeasurementBlock out) {
        Columns columns = new Columns(
                out.column(ConversionCriteria.CONVERTIBLE),
                out.column(ConversionCriteria.FIRST_YEAR),
                out.column(ConversionCriteria.WAIT_AVOIDED),
                out.column(ConversionCriteria.VALUE));
        double[] contracts = sites.numbers("contractedCapacityMw");
        double[] lands = sites.numbers("buildableAreaHa");
        double[] buildings = sites.numbers("buildingAreaM2");
        @Nullable String[] coolings = sites.texts("coolingTechnology");
        for (int site = 0; site < sites.size(); site++) {
            if (sites.origin(site) == SiteOrigin.GREENFIELD) {
                columns.nothing(site);
            } else if (!(contracts[site] >= 0)) {
                columns.unknown(site);
            } else {
                convert(site, contracts[site], lands[site], buildings[site], coolings[site], columns);
            }
        }
    }

    private void convert(
            int site, double contract, double land, double building, @Nullable String cooling, Columns columns) {
        ConversionParameters.Limits limits = parameters.limits();
        double bound = contract;
        boolean landKnown = land >= 0;
        boolean buildingKnown = building >= 0;
        if (landKnown) {
            bound = Math.min(bound, land / limits.landHaPerMw());
        }
        if (buildingKnown) {
            bound = Math.min(bound, building / limits.buildingM2PerMw());
        }
        boolean known = landKnown && buildingKnown;
        double upper = bound / parameters.peakPue();
        double lower = known ? upper : upper * limits.unknownLimitFraction();
        EvidenceClass evidence = known ? EvidenceClass.DERIVED : EvidenceClass.ESTIMATED;
        columns.convertible.setInterval(site, lower, upper, evidence);
        columns.firstYear.setInterval(site, lower * firstFraction, upper * firstFraction, EvidenceClass.ESTIMATED);
        columns.waitAvoided.set(
                site,
                parameters.waitAvoidedYears() * Math.min(1, contract / parameters.waitThresholdMw()),
                parameters.waitEvidence());
        if (contract == 0) {
            columns.value.set(site, 0, EvidenceClass.DERIVED);
        } else {
            value(site, lower / contract, upper / contract, cooling, columns.value);
        }
    }

    /** The gain is linear in the IT load and in the cost, so its bounds lie at the bounds of both. */
    private void value(int site, double lowShare, double highShare, @Nullable String cooling, MeasurementColumn out) {
        boolean liquid = "LIQUID".equals(cooling) || "IMMERSION".equals(cooling);
        double worst = liquid ? liquidGain : airGain;
        double best = "AIR".equals(cooling) ? airGain : liquidGain;
        double low = Math.min(worst * lowShare, worst * highShare);
        double high = Math.max(best * lowShare, best * highShare);
        out.setInterval(site, low + 0.0, high + 0.0, EvidenceClass.ESTIMATED); // + 0.0: never -0
    }

    private record Columns(
            MeasurementColumn convertible,
            MeasurementColumn firstYear,
            MeasurementColumn waitAvoided,
            MeasurementColumn value) {
        void nothing(int site) {
            convertible.set(site, 0, EvidenceClass.DERIVED);
            firstYear.set(site, 0, EvidenceClass.DERIVED);
            waitAvoided.set(site, 0, EvidenceClass.DERIVED);
            value.set(site, 0, EvidenceClass.DERIVED);
        }

        void unknown(int site) {
            convertible.setUnknown(site, UnknownReason.FIELD_MISSING);
            firstYear.setUnknown(site, UnknownReason.FIELD_MISSING);
            waitAvoided.setUnknown(site, UnknownReason.FIELD_MISSING);
            value.setUnknown(site, UnknownReason.FIELD_MISSING);
        }
    }
}
