package org.headroom.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.rules.TestModule;
import org.headroom.rules.TestPolicy;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.SitesByAttribute;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.headroom.spi.SiteBlock;
import org.headroom.workbench.whatif.MeasurementChange;
import org.headroom.workbench.whatif.MeasurementSearch;
import org.headroom.workbench.whatif.WeightChange;
import org.headroom.workbench.whatif.WeightScale;
import org.headroom.workbench.whatif.WeightSearch;

/** The smallest changes: what is told does it, 99 % of it does not, and nothing smaller that is tried does. */
class WhatIfLawsTest {
    private static final List<String> SETTINGS = List.of(
            "rankBy: LOWER_BOUND\nscore: {minimum: 0, maximum: 110}",
            "rankBy: UPPER_BOUND\nscore: {minimum: 0, maximum: 110}",
            "rankBy: MIDDLE\nscore: {minimum: 0, maximum: 110}",
            "rankBy: LOWER_BOUND\nscore: {minimum: 20, maximum: 55}",
            "rankBy: MIDDLE\nscore: {minimum: 25, maximum: 60}");

    private static Path folder;
    private static final List<Policy> POLICIES = new ArrayList<>();

    @BeforeContainer
    static void load() throws IOException {
        folder = Files.createTempDirectory("headroom-what-if");
        for (String settings : SETTINGS) {
            POLICIES.add(new TestPolicy(folder)
                    .write("policy.yaml", "policy: test\nversion: 1.0.0\ntitle: Test\n" + settings + "\n")
                    .load());
        }
        for (int settings : new int[] {0, 4}) {
            POLICIES.add(new TestPolicy(folder.resolve("in-proportion"))
                    .inProportion()
                    .write("policy.yaml", "policy: test\nversion: 1.0.0\ntitle: Test\n" + SETTINGS.get(settings) + "\n")
                    .load());
        }
        POLICIES.add(
                TestPolicy.expecting(folder.resolve("expecting")).inProportion().load());
    }

    @AfterContainer
    static void delete() throws IOException {
        POLICIES.clear();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A site of a random ranking. */
    private record Case(Policy policy, TestRanking ranking, int site, int top, SplittableRandom random) {
        static Case of(long seed, int settings) {
            SplittableRandom random = new SplittableRandom(seed);
            int size = 20 + random.nextInt(300);
            SitesByAttribute sites = new SitesByAttribute(size);
            MeasurementBlock measurements = TestPolicy.random(size, sites, seed);
            // Half of the numbers lie anywhere, half on anchors and limits, where ties are many.
            for (int i = 0; i < size; i++) {
                if (random.nextBoolean()) {
                    measurements.column("distanceKm").set(i, random.nextDouble() * 80, EvidenceClass.DERIVED);
                }
                if (random.nextBoolean()) {
                    measurements.column("priceUsdPerMwh").set(i, random.nextDouble() * 220, EvidenceClass.DERIVED);
                }
                if (random.nextInt(3) > 0) {
                    measurements.column("ban").set(i, 0, EvidenceClass.REPORTED);
                }
            }
            Policy policy = POLICIES.get(settings);
            return new Case(
                    policy,
                    TestRanking.of(policy, sites, measurements),
                    random.nextInt(size),
                    1 + random.nextInt(random.nextBoolean() ? 12 : size),
                    random);
        }

        boolean isIn() {
            return ranking.isIn(site, top);
        }

        MeasurementSearch search() {
            return new MeasurementSearch(
                    policy, ranking.only(site), ranking.measurementsOf(site), ranking.without(site, top));
        }

        /** Place of the site with a field changed, scored anew. */
        boolean isInWith(String field, double value) {
            SiteBlock one = ranking.only(site);
            MeasurementBlock measurements = ranking.measurementsOf(site);
            if (measurements.criterionIds().contains(field)) {
                measurements.column(field).set(0, value, EvidenceClass.REPORTED);
            } else {
                SitesByAttribute changed = new SitesByAttribute(1)
                        .with(0, "origin", one.origin(0).name())
                        .with(0, field, value);
                one = changed;
            }
            ScoreBlock scores = policy.newScoreBlock(1);
            policy.scorer().score(one, measurements, scores);
            return scores.tier(0) != ScoreBlock.EXCLUDED_TIER
                    && ranking.without(site, top).rank(scores.tier(0), scores.ranking(0)) <= top;
        }

        double present(String field) {
            MeasurementBlock measurements = ranking.measurementsOf(site);
            return measurements.criterionIds().contains(field)
                    ? measurements.column(field).lower(0)
                    : ranking.only(site).numbers(field)[0];
        }
    }

    @Property(tries = 640, seed = "20260601", shrinking = ShrinkingMode.OFF)
    void aChangeOfAMeasurementDoesAnd99PercentOfItDoesNot(@ForAll long seed, @ForAll @IntRange(max = 7) int settings) {
        Case of = Case.of(seed, settings);
        MeasurementSearch search = of.search();
        assertThat(search.isIn()).isEqualTo(of.isIn());
        List<MeasurementChange> changes = search.changes();
        for (MeasurementChange change : changes) {
            String field = change.field();
            switch (change.kind()) {
                case NUMBER -> {
                    double from = change.from();
                    double by = change.by();
                    assertThat(from).isEqualTo(of.present(field));
                    assertThat(of.isInWith(field, from + by)).as("%s", change).isNotEqualTo(of.isIn());
                    assertThat(of.isInWith(field, change.toShown())).isNotEqualTo(of.isIn());
                    // From one number to the next there is no 99 %.
                    if (from + 0.99 * by != from + by) {
                        assertThat(of.isInWith(field, from + 0.99 * by))
                                .as("%s", change)
                                .isEqualTo(of.isIn());
                    }
                    for (int i = 0; i < 10; i++) {
                        double less = (of.random.nextDouble() * 1.98 - 0.99) * by;
                        if (Math.abs(less) < Math.abs(by)
                                && from + less != from + by
                                && accepts(of.policy, field, from + less)) {
                            assertThat(of.isInWith(field, from + less)).isEqualTo(of.isIn());
                        }
                    }
                }
                case CATEGORY -> {
                    int label = List.of("PASS", "CONDITIONAL", "FAIL").indexOf(change.toCategory());
                    assertThat(of.isInWith(field, label)).isNotEqualTo(of.isIn());
                }
                case KNOWN_AS -> {
                    Double least = change.atLeast();
                    Double most = change.atMost();
                    if (least != null) {
                        assertThat(of.isInWith(field, least)).isNotEqualTo(of.isIn());
                        assertThat(of.isInWith(field, Math.nextDown(least))).isEqualTo(of.isIn());
                    }
                    if (most != null) {
                        assertThat(of.isInWith(field, most)).isNotEqualTo(of.isIn());
                        assertThat(of.isInWith(field, Math.nextUp(most))).isEqualTo(of.isIn());
                    }
                }
            }
        }
        for (Criterion criterion : of.policy.vocabulary().criteria()) {
            MeasurementColumn column = of.ranking.measurementsOf(of.site).column(criterion.id());
            boolean isExact = column.lower(0) == column.upper(0) || !column.isKnown(0);
            if (isExact && changes.stream().noneMatch(c -> c.field().equals(criterion.id()))) {
                for (int i = 0; i < 10; i++) {
                    double value = criterion.minimum()
                            + of.random.nextDouble() * Math.min(300, criterion.maximum() - criterion.minimum());
                    assertThat(of.isInWith(criterion.id(), criterion.isCategory() ? Math.rint(value) : value))
                            .as(criterion.id())
                            .isEqualTo(of.isIn());
                }
            }
        }
    }

    private static boolean accepts(Policy policy, String field, double value) {
        return policy.vocabulary().criteria().stream()
                .filter(c -> c.id().equals(field))
                .allMatch(c -> c.accepts(value));
    }

    @Property(tries = 640, seed = "20260601", shrinking = ShrinkingMode.OFF)
    void aChangeOfAWeightDoesAnd99PercentOfItDoesNot(@ForAll long seed, @ForAll @IntRange(max = 7) int settings) {
        Case of = Case.of(seed, settings);
        List<WeightChange> changes = new WeightSearch(of.policy, of.ranking, of.site, of.top).changes();
        for (int i = 0; i < of.policy.criteria().size(); i++) {
            WeightedCriterion entry = of.policy.criteria().get(i);
            WeightScale scale = new WeightScale(of.policy.criteria(), i);
            double smallest = 1;
            for (WeightChange change : changes) {
                if (change.criterion().equals(entry.criterion().id())) {
                    double by = change.by();
                    TestRanking then = of.ranking.reweighed(of.policy, scale.weights(by));
                    assertThat(then.isIn(of.site, of.top)).as("%s", change).isNotEqualTo(of.isIn());
                    assertThat(then.rank(of.site)).isEqualTo((int) change.rank());
                    assertThat(isIn(of, scale, change.toShown() - change.from()))
                            .isNotEqualTo(of.isIn());
                    assertThat(isIn(of, scale, 0.99 * by)).as("%s", change).isEqualTo(of.isIn());
                    smallest = Math.abs(by);
                }
            }
            for (int k = 0; k < 20; k++) {
                double by = (of.random.nextDouble() * 2 - 1) * 0.99 * smallest;
                if (by >= -entry.weight() && by <= 1 - entry.weight()) {
                    assertThat(isIn(of, scale, by))
                            .as("%s by %s, %s", entry.criterion().id(), by, changes)
                            .isEqualTo(of.isIn());
                }
            }
        }
    }

    private static boolean isIn(Case of, WeightScale scale, double by) {
        return of.ranking.reweighed(of.policy, scale.weights(by)).isIn(of.site, of.top);
    }

    /** The changed policy as its owner would write it, loaded, checked, compiled and scored like any other. */
    @Property(tries = 12, seed = "20260601", shrinking = ShrinkingMode.OFF)
    void theChangedWeightsDoItFromTheFilesOfAPolicy(@ForAll long seed) throws IOException {
        Case of = Case.of(seed, 0);
        List<WeightChange> changes = new WeightSearch(of.policy, of.ranking, of.site, of.top).changes();
        if (changes.isEmpty()) {
            return;
        }
        WeightChange change = changes.get(0);
        List<String> ids =
                of.policy.criteria().stream().map(c -> c.criterion().id()).toList();
        WeightScale scale = new WeightScale(of.policy.criteria(), ids.indexOf(change.criterion()));
        assertThat(isInWritten(of, ids, scale.weights(change.by()))).isNotEqualTo(of.isIn());
        assertThat(isInWritten(of, ids, scale.weights(0.99 * change.by()))).isEqualTo(of.isIn());
    }

    private static boolean isInWritten(Case of, List<String> ids, double[] weights) throws IOException {
        Path changed = Files.createTempDirectory(folder, "changed");
        new TestPolicy(changed);
        for (String table : List.of("grid", "law", "rest")) {
            Path file = changed.resolve("criteria").resolve(table + ".yaml");
            String[] lines = Files.readString(file).split("\n");
            String criterion = "";
            for (int i = 0; i < lines.length; i++) {
                criterion = lines[i].contains("criterion: ") ? lines[i].replaceAll(".*: ", "") : criterion;
                if (lines[i].contains("weight: ")) {
                    lines[i] = "    weight: " + new BigDecimal(weights[ids.indexOf(criterion)]).toPlainString();
                }
            }
            Files.writeString(file, String.join("\n", lines) + "\n");
        }
        Policy policy = Policy.load(changed, TestModule.vocabulary(), folder.resolve("rules"));
        return TestRanking.of(policy, of.ranking.sites(), of.ranking.measurements())
                .isIn(of.site, of.top);
    }
}
