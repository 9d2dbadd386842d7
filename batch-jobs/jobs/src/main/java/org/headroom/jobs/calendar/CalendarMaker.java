package org.headroom.jobs.calendar;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import org.headroom.host.InstalledModule;
import org.headroom.jobs.load.LayerSet;
import org.headroom.jobs.measure.MeasurementPlan;
import org.headroom.jobs.project.Project;
import org.headroom.layers.LoadedLayer;
import org.headroom.ledger.calendar.Calendar;
import org.headroom.ledger.calendar.DaySearch;
import org.headroom.ledger.calendar.Standing;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.store.SiteStore;
import org.headroom.spi.Layer;

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
        /** The ages of layers alone, which takes no time. */
        LAYERS(Integer.MAX_VALUE),
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
        int all = sites(run);
        if (depth == Depth.LAYERS) {
            return byLayers(until, all, depth);
        }
        ExplanationFiles looked = run;
        if (depth != Depth.ALL) {
            int margin = depth == Depth.GATES ? 0 : NEAR_TOP * policy.decision().topN();
            int[] picks = ConcernedSites.find(run, layers.all(), margin);
            if (picks.length == 0) {
                return byLayers(until, all, depth);
            }
            Set<String> criteria = depth == Depth.GATES
                    ? GateInputs.of(policy, modules, plan.criteria()).criteria()
                    : plan.criteria();
            looked = SomeSites.write(run, picks, criteria, scratch.resolve("sites"));
        }
        try (OtherDays days = new OtherDays(
                project, policy, modules, plan, layers, looked, from, depth == Depth.GATES, scratch.resolve("day"))) {
            days.findStill(until);
            return search(until, depth, days.sites(), days.sites().size(), all, days::on);
        }
    }

    private Calendar byLayers(LocalDate until, int all, Depth depth) {
        try (SiteStore sites = new SiteStore(run.sites())) {
            return search(until, depth, sites, 0, all, day -> LayerUses.on(project, day));
        }
    }

    private Calendar search(
            LocalDate until,
            Depth depth,
            SiteStore sites,
            int looked,
            int all,
            Function<LocalDate, Standing> standings) {
        DaySearch search = new DaySearch(standings);
        List<Layer> read = layers.all().stream().map(LoadedLayer::layer).toList();
        CalendarEvents events =
                new CalendarEvents(sites, read, policy.decision().topN());
        SortedSet<LocalDate> looks = DayLooks.of(
                depth == Depth.LAYERS ? List.of() : layers.all(), project.layers(), from, until, depth.everyDays);
        List<Calendar.Day> found = new ArrayList<>();
        for (DaySearch.Step step : search.between(from, until, looks)) {
            found.add(new Calendar.Day(step.after().day().toString(), events.of(step)));
        }
        return new Calendar(
                Calendar.FORMAT,
                from.toString(),
                until.toString(),
                policy.decision().topN(),
                new Calendar.Checked(looked, search.looked(), text(depth, looked, all)),
                found);
    }

    private static int sites(ExplanationFiles run) {
        try (SiteStore sites = new SiteStore(run.sites())) {
            return sites.size();
        }
    }

    private String text(Depth depth, int sites, int all) {
        int topN = policy.decision().topN();
        return switch (depth) {
            case LAYERS ->
                "the ages of layers alone, and the gates of none of " + all + " sites: \"headroom calendar\" does";
            case GATES ->
                "the gates of " + sites + " of " + all
                        + " sites, those in or near an area with a moratorium, by what gates"
                        + " read; tiers and the top " + topN + " were not looked at: \"headroom calendar\" does";
            case CONCERNED ->
                "gates, tiers and the top " + topN + " among " + sites + " of " + all
                        + " sites: those in or near an area with a moratorium, and the first " + NEAR_TOP * topN
                        + "; \"headroom calendar --all\" looks at every site";
            case ALL -> "gates, tiers and the top " + topN + " of all " + all + " sites";
        };
    }
}
