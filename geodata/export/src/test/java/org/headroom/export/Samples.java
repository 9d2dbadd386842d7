package org.headroom.export;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.headroom.export.ExportColumn.CodedColumn;
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
        return RankedTable.inMemory(
                rows,
                row -> -125 + (row * 7919L % 5_800_000) / 100_000.0,
                row -> 24 + (row * 104_729L % 2_500_000) / 100_000.0,
                List.of(
                        ExportColumn.integer("rank", "1", "Place in the ranking", row -> row + 1L),
                        ExportColumn.text("siteId", "1", "Stable id", row -> "S-" + row),
                        ExportColumn.text("name", "1", "Name for people", Samples::name),
                        ExportColumn.number("score", "1", "Total score", 2, Samples::score),
                        ExportColumn.text(
                                "exclusion", "1", "Code of the exclusion", row -> row % 5 == 4 ? "MORATORIUM" : null),
                        ExportColumn.number("dryBulbP99C", "degC", "Dry bulb, 99th percentile", 1, Samples::dryBulb),
                        ExportColumn.integer("upgradeCostUsd", "USD", "Cost of upgrades", Samples::cost),
                        ExportColumn.date("dataVintage", "1", "Day that the data describe", Samples::vintage),
                        ExportColumn.number("distanceToVolcanoKm", "km", "Brought by a plugin", 0, row -> row * 1.5)));
    }

    /**
     * The same table in the forms that need no scan and no string a row: every column says what it holds, and so does the table.
     *
     * @param rows at least 1
     */
    public static RankedTable told(int rows) {
        RankedTable plain = ranking(rows);
        List<ExportColumn> columns =
                plain.columns().stream().map(column -> told(column, rows)).toList();
        double[] x =
                IntStream.range(0, rows).mapToDouble(plain.longitude()).sorted().toArray();
        double[] y =
                IntStream.range(0, rows).mapToDouble(plain.latitude()).sorted().toArray();
        Extent extent = new Extent(x[0], y[0], x[rows - 1], y[rows - 1]);
        return new RankedTable(rows, rows, (from, to) -> {}, plain.longitude(), plain.latitude(), extent, columns);
    }

    private static ExportColumn told(ExportColumn column, int rows) {
        IntStream all = IntStream.range(0, rows);
        if (column instanceof TextColumn c) {
            List<String> texts = all.mapToObj(c.value()).toList();
            int longest = texts.stream()
                    .filter(Objects::nonNull)
                    .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                    .max()
                    .orElse(0);
            if (c.name().equals("exclusion")) {
                List<String> few =
                        texts.stream().filter(Objects::nonNull).distinct().toList();
                return new CodedColumn(c.heading(), few, row -> few.indexOf(texts.get(row)));
            }
            return new Utf8Column(c.heading(), longest, (row, out, at) -> {
                if (texts.get(row) == null) {
                    return Utf8Source.NONE;
                }
                byte[] text = texts.get(row).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(text, 0, out, at, text.length);
                return text.length;
            });
        } else if (column instanceof NumberColumn c) {
            double[] known = all.mapToDouble(c.value())
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            return c.holding(
                    DoubleStream.of(known).min().orElse(Double.NaN),
                    DoubleStream.of(known).max().orElse(Double.NaN));
        }
        WholeColumn c = (WholeColumn) column;
        long[] known = known(all.mapToLong(c.value()));
        return c.holding(known[0], known[1]);
    }

    private static long[] known(LongStream values) {
        LongSummaryStatistics known =
                values.filter(value -> value != ExportColumn.MISSING).summaryStatistics();
        return known.getCount() == 0
                ? new long[] {ExportColumn.MISSING, ExportColumn.MISSING}
                : new long[] {known.getMin(), known.getMax()};
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
