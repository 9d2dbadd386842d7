package org.headroom.decide.acceptability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.rules.outcome.Draws;
import org.headroom.rules.outcome.OutcomeModel;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.SitesByAttribute;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.spi.MeasurementBlock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty small cases with policies of their own, held against a program of plain loops that shares nothing with the one under test: other points, its
 * own priors, value functions, rules and ranks.
 */
class SmallCasesTest {
    private static final int POLICIES = 10;
    private static final int CASES_A_POLICY = 5;
    private static final int DRAWS = 2_000;
    private static final int PLAIN_DRAWS = 6_000;
    private static final int CRITERIA = 3;
    private static final double RANGE = 0.3;
    /** Standard deviations by which one of some 2,000 figures may be off. */
    private static final double MOST = 5;

    private static final String RULES = """
        package headroom.policy;
        import org.headroom.rules.Site;

        rule "forbidden" @gate(law) @source("test")
        when
            $s: Site(law == "BAN")
        then
            $s.exclude("BAN", "a ban holds");
        end

        rule "weak" @gate(strength) @source("test")
        when
            $s: Site(c1 < 20)
        then
            $s.conditional("WEAK", "weak");
        end

        rule "far and strong" @source("test")
        when
            $s: Site(c0 > 70, c1 >= 50)
        then
            $s.bonus(6, "far and strong");
        end
        """;

    /** Three numbers and a category. */
    private static Vocabulary vocabulary() {
        List<Criterion> all = new ArrayList<>();
        for (int k = 0; k < CRITERIA; k++) {
            Direction better = k == 2 ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER;
            all.add(Criterion.number("c" + k, "c", "1", better, 0, 100, "a number", "test"));
        }
        all.add(Criterion.category("law", "law", List.of("NONE", "BAN"), "a law", "test"));
        return new Declared(all).vocabulary();
    }

    /** One case: what is known of each site, and the figures of the policy. */
    private static final class Case {
        final int sites;
        final int top;
        final double[] weights = new double[CRITERIA + 1];
        final double[] medians = new double[CRITERIA];
        final double ban;
        /** Lower and upper bound by site and criterion; NaN when unknown. */
        final double[][] low;

        final double[][] high;

        /** A policy from one source of chance, and what is known of the sites from another. */
        Case(Random random, Random ofSites) {
            sites = 4 + ofSites.nextInt(9);
            top = 1 + random.nextInt(3);
            double sum = 0;
            for (int k = 0; k <= CRITERIA; k++) {
                weights[k] = 1 + random.nextInt(9);
                sum += weights[k];
            }
            double rest = 1;
            for (int k = CRITERIA; k > 0; k--) {
                weights[k] = Math.round(1000 * weights[k] / sum) / 1000.0;
                rest -= weights[k];
            }
            weights[0] = Math.round(1000 * rest) / 1000.0;
            for (int k = 0; k < CRITERIA; k++) {
                medians[k] = 10 + random.nextInt(80);
            }
            ban = 0.05 * (1 + random.nextInt(10));
            low = new double[sites][CRITERIA + 1];
            high = new double[sites][CRITERIA + 1];
            for (int i = 0; i < sites; i++) {
                for (int k = 0; k < CRITERIA; k++) {
                    double a = ofSites.nextInt(101);
                    double b = ofSites.nextInt(101);
                    int kind = ofSites.nextInt(4);
                    low[i][k] = kind == 0 ? Double.NaN : kind == 1 ? Math.min(a, b) : a;
                    high[i][k] = kind == 0 ? Double.NaN : kind == 1 ? Math.max(a, b) : a;
                }
                low[i][CRITERIA] = ofSites.nextInt(2) == 0 ? Double.NaN : ofSites.nextInt(8) == 0 ? 1 : 0;
                high[i][CRITERIA] = low[i][CRITERIA];
            }
        }

        /** c0 is worth its hundredth, c1 is worth full value from 50 on, c2 falls. */
        static double worth(int k, double x) {
            return switch (k) {
                case 0 -> x / 100;
                case 1 -> x >= 50 ? 1 : 0.2;
                case 2 -> 1 - x / 100;
                default -> x == 0 ? 1 : 0;
            };
        }

        void write(Path folder) throws IOException {
            Files.createDirectories(folder.resolve("criteria"));
            Files.createDirectories(folder.resolve("drl"));
            Files.writeString(
                    folder.resolve("policy.yaml"),
                    "policy: test\nversion: 1.0.0\ntitle: Test\nrankBy: EXPECTED\nscore: {minimum: 0, maximum: 110}\n"
                            + "decision: {topN: " + top + ", draws: " + DRAWS + ", weightRange: " + RANGE + "}\n");
            String[] values = {
                "{piecewiseLinear: [[0, 0], [100, 1]]}",
                "{step: [[0, 0.2], [50, 1]]}",
                "{piecewiseLinear: [[0, 1], [100, 0]]}",
                "{categories: {NONE: 1, BAN: 0}}"
            };
            StringBuilder table = new StringBuilder("module: made-up\ncriteria:\n");
            for (int k = 0; k <= CRITERIA; k++) {
                String prior = k == CRITERIA
                        ? String.format(Locale.ROOT, "categories: {NONE: %.2f, BAN: %.2f}", 1 - ban, ban)
                        : String.format(Locale.ROOT, "quantiles: [[0, 0], [0.5, %.0f], [1, 100]]", medians[k]);
                table.append("  - {criterion: ")
                        .append(k == CRITERIA ? "law" : "c" + k)
                        .append(", weight: ")
                        .append(weights[k])
                        .append(", value: ")
                        .append(values[k])
                        .append(", reasoning: made up for a test, source: test, unknown: {")
                        .append(prior)
                        .append(", asOf: 2026-11-01, reasoning: made up for a test, source: test}}\n");
            }
            Files.writeString(folder.resolve("criteria/all.yaml"), table);
            Files.writeString(folder.resolve("drl/rules.drl"), RULES);
        }
    }

    /** Counts of the plain program by site: in the top, and the sum of ranks and scores. */
    private record Plain(int[] inTop, double[] ranks, double[] scores) {
        static Plain of(Case one, Random random) {
            Plain out = new Plain(new int[one.sites], new double[one.sites], new double[one.sites]);
            for (int d = 0; d < PLAIN_DRAWS; d++) {
                double[] weights = new double[CRITERIA + 1];
                double sum = 0;
                double wanted = 0;
                for (int k = 0; k <= CRITERIA; k++) {
                    weights[k] = one.weights[k] * (1 - RANGE + 2 * RANGE * random.nextDouble());
                    sum += weights[k];
                    wanted += one.weights[k];
                }
                int[] tiers = new int[one.sites];
                double[] scores = new double[one.sites];
                for (int i = 0; i < one.sites; i++) {
                    double[] x = new double[CRITERIA + 1];
                    for (int k = 0; k <= CRITERIA; k++) {
                        x[k] = drawn(one, i, k, random);
                        scores[i] += 100 * weights[k] / sum * wanted * Case.worth(k, x[k]);
                    }
                    scores[i] = Math.min(110, scores[i] + (x[0] > 70 && x[1] >= 50 ? 6 : 0));
                    tiers[i] = x[CRITERIA] == 1 ? 9 : x[1] < 20 ? 2 : 1;
                    out.scores[i] += scores[i];
                }
                List<Integer> order = IntStream.range(0, one.sites)
                        .boxed()
                        .sorted(Comparator.<Integer>comparingInt(i -> tiers[i])
                                .thenComparing(i -> tiers[i] == 9 ? 0 : -scores[i])
                                .thenComparing(i -> i))
                        .toList();
                for (int place = 0; place < one.sites; place++) {
                    int site = order.get(place);
                    out.ranks[site] += place + 1;
                    out.inTop[site] += place < one.top && tiers[site] != 9 ? 1 : 0;
                }
            }
            return out;
        }

        /** Unknown: two straight pieces of the distribution; an interval: anything in it as likely as all else. */
        private static double drawn(Case one, int site, int k, Random random) {
            double low = one.low[site][k];
            double high = one.high[site][k];
            if (low == high) {
                return low;
            }
            if (k == CRITERIA) {
                return random.nextDouble() < one.ban ? 1 : 0;
            }
            double u = random.nextDouble();
            if (!Double.isNaN(low)) {
                return low + u * (high - low);
            }
            return u < 0.5 ? 2 * u * one.medians[k] : one.medians[k] + (2 * u - 1) * (100 - one.medians[k]);
        }
    }

    @Test
    void figuresAreThoseOfAPlainProgram(@TempDir Path folder) throws IOException {
        double largest = 0;
        for (int number = 0; number < POLICIES * CASES_A_POLICY; number++) {
            int ofPolicy = number / CASES_A_POLICY;
            Case one = new Case(new Random(ofPolicy), new Random(1000 + number));
            if (number % CASES_A_POLICY == 0) {
                one.write(folder.resolve("policy-" + ofPolicy));
                policy = Policy.load(folder.resolve("policy-" + ofPolicy), vocabulary(), folder.resolve("compiled"))
                        .on(LocalDate.of(2026, 11, 29));
            }
            Acceptability found = found(one, Objects.requireNonNull(policy));
            Plain plain = Plain.of(one, new Random(2000 + number));
            double inTop = 0;
            for (int i = 0; i < one.sites; i++) {
                double p = (double) plain.inTop[i] / PLAIN_DRAWS;
                double error = Math.sqrt((p * (1 - p) + 1e-4) * (1.0 / PLAIN_DRAWS + 1.0 / DRAWS));
                largest = Math.max(largest, Math.abs(found.topNProbability(i) - p) / error);
                double spread = one.sites * Math.sqrt(1.0 / PLAIN_DRAWS + 1.0 / DRAWS) / 3;
                assertThat(found.expectedRank[i])
                        .isBetween(
                                plain.ranks[i] / PLAIN_DRAWS - MOST * spread,
                                plain.ranks[i] / PLAIN_DRAWS + MOST * spread);
                double points = 20 * Math.sqrt(1.0 / PLAIN_DRAWS + 1.0 / DRAWS);
                assertThat(found.expectedScore[i])
                        .isBetween(
                                plain.scores[i] / PLAIN_DRAWS - MOST * points,
                                plain.scores[i] / PLAIN_DRAWS + MOST * points);
                inTop += found.topNProbability(i);
            }
            assertThat(inTop).isLessThanOrEqualTo(one.top + 1e-9);
        }
        assertThat(largest).isBetween(0.5, MOST);
    }

    private @Nullable Policy policy;

    private static Acceptability found(Case one, Policy policy) {
        SitesByAttribute sites = new SitesByAttribute(one.sites);
        MeasurementBlock block = new MeasurementBlock(List.of("c0", "c1", "c2", "law"), one.sites);
        int[] idPlaces = new int[one.sites];
        for (int i = 0; i < one.sites; i++) {
            idPlaces[i] = i;
            for (int k = 0; k <= CRITERIA; k++) {
                String id = k == CRITERIA ? "law" : "c" + k;
                if (Double.isNaN(one.low[i][k])) {
                    block.column(id).setUnknown(i, UnknownReason.NOT_CHECKED);
                } else {
                    block.column(id).setInterval(i, one.low[i][k], one.high[i][k], EvidenceClass.ESTIMATED);
                }
            }
        }
        OutcomeModel model = policy.outcomes(new Draws(DRAWS), policy.decision());
        return new ExactRanks(
                        new DrawnSites.Source(
                                one.sites, DRAWS, idPlaces, 0, 110, () -> new BlockDraws(policy, model, sites, block)),
                        one.top,
                        1)
                .rank();
    }
}
