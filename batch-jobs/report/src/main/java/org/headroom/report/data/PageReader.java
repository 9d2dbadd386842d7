package org.headroom.report.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.headroom.decide.advice.Advice;
import org.headroom.decide.grid.GridNodes;
import org.headroom.decide.portfolio.Portfolio;
import org.headroom.decide.portfolio.PortfolioAsk;
import org.headroom.decide.portfolio.PortfolioFinder;
import org.headroom.model.HeadroomException;
import org.headroom.runs.DrawnRanks;
import org.headroom.runs.ExplanationFiles;
import org.headroom.runs.RunColumns;
import org.headroom.runs.file.Json;
import org.headroom.runs.preview.BlockThreads;
import org.headroom.runs.table.GateReasons;
import org.headroom.runs.whatif.RunWhatIf;
import org.headroom.runs.whatif.WhatIf;
import org.jspecify.annotations.Nullable;

/** Reads all that a page tells. Stateless. */
public final class PageReader {
    /** Sites of the portfolio that a page shows. */
    public static final int PORTFOLIO_SITES = 5;

    private PageReader() {}

    /** Reads it from the files of a run. */
    public static PageData read(RunInput input) {
        ExplanationFiles files = input.files();
        JsonNode moved = OtherFile.read(input.folder(), OtherFile.CHANGES);
        JsonNode comingUp = OtherFile.read(input.folder(), OtherFile.CALENDAR);
        Advice advice = Files.exists(files.advice()) ? Json.read(files.advice(), Advice.class) : null;
        try (RunColumns run = new RunColumns(files, SiteColumnsReader.criteria(RunColumns.kept(files)));
                GridNodes nodes = new GridNodes(files);
                SheetReader reader = new SheetReader(input)) {
            GateReasons reasons =
                    new GateReasons(input.policy(), run.scores(), run.layout().wordsPerSite());
            SiteColumns columns = SiteColumnsReader.read(run, nodes, reasons);
            List<Excluded> excluded = Excluded.of(run, input.policy(), reasons, columns);
            Answers answers = new Answers(input, shown(input, run), run.size() <= RunInput.FEW);
            TreeMap<Integer, SiteSheet> sheets = new TreeMap<>();
            answers.whatIfs.forEach((id, whatIf) -> {
                SiteSheet sheet = reader.of(id, whatIf.orElse(null));
                sheets.put(sheet.row(), sheet);
            });
            return new PageData(
                    input,
                    run.sureRanks().isPresent() ? DrawnRanks.read(files).draws() : 0,
                    columns,
                    Density.of(run),
                    Things.of(columns, input.manifest(), input.topN(), moved, comingUp, advice, excluded),
                    watched(input, sheets.values(), moved),
                    List.copyOf(sheets.values()),
                    reader.records(),
                    moved,
                    comingUp,
                    advice,
                    excluded,
                    Curve.read(input.folder()),
                    answers.portfolio,
                    Issues.read(input.folder()));
        }
    }

    /** Sites that have a sheet: the first, and those on the watch list that are in the run. */
    private static Set<String> shown(RunInput input, RunColumns run) {
        Set<String> ids = new LinkedHashSet<>();
        int[] first = new int[Math.min(input.topN(), run.size())];
        run.order().read(0, first.length, first);
        for (int site : first) {
            ids.add(run.sites().siteId(site));
        }
        input.given().watch().stream().filter(id -> run.sites().find(id) >= 0).forEach(ids::add);
        return ids;
    }

    private static List<Watched> watched(RunInput input, Collection<SiteSheet> sheets, @Nullable JsonNode moved) {
        return input.given().watch().stream()
                .map(id -> Watched.of(
                        id,
                        sheets.stream()
                                .filter(sheet -> sheet.id().equals(id))
                                .findFirst()
                                .orElse(null),
                        moved))
                .toList();
    }

    /** What is searched for, side by side as it takes longest: what would bring each site among the first, and which few go together. */
    private static final class Answers {
        final Map<String, Optional<WhatIf>> whatIfs = new LinkedHashMap<>();
        Optional<Portfolio> portfolio = Optional.empty();

        Answers(RunInput input, Collection<String> sites, boolean isWanted) {
            List<String> ids = List.copyOf(sites);
            ids.forEach(id -> whatIfs.put(id, Optional.empty()));
            if (!isWanted) {
                return;
            }
            WhatIf[] found = new WhatIf[ids.size()];
            RunWhatIf search = new RunWhatIf(input.run(), input.policy());
            BlockThreads.run(1 + found.length, input.threads(), () -> task -> {
                if (task == 0) {
                    portfolio = portfolio(input);
                } else {
                    found[task - 1] = search.of(ids.get(task - 1), input.topN());
                }
            });
            for (int i = 0; i < found.length; i++) {
                whatIfs.put(ids.get(i), Optional.of(found[i]));
            }
        }
    }

    private static Optional<Portfolio> portfolio(RunInput input) {
        if (input.manifest().counts().ranked() < PORTFOLIO_SITES) {
            return Optional.empty();
        }
        try {
            return Optional.of(PortfolioFinder.find(input.run(), input.manifest(), PortfolioAsk.of(PORTFOLIO_SITES)));
        } catch (HeadroomException e) {
            // No such set: the page says by which command more is told.
            return Optional.empty();
        }
    }
}
