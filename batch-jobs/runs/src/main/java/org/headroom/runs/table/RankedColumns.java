package org.headroom.runs.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.headroom.export.About;
import org.headroom.export.AreaSource;
import org.headroom.export.ColumnNames;
import org.headroom.export.DbfForm;
import org.headroom.export.ExportColumn;
import org.headroom.export.Extent;
import org.headroom.export.RankedTable;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.runs.store.SiteStore;
import org.headroom.runs.store.SiteWriter;

/** Makes the ranked table: the columns that a project chooses, or all that there are, read through a {@link Window}. */
final class RankedColumns {
    private final SiteStore sites;
    private final Sources sources;
    private final Window window;
    private final Ranges ranges;
    private final RecordNames names;
    private final List<ExportColumn> columns = new ArrayList<>();

    RankedColumns(SiteStore sites, Sources sources, Window window, Ranges ranges, RecordNames names) {
        this.sites = sites;
        this.sources = sources;
        this.window = window;
        this.ranges = ranges;
        this.names = names;
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

    /** All columns that there are, in widths that do not depend on the data. */
    RankedTable usual(Policy policy, About about) {
        for (String name : sources.usual()) {
            Sources.Source source = sources.find(name).orElseThrow();
            columns.add(column(name, source, OptionalInt.empty()).withDbf(UsualWidths.of(name, source)));
        }
        label(ColumnNames.POLICY_VERSION, "policy and its version", policy.id() + " " + policy.version(), 40);
        label(ColumnNames.POLICY_DIGEST, "SHA-256 of the policy's files", policy.digest(), 64);
        label(ColumnNames.RUN_ID, "digest of the inputs of the run", about.run(), 12);
        long day = about.date().toEpochDay();
        columns.add(ExportColumn.date(ColumnNames.EVALUATION_DATE, "1", "day for which the ranking holds", row -> day)
                .holding(day, day));
        label(ColumnNames.PROJECT, "project that the run is of", about.project(), 40);
        label(ColumnNames.SECTOR, "what is to be connected", about.sector(), 40);
        double load = about.requestedLoadMw();
        columns.add(ExportColumn.number(ColumnNames.REQUESTED_LOAD_MW, "MW", "load that is asked for", 1, row -> load)
                .holding(load, load)
                .withDbf(new DbfForm(null, 8, DbfForm.Need.USUAL)));
        return table();
    }

    /** The same text in every row. */
    private void label(String name, String description, String text, int bytes) {
        columns.add(ExportColumn.coded(name, "1", description, List.of(text), row -> text.isEmpty() ? -1 : 0)
                .withDbf(new DbfForm(null, bytes, DbfForm.Need.USUAL)));
    }

    /** The areas of the sites; to be asked for before the first window is loaded. */
    AreaSource areas(Ranking.AreaLookup lookup) {
        NumberColumn places = window.hold(new NumberColumn(sites::readAreaPlaces, window));
        return row -> {
            double place = places.at(row);
            return Double.isNaN(place) ? null : lookup.wkb(SiteWriter.layerOf(place), SiteWriter.recordOf(place));
        };
    }

    private RankedTable table() {
        NumberColumn longitudes = window.hold(new NumberColumn(sites::readLongitudes, window));
        NumberColumn latitudes = window.hold(new NumberColumn(sites::readLatitudes, window));
        double[] east = ranges.of(sites::readLongitudes);
        double[] north = ranges.of(sites::readLatitudes);
        return new RankedTable(
                sites.size(),
                Math.min(window.rows(), sites.size()),
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
        if (source instanceof Sources.Record record) {
            RecordColumn held = window.hold(new RecordColumn(record.records(), window));
            boolean withLayer = record.withLayer();
            return ExportColumn.utf8(
                    name,
                    "1",
                    record.description(),
                    names.longest(withLayer),
                    (row, out, at) -> names.copy(held.at(row), withLayer, out, at));
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
        return new Sources.Number(
                number.description(),
                number.unit(),
                number.decimals(),
                number.least(),
                number.most(),
                (first, count, numbers) -> {
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
