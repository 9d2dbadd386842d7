package org.headroom.report.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.headroom.runs.RunExplanations;
import org.headroom.runs.whatif.WhatIf;
import org.headroom.workbench.explanation.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet tells of a site.
 *
 * @param row its row
 * @param name its name; empty where it has none
 * @param stateCode its state; empty where not known
 * @param sites number of sites of the run
 * @param explanation why it stands there
 * @param sure how sure its rank is; empty where nothing was drawn
 * @param whatIf what would bring it among the first, or push it out; null where that was not asked for
 * @param figures its figures, by criterion
 * @param records numbers of the records behind its figures
 * @param history how it stood in other nights, the newest first; empty where that was not asked for
 */
public record SiteSheet(
        int row,
        String name,
        String stateCode,
        int sites,
        Explanation explanation,
        Optional<RunExplanations.SureRank> sure,
        @Nullable WhatIf whatIf,
        Map<String, Figure> figures,
        List<Integer> records,
        List<PastNight> history) {
    public SiteSheet {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        records = List.copyOf(records);
        history = List.copyOf(history);
    }

    /** Its id. */
    public String id() {
        return explanation.siteId();
    }

    /** Its name, or its id where it has none, with the state. */
    public String label() {
        String label = name.isEmpty() ? id() : name;
        return stateCode.isEmpty() ? label : label + ", " + stateCode;
    }

    /** The same site with its history. */
    public SiteSheet with(List<PastNight> nights) {
        return new SiteSheet(row, name, stateCode, sites, explanation, sure, whatIf, figures, records, nights);
    }

    /**
     * A figure of a site.
     *
     * @param label short name for people
     * @param text the figure with its unit, or why it is not known
     * @param low lower end; null when not known
     * @param high upper end
     * @param pointsLow points that it adds; null for what has no weight
     * @param pointsHigh the same, upper end
     * @param pointsOf points that it can add at most
     * @param evidence class of the evidence; empty when not known
     * @param record number of the record that decided, -1 for none
     */
    public record Figure(
            String label,
            String text,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double pointsLow,
            @Nullable Double pointsHigh,
            double pointsOf,
            String evidence,
            int record) {}

    /**
     * How a site stood in a night.
     *
     * @param run name of the run
     * @param date evaluation date, ISO 8601
     * @param policy id and version of the policy
     * @param rank its rank; 0 where the run had no such site
     * @param sites number of sites of that run
     * @param score what it was ranked by; NaN where it was not there
     * @param scoreLow lower end
     * @param scoreHigh upper end
     * @param gate all gates together; empty where it was not there
     */
    public record PastNight(
            String run,
            String date,
            String policy,
            int rank,
            int sites,
            double score,
            double scoreLow,
            double scoreHigh,
            String gate) {}
}
