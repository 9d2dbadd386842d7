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
    private final LoadWaits waits;
    private final @Nullable MarketTime[] times;
    private final double askedMw;
    private final Predicate<String> isWanted;
    private final boolean isTimeWanted;
    private final List<Side> sides;
    private final int[] slots;

    QueueMeasurer(
            List<FeatureLayer> queues,
            List<FeatureLayer> boundaries,
            LoadWaits waits,
            LocalDate evaluationDate,
            double askedMw,
            QueueParameters parameters,
            Predicate<String> isWanted) {
        this.parameters = parameters;
        this.waits = waits;
        this.askedMw = askedMw;
        this.isWanted = isWanted;
        this.isTimeWanted = isWanted.test(QueueCriteria.IN_SERVICE_FRACTION)
                || QueueCriteria.MONTHS.stream().anyMatch(isWanted);
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
        times = new @Nullable MarketTime[curves.count() + 1];
        for (int market = MarketCurves.NO_MARKET; market < curves.count(); market++) {
            times[market + 1] = MarketTime.of(curves, market, askedMw, parameters);
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
        LoadWait wait = new LoadWait();
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
        List<MeasurementColumn> months =
                QueueCriteria.MONTHS.stream().map(out::column).toList();
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
            if (isTimeWanted) {
                boolean byBoundary = markets.size() > 0;
                settleMarkets(sums, longitude, latitude, markets);
                waits.at(longitude, latitude, wait);
                writeTime(markets, byBoundary, wait, site, openLower, openUpper, fraction, months);
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

    /**
     * The figures lie between those of all markets that the site may be in. What is connected already is in service; the months are those of a new
     * request, whatever is held, and those that a utility tells of loads stand before those that its market's curve gives of generation.
     */
    private void writeTime(
            SiteMarkets markets,
            boolean byBoundary,
            LoadWait wait,
            int site,
            double openLower,
            double openUpper,
            MeasurementColumn fraction,
            List<MeasurementColumn> months) {
        EvidenceClass claimed = byBoundary ? EvidenceClass.weaker(evidence, coverage.boundaryEvidence()) : evidence;
        double fractionLower = 1;
        double fractionUpper = 0;
        boolean isKnown = true;
        for (int i = 0; i < markets.size(); i++) {
            MarketTime time = timeIn(markets.get(i));
            if (time == null) {
                isKnown = false;
            } else {
                fractionLower = Math.min(fractionLower, time.fractionLower());
                fractionUpper = Math.max(fractionUpper, time.fractionUpper());
                claimed = time.own() ? claimed : EvidenceClass.weaker(claimed, EvidenceClass.FALLBACK);
            }
        }
        if (openUpper == 0) {
            fraction.set(site, 1, EvidenceClass.DERIVED);
        } else if (isKnown) {
            fraction.setInterval(
                    site, 1 - openUpper * (1 - fractionLower), 1 - openLower * (1 - fractionUpper), claimed);
        } else {
            fraction.setUnknown(site, UnknownReason.TOO_FEW_RECORDS);
        }
        for (int quantile = 0; quantile < months.size(); quantile++) {
            if (wait.isTold() && wait.isForAll()) {
                wait.write(site, Double.POSITIVE_INFINITY, 0, claimed, months.get(quantile));
            } else if (isKnown) {
                writeMonths(markets, wait, quantile, site, claimed, months.get(quantile));
            } else {
                months.get(quantile).setUnknown(site, UnknownReason.TOO_FEW_RECORDS);
            }
        }
    }

    private void writeMonths(
            SiteMarkets markets,
            LoadWait wait,
            int quantile,
            int site,
            EvidenceClass claimed,
            MeasurementColumn months) {
        double lower = Double.POSITIVE_INFINITY;
        double upper = 0;
        for (int i = 0; i < markets.size(); i++) {
            MarketTime time = timeIn(markets.get(i));
            if (time != null) {
                lower = Math.min(lower, time.monthsLower()[quantile]);
                upper = Math.max(upper, time.monthsUpper()[quantile]);
            }
        }
        if (wait.isTold()) {
            wait.write(site, lower, upper, claimed, months);
        } else {
            months.setInterval(site, lower, upper, claimed);
        }
    }

    private @Nullable MarketTime timeIn(int market) {
        return times[Math.max(market, MarketCurves.NO_MARKET) + 1];
    }
}
