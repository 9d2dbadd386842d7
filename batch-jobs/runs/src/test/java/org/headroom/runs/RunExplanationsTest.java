package org.headroom.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.FailureFamily;
import org.headroom.model.GateAnswer;
import org.headroom.model.HeadroomException;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.ScoringModule;
import org.headroom.workbench.explanation.Explanation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunExplanationsTest {
    @TempDir
    static Path out;

    private static PublishedRun run;

    @BeforeAll
    static void publish() {
        run = new TinyRun(4, TinyPolicy.write(out.resolve("policy")))
                .withoutTables()
                .publish(out.resolve("2026-06-01-1"));
    }

    /** What the laws of all tests over such runs rest on. */
    @Test
    void aTinyRunHasTiesExcludedSitesUnknownsAndIntervals() {
        List<RankedRow> rows = run.head(TinyRun.SITES);
        Set<List<Object>> standings = new HashSet<>();
        rows.forEach(row -> standings.add(List.of(row.tier(), row.score(), row.gate())));
        assertThat(standings).hasSizeLessThan(TinyRun.SITES - 3);
        for (GateAnswer gate : GateAnswer.values()) {
            assertThat(rows.stream().filter(row -> row.gate() == gate).count()).isGreaterThan(1);
        }
        assertThat(rows).anyMatch(row -> row.tier() == 3).anyMatch(row -> row.tier() == ScoreBlock.EXCLUDED_TIER);
        assertThat(rows).anyMatch(row -> row.measured().size() < 5);
        assertThat(rows)
                .anyMatch(row -> row.measured().values().stream().anyMatch(bounds -> bounds.lower() < bounds.upper()));
        assertThat(run.manifest().counts().excluded() + run.manifest().counts().ranked())
                .isEqualTo(TinyRun.SITES);
    }

    @Test
    void everySiteIsExplainedAsItStandsWithTheRecordsThatDecided() {
        RunExplanations explanations = new RunExplanations(run, TinyRun.modules());
        assertThat(explanations.size()).isEqualTo(TinyRun.SITES);
        int named = 0;
        try (RunColumns columns = new RunColumns(run.explanationFiles())) {
            for (RankedRow row : run.head(TinyRun.SITES)) {
                RunExplanations.RankedSite site = explanations.explain(row.siteId());
                Explanation explanation = site.explanation();
                assertThat((long) site.rank()).isEqualTo(row.rank());
                assertThat(site.name()).isEqualTo(row.name());
                assertThat(explanation.score()).isEqualTo(row.score());
                assertThat(explanation.lower()).isEqualTo(row.scoreLowerBound());
                assertThat(explanation.upper()).isEqualTo(row.scoreUpperBound());
                assertThat(explanation.gate()).isEqualTo(row.gate());
                assertThat((long) explanation.tier()).isEqualTo(row.tier());
                for (Explanation.CriterionLine line : explanation.criteria()) {
                    String record = line.reading().record();
                    int decided = record(columns, line.reading().field(), row.siteId());
                    assertThat(record).isEqualTo(decided < 0 ? "" : "line " + decided);
                    assertThat(line.reading().layer()).isEqualTo(decided < 0 ? "" : TinyRun.LAYER);
                    named += decided < 0 ? 0 : 1;
                }
                assertThat(explanation.layers())
                        .isSubsetOf(new Explanation.LayerLine(TinyRun.LAYER, "the operator", "2025-12-31", "made up"));
            }
        }
        assertThat(named).isGreaterThan(TinyRun.SITES);
    }

    private static int record(RunColumns columns, String criterion, String siteId) {
        MeasurementColumn column = new MeasurementColumn(1);
        Objects.requireNonNull(columns.measured().get(criterion))
                .read(columns.sites().find(siteId), 1, column);
        return column.record(0);
    }

    @Test
    void aSiteThatThereIsNotIsRefusedWithTheNearestId() {
        RunExplanations explanations = new RunExplanations(run, TinyRun.modules());
        assertThatThrownBy(() -> explanations.explain("S-4O")).isInstanceOfSatisfying(HeadroomException.class, told -> {
            assertThat(told.family()).isEqualTo(FailureFamily.CONFIG);
            assertThat(told).hasMessage("run 2026-06-01-1 has no site \"S-4O\"; did you mean \"S-4\"?");
        });
        assertThatThrownBy(() -> explanations.explain("somewhere else"))
                .isInstanceOf(HeadroomException.class)
                .hasMessage("run 2026-06-01-1 has no site \"somewhere else\"");
    }

    @Test
    void aRunOfAModuleWithOtherCriteriaIsRefused() {
        TinyModule other = new TinyModule("law", TinyModule.ALL.get(1).criteria(), List.of());
        assertThatThrownBy(() -> new RunExplanations(run, List.of(TinyModule.ALL.get(0), other)))
                .isInstanceOfSatisfying(HeadroomException.class, told -> {
                    assertThat(told.family()).isEqualTo(FailureFamily.PLUGIN);
                    assertThat(told).hasMessageContaining("was measured by module price");
                });
    }

    // As after an upgrade: more criteria, in another order; one parameter gone, one new, one in another unit.
    @Test
    void aRunIsExplainedAsItWasByModulesThatMeasureAndAskForMoreByNow() {
        ScoringModule grid = TinyModule.ALL.get(0);
        List<Criterion> more = new ArrayList<>(grid.criteria());
        Collections.reverse(more);
        more.add(0, Criterion.number("lossesMw", "losses", "MW", Direction.LOWER_IS_BETTER, 0, 9, "a test", "test"));
        List<ScoringModule> newer = List.of(
                new TinyModule(grid.id(), more, List.of(ParameterSpec.number("newHere", "MW", 0, 9, "new"))),
                new TinyModule(
                        "price",
                        TinyModule.ALL.get(1).criteria(),
                        List.of(ParameterSpec.number("reachKm", "m", 0, 1, "reach"))),
                TinyModule.ALL.get(2));
        RunExplanations then = new RunExplanations(run, TinyModule.ALL);
        RunExplanations now = new RunExplanations(run, newer);
        for (RankedRow row : run.head(TinyRun.SITES)) {
            assertThat(now.explain(row.siteId()).explanation())
                    .isEqualTo(then.explain(row.siteId()).explanation());
        }
    }

    @Test
    void theManifestComesBackAsItWasOrIsToldToBeDamaged() throws IOException {
        Manifest manifest = run.manifest();
        assertThat(manifest.inputs().withComputedKey()).isEqualTo(manifest.inputs());
        assertThat(manifest.inputs().differences(manifest.inputs())).isEmpty();
        assertThat(manifest.files())
                .extracting(Manifest.FileEntry::file)
                .contains("explanations/order.i32", "issues.csv");
        assertThat(new RunFolders(out).findByInputs(manifest.inputs().key())).contains(run);
        PublishedRun damaged = new PublishedRun(Files.createDirectories(out.resolve("2026-06-01-2")));
        assertThat(damaged.findManifest()).isEmpty();
        Files.writeString(damaged.folder().resolve(Manifest.FILE), "{\"format\": 1}");
        assertThat(damaged.findManifest()).isEmpty();
        assertThatThrownBy(damaged::manifest).isInstanceOfSatisfying(HeadroomException.class, told -> {
            assertThat(told.family()).isEqualTo(FailureFamily.DATA);
            assertThat(told).hasMessageContaining("run 2026-06-01-2 is damaged");
        });
        String whole = Files.readString(run.folder().resolve(Manifest.FILE));
        for (String criteria : List.of("null", "[\"ban\", \"ban\"]", "[null]")) {
            String other = whole.replaceAll("\\[\\s*\"ban\"\\s*]", criteria);
            assertThat(other).isNotEqualTo(whole);
            Files.writeString(damaged.folder().resolve(Manifest.FILE), other);
            assertThat(damaged.findManifest()).as(criteria).isEmpty();
        }
    }
}
