package org.headroom.export;

import java.time.LocalDate;
import java.util.List;
import org.headroom.model.DataIssue;
import org.headroom.model.DataIssue.Effect;

/** Tables made by rule, so that a test can tell what each cell must be. */
final class Samples {
    static final LocalDate DATE = LocalDate.of(2026, 5, 1);

    private static final String[] NAMES = {"Québec", "北京", "Wörgl ☀ 𝄞", "plain", null, ""};

    private Samples() {}

    static RankedTable ranking(int rows) {
        return new RankedTable(
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

    static String name(int row) {
        return NAMES[row % NAMES.length];
    }

    static double score(int row) {
        return row % 11 == 10 ? Double.NaN : 99.995 - row % 97;
    }

    static double dryBulb(int row) {
        return row % 7 == 6 ? Double.NaN : -20.25 + row % 60;
    }

    static long cost(int row) {
        return row % 3 == 2 ? ExportColumn.MISSING : (row % 2 == 0 ? 1 : -1) * 123_456_789_012_345_678L / (row + 1L);
    }

    static long vintage(int row) {
        return row % 4 == 3 ? ExportColumn.MISSING : LocalDate.of(1969, 12, 30).toEpochDay() + row;
    }

    static List<DataIssue> issues() {
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
