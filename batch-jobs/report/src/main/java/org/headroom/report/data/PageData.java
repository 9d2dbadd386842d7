package org.headroom.report.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.headroom.decide.advice.Advice;
import org.headroom.decide.portfolio.Portfolio;
import org.jspecify.annotations.Nullable;

/**
 * All that a page tells.
 *
 * @param input the run
 * @param draws how many draws the sureness of ranks rests on; 0 where nothing was drawn
 * @param columns the sites of the first ranks
 * @param density where all of them lie; null where there are few
 * @param things three things to know
 * @param watched the watch list
 * @param sheets the first N and the watch list, by row
 * @param records the records behind their figures
 * @param moved {@code changes.json}; null where there is none
 * @param comingUp {@code calendar.json}; null where there is none
 * @param advice the call list; null where nothing was drawn
 * @param excluded sites that are excluded, by rule
 * @param curves supply curves of all sites
 * @param portfolio the best set of some sites; empty where none was sought or found
 * @param issues problems found in the input
 */
public record PageData(
        RunInput input,
        int draws,
        SiteColumns columns,
        @Nullable Density density,
        List<Thing> things,
        List<Watched> watched,
        List<SiteSheet> sheets,
        RecordIndex records,
        @Nullable JsonNode moved,
        @Nullable JsonNode comingUp,
        @Nullable Advice advice,
        List<Excluded> excluded,
        List<Curve> curves,
        Optional<Portfolio> portfolio,
        Issues issues) {
    public PageData {
        things = List.copyOf(things);
        watched = List.copyOf(watched);
        sheets = List.copyOf(sheets);
        excluded = List.copyOf(excluded);
        curves = List.copyOf(curves);
    }

    /** The sheet of a row; null where it has none. */
    public @Nullable SiteSheet sheet(int row) {
        for (SiteSheet sheet : sheets) {
            if (sheet.row() == row) {
                return sheet;
            }
        }
        return null;
    }
}
