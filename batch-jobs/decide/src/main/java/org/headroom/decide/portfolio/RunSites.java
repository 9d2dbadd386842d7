package org.headroom.decide.portfolio;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.headroom.decide.grid.GridFigures;
import org.headroom.decide.grid.GridFigures.Figure;
import org.headroom.decide.grid.GridNode;
import org.headroom.decide.grid.GridNodes;
import org.headroom.model.GateAnswer;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.runs.RunColumns;
import org.headroom.runs.store.SiteStore;
import org.headroom.spi.MeasurementBlock;

/** Reads from a run what a portfolio needs of its sites. */
final class RunSites {
    static final String MONTHS = "timeToPowerMonthsP50";
    static final String COST = "siteCostUsdPerMwYear";

    private static final GateAnswer[] ANSWERS = GateAnswer.values();
    private static final int BLOCK = 4096;

    private final RunColumns run;
    private final GridNodes nodes;
    private final PortfolioAsk ask;
    private final Ends ends;
    private final double requestedMw;
    private final GridFigures grid;
    private final List<SiteFigures> sites = new ArrayList<>();
    private final Map<GateAnswer, Integer> leftOut = new EnumMap<>(GateAnswer.class);

    RunSites(RunColumns run, GridNodes nodes, PortfolioAsk ask, Ends ends, double requestedMw) {
        this.run = run;
        this.nodes = nodes;
        this.ask = ask;
        this.ends = ends;
        this.requestedMw = requestedMw;
        grid = new GridFigures(run, nodes, ask.headroom());
        read();
    }

    /** What a run has to have measured that all this can be read, as far as it has. */
    static Set<String> criteria(Set<String> kept, PortfolioAsk ask) {
        Set<String> wanted = new LinkedHashSet<>(List.of(MONTHS, COST));
        wanted.retainAll(kept);
        wanted.addAll(GridFigures.criteria(kept, ask.headroom()));
        return wanted;
    }

    /** Those that may be chosen, in the order of their ranks. */
    List<SiteFigures> sites() {
        return List.copyOf(sites);
    }

    /** How many were left out by the answer of their gates. */
    Map<GateAnswer, Integer> leftOut() {
        return Map.copyOf(leftOut);
    }

    private void read() {
        int size = run.size();
        int[] siteOf = new int[size];
        int[] rankOf = new int[size];
        run.order().read(0, size, siteOf);
        for (int place = 0; place < size; place++) {
            rankOf[siteOf[place]] = place + 1;
        }
        SiteFigures[] byRank = new SiteFigures[size + 1];
        MeasurementBlock block = run.newBlock(Math.min(BLOCK, size));
        for (int first = 0; first < size; first += BLOCK) {
            int count = Math.min(BLOCK, size - first);
            run.read(first, count, block);
            read(first, count, block, rankOf, byRank);
        }
        for (SiteFigures site : byRank) {
            if (site != null) {
                sites.add(site);
            }
        }
    }

    private void read(int first, int count, MeasurementBlock block, int[] rankOf, SiteFigures[] byRank) {
        double[] low = new double[count];
        double[] high = new double[count];
        double[] score = new double[count];
        byte[] gate = new byte[count];
        byte[] tier = new byte[count];
        run.scores().readBounds(first, count, low, high);
        run.readRanking(first, count, score);
        run.readTiers(first, count, tier);
        run.scores().readGates(first, count, gate);
        SiteStore store = run.sites();
        Columns columns = new Columns(store, first, count);
        for (int i = 0; i < count; i++) {
            Figure headroom = grid.headroom(block, i);
            GridNode node = grid.node(block, i);
            double headroomMw = ends.ofHeadroom(headroom.low(), headroom.high());
            if (node != null) {
                nodes.tell(node, headroomMw);
            }
            GateAnswer answer = tier[i] == ScoreBlock.EXCLUDED_TIER ? GateAnswer.FAIL : ANSWERS[gate[i]];
            if (answer == GateAnswer.FAIL || !ask.gates().contains(answer)) {
                leftOut.merge(answer, 1, Integer::sum);
                continue;
            }
            Hosted hosted = hosted(grid.right(columns.word("origin", i), block, i));
            Figure months = grid.figure(block, MONTHS, i);
            Figure cost = grid.figure(block, COST, i);
            Figure distance = grid.figure(block, GridFigures.DISTANCE, i);
            byRank[rankOf[first + i]] = new SiteFigures(
                    first + i,
                    rankOf[first + i],
                    tier[i],
                    store.siteId(first + i),
                    Objects.requireNonNullElse(store.name(first + i), ""),
                    columns.state(i),
                    columns.longitude(i),
                    columns.latitude(i),
                    score[i],
                    low[i],
                    high[i],
                    hosted.mw(),
                    hosted.mw() - hosted.heldMw(),
                    node,
                    headroomMw,
                    distance.high(),
                    months.low(),
                    months.high(),
                    cost.low() * hosted.mw(),
                    cost.high() * hosted.mw());
        }
    }

    /** MW that a site counts with, and what of it is held as a right for sure. */
    private record Hosted(double mw, double heldMw) {}

    private Hosted hosted(Figure right) {
        if (!right.isKnown()) {
            return new Hosted(requestedMw, 0);
        }
        double mw = ask.wholeRight() ? right.high() : Math.min(requestedMw, right.high());
        return new Hosted(mw, Math.max(0, Math.min(mw, right.low())));
    }

    /** Attributes of a block of sites. */
    private static final class Columns {
        private final double[] longitudes;
        private final double[] latitudes;
        private final Map<String, int[]> words = new HashMap<>();
        private final SiteStore store;

        Columns(SiteStore store, int first, int count) {
            this.store = store;
            longitudes = new double[count];
            latitudes = new double[count];
            store.readLongitudes(first, count, longitudes);
            store.readLatitudes(first, count, latitudes);
            for (String attribute : List.of("stateCode", "jurisdictionCode", "origin")) {
                int[] read = new int[count];
                store.readWords(attribute, first, count, read);
                words.put(attribute, read);
            }
        }

        double longitude(int site) {
            return longitudes[site];
        }

        double latitude(int site) {
            return latitudes[site];
        }

        private String word(String attribute, int site) {
            int[] numbers = Objects.requireNonNull(words.get(attribute));
            return numbers[site] < 0 ? "" : store.words(attribute).get(numbers[site]);
        }

        String state(int site) {
            String state = word("stateCode", site);
            return state.isEmpty() ? word("jurisdictionCode", site) : state;
        }
    }
}
