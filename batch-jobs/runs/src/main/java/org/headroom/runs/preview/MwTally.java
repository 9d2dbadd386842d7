package org.headroom.runs.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up MW that are gained and lost, by state and by reason; in the order of the sites, so that the sums are always the same bits. */
final class MwTally {
    private final MwLine.Scope scope;
    private final Sums all = new Sums();
    private final Map<String, Sums> byState = new TreeMap<>();
    private final Map<String, Sums> byReason = new TreeMap<>();

    MwTally(MwLine.Scope scope) {
        this.scope = scope;
    }

    /** @param mw of the site; NaN when unknown */
    void add(boolean gained, String state, String reason, double mw) {
        all.add(gained, mw);
        byState.computeIfAbsent(state, key -> new Sums()).add(gained, mw);
        byReason.computeIfAbsent(reason, key -> new Sums()).add(gained, mw);
    }

    List<MwLine> lines() {
        List<MwLine> lines = new ArrayList<>();
        lines.add(all.line(scope, MwLine.By.ALL, ""));
        byState.forEach((key, sums) -> lines.add(sums.line(scope, MwLine.By.STATE, key)));
        byReason.forEach((key, sums) -> lines.add(sums.line(scope, MwLine.By.REASON, key)));
        return lines;
    }

    private static final class Sums {
        private final long[] sites = new long[2];
        private final double[] mw = new double[2];
        private final long[] unknown = new long[2];

        void add(boolean gained, double siteMw) {
            int side = gained ? 0 : 1;
            sites[side]++;
            if (Double.isNaN(siteMw)) {
                unknown[side]++;
            } else {
                mw[side] += siteMw;
            }
        }

        MwLine line(MwLine.Scope scope, MwLine.By by, String key) {
            return new MwLine(scope, by, key, sites[0], mw[0], unknown[0], sites[1], mw[1], unknown[1]);
        }
    }
}
