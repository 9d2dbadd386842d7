package org.headroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.model.Criterion;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.Scorer;
import org.headroom.rules.policy.SitesByAttribute;
import org.headroom.rules.prior.Expectation;
import org.headroom.rules.reading.Unchecked;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.rules.weight.WeightedCriterion;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In every policy that Headroom ships, and for each of its criteria: what is known to be worth less than the prior's mean never ranks above not
 * knowing it, and what is worth more never below. Where a policy asks that what is ranked first has been checked, that holds of the score.
 */
class BadNewsNeverHelpsTest {
    private static final int SITES = 300;
    private static final UnknownReason[] REASONS = UnknownReason.values();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rules/policy",
                "rules/policies/mining-conversion",
                "rules/policies/conservative",
                "rules/policies/us-siting",
                "geodata/catalog/es-nodes/policy"
            })
    void inEveryCriterion(String folder) {
        Policy policy = Policy.load(
                Headroom.HOME.resolve(folder),
                Vocabulary.of(PluginHost.load(Path.of("no-plugins")).stream()
                        .map(InstalledModule::module)
                        .toList()));
        Scorer scorer = policy.scorer();
        SplittableRandom random = new SplittableRandom(20261129);
        SitesByAttribute sites = new SitesByAttribute(SITES);
        MeasurementBlock block = new MeasurementBlock(
                policy.vocabulary().criteria().stream().map(Criterion::id).toList(), SITES);
        for (int site = 0; site < SITES; site++) {
            attributes(sites, site, random);
            for (WeightedCriterion line : policy.criteria()) {
                fill(policy, line, block, site, random);
            }
        }
        ScoreBlock before = score(policy, scorer, sites, block);
        for (WeightedCriterion line : policy.criteria()) {
            String id = line.criterion().id();
            Expectation expectation = policy.expectation(id).orElseThrow();
            MeasurementColumn column = block.column(id);
            for (double to : tried(line, expectation)) {
                MeasurementColumn.Storage kept = copy(column.storage());
                for (int site = 0; site < SITES; site++) {
                    column.set(site, to, EvidenceClass.REPORTED);
                }
                ScoreBlock after = score(policy, scorer, sites, block);
                for (int site = 0; site < SITES; site++) {
                    if (Double.isNaN(kept.lower()[site])) {
                        double mean = expectation.mean(Double.NaN, Double.NaN, kept.reason()[site]);
                        check(policy, id + " at " + to, line.value().at(to) - mean, site, before, after);
                    }
                }
                restore(kept, column.storage());
            }
        }
    }

    private static void check(
            Policy policy, String what, double better, int site, ScoreBlock before, ScoreBlock after) {
        boolean isDoubtAndVerdict =
                before.tier(site) == ScoreBlock.EXCLUDED_TIER - 1 && after.tier(site) == ScoreBlock.EXCLUDED_TIER;
        if (isDoubtAndVerdict || better == 0) {
            return;
        }
        int tiers = policy.unchecked() == Unchecked.SECOND ? 0 : Integer.compare(after.tier(site), before.tier(site));
        int order = tiers != 0 ? tiers : Double.compare(before.ranking(site), after.ranking(site));
        assertThat(better > 0 ? order <= 0 : order >= 0)
                .as(
                        "%s, %s than not knowing: tier %s to %s, score %s to %s",
                        what,
                        better > 0 ? "better" : "worse",
                        before.tier(site),
                        after.tier(site),
                        before.ranking(site),
                        after.ranking(site))
                .isTrue();
    }

    /** Breakpoints of the value and what lies close to them, quantiles of the prior, and what is near its equivalent. */
    private static double[] tried(WeightedCriterion line, Expectation expectation) {
        Criterion criterion = line.criterion();
        if (criterion.isCategory()) {
            return DoubleStream.iterate(0, i -> i < criterion.labels().size(), i -> i + 1)
                    .toArray();
        }
        double same = expectation.equivalent(Double.NaN, Double.NaN, 0);
        DoubleStream quantiles = DoubleStream.iterate(0, share -> share <= 1, share -> share + 0.125)
                .map(share -> expectation.quantile(share, Double.NaN, Double.NaN, 0));
        DoubleStream near =
                DoubleStream.of(line.value().breakpoints()).flatMap(x -> DoubleStream.of(x * 0.999, x, x * 1.001));
        return DoubleStream.concat(
                        DoubleStream.concat(quantiles, near), DoubleStream.of(same * 0.999, same, same * 1.001))
                .filter(criterion::accepts)
                .toArray();
    }

    private static ScoreBlock score(Policy policy, Scorer scorer, SitesByAttribute sites, MeasurementBlock block) {
        ScoreBlock scores = policy.newScoreBlock(SITES);
        scorer.score(sites, block, scores);
        return scores;
    }

    private static void attributes(SitesByAttribute sites, int site, SplittableRandom random) {
        if (random.nextBoolean()) {
            sites.with(site, "origin", "BROWNFIELD");
            sites.with(site, "facilityStatus", "OPERATING");
            sites.with(site, "connectionRight", "IMPORT_FIRM");
        }
    }

    private static void fill(
            Policy policy, WeightedCriterion line, MeasurementBlock block, int site, SplittableRandom random) {
        String id = line.criterion().id();
        MeasurementColumn column = block.column(id);
        if (random.nextInt(3) == 0) {
            column.setUnknown(site, REASONS[1 + random.nextInt(REASONS.length - 1)]);
        } else {
            double known =
                    policy.expectation(id).orElseThrow().quantile(random.nextDouble(), Double.NaN, Double.NaN, 0);
            column.set(site, known, EvidenceClass.REPORTED);
        }
    }

    private static MeasurementColumn.Storage copy(MeasurementColumn.Storage from) {
        return new MeasurementColumn.Storage(
                from.lower().clone(),
                from.upper().clone(),
                from.evidence().clone(),
                from.reason().clone(),
                from.layer().clone(),
                from.record().clone());
    }

    private static void restore(MeasurementColumn.Storage from, MeasurementColumn.Storage to) {
        System.arraycopy(from.lower(), 0, to.lower(), 0, SITES);
        System.arraycopy(from.upper(), 0, to.upper(), 0, SITES);
        System.arraycopy(from.evidence(), 0, to.evidence(), 0, SITES);
        System.arraycopy(from.reason(), 0, to.reason(), 0, SITES);
    }
}
