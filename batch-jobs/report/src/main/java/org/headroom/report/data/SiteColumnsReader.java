package org.headroom.report.data;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.headroom.columns.TextBlock;
import org.headroom.decide.grid.GridFigures;
import org.headroom.decide.grid.GridNodes;
import org.headroom.model.SiteOrigin;
import org.headroom.runs.RunColumns;
import org.headroom.runs.store.SiteStore;
import org.headroom.runs.table.GateReasons;
import org.headroom.spi.MeasurementBlock;

/** Fills {@link SiteColumns} from the columns of a run. */
final class SiteColumnsReader {
    /** Above {@link RunInput#FEW} sites only so many have figures in the page. */
    private static final int MOST_ROWS = 100_000;

    /** And only so many have texts. */
    private static final int MOST_TEXTS = 10_000;

    private static final String MONTHS_50 = "timeToPowerMonthsP50";
    private static final String MONTHS_90 = "timeToPowerMonthsP90";
    private static final String PRICE = "energyPriceUsdPerMwh";

    private final RunColumns run;
    private final SiteStore sites;
    private final Gatherer gatherer;
    private final SiteColumns columns;

    private SiteColumnsReader(RunColumns run, GateReasons reasons) {
        this.run = run;
        sites = run.sites();
        boolean isFew = run.size() <= RunInput.FEW;
        int rows = isFew ? run.size() : Math.min(run.size(), MOST_ROWS);
        int texts = isFew ? rows : Math.min(rows, MOST_TEXTS);
        gatherer = new Gatherer(run, rows);
        String[] ids = new String[texts];
        String[] names = new String[texts];
        int[] whys = new int[texts];
        if (isFew) {
            gatherer.eachBlock((first, count) -> {
                TextBlock idBlock = sites.ids(first, count);
                TextBlock nameBlock = sites.names(first, count);
                for (int i = 0; i < count; i++) {
                    int row = gatherer.row(first + i);
                    ids[row] = Objects.requireNonNull(idBlock.get(i));
                    names[row] = Objects.requireNonNullElse(nameBlock.get(i), "");
                }
            });
        } else {
            for (int row = 0; row < texts; row++) {
                ids[row] = sites.siteId(gatherer.site(row));
                names[row] = Objects.requireNonNullElse(sites.name(gatherer.site(row)), "");
            }
        }
        int[] line = new int[1];
        for (int row = 0; row < texts; row++) {
            reasons.collect(gatherer.site(row), 1);
            reasons.readTexts(gatherer.site(row), 1, line);
            whys[row] = line[0];
        }
        columns = new SiteColumns(rows, run.size(), ids, names, whys, sites.words("stateCode"), reasons.texts());
    }

    /** Ids of the criteria that are read, of those that a run has kept. */
    static Set<String> criteria(Set<String> kept) {
        Set<String> wanted = new LinkedHashSet<>(GridFigures.criteria(kept, GridFigures.PUBLISHED));
        for (String criterion : List.of(MONTHS_50, MONTHS_90, PRICE)) {
            if (kept.contains(criterion)) {
                wanted.add(criterion);
            }
        }
        return wanted;
    }

    /**
     * Reads them.
     *
     * @param run a run with the measurements of {@link #criteria}
     */
    static SiteColumns read(RunColumns run, GridNodes nodes, GateReasons reasons) {
        SiteColumnsReader reader = new SiteColumnsReader(run, reasons);
        reader.ranking();
        reader.measured(MONTHS_50, SiteNumber.MONTHS_50, SiteNumber.MONTHS_50_HIGH);
        reader.measured(MONTHS_90, SiteNumber.MONTHS_90, SiteNumber.MONTHS_90_HIGH);
        reader.measured(PRICE, SiteNumber.PRICE, SiteNumber.PRICE_HIGH);
        reader.mw(new GridFigures(run, nodes, GridFigures.PUBLISHED));
        return reader.columns;
    }

    private void ranking() {
        gatherer.numbers(run.scores()::readRanking, columns.numbers(SiteNumber.SCORE));
        gatherer.bounds(
                run.scores()::readBounds,
                columns.numbers(SiteNumber.SCORE_LOW),
                columns.numbers(SiteNumber.SCORE_HIGH));
        gatherer.bytes(run.scores()::readGates, columns.codes(SiteCode.GATE));
        gatherer.bytes(run::readTiers, columns.codes(SiteCode.TIER));
        gatherer.numbers(sites::readLongitudes, columns.numbers(SiteNumber.LONGITUDE));
        gatherer.numbers(sites::readLatitudes, columns.numbers(SiteNumber.LATITUDE));
        gatherer.whole(
                (first, count, out) -> sites.readWords("stateCode", first, count, out), columns.codes(SiteCode.STATE));
        int facility = sites.words("origin").indexOf(SiteOrigin.BROWNFIELD.name());
        int[] kinds = columns.codes(SiteCode.KIND);
        gatherer.whole((first, count, out) -> sites.readWords("origin", first, count, out), kinds);
        for (int row = 0; row < kinds.length; row++) {
            kinds[row] = facility >= 0 && kinds[row] == facility ? SiteCode.FACILITY : 0;
        }
        sureness();
    }

    private void sureness() {
        run.sureRanks()
                .ifPresentOrElse(
                        ranks -> {
                            gatherer.numbers(ranks::readTopNProbabilities, columns.numbers(SiteNumber.TOP_N));
                            gatherer.numbers(ranks::readExpectedRanks, columns.numbers(SiteNumber.EXPECTED_RANK));
                            gatherer.numbers(ranks::readRanksP05, columns.numbers(SiteNumber.RANK_P05));
                            gatherer.numbers(ranks::readRanksP95, columns.numbers(SiteNumber.RANK_P95));
                        },
                        () -> List.of(
                                        SiteNumber.TOP_N,
                                        SiteNumber.EXPECTED_RANK,
                                        SiteNumber.RANK_P05,
                                        SiteNumber.RANK_P95)
                                .forEach(number -> Arrays.fill(columns.numbers(number), Double.NaN)));
    }

    private void measured(String criterion, SiteNumber low, SiteNumber high) {
        if (run.isMeasured(criterion)) {
            gatherer.bounds(
                    Objects.requireNonNull(run.measured().get(criterion))::readBounds,
                    columns.numbers(low),
                    columns.numbers(high));
        } else {
            Arrays.fill(columns.numbers(low), Double.NaN);
            Arrays.fill(columns.numbers(high), Double.NaN);
        }
    }

    private void mw(GridFigures grid) {
        MeasurementBlock block = run.newBlock(Math.min(Gatherer.BLOCK, run.size()));
        int[] origins = new int[Gatherer.BLOCK];
        List<String> words = sites.words("origin");
        gatherer.eachBlock((first, count) -> {
            run.read(first, count, block);
            sites.readWords("origin", first, count, origins);
            for (int i = 0; i < count; i++) {
                int row = gatherer.row(first + i);
                if (row >= 0) {
                    GridFigures.Figure right = grid.right(origins[i] < 0 ? "" : words.get(origins[i]), block, i);
                    GridFigures.Figure mw = right.isKnown() ? right : grid.headroom(block, i);
                    columns.numbers(SiteNumber.MW)[row] = mw.low();
                    columns.numbers(SiteNumber.MW_HIGH)[row] = mw.high();
                    columns.codes(SiteCode.MW_OF)[row] =
                            right.isKnown() ? SiteCode.RIGHT : mw.isKnown() ? SiteCode.HEADROOM : 0;
                }
            }
        });
    }
}
