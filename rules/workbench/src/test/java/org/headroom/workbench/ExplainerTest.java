package org.headroom.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.rules.TestPolicy;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.SitesByAttribute;
import org.headroom.spi.MeasurementBlock;
import org.headroom.workbench.explanation.Explainer;
import org.headroom.workbench.explanation.Explanation;
import org.headroom.workbench.explanation.ExplanationText;
import org.headroom.workbench.explanation.ShortExplanation;
import org.headroom.workbench.explanation.SourceNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainerTest {
    @Test
    void asTextAndAsJson(@TempDir Path folder) throws Exception {
        Policy policy = new TestPolicy(folder).load();
        SitesByAttribute sites =
                new SitesByAttribute(1).with(0, "origin", "BROWNFIELD").with(0, "contractedCapacityMw", 120);
        MeasurementBlock block = TestPolicy.measurements(1);
        block.column("distanceKm").set(0, 35, EvidenceClass.DERIVED);
        block.column("kv").setUnknown(0, UnknownReason.FIELD_MISSING);
        block.column("count").set(0, -1, EvidenceClass.REPORTED);
        block.column("priceUsdPerMwh").setInterval(0, 140, 160, EvidenceClass.ESTIMATED);
        block.column("free").set(0, 0, EvidenceClass.REPORTED);
        block.column("ban").set(0, 2, EvidenceClass.REPORTED);
        ScoreBlock scores = policy.newScoreBlock(1);
        policy.scorer().score(sites, block, scores);
        Explanation explanation = new Explainer(policy, SourceNames.numbers()).explain(0, sites, block, scores);
        assertThat(ShortExplanation.of(explanation))
                .containsExactly(
                        "  score       14 (between 14 and 40.7); tier 9: the gates answer FAIL",
                        "  gates       FAIL, ban: a ban holds; ban is FAIL",
                        "  gives most  10 of 40  distanceKm 35 km",
                        "              10 of 20  kv unknown (the record found has no value in the field that is needed)",
                        "  costs most  4.8 of 30  priceUsdPerMwh 140 to 160 USD/MWh",
                        "              0 of 10  ban FAIL",
                        "  not known   kv 0 to 20 points; priceUsdPerMwh 3 to 6.7 points; dear energy -3 to 0 points;"
                                + " 80 % of the weight rests on known data");
        // By hand: 10 of distance; price 30 * 2/9 = 6.6667 and 30 * 2 * (2/9)^2 = 2.963; bonus 4; malus 3 in the lower
        // bound only.
        assertThat(ExplanationText.of(explanation)).isEqualTo("""
                        Site S0 (BROWNFIELD), policy test 1.0.0
                        ├─ Gates: FAIL
                        │  ├─ ban: FAIL
                        │  │  └─ ban in force -> BAN: a ban holds
                        │  │     ├─ ban is FAIL [REPORTED]
                        │  │     └─ drl/rules.drl:4, source: test
                        │  ├─ grid: UNKNOWN
                        │  │  └─ cannot be told: no high voltage -> LOW_KV: below 69 kV
                        │  │     ├─ kv is unknown: the record found has no value in the field that is needed
                        │  │     └─ drl/rules.drl:18, source: test
                        │  └─ size: PASS
                        │     ├─ origin is BROWNFIELD
                        │     └─ contractedCapacityMw is 120 MW
                        ├─ Facility, as its source has it
                        │  └─ contractedCapacityMw: 120 MW
                        ├─ Criteria: 12.963 to 36.6667 of 100 points
                        │  ├─ 10 of 40  distanceKm is 35 km [DERIVED]
                        │  │  ├─ between 10 km (0.5) and 60 km (0) = value 0.25, weight 0.4
                        │  │  └─ anchors: test
                        │  ├─ 0 to 20 of 20  kv is unknown: the record found has no value in the field that is needed
                        │  │  ├─ unknown: anything from 0 to 1 = value 0 to 1, weight 0.2
                        │  │  └─ anchors: test
                        │  ├─ 0 of 10  ban is FAIL [REPORTED]
                        │  │  ├─ category FAIL (0) = value 0, weight 0.1
                        │  │  └─ anchors: test
                        │  └─ 2.963 to 6.6667 of 30  priceUsdPerMwh is 140 to 160 USD/MWh [ESTIMATED]
                        │     ├─ on the S-curve from 200 USD/MWh (0) to 20 USD/MWh (1) = value 0.0988 to 0.2222, weight 0.3
                        │     └─ anchors: test
                        ├─ Adjustments: +1 to +4 points
                        │  ├─ large mine -> +4 points: 100 MW or more
                        │  │  ├─ origin is BROWNFIELD
                        │  │  ├─ contractedCapacityMw is 120 MW
                        │  │  └─ drl/rules.drl:32, source: test
                        │  └─ cannot be told: dear energy -> -3 points, tier 3: dear
                        │     ├─ priceUsdPerMwh is 140 to 160 USD/MWh [ESTIMATED]
                        │     └─ drl/rules.drl:39, source: test
                        ├─ Score 13.963 (between 13.963 and 40.6667), ranked by the lower end
                        ├─ Tier 9: the gates answer FAIL
                        ├─ Confidence 0.8: share of the weight with known data that are no fallback
                        └─ Not known, and what it could change
                           ├─ kv: 0 to 20 points
                           ├─ priceUsdPerMwh: 2.963 to 6.6667 points
                           ├─ rule "no high voltage": gate grid FAIL
                           └─ rule "dear energy": -3 to 0 points, tier 3
                        """);
        assertThat(new ObjectMapper().writeValueAsString(explanation))
                .contains("\"siteId\":\"S0\"", "\"pointsUpper\":20.0", "\"unknownReason\":\"the record found")
                .doesNotContain("NaN");
        assertThat(new ObjectMapper().valueToTree(explanation).fieldNames())
                .toIterable()
                .containsExactly(
                        "siteId",
                        "origin",
                        "policy",
                        "gate",
                        "tier",
                        "score",
                        "lower",
                        "upper",
                        "rankBy",
                        "minimum",
                        "maximum",
                        "criteriaLower",
                        "criteriaUpper",
                        "adjustmentsLower",
                        "adjustmentsUpper",
                        "criteriaExpected",
                        "adjustmentsExpected",
                        "tierBecause",
                        "confidenceFraction",
                        "facility",
                        "gates",
                        "criteria",
                        "adjustments",
                        "open",
                        "layers",
                        "records");
    }

    @Test
    void tellsWhatIsExpectedOfTheUnknown(@TempDir Path folder) {
        Policy policy = TestPolicy.expecting(folder).load();
        MeasurementBlock block = TestPolicy.measurements(1);
        block.column("distanceKm").set(0, 5, EvidenceClass.REPORTED);
        block.column("kv").setUnknown(0, UnknownReason.FIELD_MISSING);
        block.column("priceUsdPerMwh").setInterval(0, 140, 170, EvidenceClass.ESTIMATED);
        block.column("ban").setUnknown(0, UnknownReason.NOT_CHECKED);
        ScoreBlock scores = policy.newScoreBlock(1);
        SitesByAttribute sites = new SitesByAttribute(1);
        policy.scorer().score(sites, block, scores);
        Explanation told = new Explainer(policy, SourceNames.numbers()).explain(0, sites, block, scores);
        assertThat(Objects.requireNonNull(told.criteriaExpected()) + Objects.requireNonNull(told.adjustmentsExpected()))
                .isCloseTo(told.score(), within(1e-9));
        assertThat(ExplanationText.of(told))
                .contains(
                        "expected 11.523, as for 138 kV: as it may be [test]",
                        "expected 9.7128, as for PASS: as it may be [test]",
                        "any measurement in the interval is as likely as any other",
                        "cannot be told, expected: dear energy -> -3 points, tier 3: dear",
                        "cannot be told: near and strong",
                        "ranked by what is expected",
                        "Tier 3: rule \"dear energy\" is expected to hold");
    }

    @Test
    void tellsWhatTheDecidingRecordSaysOnce(@TempDir Path folder) {
        Policy policy = new TestPolicy(folder).load();
        SitesByAttribute sites = new SitesByAttribute(1).with(0, "origin", "GREENFIELD");
        MeasurementBlock block = TestPolicy.measurements(1);
        for (String criterion : new String[] {"distanceKm", "kv"}) {
            block.column(criterion).set(0, 35, EvidenceClass.REPORTED);
            block.column(criterion).storage().layer()[0] = 0;
            block.column(criterion).storage().record()[0] = 7;
        }
        ScoreBlock scores = policy.newScoreBlock(1);
        policy.scorer().score(sites, block, scores);
        SourceNames names = new SourceNames() {
            @Override
            public String layerId(int layerOrdinal) {
                return "nodes";
            }

            @Override
            public String recordId(int layerOrdinal, int record) {
                return "N" + record;
            }

            @Override
            public Map<String, String> told(int layerOrdinal, int record) {
                return Map.of("headroomZeroReason", "not agreed");
            }

            @Override
            public String asOf(String layerId) {
                return "2018-12-31";
            }

            @Override
            public String age(String layerId) {
                return "the layer describes 2018-12-31, 2890 days before the evaluation date";
            }
        };
        Explanation explanation = new Explainer(policy, names).explain(0, sites, block, scores);
        assertThat(explanation.records())
                .containsExactly(new Explanation.RecordLine("nodes", "N7", Map.of("headroomZeroReason", "not agreed")));
        assertThat(ExplanationText.of(explanation))
                .contains("kv is 35 kV [REPORTED] (nodes, record N7, as of 2018-12-31, past its age)")
                .contains("""
                ├─ Records behind these figures
                │  └─ nodes, record N7
                │     └─ headroomZeroReason: not agreed
                └─ Layers behind these figures
                """);
    }

    @Test
    void pointsAddUpToTheScore(@TempDir Path folder) {
        Policy policy = new TestPolicy(folder).load();
        SitesByAttribute sites = new SitesByAttribute(200);
        MeasurementBlock block = TestPolicy.random(200, sites, 21);
        ScoreBlock scores = policy.newScoreBlock(200);
        policy.scorer().score(sites, block, scores);
        Explainer explainer = new Explainer(policy, SourceNames.numbers());
        for (int i = 0; i < 200; i++) {
            Explanation e = explainer.explain(i, sites, block, scores);
            double lower = 0;
            double upper = 0;
            for (var line : e.criteria()) {
                lower += line.pointsLower();
                upper += line.pointsUpper();
            }
            for (var line : e.adjustments()) {
                lower += line.pointsLower();
                upper += line.pointsUpper();
            }
            assertThat(Math.max(0, lower)).isEqualTo(e.lower());
            assertThat(upper).isEqualTo(e.upper());
        }
    }
}
