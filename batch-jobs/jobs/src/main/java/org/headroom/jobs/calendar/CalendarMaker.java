package org.headroom.jobs.calendar;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.headroom.host.InstalledModule;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.measure.MeasurementPlan;
import org.headroom.jobs.project.Project;
import org.headroom.ledger.calendar.Calendar;
import org.headroom.ledger.calendar.DaySearch;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.store.SiteStore;

/**
 * Makes the calendar of a run.
 *
 * @param project the project of the run
 * @param policy its policy, on any day
 * @param modules the modules that measure what is planned, each behind those that it reads
 * @param layers its layers
 * @param run its columns
 * @param from its evaluation date
 * @param scratch a folder to work in; what is made there stays
 */
public record CalendarMaker(
        Project project,
        Policy policy,
        List<InstalledModule> modules,
        MeasurementPlan plan,
        LayerSet layers,
        ExplanationFiles run,
        LocalDate from,
        Path scratch) {
    /** How much is looked at. */
    public enum Depth {
        /** What a night has time for: the gates of sites in or near moratoria, by what gates read. */
        GATES(28),
        /** Gates, tiers and the first N, of sites in or near moratoria and of those near the top. */
        CONCERNED(14),
        /** The same of all sites. */
        ALL(14);

        private final int everyDays;

        Depth(int everyDays) {
            this.everyDays = everyDays;
        }
    }

    /** So many times the first N are near the top. */
    private static final int NEAR_TOP = 3;

    /** @param until the last day that is looked at, after the evaluation date of the run */
    public Calendar make(LocalDate until, Depth depth) {
        int topN = policy.decision().topN();
        int all = sites(run);
        ExplanationFiles looked = run;
        if (depth != Depth.ALL) {
            int margin = depth == Depth.GATES ? 0 : NEAR_TOP * topN;
            int[] picks = ConcernedSites.find(run, layers.all(), margin);
            if (picks.length == 0) {
                return calendar(until, topN, 0, all, depth, 0, List.of());
            }
            looked = SomeSites.write(run, picks, plan.criteria(), scratch.resolve("sites"));
        }
        try (OtherDays days = new OtherDays(
                project, policy, modules, plan, layers, looked, from, depth == Depth.GATES, scratch.resolve("day"))) {
            days.findStill(List.of(until));
            DaySearch search = new DaySearch(days::on);
            CalendarEvents events = new CalendarEvents(days.sites(), days.layers(), topN);
            List<Calendar.Day> found = new ArrayList<>();
            for (DaySearch.Step step : search.between(from, until, DayLooks.of(days, from, until, depth.everyDays))) {
                found.add(new Calendar.Day(step.after().day().toString(), events.of(step)));
            }
            return calendar(until, topN, days.sites().size(), all, depth, search.looked() + 1, found);
        }
    }

    private static int sites(ExplanationFiles run) {
        try (SiteStore sites = new SiteStore(run.sites())) {
            return sites.size();
        }
    }

    private Calendar calendar(
            LocalDate until, int topN, int sites, int all, Depth depth, int looked, List<Calendar.Day> days) {
        String what =
                switch (depth) {
                    case GATES ->
                        "the gates of " + sites + " of " + all
                                + " sites, those in or near an area with a moratorium, by what gates read; tiers and"
                                + " the top "
                                + topN + " were not looked at: \"headroom calendar\" does";
                    case CONCERNED ->
                        "gates, tiers and the top " + topN + " among " + sites + " of " + all
                                + " sites: those in or near an area with a moratorium, and the first " + NEAR_TOP * topN
                                + "; \"headroom calendar --all\" looks at every site";
                    case ALL -> "gates, tiers and the top " + topN + " of all " + all + " sites";
                };
        return new Calendar(
                Calendar.FORMAT,
                from.toString(),
                until.toString(),
                topN,
                new Calendar.Checked(sites, looked, what),
                days);
    }
}
