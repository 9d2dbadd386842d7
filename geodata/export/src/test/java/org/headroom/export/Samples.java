package org.headroom.export;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.headroom.export.ExportColumn.NumberColumn;
import org.headroom.export.ExportColumn.TextColumn;
import org.headroom.export.ExportColumn.Utf8Column;
import org.headroom.export.ExportColumn.WholeColumn;
import org.headroom.model.DataIssue;
import org.headroom.model.DataIssue.Effect;

/** Tables made by rule, so that a test can tell what each cell must be. */
public final class Samples {
    public static final LocalDate DATE = LocalDate.of(2026, 5, 1);

    private static final String[] NAMES = {"Québec", "北京", "Wörgl ☀ 𝄞", "plain", null, ""};

    private Samples() {}

    public static RankedTable ranking(int rows) {
        List<String> exclusions = List.of("MORATORIUM");
        return told(
                rows,
                row -> -125 + (row * 7919L % 5_800_000) / 100_000.0,
                row -> 24 + (row * 104_729L % 2_500_000) / 100_000.0,
                List.of(
                        ExportColumn.integer("rank", "1", "Place in the ranking", row -> row + 1L),
                        ExportColumn.text("siteId", "1", "Stable id", row -> "S-" + row),
                        ExportColumn.text("name", "1", "Name for people", Samples::name),
                        ExportColumn.number("score", "1", "Total score", 2, Samples::score),
                        ExportColumn.coded(
                                "exclusion", "1", "Code of the exclusion", exclusions, row -> row % 5 == 4 ? 0 : -1),
                        ExportColumn.number("dryBulbP99C", "degC", "Dry bulb, 99th percentile", 1, Samples::dryBulb),
                        ExportColumn.integer("upgradeCostUsd", "USD", "Cost of upgrades", Samples::cost),
                        ExportColumn.date("dataVintage", "1", "Day that the data describe", Samples::vintage),
                        ExportColumn.number("distanceToVolcanoKm", "km", "Brought by a plugin", 0, row -> row * 1.5)));
    }

    /** A table in memory that says what it and its columns hold. */
    public static RankedTable told(
            int rows,
            IntToDoubleFunction longitude,
            IntToDoubleFunction latitude,
            List<? extends ExportColumn> columns) {
        DoubleSummaryStatistics x =
                IntStream.range(0, rows).mapToDouble(longitude).summaryStatistics();
        DoubleSummaryStatistics y =
                IntStream.range(0, rows).mapToDouble(latitude).summaryStatistics();
        return new RankedTable(
                rows,
                Math.max(1, rows),
                (from, to) -> {},
                longitude,
                latitude,
                rows == 0 ? null : new Extent(x.getMin(), y.getMin(), x.getMax(), y.getMax()),
                columns.stream().map(column -> told(column, rows)).toList());
    }

    private static ExportColumn told(ExportColumn column, int rows) {
        IntStream all = IntStream.range(0, rows);
        if (column instanceof TextColumn c) {
            byte[][] texts = new byte[rows][];
            int longest = 0;
            for (int row = 0; row < rows; row++) {
                String text = c.text(row);
                if (text != null) {
                    texts[row] = text.getBytes(StandardCharsets.UTF_8);
                    longest = Math.max(longest, texts[row].length);
                }
            }
            return new Utf8Column(c.heading(), longest, (row, out, at) -> {
                if (texts[row] == null) {
                    return Utf8Source.NONE;
                }
                System.arraycopy(texts[row], 0, out, at, texts[row].length);
                return texts[row].length;
            });
        } else if (column instanceof NumberColumn c && c.range() == null) {
            DoubleSummaryStatistics known = all.mapToDouble(c.value())
                    .filter(value -> !Double.isNaN(value))
                    .summaryStatistics();
            return known.getCount() == 0
                    ? c.holding(Double.NaN, Double.NaN)
                    : c.holding(known.getMin(), known.getMax());
        } else if (column instanceof WholeColumn c && c.range() == null) {
            LongSummaryStatistics known = all.mapToLong(c.value())
                    .filter(value -> value != ExportColumn.MISSING)
                    .summaryStatistics();
            return known.getCount() == 0
                    ? c.holding(ExportColumn.MISSING, ExportColumn.MISSING)
                    : c.holding(known.getMin(), known.getMax());
        }
        return column;
    }

    public static String name(int row) {
        return NAMES[row % NAMES.length];
    }

    public static double score(int row) {
        return row % 11 == 10 ? Double.NaN : 99.995 - row % 97;
    }

    public static double dryBulb(int row) {
        return row % 7 == 6 ? Double.NaN : -20.25 + row % 60;
    }

    public static long cost(int row) {
        return row % 3 == 2 ? ExportColumn.MISSING : (row % 2 == 0 ? 1 : -1) * 123_456_789_012_345_678L / (row + 1L);
    }

    public static long vintage(int row) {
        return row % 4 == 3 ? ExportColumn.MISSING : LocalDate.of(1969, 12, 30).toEpochDay() + row;
    }

    public static List<DataIssue> issues() {
        return List.of(
                new DataIssue(
                        Effect.SKIPPED,
                        "mines",
                        "b.csv",
                        12,
                        "M-9",
                        "lat",
                        "=1+1",
                        "is not a number",
                        Double.NaN,
                        Double.NaN),
                new DataIssue(
                        Effect.FIELD_UNKNOWN,
                        "mines",
                        "b.csv",
                        2,
                        "Québec",
                        "mw",
                        "-9999",
                        "says \"none\",\nor so",
                        -71.25,
                        46.8),
                new DataIssue(
                        Effect.REPAIRED, "counties", "a.gpkg", 3, "", "", "", "the ring crosses itself", -100.5, 40));
    }
}
