package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.GateAnswer;
import org.headroom.model.UnknownReason;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.Scorer;
import org.headroom.rules.policy.SitesByAttribute;
import org.headroom.rules.prior.Expectation;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;

/** Ranked by what is expected, bad news never helps and good news never harms, whatever rules read; and the expected score is the mean. */
class BadNewsLawsTest {
    private static final int UNKNOWN = UnknownReason.NOT_CHECKED.ordinal();

    private static Path folder;
    private static Policy policy;
    private static Scorer scorer;

    /** Rules that turn on and off with what every criterion says: gates, a tier, points; all agree with the value functions. */
    private static final String RULES = TestPolicy.HEAD + """
            rule "ban" @gate(ban) @source("test") when $s: Site(ban == "FAIL") then $s.exclude("BAN", "a ban holds"); end
            rule "ban ahead" @gate(ban) @source("test") when $s: Site(ban == "CONDITIONAL") then $s.conditional("AHEAD", "a ban is coming"); end
            rule "weak" @gate(grid) @source("test") when $s: Site(kv < 69) then $s.exclude("WEAK", "below 69 kV"); end
            rule "far" @gate(grid) @source("test") when $s: Site(distanceKm > 45, kv < 345) then $s.exclude("FAR", "too far"); end
            rule "dear" @source("test") when $s: Site(priceUsdPerMwh > 150) then $s.malus(3, "dear"); $s.tier(3, "dear"); end
            rule "near and strong" @source("test") when $s: Site(distanceKm <= 5 || kv >= 230) then $s.bonus(4, "near or strong"); end
            """;

    @BeforeContainer
    static void load() throws IOException {
        folder = Files.createTempDirectory("headroom-bad-news");
        policy = TestPolicy.expecting(folder).write("drl/rules.drl", RULES).load();
        scorer = policy.scorer();
    }

    @AfterContainer
    static void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static ScoreBlock score(SitesByAttribute sites, MeasurementBlock block) {
        ScoreBlock out = policy.newScoreBlock(sites.size());
        scorer.score(sites, block, out);
        return out;
    }

    /** Below 0 when the first stands before the second, as the ranking has it but for the id. */
    private static int order(ScoreBlock one, ScoreBlock other) {
        return one.tier(0) != other.tier(0)
                ? Integer.compare(one.tier(0), other.tier(0))
                : Double.compare(other.ranking(0), one.ranking(0));
    }

    @Property(tries = 1000)
    void knowingLessThanExpectedNeverHelpsAndMoreNeverHarms(
            @ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double share) {
        SitesByAttribute sites = new SitesByAttribute(1);
        MeasurementBlock block = TestPolicy.random(1, sites, seed);
        for (WeightedCriterion line : policy.criteria()) {
            Criterion criterion = line.criterion();
            MeasurementColumn column = block.column(criterion.id());
            Expectation expectation = policy.expectation(criterion.id()).orElseThrow();
            boolean wasKnown = column.isKnown(0);
            double low = wasKnown ? column.lower(0) : Double.NaN;
            double high = wasKnown ? column.upper(0) : Double.NaN;
            int reason = column.reason(0).ordinal();
            EvidenceClass evidence = column.evidence(0);
            double mean = expectation.mean(low, high, reason);
            ScoreBlock before = score(sites, block);
            for (double value : new double[] {
                expectation.quantile(share, low, high, reason),
                nearest(criterion, share, expectation.equivalent(low, high, reason)),
                nearest(criterion, -share, expectation.equivalent(low, high, reason))
            }) {
                column.set(0, value, EvidenceClass.REPORTED);
                ScoreBlock after = score(sites, block);
                if (after.tier(0) == ScoreBlock.EXCLUDED_TIER && before.tier(0) == ScoreBlock.EXCLUDED_TIER - 1) {
                    // Expected to be excluded, and so it turns out: a verdict stands behind a doubt, last of all that
                    // is ranked.
                    continue;
                }
                int order = order(after, before);
                double worth = line.value().at(value);
                if (worth < mean) {
                    assertThat(order)
                            .as("%s at %s, worse than %s", criterion.id(), value, mean)
                            .isGreaterThanOrEqualTo(0);
                } else if (worth > mean) {
                    assertThat(order)
                            .as("%s at %s, better than %s", criterion.id(), value, mean)
                            .isLessThanOrEqualTo(0);
                }
            }
            if (wasKnown) {
                column.setInterval(0, low, high, evidence);
            } else {
                column.setUnknown(0, UnknownReason.values()[reason]);
            }
        }
    }

    /** A measurement close to another one. */
    private static double nearest(Criterion criterion, double by, double to) {
        double value = Math.min(criterion.maximum(), Math.max(criterion.minimum(), to + by));
        return criterion.isCategory() ? Math.rint(value) : value;
    }

    @Property(tries = 300)
    void theExpectedScoreLiesBetweenBothEndsAndIsTheScoreOfWhatIsExactlyKnown(@ForAll long seed) {
        SitesByAttribute sites = new SitesByAttribute(40);
        MeasurementBlock block = TestPolicy.random(40, sites, seed);
        ScoreBlock scores = score(sites, block);
        for (int i = 0; i < 40; i++) {
            assertThat(scores.ranking(i)).isBetween(scores.lower(i) - 1e-9, scores.upper(i) + 1e-9);
            if (scores.lower(i) == scores.upper(i)) {
                assertThat(scores.ranking(i)).isEqualTo(scores.lower(i));
            }
            assertThat(scores.tier(i) == ScoreBlock.EXCLUDED_TIER).isEqualTo(scores.gate(i) == GateAnswer.FAIL);
        }
    }

    @Property(tries = 50)
    void meansAreThoseOfManyDraws(@ForAll long seed) {
        SitesByAttribute sites = new SitesByAttribute(8);
        MeasurementBlock block = TestPolicy.random(8, sites, seed);
        for (WeightedCriterion line : policy.criteria()) {
            MeasurementColumn column = block.column(line.criterion().id());
            Expectation expectation = policy.expectation(line.criterion().id()).orElseThrow();
            for (int i = 0; i < 8; i++) {
                double low = column.isKnown(i) ? column.lower(i) : Double.NaN;
                double high = column.isKnown(i) ? column.upper(i) : Double.NaN;
                int draws = 20_000;
                double sum = 0;
                for (int draw = 0; draw < draws; draw++) {
                    sum += line.value().at(expectation.quantile((draw + 0.5) / draws, low, high, UNKNOWN));
                }
                assertThat(expectation.mean(low, high, UNKNOWN))
                        .as(line.criterion().id())
                        .isCloseTo(sum / draws, org.assertj.core.data.Offset.offset(2e-4));
            }
        }
    }
}
