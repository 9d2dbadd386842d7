package org.headroom.runs.preview;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.headroom.columns.TextBlock;
import org.headroom.export.ColumnNames;
import org.headroom.export.ExportColumn;
import org.headroom.export.RankedTable;
import org.headroom.export.geopackage.GeoPackageWriter;
import org.headroom.export.style.RankChange;
import org.headroom.export.table.TableCsv;
import org.headroom.model.GateAnswer;
import org.headroom.model.SiteAttributes;
import org.headroom.runs.file.WholeFile;
import org.headroom.runs.store.SiteStore;

/**
 * Every site of a run with both its ranks, as a table in the order of the second one. Holds ids, names and places of all sites: some 60
 * bytes a site and its texts.
 */
public final class ChangesTable {
    private static final int SCORE_DECIMALS = 6;
    private static final int MW_DECIMALS = 1;

    private final RescoredRun run;
    private final RankingComparison comparison;
    private final RankedTable table;

    /** @param run the open run that the rankings are of */
    public ChangesTable(RescoredRun run, RankingComparison comparison) {
        this.run = run;
        this.comparison = comparison;
        this.table = table(run.sites());
    }

    /**
     * Writes a CSV file.
     *
     * @throws org.headroom.model.HeadroomException of family EXTERNAL when it cannot be written; what was there before stays
     */
    public void writeCsv(Path file) {
        WholeFile.write(file, hidden -> TableCsv.write(table, hidden));
    }

    /**
     * Writes a GeoPackage with one layer {@code changes}.
     *
     * @throws org.headroom.model.HeadroomException of family EXTERNAL when it cannot be written; what was there before stays
     */
    public void writeGeoPackage(Path file) {
        String title = "Run " + run.run().name() + ": " + named(comparison.before()) + " against "
                + named(comparison.after()) + ", top " + comparison.top();
        LocalDate date = LocalDate.parse(run.run().date());
        WholeFile.write(file, hidden -> GeoPackageWriter.writeChanges(table, title, date, hidden));
    }

    private static String named(PolicyRanking ranking) {
        return ranking.policy().id() + " " + ranking.policy().version();
    }

    private RankedTable table(SiteStore sites) {
        int size = sites.size();
        double[] longitudes = new double[size];
        double[] latitudes = new double[size];
        double[] mw = new double[size];
        sites.readLongitudes(0, size, longitudes);
        sites.readLatitudes(0, size, latitudes);
        try (KnownMw known = run.knownMw()) {
            known.read(0, size, mw);
        }
        PolicyRanking before = comparison.before();
        PolicyRanking after = comparison.after();
        TextBlock ids = sites.ids(0, size);
        TextBlock names = sites.names(0, size);
        List<ExportColumn> columns = new ArrayList<>();
        columns.add(ExportColumn.integer(
                "rankBefore", "1", "rank before, from 1", row -> before.place(after.siteAt(row)) + 1L));
        columns.add(ExportColumn.integer("rankAfter", "1", "rank after, from 1", row -> row + 1L));
        columns.add(ExportColumn.integer(
                "rise", "1", "places that the site goes up", row -> before.place(after.siteAt(row)) - (long) row));
        columns.add(coded(ColumnNames.CHANGE, "what becomes of the site", RankChange.values(), row -> comparison
                .rankChange(after.siteAt(row))
                .ordinal()));
        columns.add(ExportColumn.text(ColumnNames.SITE_ID, "1", "id of the site", row -> ids.get(after.siteAt(row))));
        columns.add(ExportColumn.text(ColumnNames.NAME, "1", "name for people", row -> names.get(after.siteAt(row))));
        columns.add(words(sites, SiteAttributes.ORIGIN, "GREENFIELD or BROWNFIELD"));
        columns.add(words(sites, "stateCode", "state"));
        columns.add(words(sites, "jurisdictionCode", "jurisdiction"));
        addStanding(columns, "Before", before);
        addStanding(columns, "After", after);
        columns.add(ExportColumn.number(
                "knownMw",
                "MW",
                "contracted capacity, or else published headroom at the node; sites at one node share it",
                MW_DECIMALS,
                row -> mw[after.siteAt(row)]));
        return RankedTable.inMemory(size, at(longitudes), at(latitudes), columns);
    }

    private IntToDoubleFunction at(double[] values) {
        return row -> values[comparison.after().siteAt(row)];
    }

    private void addStanding(List<ExportColumn> columns, String when, PolicyRanking ranking) {
        PolicyRanking after = comparison.after();
        String then = " " + when.toLowerCase(Locale.ROOT);
        columns.add(ExportColumn.number(
                "score" + when,
                "1",
                "score that the site is ranked by" + then,
                SCORE_DECIMALS,
                row -> ranking.score(after.siteAt(row))));
        columns.add(coded(
                "gate" + when, "all gates together" + then, GateAnswer.values(), row -> ranking.gate(after.siteAt(row))
                        .ordinal()));
        columns.add(ExportColumn.integer(
                "tier" + when,
                "1",
                "group that is ranked before the next" + then,
                row -> ranking.tier(after.siteAt(row))));
        columns.add(ExportColumn.text(
                "reason" + when,
                "1",
                "why the site does not pass its gates" + then,
                row -> ranking.reason(after.siteAt(row))));
    }

    private static ExportColumn coded(String name, String description, Enum<?>[] values, IntUnaryOperator code) {
        return ExportColumn.coded(
                name, "1", description, Arrays.stream(values).map(Enum::name).toList(), code);
    }

    private ExportColumn words(SiteStore sites, String attribute, String description) {
        List<String> texts = sites.words(attribute);
        int[] codes = new int[sites.size()];
        sites.readWords(attribute, 0, sites.size(), codes);
        return ExportColumn.coded(
                attribute,
                "1",
                description,
                texts,
                row -> codes[comparison.after().siteAt(row)]);
    }
}
