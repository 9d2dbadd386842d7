package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.headroom.rules.TestPolicy.only;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.spi.DeclaredCriterion;
import org.headroom.spi.DeclaredCriterion.Combine;
import org.headroom.spi.DeclaredCriterion.Coverage;
import org.headroom.spi.DeclaredCriterion.Measure;
import org.headroom.spi.DeclaredCriterion.Over;
import org.headroom.spi.FieldCondition;
import org.headroom.spi.Measurer;
import org.headroom.spi.ModuleContext;
import org.headroom.spi.ScoringModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Criteria that a policy declares over layers. */
class DeclaredCriteriaTest {
    private static final String HEAD = """
            criteria:
              - criterion: floodShare
                label: Flood
                direction: LOWER_IS_BETTER
                description: Share of the site in a flood zone
                source: a test, 2026
            """;
    private static final String SHARE =
            "    shareCovered: {layers: [floods], where: {zone: [A, AE]}, coverage: {layer: mapped}}\n";

    @TempDir
    private Path folder;

    /** The modules of the other tests, and one that takes declared criteria. */
    private static Vocabulary installed() {
        List<ScoringModule> modules = new ArrayList<>();
        TestModule.vocabulary()
                .modules()
                .forEach(m -> modules.add(new TestModule(m.id(), m.criteria(), m.parameters())));
        modules.add(new Declaring());
        return Vocabulary.of(modules);
    }

    private record Declaring() implements ScoringModule {
        @Override
        public String id() {
            return "overlay";
        }

        @Override
        public List<Criterion> criteria() {
            return List.of();
        }

        @Override
        public boolean takesDeclared() {
            return true;
        }

        @Override
        public Measurer bind(ModuleContext context) {
            throw new UnsupportedOperationException("declares only");
        }
    }

    private List<String> problems(String overlay) {
        new TestPolicy(folder).write("overlay/test.yaml", overlay);
        return Policy.check(folder, installed()).stream()
                .map(PolicyProblem::text)
                .toList();
    }

    private DeclaredCriterion declared(String overlay) {
        assertThat(problems(overlay)).isEmpty();
        return Policy.read(folder, installed()).declared().get(0);
    }

    @Test
    void aDeclaredCriterionIsReadWithAllThatIsUsual() {
        assertThat(declared(HEAD + SHARE))
                .isEqualTo(new DeclaredCriterion(
                        Criterion.number(
                                "floodShare",
                                "Flood",
                                "1",
                                Direction.LOWER_IS_BETTER,
                                0,
                                1,
                                "Share of the site in a flood zone",
                                "a test, 2026"),
                        Measure.SHARE_COVERED,
                        List.of("floods"),
                        List.of(new FieldCondition(
                                "zone", List.of("A", "AE"), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)),
                        null,
                        Over.SITE,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Combine.LARGEST,
                        Double.NaN,
                        new Coverage(Coverage.Extent.LAYER, "mapped"),
                        OptionalDouble.empty()));
    }

    @Test
    void itIsWeighedGatedAndNamedLikeAnyOther() {
        TestPolicy policy = new TestPolicy(folder).write("overlay/test.yaml", HEAD + SHARE);
        policy.write(
                "criteria/law.yaml",
                "module: overlay\ncriteria:\n  - {criterion: floodShare, weight: 0.1, value: {piecewiseLinear: [[0, 1], [1, 0]]},"
                        + " reasoning: a long one, source: test}\n");
        policy.write("drl/flood.drl", TestPolicy.HEAD + """
                rule "in the flood zone" @gate(flood) @source("test")
                when
                    $s: Site(floodShare > 0.3)
                then
                    $s.exclude("FLOOD", "more than 30 % in a flood zone");
                end
                """);
        Policy read = Policy.load(folder, installed());
        assertThat(read.fieldsOfRules()).contains("floodShare");
        assertThat(read.criteria())
                .anyMatch(line -> line.criterion().id().equals("floodShare") && line.weight() == 0.1);
        assertThat(read.vocabulary().modules())
                .last()
                .extracting(Vocabulary.Module::criteria)
                .asList()
                .hasSize(1);
        String before = read.digest();
        policy.write("overlay/test.yaml", HEAD + SHARE.replace("AE", "VE"));
        assertThat(Policy.read(folder, installed()).digest()).isNotEqualTo(before);
    }

    @Test
    void everyWayOfMeasuringIsRead() {
        String overlay = HEAD.replace("floodShare", "a1")
                + "    distanceTo: {layers: [l], coverage: EVERYWHERE, maximumKm: 50}\n"
                + more("a2") + "    countWithin: {layers: [l, m], radiusKm: 5, coverage: RECORDS}\n"
                + more("a3")
                + "    unit: MW\n    range: [0, 100]\n    sumWithin: {layers: [l], field: mw, over: SITE, coverage: EVERYWHERE}\n"
                + more("a4")
                + "    unit: MW\n    range: [0, 100]\n    valueAtNearest: {layers: [l], field: mw, where: {kv: {atLeast: 69}}}\n"
                + more("a5").replace("LOWER_IS_BETTER", "NOT_ORDERED")
                + "    labels: [A, B]\n    valueAt: {layers: [l], field: zone}\n"
                + more("a6")
                + "    unit: m\n    range: [-10, 100]\n    rasterValue: {layers: [l], field: slope, interpolation: NEAREST}\n"
                + more("a7")
                + "    rasterStatistic: {layers: [l], field: slope, statistic: SHARE_ABOVE, threshold: 8, radiusKm: 1}\n";
        assertThat(problems(overlay)).isEmpty();
        List<DeclaredCriterion> read = Policy.read(folder, installed()).declared();
        assertThat(read)
                .extracting(DeclaredCriterion::over)
                .containsExactly(Over.SITE, Over.CIRCLE, Over.SITE, Over.SITE, Over.SITE, Over.POINT, Over.SITE);
        assertThat(read)
                .extracting(DeclaredCriterion::combine)
                .containsExactly(
                        Combine.LARGEST,
                        Combine.LARGEST,
                        Combine.LARGEST,
                        Combine.MINIMUM,
                        Combine.LARGEST,
                        Combine.NEAREST,
                        Combine.SHARE_ABOVE);
        assertThat(read.get(3).where())
                .containsExactly(new FieldCondition("kv", List.of(), 69, Double.POSITIVE_INFINITY));
        assertThat(read.get(0).criterion().maximum()).isEqualTo(20_040);
    }

    private static String more(String id) {
        return HEAD.replace("criteria:\n", "").replace("floodShare", id);
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        only(problems(HEAD))
                .isEqualTo(
                        "overlay/test.yaml:2:5: criterion floodShare: give one way of measuring, not none; one of distanceTo,"
                                + " countWithin, sumWithin, valueAtNearest, valueAt, shareCovered, rasterValue, rasterStatistic");
        only(problems(HEAD + "    shareCovered: {layers: [floods]}\n")).contains("coverage");
        only(problems(HEAD + SHARE.replace("{layer: mapped}", "everywhere")))
                .contains("\"everywhere\" is not EVERYWHERE, RECORDS or {layer: ID}; did you mean \"EVERYWHERE\"?");
        only(problems(HEAD + SHARE.replace("{layer: mapped}", "flood-maps")))
                .contains("{layer: ID}; write {layer: flood-maps} if it is a layer");
        only(problems(
                        HEAD
                                + "    unit: m\n    range: [0, 9]\n    rasterValue: {layers: [l], field: f, coverage: RECORDS}\n"))
                .contains("\"RECORDS\" is not EVERYWHERE or {layer: ID}");
        only(problems(HEAD + SHARE.replace("[A, AE]", "7")))
                .contains("zone: is the number 7, but must be a text or a list or a group of keys");
        only(problems(HEAD + SHARE.replace("where", "wheer"))).contains("did you mean \"where\"?");
        only(problems(HEAD.replace("floodShare", "distanceKm") + SHARE))
                .contains("there is a criterion or an attribute named \"distanceKm\" already");
        only(problems(HEAD + "    unit: \"%\"\n" + SHARE)).contains("shareCovered gives 1; write unit: \"1\"");
        only(problems(HEAD + "    valueAt: {layers: [l], field: f}\n"))
                .contains("valueAt needs a unit and a range, or labels for a text field");
        only(problems(HEAD + "    countWithin: {layers: [l], coverage: EVERYWHERE}\n"))
                .contains("a circle needs radiusKm");
        only(problems(HEAD + "    rasterStatistic: {layers: [l], field: f, statistic: SHARE_BELOW}\n"))
                .contains("SHARE_BELOW needs a threshold");
        only(problems(HEAD + "    range: [0, 40]\n    distanceTo: {layers: [l], coverage: RECORDS, maximumKm: 50}\n"))
                .contains("lies beyond the range of the criterion, which ends at 40.0");
        assertThat(declared(HEAD + "    range: [0, 40]\n    distanceTo: {layers: [l], coverage: RECORDS}\n")
                        .maximumDistanceKm())
                .isEqualTo(40);
        only(problems(HEAD + "    range: [0, 2]\n" + SHARE)).contains("shareCovered gives 0.0 to 1.0");
    }

    @Test
    void withoutAModuleThatMeasuresThemTheyAreRefused() {
        new TestPolicy(folder).write("overlay/test.yaml", HEAD + SHARE);
        only(Policy.check(folder, TestModule.vocabulary()).stream()
                        .map(PolicyProblem::text)
                        .toList())
                .isEqualTo(
                        "overlay/test.yaml:2:5: no installed module measures what a policy declares; install the module overlay");
    }
}
