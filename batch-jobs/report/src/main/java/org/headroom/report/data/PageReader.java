package org.headroom.report.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.headroom.runs.table.GateReasons;
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
            TreeMap<Integer, SiteSheet> sheets = new TreeMap<>();
            boolean wantsWhatIf = run.size() <= RunInput.FEW;
            for (int rank = 1; rank <= Math.min(input.topN(), run.size()); rank++) {
                sheets.put(rank - 1, reader.of(rank, wantsWhatIf));
            }
            List<Watched> watched = watched(input, run, reader, sheets, moved, wantsWhatIf);
            return new PageData(
                    input,
                    run.sureRanks().isPresent() ? DrawnRanks.read(files).draws() : 0,
                    columns,
                    Density.of(run),
                    Things.of(columns, input.manifest(), input.topN(), moved, comingUp, advice, excluded),
                    watched,
                    List.copyOf(sheets.values()),
                    reader.records(),
                    moved,
                    comingUp,
                    advice,
                    excluded,
                    Curve.read(input.folder()),
                    run.size() <= RunInput.FEW ? portfolio(input) : Optional.empty(),
                    Issues.read(input.folder()));
        }
    }

    private static List<Watched> watched(
            RunInput input,
            RunColumns run,
            SheetReader reader,
            Map<Integer, SiteSheet> sheets,
            @Nullable JsonNode moved,
            boolean wantsWhatIf) {
        List<Watched> watched = new ArrayList<>();
        for (String id : input.given().watch()) {
            if (run.sites().find(id) < 0) {
                watched.add(Watched.of(id, null, moved));
            } else {
                SiteSheet known = sheets.values().stream()
                        .filter(sheet -> sheet.id().equals(id))
                        .findFirst()
                        .orElse(null);
                SiteSheet sheet = known == null ? reader.of(id, wantsWhatIf) : known;
                sheets.put(sheet.row(), sheet);
                watched.add(Watched.of(id, sheet, moved));
            }
        }
        return watched;
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
