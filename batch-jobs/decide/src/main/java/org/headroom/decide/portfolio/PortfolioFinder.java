package org.headroom.decide.portfolio;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.headroom.decide.grid.GridNodes;
import org.headroom.decide.portfolio.choice.ChoiceProblem;
import org.headroom.decide.portfolio.choice.ChoiceResult;
import org.headroom.decide.portfolio.choice.ChoiceSolver;
import org.headroom.decide.portfolio.choice.Chosen;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.model.NearestName;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.Manifest;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RunColumns;

/** Finds the best set of sites of a published run under limits that they share. Changes nothing in the run. Stateless. */
public final class PortfolioFinder {
    private static final double DAYS_OF_MONTH = 365.25 / 12;

    private PortfolioFinder() {}

    /**
     * Finds it.
     *
     * @throws HeadroomException of family CONFIG when no set satisfies all that is asked, or when the run has not measured what it needs;
     *     DATA when the run is damaged
     */
    public static Portfolio find(PublishedRun run, PortfolioAsk ask) {
        return find(run, run.manifest(), ask);
    }

    /** Finds it in a run whose manifest is not written yet. */
    public static Portfolio find(PublishedRun run, Manifest manifest, PortfolioAsk ask) {
        ExplanationFiles files = run.explanationFiles();
        Set<String> kept = RunColumns.kept(files);
        double months = months(run, manifest, kept, ask);
        if (ask.budgetUsdPerYear().isPresent()) {
            need(run, kept, RunSites.COST, "--budget");
        }
        if (!kept.contains(ask.headroom()) && !ask.headroom().equals(PortfolioAsk.PUBLISHED_HEADROOM)) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "run " + run.name() + " has not measured \"" + ask.headroom() + "\""
                            + NearestName.hint(ask.headroom(), kept),
                    "Give --headroom a criterion in MW that the run has: \"headroom runs show " + run.name()
                            + "\" lists them.");
        }
        try (RunColumns columns = new RunColumns(files, RunSites.criteria(kept, ask));
                GridNodes nodes = new GridNodes(files)) {
            Ends ends = ask.ends() == null ? Ends.of(columns.layout().rankBy()) : ask.ends();
            RunSites read = new RunSites(columns, nodes, ask, ends, manifest.requestedLoadMw());
            Shared shared = new Shared(read.sites(), nodes, ask, ends, months);
            ChoiceProblem problem = shared.problem();
            ChoiceResult result = ChoiceSolver.solve(problem, 1 + ask.alternates());
            if (result.sets().isEmpty()) {
                throw new Impossible(read.sites(), nodes, ask, ends, months).failure(shared, result.isProved());
            }
            List<SiteFigures> sites = sites(shared, result.sets().get(0)).sites();
            SharedCauses causes = new SharedCauses(files, sites, nodes);
            long value = result.sets().get(0).value();
            return new Portfolio(
                    ask,
                    ends,
                    sites(shared, result.sets().get(0)),
                    result.isProved() ? 0 : Math.max(0, shared.points(result.bound() - value)),
                    result.isProved(),
                    result.nodes(),
                    result.sets().stream()
                            .skip(1)
                            .map(set -> sites(shared, set))
                            .toList(),
                    new NearMisses(shared, ask, problem, result.sets().get(0).members()).list(),
                    causes.causes(),
                    notes(sites, nodes, ask, causes.untold()),
                    shared.sites().size(),
                    read.leftOut(),
                    shared.out().size());
        }
    }

    private static Portfolio.SiteSet sites(Shared shared, Chosen set) {
        return new Portfolio.SiteSet(
                set.members().stream().map(shared.sites()::get).toList());
    }

    /** From the evaluation date to the day that is asked for; NaN for none. */
    private static double months(PublishedRun run, Manifest manifest, Set<String> kept, PortfolioAsk ask) {
        LocalDate date = ask.date();
        if (date == null) {
            return Double.NaN;
        }
        need(run, kept, RunSites.MONTHS, "--date");
        LocalDate from = LocalDate.parse(manifest.evaluationDate());
        if (date.isBefore(from)) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "--date " + date + " lies before the evaluation date of run " + run.name() + ", " + from,
                    "Give a later day.");
        }
        return ChronoUnit.DAYS.between(from, date) / DAYS_OF_MONTH;
    }

    private static void need(PublishedRun run, Set<String> kept, String criterion, String option) {
        if (!kept.contains(criterion)) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    option + " needs the criterion " + criterion + ", which run " + run.name() + " has not measured",
                    "Leave " + option + " out, or rank again with a module that measures it: \"headroom plugins list\""
                            + " shows what is installed, and a project that chooses its columns has to publish it.");
        }
    }

    private static List<String> notes(List<SiteFigures> sites, GridNodes nodes, PortfolioAsk ask, List<String> untold) {
        List<String> notes = new ArrayList<>();
        List<String> held = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (SiteFigures site : sites) {
            if (site.drawnMw() <= 0) {
                held.add(site.label());
            } else if (site.node() == null || Double.isNaN(nodes.headroomMw(site.node()))) {
                unknown.add(site.label());
            }
        }
        if (!held.isEmpty()) {
            notes.add(held.size() + " of " + sites.size() + " draw nothing from the headroom of a node, as they hold a"
                    + " right for all of their MW: " + String.join(", ", held));
        }
        if (!unknown.isEmpty()) {
            notes.add("the headroom where " + unknown.size() + " of " + sites.size() + " connect is not known; "
                    + (ask.unknownHeadroomMw().isPresent()
                            ? "it counts as "
                                    + Text.number(ask.unknownHeadroomMw().getAsDouble()) + " MW a node"
                                    + (ask.unknownHeadroomSource().isEmpty() ? "" : ", " + ask.unknownHeadroomSource())
                            : "such a node, or one that two sites may be meant for, counts as room for one site (see"
                                    + " --unknown-headroom-mw)")
                    + ": " + String.join(", ", unknown));
        }
        nodes.zones().forEach((zone, mw) -> {
            if (Double.isNaN(mw)
                    && sites.stream()
                            .anyMatch(site ->
                                    site.node() != null && site.node().zone().equals(zone))) {
                notes.add("the ceiling of zone " + zone + " is not known; it counts like a node of unknown headroom");
            }
        });
        if (!untold.isEmpty()) {
            notes.add("the run names no record of these that a site of the set depends on, so what is shared of them is"
                    + " not known: " + String.join(", ", untold));
        }
        return notes;
    }
}
