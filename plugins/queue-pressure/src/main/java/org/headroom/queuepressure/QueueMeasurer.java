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
    private final Set<Side> withdrawnOnRecord = EnumSet.noneOf(Side.class);
    private final EvidenceClass evidence;
    private final @Nullable Wait[] waits;
    private final double askedMw;
    private final Predicate<String> isWanted;
    private final boolean isWaitWanted;
    private final List<Side> sides;
    private final int[] slots;

    QueueMeasurer(
            List<FeatureLayer> queues,
            List<FeatureLayer> boundaries,
            LocalDate evaluationDate,
            double askedMw,
            QueueParameters parameters,
            Predicate<String> isWanted) {
        this.parameters = parameters;
        this.askedMw = askedMw;
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
            if (QueueLayer.anyWithdrawn(states, side)) {
                withdrawnOnRecord.add(side);
            }
        }
        sides = SIDES.stream()
                .filter(side -> COLUMNS.get(side.ordinal()).stream().anyMatch(isWanted))
                .toList();
        slots = slots();
        waits = new @Nullable Wait[curves.count() + 1];
        for (int market = MarketCurves.NO_MARKET; market < curves.count(); market++) {
            waits[market + 1] = Wait.of(curves, market, askedMw, parameters);
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
        SiteMarkets markets = new SiteMarkets();
        OpenPart open = new OpenPart(sites, askedMw);
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
            coverage.marketsByBoundary(longitude, latitude, markets);
            double openLower = open.lower(site);
            double openUpper = open.upper(site);
            for (Side side : sides) {
                boolean isOnRecord = coverage.covers(side, longitude, latitude, markets);
                boolean known = isOnRecord || markets.size() == 0 && sums.hasAny(side);
                writeSums(side, known, sums, site, openLower, openUpper, columns[side.ordinal()]);
            }
            if (isWaitWanted) {
                boolean byBoundary = markets.size() > 0;
                settleMarkets(sums, longitude, latitude, markets);
                writeWait(markets, byBoundary, site, openLower, openUpper, fraction, wait);
            }
        }
    }

    /** Where footprints overlap, those markets count that have requests at the place; outside all of them, that of the requests there, or near. */
    private void settleMarkets(SiteSums sums, double longitude, double latitude, SiteMarkets markets) {
        if (markets.size() > 1) {
            markets.narrow(market -> sums.covering(market) > 0);
        } else if (markets.size() == 0) {
            int covering = sums.marketOfCovering();
            markets.add(covering >= 0 ? covering : coverage.marketOfNearest(longitude, latitude));
        }
    }

    private void writeSums(
            Side side,
            boolean known,
            SiteSums sums,
            int site,
            double openLower,
            double openUpper,
            MeasurementColumn[] columns) {
        for (int quantity = 0; quantity < QueueLayer.QUANTITIES; quantity++) {
            MeasurementColumn column = columns[quantity];
            if (!isWanted.test(COLUMNS.get(side.ordinal()).get(quantity))) {
                continue;
            }
            if (!(quantity == QueueLayer.WITHDRAWN ? withdrawnOnRecord : onRecord).contains(side)) {
                column.setUnknown(site, UnknownReason.NO_LAYER);
            } else if (!known) {
                column.setUnknown(site, UnknownReason.OUTSIDE_COVERAGE);
            } else if (quantity == QueueLayer.EXPECTED) {
                // What comes competes with that part of the load only that has no connection yet.
                column.setInterval(
                        site,
                        openLower * sums.lower(side, quantity),
                        openUpper * sums.upper(side, quantity),
                        EvidenceClass.weaker(evidence, EvidenceClass.ESTIMATED));
            } else {
                column.setInterval(site, sums.lower(side, quantity), sums.upper(side, quantity), evidence);
            }
        }
    }

    /** The figure lies between those of all markets that the site may be in; the part of the load that is connected does not wait. */
    private void writeWait(
            SiteMarkets markets,
            boolean byBoundary,
            int site,
            double openLower,
            double openUpper,
            MeasurementColumn fraction,
            MeasurementColumn years) {
        double fractionLower = 1;
        double fractionUpper = 0;
        double yearsLower = Double.POSITIVE_INFINITY;
        double yearsUpper = 0;
        EvidenceClass claimed = byBoundary ? EvidenceClass.weaker(evidence, coverage.boundaryEvidence()) : evidence;
        for (int i = 0; i < markets.size(); i++) {
            Wait wait = waits[Math.max(markets.get(i), MarketCurves.NO_MARKET) + 1];
            if (wait == null && openUpper > 0) {
                fraction.setUnknown(site, UnknownReason.TOO_FEW_RECORDS);
                years.setUnknown(site, UnknownReason.TOO_FEW_RECORDS);
                return;
            }
            if (wait != null) {
                fractionLower = Math.min(fractionLower, wait.fractionLower);
                fractionUpper = Math.max(fractionUpper, wait.fractionUpper);
                yearsLower = Math.min(yearsLower, wait.yearsLower);
                yearsUpper = Math.max(yearsUpper, wait.yearsUpper);
                claimed = wait.own ? claimed : EvidenceClass.weaker(claimed, EvidenceClass.FALLBACK);
            }
        }
        if (openUpper == 0) {
            fraction.set(site, 1, EvidenceClass.DERIVED);
            years.set(site, 0, EvidenceClass.DERIVED);
            return;
        }
        fraction.setInterval(site, 1 - openUpper * (1 - fractionLower), 1 - openLower * (1 - fractionUpper), claimed);
        years.setInterval(site, openLower * yearsLower, openUpper * yearsUpper, claimed);
    }

    /** What a market's curve says of the wait. */
    private record Wait(boolean own, double fractionLower, double fractionUpper, double yearsLower, double yearsUpper) {
        static @Nullable Wait of(MarketCurves curves, int market, double mw, QueueParameters parameters) {
            AalenJohansen curve = curves.find(parameters.waitSide(), market, mw);
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
