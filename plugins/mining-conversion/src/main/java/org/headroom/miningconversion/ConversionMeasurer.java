package org.headroom.miningconversion;

import java.util.Set;
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
    /** What hosts AI already, and what stands nowhere yet: whatever right is held, nothing is there to convert. */
    private static final Set<String> NOTHING_TO_CONVERT = Set.of("CONVERTED", "PROPOSED", "DELAYED");

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
                out.column(ConversionCriteria.IMPORT_RIGHT),
                out.column(ConversionCriteria.CONVERTIBLE),
                out.column(ConversionCriteria.FIRST_YEAR),
                out.column(ConversionCriteria.WAIT_AVOIDED),
                out.column(ConversionCriteria.VALUE));
        ImportRight right = new ImportRight(parameters.limits().nameplateFirmFraction());
        double[] figures = sites.numbers("contractedCapacityMw");
        double[] lands = sites.numbers("buildableAreaHa");
        double[] buildings = sites.numbers("buildingAreaM2");
        @Nullable String[] coolings = sites.texts("coolingTechnology");
        @Nullable String[] statuses = sites.texts("facilityStatus");
        @Nullable String[] meanings = sites.texts("capacityMeaning");
        @Nullable String[] kinds = sites.texts("facilityKind");
        @Nullable String[] connections = sites.texts("connectionRight");
        for (int site = 0; site < sites.size(); site++) {
            if (sites.origin(site) == SiteOrigin.GREENFIELD) {
                columns.nothing(site);
            } else if (right.find(figures[site], statuses[site], meanings[site], connections[site])) {
                columns.right.setInterval(site, right.low(), right.high(), EvidenceClass.DERIVED);
                convert(
                        site,
                        right,
                        isNothingToConvert(kinds[site], statuses[site]),
                        lands[site],
                        buildings[site],
                        coolings[site],
                        columns);
            } else {
                columns.unknown(site);
            }
        }
    }

    private static boolean isNothingToConvert(@Nullable String kind, @Nullable String status) {
        return "DATA_CENTER".equals(kind) || (status != null && NOTHING_TO_CONVERT.contains(status));
    }

    private void convert(
            int site,
            ImportRight right,
            boolean isNothingToConvert,
            double land,
            double building,
            @Nullable String cooling,
            Columns columns) {
        ConversionParameters.Limits limits = parameters.limits();
        boolean landKnown = land >= 0;
        boolean buildingKnown = building >= 0;
        double bound = Double.POSITIVE_INFINITY;
        if (landKnown) {
            bound = Math.min(bound, land / limits.landHaPerMw());
        }
        if (buildingKnown) {
            bound = Math.min(bound, building / limits.buildingM2PerMw());
        }
        boolean known = landKnown && buildingKnown;
        double most = isNothingToConvert ? 0 : right.high();
        double least = isNothingToConvert ? 0 : right.low();
        double upper = Math.min(most, bound) / parameters.peakPue();
        double lower = Math.min(least, bound) / parameters.peakPue() * (known ? 1 : limits.unknownLimitFraction());
        EvidenceClass evidence = known && least == most ? EvidenceClass.DERIVED : EvidenceClass.ESTIMATED;
        columns.convertible.setInterval(site, lower, upper, evidence);
        columns.firstYear.setInterval(site, lower * firstFraction, upper * firstFraction, EvidenceClass.ESTIMATED);
        columns.waitAvoided.setInterval(
                site,
                parameters.waitAvoidedYears() * Math.min(1, least / parameters.waitThresholdMw()),
                parameters.waitAvoidedYears() * Math.min(1, most / parameters.waitThresholdMw()),
                parameters.waitEvidence());
        if (most == 0) {
            columns.value.set(site, 0, EvidenceClass.DERIVED);
        } else {
            value(site, lower / most, upper / most, cooling, columns.value);
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
            MeasurementColumn right,
            MeasurementColumn convertible,
            MeasurementColumn firstYear,
            MeasurementColumn waitAvoided,
            MeasurementColumn value) {
        void nothing(int site) {
            right.set(site, 0, EvidenceClass.DERIVED);
            convertible.set(site, 0, EvidenceClass.DERIVED);
            firstYear.set(site, 0, EvidenceClass.DERIVED);
            waitAvoided.set(site, 0, EvidenceClass.DERIVED);
            value.set(site, 0, EvidenceClass.DERIVED);
        }

        void unknown(int site) {
            right.setUnknown(site, UnknownReason.FIELD_MISSING);
            convertible.setUnknown(site, UnknownReason.FIELD_MISSING);
            firstYear.setUnknown(site, UnknownReason.FIELD_MISSING);
            waitAvoided.setUnknown(site, UnknownReason.FIELD_MISSING);
            value.setUnknown(site, UnknownReason.FIELD_MISSING);
        }
    }
}
