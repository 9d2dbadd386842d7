package org.headroom.queuepressure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.Measurer;
import org.headroom.spi.SiteBlock;
import org.jspecify.annotations.Nullable;

/** Fills the columns. All curves and probabilities are computed once, before the first block. */
final class QueueMeasurer implements Measurer {
    /** Criterion by {@link Side} and quantity. */
    private static final List<List<String>> COLUMNS = List.of(
            List.of(
                    QueueCriteria.ACTIVE_GENERATION,
                    QueueCriteria.WITHDRAWN_GENERATION,
                    QueueCriteria.EXPECTED_GENERATION,
                    QueueCriteria.ACTIVE_GENERATION_COUNT),
            List.of(
                    QueueCriteria.ACTIVE_LOAD,
                    QueueCriteria.WITHDRAWN_LOAD,
                    QueueCriteria.EXPECTED_LOAD,
                    QueueCriteria.ACTIVE_LOAD_COUNT));

    private static final List<Side> SIDES = List.of(Side.values());

    private final QueueParameters parameters;
    private final MarketCurves curves;
    private final Coverage coverage;
    private final List<QueueLayer> layers = new ArrayList<>();
    private final Set<Side> onRecord = EnumSet.noneOf(Side.class);
    private final EvidenceClass evidence;
    private final @Nullable Wait[] waits;
    private final Predicate<String> isWanted;
    private final boolean isWaitWanted;
    private final List<Side> sides;
    private final int[] slots;

    QueueMeasurer(
            List<FeatureLayer> queues,
            List<FeatureLayer> boundaries,
            LocalDate evaluationDate,
            QueueParameters parameters,
            Predicate<String> isWanted) {
        this.parameters = parameters;
        this.isWanted = isWanted;
        this.isWaitWanted = isWanted.test(QueueCriteria.IN_SERVICE_FRACTION) || isWanted.test(QueueCriteria.QUEUE_WAIT);
        List<RequestStates> states =
                queues.stream().map(q -> new RequestStates(q, evaluationDate)).toList();
        curves = new MarketCurves(states, parameters);
        coverage = new Coverage(states, boundaries, curves, parameters);
        EvidenceClass weakest = EvidenceClass.DERIVED;
        for (RequestStates layer : states) {
            layers.add(new QueueLayer(layer, curves, parameters));
            weakest = EvidenceClass.weaker(weakest, layer.layer().evidenceClass());
        }
        evidence = weakest;
        for (Side side : SIDES) {
            if (QueueLayer.any(states, side)) {
                onRecord.add(side);
            }
        }
        sides = SIDES.stream()
                .filter(side -> COLUMNS.get(side.ordinal()).stream().anyMatch(isWanted))
                .toList();
        slots = slots();
        waits = new @Nullable Wait[curves.count() + 1];
        for (int market = MarketCurves.NO_MARKET; market < curves.count(); market++) {
            waits[market + 1] = Wait.of(curves, market, parameters);
        }
    }

    /** What has to be summed: what somebody asks for, and what tells whether there is any request at all. */
    private int[] slots() {
        IntStream.Builder wanted = IntStream.builder();
        for (Side side : sides) {
            for (int quantity = 0; quantity < QueueLayer.QUANTITIES; quantity++) {
                boolean isWantedHere = isWanted.test(COLUMNS.get(side.ordinal()).get(quantity));
                if (isWantedHere) {
                    wanted.add(QueueLayer.slot(side, quantity));
                }
                if (isWantedHere || quantity == QueueLayer.ACTIVE || quantity == QueueLayer.WITHDRAWN) {
                    wanted.add(QueueLayer.slot(side, quantity) + 1);
                }
            }
        }
        return wanted.build().toArray();
    }

    @Override
    public void measure(SiteBlock sites, MeasurementBlock out) {
        if (layers.isEmpty()) {
            for (String criterion : out.criterionIds()) {
                MeasurementColumn column = out.column(criterion);
                for (int site = 0; site < sites.size(); site++) {
                    column.setUnknown(site, UnknownReason.NO_LAYER);
                }
            }
            return;
        }
        SiteSums sums = new SiteSums(parameters, curves, slots, layers.get(0));
        double[] longitudes = sites.longitudes();
        double[] latitudes = sites.latitudes();
        MeasurementColumn[][] columns = new MeasurementColumn[SIDES.size()][QueueLayer.QUANTITIES];
        for (Side side : SIDES) {
            for (int quantity = 0; quantity < QueueLayer.QUANTITIES; quantity++) {
                columns[side.ordinal()][quantity] =
                        out.column(COLUMNS.get(side.ordinal()).get(quantity));
            }
        }
        MeasurementColumn fraction = out.column(QueueCriteria.IN_SERVICE_FRACTION);
        MeasurementColumn wait = out.column(QueueCriteria.QUEUE_WAIT);
        for (int site = 0; site < sites.size(); site++) {
            double longitude = longitudes[site];
            double latitude = latitudes[site];
            sums.sum(layers, longitude, latitude);
            int byBoundary = coverage.marketByBoundary(longitude, latitude);
            for (Side side : sides) {
                boolean known = sums.hasAny(side) || coverage.covers(side, longitude, latitude, byBoundary);
                writeSums(side, known, sums, site, columns[side.ordinal()]);
            }
            if (isWaitWanted) {
                writeWait(marketOf(sums, byBoundary, longitude, latitude), byBoundary, site, fraction, wait);
            }
        }
    }

    private int marketOf(SiteSums sums, int byBoundary, double longitude, double latitude) {
        if (byBoundary != MarketCurves.NO_MARKET) {
            return Math.max(byBoundary, MarketCurves.NO_MARKET);
        }
        int covering = sums.marketOfCovering();
        return covering >= 0 ? covering : coverage.marketOfNearest(longitude, latitude);
    }

    private void writeSums(Side side, boolean known, SiteSums sums, int site, MeasurementColumn[] columns) {
        for (int quantity = 0; quantity < QueueLayer.QUANTITIES; quantity++) {
            MeasurementColumn column = columns[quantity];
            if (!isWanted.test(COLUMNS.get(side.ordinal()).get(quantity))) {
                continue;
            }
            if (!onRecord.contains(side)) {
                column.setUnknown(site, UnknownReason.NO_LAYER);
            } else if (!known) {
                column.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
            } else {
                EvidenceClass claimed = quantity == QueueLayer.EXPECTED
                        ? EvidenceClass.weaker(evidence, EvidenceClass.ESTIMATED)
                        : evidence;
                column.setInterval(site, sums.lower(side, quantity), sums.upper(side, quantity), claimed);
            }
        }
    }

    private void writeWait(int market, int byBoundary, int site, MeasurementColumn fraction, MeasurementColumn years) {
        Wait wait = waits[market + 1];
        if (wait == null) {
            fraction.setUnknown(site, UnknownReason.TOO_FEW_RECORDS);
            years.setUnknown(site, UnknownReason.TOO_FEW_RECORDS);
            return;
        }
        EvidenceClass claimed = wait.own ? evidence : EvidenceClass.weaker(evidence, EvidenceClass.FALLBACK);
        if (byBoundary != MarketCurves.NO_MARKET) {
            claimed = EvidenceClass.weaker(claimed, coverage.boundaryEvidence());
        }
        fraction.setInterval(site, wait.fractionLower, wait.fractionUpper, claimed);
        years.setInterval(site, wait.yearsLower, wait.yearsUpper, claimed);
    }

    /** What a market's curve says of the wait. */
    private record Wait(boolean own, double fractionLower, double fractionUpper, double yearsLower, double yearsUpper) {
        static @Nullable Wait of(MarketCurves curves, int market, QueueParameters parameters) {
            AalenJohansen curve = curves.find(parameters.waitSide(), market);
            if (curve == null) {
                return null;
            }
            double horizon = parameters.waitHorizonDays();
            return new Wait(
                    curves.hasOwn(parameters.waitSide(), market),
                    curve.inServiceLower(parameters.horizonDays()),
                    curve.inServiceUpper(parameters.horizonDays()),
                    curve.restrictedWaitDaysLower(horizon) / QueueParameters.DAYS_PER_YEAR,
                    curve.restrictedWaitDaysUpper(horizon) / QueueParameters.DAYS_PER_YEAR);
        }
    }
}
