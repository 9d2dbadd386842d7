package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.rules.check.PolicyProblem;
import org.headroom.rules.fact.FactBlock;
import org.headroom.rules.fact.RuleBits;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.SitesByAttribute;
import org.headroom.rules.rule.CheckedRule;
import org.headroom.rules.rule.Truth;
import org.headroom.spi.MeasurementBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a condition and an action may say beyond a field, an operator and a literal. */
class RuleLanguageTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @TempDir
    private Path folder;

    private static String rule(int number, String condition, String action) {
        return "rule \"r" + number + "\" @source(\"test\")\nwhen\n    $s: Site(" + condition + ")\nthen\n    $s."
                + action + ";\nend\n";
    }

    private List<PolicyProblem> check(String condition, String action) {
        TestPolicy policy = new TestPolicy(folder).write("drl/rules.drl", TestPolicy.HEAD + rule(0, condition, action));
        return Policy.check(policy.folder(), TestModule.vocabulary()).stream()
                .filter(PolicyProblem::isError)
                .toList();
    }

    private Policy policy(String... rules) {
        return new TestPolicy(folder)
                .write("drl/rules.drl", TestPolicy.HEAD + String.join("", rules))
                .load()
                .on(DAY);
    }

    /** One site with measurements as they are given, the others unknown. */
    private static MeasurementBlock measured(double kv, double distanceLow, double distanceHigh) {
        MeasurementBlock block = TestPolicy.measurements(1);
        block.clear();
        if (!Double.isNaN(kv)) {
            block.column("kv").set(0, kv, EvidenceClass.REPORTED);
        }
        if (!Double.isNaN(distanceLow)) {
            block.column("distanceKm").setInterval(0, distanceLow, distanceHigh, EvidenceClass.REPORTED);
        }
        return block;
    }

    private static Truth truth(Policy policy, SitesByAttribute site, MeasurementBlock block) {
        boolean[] used = new boolean[policy.vocabulary().fields().all().size()];
        Arrays.fill(used, true);
        FactBlock facts = new FactBlock(policy.vocabulary().fields(), used, List.of(), policy.evaluationDay());
        facts.bind(site, block, new RuleBits(0, 0));
        return policy.rules().get(0).condition().truth(facts, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "60 <= kv < 138                          # 60  # TRUE",
                "60 <= kv < 138                          # 138 # FALSE",
                "138 >= kv > 60                          # 138 # TRUE",
                "kv not in (69, 138)                     # 138 # FALSE",
                "kv not in (69, 138)                     # 115 # TRUE",
                "not (kv > 100 || kv < 50)               # 69  # TRUE",
                "not (kv > 100 || kv < 50)               # 345 # FALSE",
                "(kv + 31) / 2 >= 50                     # 69  # TRUE",
                "kv > 20 / 0.5                           # 40  # FALSE",
                "kv -60 > 8                              # 69  # TRUE",
                "2 * kv - kv > 68                        # 69  # TRUE",
                "kv is known                             # 69  # TRUE",
                "kv is not unknown                       # 69  # TRUE",
                "distanceKm is unknown                   # 69  # TRUE",
                "not (distanceKm is unknown)             # 69  # FALSE",
                "kv > 60 && evaluationDate >= \"2026-06-01\" # 69 # TRUE",
                "evaluationDate < \"2026-06-01\"         # 69  # FALSE",
                "(name startsWith \"Lou\" || kv > 60)    # 69  # TRUE",
                "100 < kv                                # 69  # FALSE"
            })
    void whatAConditionSaysOfAKnownSite(String condition, double kv, Truth expected) {
        Policy policy = policy(rule(0, condition, "bonus(1, \"x\")"));
        assertThat(truth(policy, new SitesByAttribute(1), measured(kv, Double.NaN, Double.NaN)))
                .isEqualTo(expected);
        ScoreBlock scores = policy.newScoreBlock(1);
        policy.scorer().score(new SitesByAttribute(1), measured(kv, Double.NaN, Double.NaN), scores);
        assertThat(scores.isFired(0, 0)).isEqualTo(expected == Truth.TRUE);
    }

    @Test
    void textsByTheirBeginningAndDaysAsASourceWordsThem() {
        Policy prefix = policy(rule(0, "jurisdictionCode startsWith (\"48\", \"35\")", "bonus(1, \"x\")"));
        SitesByAttribute site = new SitesByAttribute(1);
        MeasurementBlock none = measured(Double.NaN, Double.NaN, Double.NaN);
        assertThat(truth(prefix, site, none)).isEqualTo(Truth.UNKNOWN);
        assertThat(truth(prefix, site.with(0, "jurisdictionCode", "48113"), none))
                .isEqualTo(Truth.TRUE);
        assertThat(truth(prefix, site.with(0, "jurisdictionCode", "04813"), none))
                .isEqualTo(Truth.FALSE);
        Policy old = policy(rule(0, "capacityAsOf < evaluationDate - 365 days", "bonus(1, \"x\")"));
        assertThat(truth(old, site.with(0, "capacityAsOf", "2024"), none)).isEqualTo(Truth.TRUE);
        assertThat(truth(old, site.with(0, "capacityAsOf", "2025"), none)).isEqualTo(Truth.UNKNOWN);
        assertThat(truth(old, site.with(0, "capacityAsOf", "2025-06"), none)).isEqualTo(Truth.FALSE);
        assertThat(truth(old, site.with(0, "capacityAsOf", "last spring"), none))
                .isEqualTo(Truth.UNKNOWN);
        Policy fixed = policy(rule(0, "\"2020-01-01\" <= capacityAsOf < \"2021-01-01\"", "bonus(1, \"x\")"));
        assertThat(truth(fixed, site.with(0, "capacityAsOf", "2020-12-31"), none))
                .isEqualTo(Truth.TRUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kv > distanceKm            | a number in kV is compared with one in km",
                "kv + distanceKm > 3        | a number in kV and one in km cannot be added",
                "kv / distanceKm > 3        | divided by a figure only",
                "kv / 0 > 3                 | divided by 0",
                "60 <= kv > 20              | a range runs one way",
                "kv - kv > 3                | the same for every site",
                "3 > 2                      | the same for every site",
                "ban + 1 > 2                | with which nothing can be worked out",
                "ban startsWith \"P\"       | of which no beginning can be asked",
                "name startsWith \"\"       | every text begins",
                "kv == null                 | write kv is unknown",
                "kv is empty                | write kv is unknown",
                "capacityAsOf < \"07/01/2026\" | write the year first: \"2026-07-01\" or \"2026-01-07\"",
                "capacityAsOf < 3           | is no day",
                "capacityAsOf + capacityAsOf < evaluationDate | cannot be added",
                "kv > 1,                    | a condition is missing here",
                "kv > 1, , kv < 4           | a condition is missing here",
                "kv > evaluationDate        | is compared with one in days of the calendar"
            })
    void whatCannotBeAskedIsSaid(String condition, String message) {
        assertThat(check(condition, "bonus(1, \"x\")")).first().satisfies(problem -> assertThat(problem.text())
                .contains(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bonus(0.02 per km of kv, at most 5, \"x\")      | kv is in kV, not in \"km\"",
                "bonus(0.02 per kV of kv, \"x\")                 | need a limit",
                "bonus(0.02 per kV of ban, at most 5, \"x\")     | nothing is in proportion",
                "bonus(kv * 0.05, \"x\")                         | write it as in bonus(0.02 per MW",
                "bonus(0 per kV of kv, at most 5, \"x\")         | above 0",
                "tier(2 per kV of kv, at most 5, \"x\")          | stands \"per\"",
                "bonus(1 per kV of kv, at most 500, \"x\")       | at most 100 points"
            })
    void pointsThatCannotBeGivenAreSaid(String action, String message) {
        assertThat(check("kv > 1", action)).singleElement().satisfies(problem -> assertThat(problem.text())
                .contains(message));
    }

    /** Points in proportion are a figure, an interval where the number is one, and all that they may be where it is unknown. */
    @ParameterizedTest
    @CsvSource({"100,2,2", "0,0,0", "500,5,5", "NaN,0,5"})
    void pointsInProportion(double kv, double least, double most) {
        Policy policy = policy(rule(0, "distanceKm < 100", "bonus(0.02 per kV of kv, at most 5, \"x\")"));
        MeasurementBlock block = measured(kv, 3, 3);
        ScoreBlock scores = policy.newScoreBlock(1);
        policy.scorer().score(new SitesByAttribute(1), block, scores);
        assertThat(scores.leastPoints(0, 0)).isEqualTo(least);
        assertThat(scores.mostPoints(0, 0)).isEqualTo(most);
        Policy without = policy(rule(0, "distanceKm > 100", "bonus(1, \"x\")"));
        ScoreBlock bare = without.newScoreBlock(1);
        without.scorer().score(new SitesByAttribute(1), block, bare);
        assertThat(scores.lower(0) - bare.lower(0)).isCloseTo(least, within(1e-9));
        assertThat(scores.upper(0) - bare.upper(0)).isCloseTo(most, within(1e-9));
    }

    @Test
    void aMalusInProportionCountsDownwardsFromItsFigure() {
        Policy policy = policy(rule(0, "kv > 1", "malus(0.5 per 10 km of distanceKm below 100, at most 3, \"x\")"));
        ScoreBlock scores = policy.newScoreBlock(1);
        policy.scorer().score(new SitesByAttribute(1), measured(69, 60, 80), scores);
        assertThat(scores.leastPoints(0, 0)).isEqualTo(-2);
        assertThat(scores.mostPoints(0, 0)).isEqualTo(-1);
        policy.scorer().score(new SitesByAttribute(1), measured(69, 120, 140), scores);
        assertThat(scores.leastPoints(0, 0)).isZero();
    }

    private static final List<String> FIELDS = List.of("kv", "distanceKm", "count", "priceUsdPerMwh");

    private static String comparison(RandomGenerator random) {
        String field = FIELDS.get(random.nextInt(FIELDS.size()));
        int figure = random.nextInt(250);
        String sign = List.of("<", "<=", ">", ">=", "==", "!=").get(random.nextInt(6));
        return switch (random.nextInt(9)) {
            case 0 -> field + (random.nextBoolean() ? " is unknown" : " is known");
            case 1 -> figure / 4 + " <= " + field + " < " + figure;
            case 2 -> field + " not in (3, 69, " + figure + ")";
            case 3 -> "2 * " + field + " " + sign + " " + field + " + " + figure;
            case 4 -> "count " + sign + " 3 * free + 1";
            case 5 -> "contractedCapacityMw + buildableAreaHa * 0 " + sign + " " + figure;
            case 6 -> "siteId " + (random.nextBoolean() ? "" : "not ") + "startsWith \"S" + random.nextInt(10) + "\"";
            case 7 -> "ban not in (\"PASS\")";
            default -> "evaluationDate " + sign + " \"2026-06-0" + (1 + random.nextInt(2)) + "\"";
        };
    }

    private static String condition(RandomGenerator random, int depth) {
        if (depth == 0) {
            return comparison(random);
        }
        String both = condition(random, depth - 1) + (random.nextBoolean() ? " && " : " || ") + comparison(random);
        return (random.nextBoolean() ? "not (" : "(") + both + ")";
    }

    /** What is compiled holds exactly where the condition, as it was understood, is true; and is undecided exactly where that is unknown. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void compiledRulesHoldWhereConditionsDo(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rules.add(rule(i, condition(random, random.nextInt(3)), "bonus(1, \"x\")")
                    .replace("contractedCapacityMw + buildableAreaHa * 0", "contractedCapacityMw + 0.5"));
        }
        TestPolicy test = new TestPolicy(folder).write("drl/rules.drl", TestPolicy.HEAD + String.join("", rules));
        List<PolicyProblem> errors = Policy.check(test.folder(), TestModule.vocabulary()).stream()
                .filter(PolicyProblem::isError)
                .toList();
        for (PolicyProblem never : errors) {
            assertThat(never.text()).containsAnyOf("can never hold", "holds for the same sites");
            rules.removeIf(text -> text.startsWith("rule \"" + never.rule() + "\""));
        }
        Policy policy = policy(rules.toArray(String[]::new));
        int size = 400;
        SitesByAttribute sites = new SitesByAttribute(size);
        MeasurementBlock block = TestPolicy.random(size, sites, seed);
        for (int row = 0; row < size; row++) {
            if (random.nextBoolean()) {
                block.column("free").set(row, random.nextInt(3) - 1, EvidenceClass.REPORTED);
            } else {
                block.column("free").setUnknown(row, UnknownReason.NOT_CHECKED);
            }
        }
        ScoreBlock scores = policy.newScoreBlock(size);
        policy.scorer().score(sites, block, scores);
        boolean[] used = new boolean[policy.vocabulary().fields().all().size()];
        Arrays.fill(used, true);
        FactBlock facts = new FactBlock(policy.vocabulary().fields(), used, List.of(), policy.evaluationDay());
        facts.bind(sites, block, new RuleBits(0, 0));
        int[] seen = new int[Truth.values().length];
        for (CheckedRule rule : policy.rules()) {
            for (int row = 0; row < size; row++) {
                Truth truth = rule.condition().truth(facts, row);
                seen[truth.ordinal()]++;
                assertThat(scores.isFired(row, rule.index())).as(rule.name()).isEqualTo(truth == Truth.TRUE);
                assertThat(scores.isUndecided(row, rule.index()))
                        .as(rule.name())
                        .isEqualTo(truth == Truth.UNKNOWN);
            }
        }
        assertThat(seen).doesNotContain(0);
    }
}
