package org.headroom.runs.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import org.headroom.columns.TextBlock;
import org.headroom.export.About;
import org.headroom.export.ColumnNames;
import org.headroom.export.ExportColumn;
import org.headroom.export.MapClasses;
import org.headroom.export.RankedTable;
import org.headroom.export.Utf8Source;
import org.headroom.model.FailureFamily;
import org.headroom.model.GateAnswer;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.Policy;
import org.headroom.runs.PublishedRun;
import org.headroom.runs.RankedRow;
import org.headroom.runs.RunColumns;
import org.headroom.runs.TinyPolicy;
import org.headroom.runs.TinyRun;
import org.headroom.runs.ToldFields;
import org.headroom.spi.MeasurementColumn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be shown of a site by name, and that every row of the table shows what lies in the columns. */
class SourcesTest {
    private static final int SITES = TinyRun.SITES;
    private static final About ABOUT = new About(
            "Tiny",
            "tiny",
            "0123",
            LocalDate.parse(TinyRun.DATE),
            "data_center",
            100,
            "tiny",
            "",
            List.of(),
            MapClasses.PINNED);

    @TempDir
    static Path out;

    private static TinyRun made;
    private static Policy policy;
    private static PublishedRun run;

    @BeforeAll
    static void publish() {
        TinyPolicy written = TinyPolicy.write(out.resolve("policy"));
        policy = written.load();
        made = new TinyRun(2, written).withoutTables();
        run = made.publish(out.resolve("2026-06-01-1"));
    }

    @Test
    void whatCanBePublishedIsExactlyWhatIsFound() {
        Set<String> names = Sources.names(policy, RampColumns.NONE);
        Set<String> tried = new HashSet<>(names);
        names.forEach(name -> tried.addAll(List.of(name + "x", name.substring(1), name.toUpperCase(Locale.ROOT))));
        tried.addAll(List.of("", "longitude", "latitude", ColumnNames.POLICY_VERSION, ColumnNames.RUN_ID, "grid-tie"));
        try (RunColumns columns = new RunColumns(run.explanationFiles())) {
            Sources sources = new Sources(columns, policy, new ToldFields(run.explanationFiles()), RampColumns.NONE);
            for (String name : tried) {
                assertThat(sources.find(name).isPresent()).as(name).isEqualTo(names.contains(name));
            }
            assertThat(names).containsAll(sources.usual());
            assertThat(names).contains("rank", "why", "gridTieScore", "ban", "siteId", "rackDensityKw");
        }
    }

    @Test
    void aCriterionThatWasNotMeasuredIsNeitherFoundNorUsual() {
        PublishedRun few =
                made.measuring("kv", "priceUsdPerMwh", "distanceKm", "ban").publish(out.resolve("2026-06-01-2"));
        try (RunColumns columns = new RunColumns(few.explanationFiles())) {
            Sources sources = new Sources(columns, policy, new ToldFields(run.explanationFiles()), RampColumns.NONE);
            assertThat(sources.find("publishedHeadroomMw")).isEmpty();
            assertThat(sources.usual()).doesNotContain("publishedHeadroomMw").contains("kv");
            assertThat(sources.usual())
                    .allSatisfy(name -> assertThat(sources.find(name)).isPresent());
        }
    }

    @Test
    void whatTheDecidingRecordSaysCanBePublished() {
        try (RunColumns columns = new RunColumns(run.explanationFiles());
                ToldFields told = new ToldFields(run.explanationFiles())) {
            Sources.Source zone = new Sources(columns, policy, told, RampColumns.NONE)
                    .find("kv_headroomZoneId")
                    .orElseThrow();
            MeasurementColumn kv = new MeasurementColumn(TinyRun.SITES);
            columns.measured().get("kv").read(0, TinyRun.SITES, kv);
            for (int site = 0; site < TinyRun.SITES; site++) {
                assertThat(direct(zone, site, 0))
                        .isEqualTo(kv.record(site) < 0 ? Optional.empty() : Optional.of("zone " + kv.record(site) % 4));
            }
            assertThat(told.of(0, 5)).containsExactly(Map.entry("headroomZoneId", "zone 1"));
        }
    }

    /** What a source says of a site, read alone. */
    private static Object direct(Sources.Source source, int site, int rank) {
        if (source instanceof Sources.Rank) {
            return (long) rank;
        } else if (source instanceof Sources.Number number) {
            double[] one = new double[1];
            number.numbers().read(site, 1, one);
            return one[0];
        } else if (source instanceof Sources.Whole whole) {
            int[] one = new int[1];
            whole.numbers().read(site, 1, one);
            return (long) one[0];
        } else if (source instanceof Sources.Coded coded) {
            int[] one = new int[1];
            coded.codes().read(site, 1, one);
            return one[0] < 0 ? Optional.empty() : Optional.of(coded.texts().get(one[0]));
        }
        if (source instanceof Sources.Record record) {
            long[] one = new long[1];
            record.records().read(site, 1, one);
            return one[0] == RecordSource.NONE
                    ? Optional.empty()
                    : Optional.of(
                            (record.withLayer() ? TinyRun.LAYER + "/" : "") + "line " + RecordSource.number(one[0]));
        }
        TextBlock texts = ((Sources.Text) source).texts().read(site, 1);
        return Optional.ofNullable(texts.get(0));
    }

    /** What a column shows in a row of the loaded window. */
    private static Object shown(ExportColumn column, int row) {
        if (column instanceof ExportColumn.NumberColumn number) {
            return number.value().applyAsDouble(row);
        } else if (column instanceof ExportColumn.WholeColumn integer) {
            return integer.value().applyAsLong(row);
        } else if (column instanceof ExportColumn.CodedColumn coded) {
            int code = coded.code().applyAsInt(row);
            return code < 0 ? Optional.empty() : Optional.of(coded.texts().get(code));
        }
        ExportColumn.Utf8Column utf8 = (ExportColumn.Utf8Column) column;
        byte[] bytes = new byte[utf8.longestBytes()];
        int length = utf8.value().copy(row, bytes, 0);
        return length == Utf8Source.NONE
                ? Optional.empty()
                : Optional.of(new String(bytes, 0, length, StandardCharsets.UTF_8));
    }

    /** Every value of a table, row by row, read through windows of a size. */
    private static List<List<Object>> rows(RankedTable table, int windowRows) {
        List<List<Object>> rows = new ArrayList<>();
        for (int from = 0; from < table.rows(); from += windowRows) {
            int to = Math.min(table.rows(), from + windowRows);
            table.window().load(from, to);
            for (int row = from; row < to; row++) {
                List<Object> values = new ArrayList<>();
                values.add(table.longitude().applyAsDouble(row));
                values.add(table.latitude().applyAsDouble(row));
                for (ExportColumn column : table.columns()) {
                    values.add(shown(column, row));
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private static PublishSpec.Column column(String name, String of) {
        return new PublishSpec.Column(
                name,
                of,
                OptionalInt.empty(),
                OptionalInt.empty(),
                false,
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static PublishSpec chosen(PublishSpec.Column... columns) {
        return new PublishSpec(Set.of("shapefile"), List.of(columns));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 49, 50, 1000})
    void everyColumnReadThroughAWindowShowsWhatIsReadDirectly(int windowRows) {
        List<String> names = List.copyOf(Sources.names(policy, RampColumns.NONE));
        PublishSpec all = chosen(names.stream()
                .map(name -> column("C" + names.indexOf(name), name))
                .toArray(PublishSpec.Column[]::new));
        try (RunColumns columns = new RunColumns(run.explanationFiles());
                RankingFiles files =
                        new RankingFiles(run.explanationFiles(), run.explanationFiles(), policy, windowRows % 2 + 1)) {
            List<List<Object>> rows = rows(files.table(all, ABOUT), windowRows);
            Sources sources = new Sources(columns, policy, new ToldFields(run.explanationFiles()), RampColumns.NONE);
            List<Sources.Source> found =
                    names.stream().map(name -> sources.find(name).orElseThrow()).toList();
            int[] order = new int[SITES];
            columns.order().read(0, SITES, order);
            assertThat(rows).hasSize(SITES);
            for (int row = 0; row < SITES; row++) {
                int site = order[row];
                int rank = row + 1;
                List<Object> expected = new ArrayList<>();
                expected.add(columns.sites().block(site, 1).longitudes()[0]);
                expected.add(columns.sites().block(site, 1).latitudes()[0]);
                found.forEach(source -> expected.add(direct(source, site, rank)));
                assertThat(rows.get(row)).isEqualTo(expected);
            }
        }
    }

    @Test
    void whatIsUsualIsWhatTheHeadOfTheRunHas() {
        try (RankingFiles files = new RankingFiles(run.explanationFiles(), run.explanationFiles(), policy, 1)) {
            RankedTable table = files.table(chosen(), ABOUT);
            List<List<Object>> rows = rows(table, 20);
            List<String> names =
                    table.columns().stream().map(ExportColumn::name).toList();
            assertThat(names)
                    .startsWith("rank", "siteId", "name")
                    .endsWith(
                            "policyVersion",
                            "policyDigest",
                            "runId",
                            "evaluationDate",
                            "project",
                            "sector",
                            "requestedLoadMw");
            List<RankedRow> head = run.head(1000);
            assertThat(head).hasSize(SITES);
            for (RankedRow site : head) {
                List<Object> row = rows.get((int) site.rank() - 1);
                IntFunction<Object> of = column -> row.get(2 + column);
                assertThat(of.apply(names.indexOf("siteId"))).isEqualTo(Optional.of(site.siteId()));
                assertThat(of.apply(names.indexOf("score"))).isEqualTo(site.score());
                assertThat(of.apply(names.indexOf("scoreUpperBound"))).isEqualTo(site.scoreUpperBound());
                assertThat(of.apply(names.indexOf("gate")))
                        .isEqualTo(Optional.of(site.gate().name()));
                assertThat(of.apply(names.indexOf("tier"))).isEqualTo(site.tier());
                assertThat(of.apply(names.indexOf("exclusion")).equals(Optional.empty()))
                        .isEqualTo(site.gate() != GateAnswer.FAIL);
                assertThat(of.apply(names.indexOf("why")).equals(Optional.empty()))
                        .isEqualTo(site.gate() == GateAnswer.PASS);
                // Of an interval the end that counts against the site.
                RankedRow.Bounds kv = site.measured().get("kv");
                assertThat(of.apply(names.indexOf("kv"))).isEqualTo(kv == null ? Double.NaN : kv.lower());
                RankedRow.Bounds km = site.measured().get("distanceKm");
                assertThat(of.apply(names.indexOf("distanceKm"))).isEqualTo(km == null ? Double.NaN : km.upper());
                assertThat(row.get(row.size() - 7)).isEqualTo(Optional.of("tiny 1.0.0"));
            }
        }
    }

    @Test
    void aChosenColumnShowsOtherTextsNumbersForTextsAndANumberForTheExcluded() {
        PublishSpec plain = chosen(column("GATE", "gate"), column("STATE", "stateCode"), column("PTS", "score"));
        PublishSpec changed = chosen(
                mapped("GATE", "gate", Map.of("FAIL", "2", "CONDITIONAL", "1"), "0"),
                mapped("STATE", "stateCode", Map.of("TX", "Texas"), "elsewhere"),
                new PublishSpec.Column(
                        "PTS",
                        "score",
                        OptionalInt.empty(),
                        OptionalInt.of(6),
                        false,
                        Map.of(),
                        Optional.empty(),
                        Optional.of(-1.0)));
        PublishSpec whole = chosen(new PublishSpec.Column(
                "ID",
                "siteId",
                OptionalInt.empty(),
                OptionalInt.empty(),
                true,
                Map.of(),
                Optional.empty(),
                Optional.empty()));
        try (RankingFiles files = new RankingFiles(run.explanationFiles(), run.explanationFiles(), policy, 1)) {
            List<List<Object>> right = rows(files.table(plain, ABOUT), SITES);
            List<List<Object>> shown = rows(files.table(changed, ABOUT), 11);
            for (int row = 0; row < SITES; row++) {
                Object gate = right.get(row).get(2);
                boolean isExcluded = gate.equals(Optional.of("FAIL"));
                assertThat(shown.get(row).get(2))
                        .isEqualTo(isExcluded ? 2L : gate.equals(Optional.of("CONDITIONAL")) ? 1L : 0L);
                assertThat(shown.get(row).get(3))
                        .isEqualTo(
                                Optional.of(right.get(row).get(3).equals(Optional.of("TX")) ? "Texas" : "elsewhere"));
                assertThat(shown.get(row).get(4))
                        .isEqualTo(isExcluded ? -1.0 : right.get(row).get(4));
            }
            assertThatThrownBy(() -> files.table(whole, ABOUT))
                    .isInstanceOf(HeadroomException.class)
                    .hasMessageContainingAll("column ID shows siteId as whole numbers", "S-");
        }
    }

    private static PublishSpec.Column mapped(String name, String of, Map<String, String> values, String otherwise) {
        return new PublishSpec.Column(
                name,
                of,
                OptionalInt.empty(),
                OptionalInt.empty(),
                false,
                values,
                Optional.of(otherwise),
                Optional.empty());
    }

    @Test
    void everyColumnOfWhatThereIsNotIsRefusedWithTheNearestName() {
        PublishSpec wrong = chosen(
                column("KM", "distancKm"),
                column("ID", "siteId"),
                column("PTS", "scores"),
                column("X", "nothing at all"));
        assertThatThrownBy(() -> PublishCheck.check(wrong, policy, "tiny.yaml"))
                .isInstanceOfSatisfying(HeadroomException.class, told -> {
                    assertThat(told.family()).isEqualTo(FailureFamily.CONFIG);
                    assertThat(told.getMessage().lines())
                            .containsExactly(
                                    "tiny.yaml: publish: column KM shows \"distancKm\", which there is not; did you mean \"distanceKm\"?",
                                    "tiny.yaml: publish: column PTS shows \"scores\", which there is not; did you mean \"score\"?",
                                    "tiny.yaml: publish: column X shows \"nothing at all\", which there is not");
                });
        PublishCheck.check(
                chosen(Sources.names(policy, RampColumns.NONE).stream()
                        .map(name -> column("C", name))
                        .toArray(PublishSpec.Column[]::new)),
                policy,
                "tiny.yaml");
    }
}
