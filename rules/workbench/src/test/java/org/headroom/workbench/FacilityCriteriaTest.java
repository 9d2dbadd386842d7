package org.headroom.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.EvidenceClass;
import org.headroom.model.SiteOrigin;
import org.headroom.rules.TestPolicy;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.SitesByAttribute;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ParameterSpec;
import org.headroom.spi.ScoringModule;
import org.headroom.workbench.explanation.Explainer;
import org.headroom.workbench.explanation.ExplanationText;
import org.headroom.workbench.explanation.SourceNames;
import org.headroom.workbench.whatif.MeasurementChange;
import org.headroom.workbench.whatif.MeasurementSearch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a module says of its criteria: which tell of a facility, and what they are worked out from. */
class FacilityCriteriaTest {
    @TempDir
    Path folder;

    private Policy policy;

    /** Converted megawatts, by what else was measured, and by a figure of the policy. */
    private static final class MineModule implements ScoringModule {
        @Override
        public String id() {
            return "mine";
        }

        @Override
        public List<Criterion> criteria() {
            return List.of(number("convertMw"), number("plain"));
        }

        private static Criterion number(String id) {
            return Criterion.number(id, id, "MW", Direction.HIGHER_IS_BETTER, 0, 100, "a test", "test");
        }

        @Override
        public List<ParameterSpec> parameters() {
            return List.of(
                    ParameterSpec.numbers("rampFractions", "1", 0, 1, "ramp"),
                    ParameterSpec.number("capexUsdPerMw", "USD/MW", 0, 1e9, "cost"));
        }

        @Override
        public List<String> inputs(String criterionId) {
            return criterionId.equals("plain")
                    ? List.of()
                    : List.of("plain", "contractedCapacityMw", "notMeasured", "capexUsdPerMw", "rampFractions");
        }

        @Override
        public boolean isOfFacility(String criterionId) {
            return criterionId.equals("convertMw");
        }

        @Override
        public Measurer bind(ModuleContext context) {
            throw new UnsupportedOperationException("declares only");
        }
    }

    @BeforeEach
    void load() {
        TestPolicy files = new TestPolicy(folder);
        for (String table : List.of("grid", "rest", "law")) {
            assertThat(folder.resolve("criteria")
                            .resolve(table + ".yaml")
                            .toFile()
                            .delete())
                    .isTrue();
        }
        assertThat(folder.resolve("parameters/price.yaml").toFile().delete()).isTrue();
        files.write("criteria/mine.yaml", """
                module: mine
                criteria:
                  - criterion: convertMw
                    weight: 0.5
                    value: {piecewiseLinear: [[0, 0], [100, 1]]}
                    reasoning: more is better
                    source: test
                  - criterion: plain
                    weight: 0.5
                    value: {piecewiseLinear: [[0, 0], [100, 1]]}
                    reasoning: more is better
                    source: test
                """);
        files.write("parameters/mine.yaml", """
                module: mine
                parameters:
                  - {parameter: rampFractions, value: [0.25, 1], asOf: 2026, source: test}
                  - {parameter: capexUsdPerMw, value: 4000000, unit: USD/MW, asOf: 2024-10, source: test}
                """);
        files.write("drl/rules.drl", TestPolicy.HEAD + """
                rule "large" @source("test")
                when
                    $s: Site(contractedCapacityMw >= 100)
                then
                    $s.bonus(10, "100 MW or more");
                end
                """);
        policy = Policy.load(folder, Vocabulary.of(List.of(new MineModule())));
    }

    /** Site 1 comes first; what would bring site 0 there? */
    private List<String> changesOf(SiteOrigin origin) {
        SitesByAttribute sites = new SitesByAttribute(2)
                .with(0, "origin", origin.name())
                .with(0, "contractedCapacityMw", 50)
                .with(1, "contractedCapacityMw", 50);
        MeasurementBlock measured = measured(2);
        measured.column("plain").set(1, 10, EvidenceClass.REPORTED);
        TestRanking ranking = TestRanking.of(policy, sites, measured);
        MeasurementBlock own = measured(1);
        MeasurementSearch search = new MeasurementSearch(policy, ranking.only(0), own, ranking.without(0, 1));
        List<String> changes =
                search.changes().stream().map(MeasurementChange::field).sorted().toList();
        assertThat(search.fields()).containsExactlyInAnyOrderElementsOf(changes);
        return changes;
    }

    private static MeasurementBlock measured(int sites) {
        MeasurementBlock block = new MeasurementBlock(List.of("convertMw", "plain"), sites);
        for (int site = 0; site < sites; site++) {
            block.column("convertMw").set(site, 0, EvidenceClass.DERIVED);
            block.column("plain").set(site, 1, EvidenceClass.REPORTED);
        }
        return block;
    }

    @Test
    void nobodyIsToldWhatNewLandWouldBeWithAMineOnIt() {
        assertThat(changesOf(SiteOrigin.GREENFIELD)).containsExactly("plain");
        assertThat(changesOf(SiteOrigin.BROWNFIELD)).containsExactly("contractedCapacityMw", "convertMw", "plain");
    }

    @Test
    void aCriterionIsExplainedByWhatItIsWorkedOutFrom() {
        SitesByAttribute sites =
                new SitesByAttribute(1).with(0, "origin", "BROWNFIELD").with(0, "contractedCapacityMw", 50);
        ScoreBlock scores = policy.newScoreBlock(1);
        policy.scorer().score(sites, measured(1), scores);
        assertThat(ExplanationText.of(
                        new Explainer(policy, SourceNames.numbers()).explain(0, sites, measured(1), scores)))
                .contains("""
                        │  │  ├─ anchors: test
                        │  │  └─ worked out from
                        │  │     ├─ plain is 1 MW [REPORTED]
                        │  │     ├─ contractedCapacityMw is 50 MW
                        │  │     ├─ capexUsdPerMw is 4000000 USD/MW, as of 2024-10 [policy]
                        │  │     └─ rampFractions is 0.25, 1, as of 2026 [policy]
                        """);
    }
}
