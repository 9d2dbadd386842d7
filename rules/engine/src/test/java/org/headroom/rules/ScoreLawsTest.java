package org.headroom.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.headroom.model.EvidenceClass;
import org.headroom.model.FieldType;
import org.headroom.model.GateAnswer;
import org.headroom.model.SiteAttributes;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.Scorer;
import org.headroom.rules.policy.SitesByAttribute;
import org.headroom.spi.MeasurementBlock;
import org.headroom.spi.MeasurementColumn;

/** Laws of scoring that hold for any policy; tried on the small one. */
class ScoreLawsTest {
    private static final int SIZE = 60;

    private static Path folder;
    private static Policy policy;
    private static Scorer scorer;

    @BeforeContainer
    static void load() throws IOException {
        folder = Files.createTempDirectory("headroom-laws");
        policy = new TestPolicy(folder).load();
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

    @Property(tries = 100)
    void theOtherSitesDoNotMatter(@ForAll long seed) {
        SitesByAttribute sites = new SitesByAttribute(SIZE);
        MeasurementBlock block = TestPolicy.random(SIZE, sites, seed);
        ScoreBlock all = score(sites, block);
        SplittableRandom random = new SplittableRandom(seed);
        int[] kept = IntStream.range(0, SIZE).filter(i -> random.nextBoolean()).toArray();
        if (kept.length == 0) {
            return;
        }
        SitesByAttribute fewer = new SitesByAttribute(kept.length);
        MeasurementBlock fewerBlock = TestPolicy.measurements(kept.length);
        for (int i = 0; i < kept.length; i++) {
            copy(sites, block, kept[i], fewer, fewerBlock, i);
        }
        ScoreBlock some = score(fewer, fewerBlock);
        for (int i = 0; i < kept.length; i++) {
            assertThat(bits(some, i)).isEqualTo(bits(all, kept[i]));
        }
    }

    @Property(tries = 100)
    void theIntervalHoldsEveryExactScore(@ForAll long seed) {
        SitesByAttribute sites = new SitesByAttribute(SIZE);
        MeasurementBlock block = TestPolicy.random(SIZE, sites, seed);
        ScoreBlock vague = score(sites, block);
        SplittableRandom random = new SplittableRandom(seed ^ 5);
        for (var criterion : policy.vocabulary().criteria()) {
            MeasurementColumn column = block.column(criterion.id());
            for (int i = 0; i < SIZE; i++) {
                double low = column.isKnown(i) ? column.lower(i) : criterion.minimum();
                double high = column.isKnown(i) ? column.upper(i) : criterion.maximum();
                double value = low + random.nextDouble() * (high - low);
                column.set(i, criterion.isCategory() ? Math.rint(value) : value, EvidenceClass.REPORTED);
            }
        }
        for (int i = 0; i < SIZE; i++) {
            for (String number : List.of("contractedCapacityMw")) {
                if (Double.isNaN(sites.numbers(number)[i])) {
                    sites.with(i, number, random.nextDouble() * 300);
                }
            }
        }
        ScoreBlock exact = score(sites, block);
        for (int i = 0; i < SIZE; i++) {
            assertThat(exact.lower(i))
                    .isEqualTo(exact.upper(i))
                    .isBetween(vague.lower(i), vague.upper(i))
                    .isBetween(0.0, 110.0);
            assertThat(exact.gate(i)).isNotEqualTo(GateAnswer.UNKNOWN);
            if (vague.gate(i) == GateAnswer.PASS || vague.gate(i) == GateAnswer.FAIL) {
                assertThat(exact.gate(i)).isEqualTo(vague.gate(i));
            }
        }
    }

    @Property(tries = 200)
    void aBetterMeasurementNeverLowersTheScore(@ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double share) {
        SitesByAttribute sites = new SitesByAttribute(SIZE);
        MeasurementBlock block = TestPolicy.random(SIZE, sites, seed);
        ScoreBlock before = score(sites, block);
        MeasurementColumn kv = block.column("kv");
        MeasurementColumn distance = block.column("distanceKm");
        for (int i = 0; i < SIZE; i++) {
            if (kv.isKnown(i)) {
                kv.setInterval(i, kv.lower(i) + share * 200, kv.upper(i) + share * 200, EvidenceClass.REPORTED);
            }
            if (distance.isKnown(i)) {
                distance.setInterval(i, distance.lower(i) * share, distance.upper(i) * share, EvidenceClass.REPORTED);
            }
        }
        ScoreBlock after = score(sites, block);
        for (int i = 0; i < SIZE; i++) {
            assertThat(after.lower(i)).isGreaterThanOrEqualTo(before.lower(i));
            assertThat(after.upper(i)).isGreaterThanOrEqualTo(before.upper(i));
        }
    }

    @Property(tries = 100)
    void unknownIsNotZero(@ForAll long seed) {
        SitesByAttribute sites = new SitesByAttribute(SIZE);
        MeasurementBlock block = TestPolicy.random(SIZE, sites, seed);
        block.column("kv").clear();
        ScoreBlock unknown = score(sites, block);
        int grid = policy.gates().indexOf("grid");
        for (int i = 0; i < SIZE; i++) {
            assertThat(unknown.gateAnswer(grid, i)).isEqualTo(GateAnswer.UNKNOWN);
            assertThat(unknown.gate(i)).isIn(GateAnswer.UNKNOWN, GateAnswer.FAIL);
            assertThat(unknown.upper(i)).isGreaterThan(unknown.lower(i));
        }
    }

    private static List<Object> bits(ScoreBlock scores, int i) {
        Stream<Object> first = Stream.of(
                Double.doubleToRawLongBits(scores.lower(i)),
                Double.doubleToRawLongBits(scores.upper(i)),
                Double.doubleToRawLongBits(scores.ranking(i)),
                Double.doubleToRawLongBits(scores.confidenceFraction(i)),
                scores.gate(i),
                scores.tier(i));
        Stream<Object> rules = IntStream.range(0, policy.rules().size())
                .mapToObj(r -> scores.isFired(i, r) + "/" + scores.isUndecided(i, r));
        return Stream.concat(first, rules).toList();
    }

    private static void copy(
            SitesByAttribute sites,
            MeasurementBlock block,
            int from,
            SitesByAttribute toSites,
            MeasurementBlock toBlock,
            int to) {
        SiteAttributes.all().forEach(attribute -> {
            if (attribute.type() == FieldType.TEXT) {
                toSites.with(to, attribute.name(), sites.texts(attribute.name())[from]);
            } else {
                toSites.with(to, attribute.name(), sites.numbers(attribute.name())[from]);
            }
        });
        for (String id : Arrays.asList(block.criterionIds().toArray(String[]::new))) {
            MeasurementColumn column = block.column(id);
            if (column.isKnown(from)) {
                toBlock.column(id).setInterval(to, column.lower(from), column.upper(from), column.evidence(from));
            }
        }
    }
}
