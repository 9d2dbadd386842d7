package org.headroom.decide.curve;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.headroom.decide.grid.GridFigures;
import org.headroom.decide.grid.GridFigures.Figure;
import org.headroom.decide.grid.GridNode;
import org.headroom.decide.grid.GridNodes;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.RunColumns;
import org.headroom.runs.store.SiteStore;
import org.headroom.spi.MeasurementBlock;

/** Makes the supply curves of a run in two passes over its columns: one for the ranges of the values, one for sums by bin. Stateless. */
public final class SupplyCurves {
    /** Name of the file in a run. */
    public static final String FILE = "curve.csv";

    private static final int BLOCK = 4096;

    private final RunColumns run;
    private final GridFigures grid;
    private final double requestedMw;

    private SupplyCurves(RunColumns run, GridNodes nodes, double requestedMw) {
        this.run = run;
        this.requestedMw = requestedMw;
        grid = new GridFigures(run, nodes, GridFigures.PUBLISHED);
    }

    /**
     * The curves of all that a run has measured, first of all sites and then by state.
     *
     * @param files the columns of the run
     * @param records where the run keeps what its records say; the same for a published run
     * @param requestedMw MW AC asked for: what a site of new land draws
     */
    public static List<SupplyCurve> of(ExplanationFiles files, ExplanationFiles records, double requestedMw) {
        Set<String> kept = RunColumns.kept(files);
        Set<String> wanted = new LinkedHashSet<>(GridFigures.criteria(kept, GridFigures.PUBLISHED));
        Stream.of(CurveBy.MONTHS, CurveBy.COST)
                .map(CurveBy::column)
                .filter(kept::contains)
                .forEach(wanted::add);
        List<SupplyCurve> curves = new ArrayList<>();
        try (RunColumns run = new RunColumns(files, wanted);
                GridNodes nodes = new GridNodes(records)) {
            List<CurveBy> bys = Stream.of(CurveBy.values())
                    .filter(by -> by == CurveBy.SCORE || run.isMeasured(by.column()))
                    .toList();
            new SupplyCurves(run, nodes, requestedMw).along(bys).forEach(sums -> curves.addAll(sums.curves()));
        }
        return curves;
    }

    /** Writes the curves of a run as a table. */
    public static void write(ExplanationFiles files, ExplanationFiles records, double requestedMw, Path file) {
        CurveFile.write(of(files, records, requestedMw), file);
    }

    private List<Sums> along(List<CurveBy> bys) {
        List<Range> ranges = bys.stream().map(by -> new Range()).toList();
        eachBlock((first, count, tiers) -> {
            for (int k = 0; k < ranges.size(); k++) {
                Ends ends = ends(bys.get(k), first, count);
                for (int i = 0; i < count; i++) {
                    if (tiers[i] != ScoreBlock.EXCLUDED_TIER) {
                        ranges.get(k).add(ends.low()[i], ends.high()[i]);
                    }
                }
            }
        });
        List<Sums> all = new ArrayList<>();
        for (int k = 0; k < bys.size(); k++) {
            all.add(new Sums(ranges.get(k).axis(bys.get(k)), bys.get(k)));
        }
        MeasurementBlock block = run.newBlock(Math.min(BLOCK, run.size()));
        eachBlock((first, count, tiers) -> {
            run.read(first, count, block);
            all.forEach(sums -> sums.add(first, count, block, ends(sums.by, first, count), tiers));
        });
        return all;
    }

    @FunctionalInterface
    private interface BlockReader {
        void read(int first, int count, byte[] tiers);
    }

    private void eachBlock(BlockReader reader) {
        byte[] tiers = new byte[BLOCK];
        for (int first = 0; first < run.size(); first += BLOCK) {
            int count = Math.min(BLOCK, run.size() - first);
            run.readTiers(first, count, tiers);
            reader.read(first, count, tiers);
        }
    }

    /** Two ends of the values of a block. */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    private record Ends(double[] low, double[] high) {}

    private Ends ends(CurveBy by, int first, int count) {
        Ends ends = new Ends(new double[count], new double[count]);
        if (by == CurveBy.SCORE) {
            run.scores().readBounds(first, count, ends.low(), ends.high());
        } else {
            Objects.requireNonNull(run.measured().get(by.column())).readBounds(first, count, ends.low(), ends.high());
        }
        return ends;
    }

    private static final class Range {
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;

        void add(double low, double high) {
            if (!Double.isNaN(low)) {
                least = Math.min(least, low);
                most = Math.max(most, high);
            }
        }

        Axis axis(CurveBy by) {
            return least <= most ? new Axis(by, least, most) : new Axis(by, 0, 0);
        }
    }

    /** MW of a site: what it holds, and what it draws from its node beside that, each with two ends. */
    private record Mw(double heldLow, double heldHigh, double drawn) {}

    private Mw mw(String origin, MeasurementBlock block, int site) {
        Figure right = grid.right(origin, block, site);
        return right.isKnown()
                ? new Mw(Math.max(0, Math.min(requestedMw, right.low())), Math.min(requestedMw, right.high()), 0)
                : new Mw(0, 0, requestedMw);
    }

    private final class Sums {
        private final Axis axis;
        private final CurveBy by;
        private final Map<String, Bins> byState = new TreeMap<>();
        private final Bins all;
        private final Ceilings low;
        private final Ceilings high;

        Sums(Axis axis, CurveBy by) {
            this.axis = axis;
            this.by = by;
            all = new Bins(axis.bins());
            low = new Ceilings(axis.bins());
            high = new Ceilings(axis.bins());
        }

        void add(int first, int count, MeasurementBlock block, Ends ends, byte[] tiers) {
            SiteStore store = run.sites();
            int[] states = new int[count];
            int[] origins = new int[count];
            store.readWords("stateCode", first, count, states);
            store.readWords("origin", first, count, origins);
            List<String> stateWords = store.words("stateCode");
            List<String> originWords = store.words("origin");
            for (int i = 0; i < count; i++) {
                if (tiers[i] != ScoreBlock.EXCLUDED_TIER) {
                    String state = states[i] < 0 ? SupplyCurve.NO_STATE : stateWords.get(states[i]);
                    String origin = origins[i] < 0 ? "" : originWords.get(origins[i]);
                    add(state, origin, block, i, ends.low()[i], ends.high()[i]);
                }
            }
        }

        private void add(String state, String origin, MeasurementBlock block, int site, double lower, double upper) {
            Bins ofState = byState.computeIfAbsent(state, key -> new Bins(axis.bins()));
            Mw mw = mw(origin, block, site);
            if (Double.isNaN(lower)) {
                ofState.addUnknown(mw.heldHigh() + mw.drawn());
                all.addUnknown(mw.heldHigh() + mw.drawn());
                return;
            }
            int worst = axis.bin(by.isHigherBetter() ? lower : upper);
            int best = axis.bin(by.isHigherBetter() ? upper : lower);
            ofState.addSite(worst, best);
            all.addSite(worst, best);
            take(state, true, worst, mw.heldLow());
            take(state, false, best, mw.heldHigh());
            if (mw.drawn() > 0) {
                draw(state, block, site, mw.drawn(), worst, best);
            }
        }

        private void draw(String state, MeasurementBlock block, int site, double drawn, int worst, int best) {
            Figure headroom = grid.headroom(block, site);
            if (!headroom.isKnown()) {
                take(state, false, best, drawn);
                return;
            }
            GridNode node = grid.node(block, site);
            if (node == null) {
                take(state, true, worst, Math.min(drawn, headroom.low()));
                take(state, false, best, Math.min(drawn, headroom.high()));
            } else {
                low.draw(node, state, headroom.low(), worst, drawn);
                high.draw(node, state, headroom.high(), best, drawn);
            }
        }

        private void take(String state, boolean isLow, int bin, double mw) {
            all.addMw(isLow, bin, mw);
            Objects.requireNonNull(byState.get(state)).addMw(isLow, bin, mw);
        }

        List<SupplyCurve> curves() {
            low.settle((state, bin, mw) -> take(state, true, bin, mw));
            high.settle((state, bin, mw) -> take(state, false, bin, mw));
            List<SupplyCurve> curves = new ArrayList<>();
            curves.add(new SupplyCurve(SupplyCurve.ALL, by, all.points(axis)));
            byState.forEach((state, bins) -> curves.add(new SupplyCurve(state, by, bins.points(axis))));
            return curves;
        }
    }
}
