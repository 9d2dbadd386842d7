package org.headroom.runs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.headroom.model.GateAnswer;
import org.headroom.runs.store.SiteStore;

/** Reads the sites of the first ranks from the columns of a run: cheap for any number of sites, and without compiling the policy anew. */
final class RankedTop {
    private static final GateAnswer[] ANSWERS = GateAnswer.values();

    private RankedTop() {}

    static List<RankedRow> of(RunColumns run, int most) {
        int count = Math.min(most, run.size());
        int[] siteOf = new int[count];
        run.order().read(0, count, siteOf);
        List<RankedRow> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            rows.add(row(run, row + 1L, siteOf[row]));
        }
        return rows;
    }

    private static RankedRow row(RunColumns run, long rank, int site) {
        double[] lower = new double[1];
        double[] upper = new double[1];
        byte[] gate = new byte[1];
        byte[] tier = new byte[1];
        Map<String, RankedRow.Bounds> bounds = new HashMap<>();
        run.measured().forEach((criterion, column) -> {
            column.readBounds(site, 1, lower, upper);
            if (!Double.isNaN(lower[0])) {
                bounds.put(criterion, new RankedRow.Bounds(lower[0], upper[0]));
            }
        });
        run.scores().readBounds(site, 1, lower, upper);
        double[] score = new double[1];
        run.readRanking(site, 1, score);
        run.readTiers(site, 1, tier);
        run.scores().readGates(site, 1, gate);
        double[] sure = {Double.NaN};
        run.sureRanks().ifPresent(ranks -> ranks.readTopNProbabilities(site, 1, sure));
        SiteStore sites = run.sites();
        String name = sites.name(site);
        return new RankedRow(
                rank,
                sites.siteId(site),
                name == null ? "" : name,
                Objects.requireNonNullElse(sites.block(site, 1).texts("stateCode")[0], ""),
                score[0],
                lower[0],
                upper[0],
                sure[0],
                ANSWERS[gate[0]],
                tier[0],
                bounds);
    }
}
