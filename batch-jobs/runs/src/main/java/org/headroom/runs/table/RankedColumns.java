package org.headroom.runs.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.headroom.export.ColumnNames;
import org.headroom.export.DbfForm;
import org.headroom.export.ExportColumn;
import org.headroom.export.Extent;
import org.headroom.export.RankedTable;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.runs.store.SiteStore;

/** Makes the ranked table: the columns that a project chooses, or all that there are, read through a {@link Window}. */
final class RankedColumns {
    private final SiteStore sites;
    private final Sources sources;
    private final Window window;
    private final Ranges ranges;
    private final List<ExportColumn> columns = new ArrayList<>();

    RankedColumns(SiteStore sites, Sources sources, Window window, Ranges ranges) {
        this.sites = sites;
        this.sources = sources;
        this.window = window;
        this.ranges = ranges;
    }

    /** The columns of a project. */
    RankedTable chosen(PublishSpec publish) {
        for (PublishSpec.Column column : publish.columns()) {
            Sources.Source source = sources.find(column.of()).orElseThrow();
            columns.add(chosen(column, source)
                    .withDbf(new DbfForm(column.name(), column.width().orElse(0))));
        }
        return table();
    }

    /** All columns that there are. */
    RankedTable usual(String policy, String runId) {
        for (String name : sources.usual()) {
            columns.add(column(name, sources.find(name).orElseThrow(), OptionalInt.empty()));
        }
        columns.add(ExportColumn.coded(
                ColumnNames.POLICY_VERSION, "1", "policy and its version", List.of(policy), row -> 0));
        columns.add(ExportColumn.coded(
                ColumnNames.RUN_ID, "1", "digest of the inputs of the run", List.of(runId), row -> 0));
        return table();
    }

    private RankedTable table() {
        NumberColumn longitudes = window.hold(new NumberColumn(sites::readLongitudes, window));
        NumberColumn latitudes = window.hold(new NumberColumn(sites::readLatitudes, window));
        double[] east = ranges.of(sites::readLongitudes);
        double[] north = ranges.of(sites::readLatitudes);
        return new RankedTable(
                sites.size(),
                Math.min(Window.ROWS, sites.size()),
                window,
                longitudes::at,
                latitudes::at,
                new Extent(east[0], north[0], east[1], north[1]),
                columns);
    }

    private ExportColumn chosen(PublishSpec.Column column, Sources.Source source) {
        if (source instanceof Sources.Coded coded
                && (column.isMapped() || column.otherwise().isPresent())) {
            return mapped(column, coded);
        }
        if (source instanceof Sources.Text text && column.isWhole()) {
            return whole(column, text);
        }
        if (source instanceof Sources.Number number && column.whenExcluded().isPresent()) {
            return column(column.of(), excluded(number, column.whenExcluded().get()), column.decimals());
        }
        return column(column.of(), source, column.decimals());
    }

    private ExportColumn column(String name, Sources.Source source, OptionalInt decimals) {
        if (source instanceof Sources.Rank rank) {
            return ExportColumn.integer(name, "1", rank.description(), row -> row + 1L)
                    .holding(1, sites.size());
        } else if (source instanceof Sources.Number number) {
            NumberColumn held = window.hold(new NumberColumn(number.numbers(), window));
            double[] ends = ranges.of(number.numbers());
            return ExportColumn.number(
                            name, number.unit(), number.description(), decimals.orElse(number.decimals()), held::at)
                    .holding(ends[0], ends[1]);
        } else if (source instanceof Sources.Whole whole) {
            CodeColumn held = window.hold(new CodeColumn(whole.numbers(), window));
            return ExportColumn.integer(name, "1", whole.description(), held::at)
                    .holding(0, ScoreBlock.EXCLUDED_TIER);
        } else if (source instanceof Sources.Coded coded) {
            CodeColumn held = window.hold(new CodeColumn(coded.codes(), window));
            return ExportColumn.coded(name, "1", coded.description(), coded.texts(), held::at);
        } else if (source instanceof Sources.Text text) {
            TextColumn held = window.hold(new TextColumn(text.texts(), window));
            return ExportColumn.utf8(name, "1", text.description(), ranges.longest(text.texts()), held);
        }
        throw new IllegalStateException("no column for " + source.getClass());
    }

    /** A text that stands for something else; a column of whole numbers when all that is shown are whole numbers. */
    private ExportColumn mapped(PublishSpec.Column column, Sources.Coded source) {
        List<String> shown = new ArrayList<>();
        for (String text : source.texts()) {
            shown.add(column.shown(text));
        }
        String none = column.otherwise().orElse("");
        CodeColumn held = window.hold(new CodeColumn(source.codes(), window));
        List<String> all = new ArrayList<>(shown);
        all.add(none);
        if (!all.stream().allMatch(text -> text.matches("-?\\d{1,18}"))) {
            int noneAt = shown.size();
            return ExportColumn.coded(
                    column.of(), "1", source.description(), all, row -> held.at(row) < 0 ? noneAt : held.at(row));
        }
        long[] numbers = all.stream().mapToLong(Long::parseLong).toArray();
        long smallest = all.stream().mapToLong(Long::parseLong).min().orElseThrow();
        long largest = all.stream().mapToLong(Long::parseLong).max().orElseThrow();
        return ExportColumn.integer(
                        column.of(),
                        "1",
                        source.description(),
                        row -> numbers[held.at(row) < 0 ? numbers.length - 1 : held.at(row)])
                .holding(smallest, largest);
    }

    private ExportColumn whole(PublishSpec.Column column, Sources.Text source) {
        try {
            long[] ends = ranges.ofWhole(source.texts());
            WholeColumn held = window.hold(new WholeColumn(source.texts(), window));
            return ExportColumn.integer(column.of(), "1", source.description(), held::at)
                    .holding(ends[0], ends[1]);
        } catch (NumberFormatException e) {
            throw new HeadroomException(
                    FailureFamily.CONFIG,
                    "publish: column " + column.name() + " shows " + column.of() + " as whole numbers, but "
                            + e.getMessage(),
                    "Leave \"whole\" out to show them as texts.");
        }
    }

    private Sources.Number excluded(Sources.Number number, double shown) {
        return new Sources.Number(number.description(), number.unit(), number.decimals(), (first, count, numbers) -> {
            int[] tiers = new int[count];
            number.numbers().read(first, count, numbers);
            sources.readTiers(first, count, tiers);
            for (int site = 0; site < count; site++) {
                if (tiers[site] == ScoreBlock.EXCLUDED_TIER) {
                    numbers[site] = shown;
                }
            }
        });
    }
}
