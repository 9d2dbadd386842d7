package org.headroom.decide.acceptability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.headroom.model.Criterion;
import org.headroom.model.Direction;
import org.headroom.model.EvidenceClass;
import org.headroom.model.UnknownReason;
import org.headroom.rules.check.Problems;
import org.headroom.rules.file.PolicyFolder;
import org.headroom.rules.outcome.Draws;
import org.headroom.rules.outcome.OutcomeModel;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.SitesByAttribute;
import org.headroom.rules.prior.QuantilePrior;
import org.headroom.rules.reading.DecisionSettings;
import org.headroom.rules.reading.PolicyParts;
import org.headroom.rules.value.PiecewiseLinear;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.spi.MeasurementBlock;

/**
 * A published model as a policy: each alternative is a site, of which each criterion is unknown for a reason of its own, which has the alternative's
 * distribution for its prior.
 */
final class PublishedModel {
    private static final int DRAWS = 1_024;
    private static final DecisionSettings WEIGHTS_AS_GIVEN = new DecisionSettings(1, DRAWS, 0, true, true, false);
    private static final double LARGEST = 100;

    private final List<Line> lines;
    private final int alternatives;
    private final Policy policy;
    private final PolicyParts parts;

    /**
     * One criterion.
     *
     * @param worst measurement of value 0; the value goes on in a straight line beyond both
     * @param best measurement of value 1
     * @param measured of each alternative
     */
    record Line(String id, double worst, double best, Distribution... measured) {
        /** Three times as wide as published, so that no measurement lies outside; for all criteria, so that their weights stay what they are. */
        private PiecewiseLinear value() {
            double range = best - worst;
            double[] low = {worst - range, 0};
            double[] high = {best + range, 1};
            for (Distribution one : measured) {
                if (one.low() < Math.min(low[0], high[0]) || one.high() > Math.max(low[0], high[0])) {
                    throw new IllegalArgumentException(id + " has a measurement outside the anchors");
                }
            }
            return new PiecewiseLinear(range > 0 ? List.of(low, high) : List.of(high, low));
        }

        private Criterion criterion() {
            Direction better = worst < best ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
            return Criterion.number(id, id, "1", better, -LARGEST, LARGEST, "as published", "as published");
        }

        private String prior(int alternative) {
            return new QuantilePrior(measured[alternative].quantiles()).definition();
        }
    }

    /** @param folder takes the policy */
    PublishedModel(Path folder, Line... lines) throws IOException {
        this.lines = List.of(lines);
        alternatives = lines[0].measured.length;
        Files.createDirectories(folder.resolve("criteria"));
        Files.writeString(
                folder.resolve("policy.yaml"),
                "policy: published\nversion: 1.0.0\ntitle: Published\nrankBy: EXPECTED\nscore: {minimum: 0, maximum: 100}\n");
        Files.writeString(
                folder.resolve("criteria/all.yaml"),
                this.lines.stream().map(this::row).collect(Collectors.joining("", "module: made-up\ncriteria:\n", "")));
        Vocabulary vocabulary =
                new Declared(this.lines.stream().map(Line::criterion).toList()).vocabulary();
        policy = Policy.load(folder, vocabulary);
        Problems problems = new Problems();
        parts = PolicyParts.read(PolicyFolder.read(folder, problems), vocabulary, "test", problems);
    }

    private String row(Line line) {
        String byReason = IntStream.range(0, alternatives)
                .mapToObj(i -> reason(i) + ": {" + line.prior(i) + "}")
                .collect(Collectors.joining(", "));
        return "  - {criterion: " + line.id + ", weight: " + 1.0 / lines.size() + ", value: {"
                + line.value().definition() + "}, reasoning: as published, source: published, unknown: {"
                + line.prior(0) + ", byReason: {" + byReason
                + "}, asOf: 2014-01-01, reasoning: as published, source: published}}\n";
    }

    private static UnknownReason reason(int alternative) {
        return UnknownReason.values()[alternative + 1];
    }

    /**
     * The share of all draws in which an alternative has a rank, by alternative and rank.
     *
     * @param weights vectors with a weight for each criterion, which sum to 1; each has draws of its own
     */
    double[][] acceptabilities(List<double[]> weights) {
        DrawnSites drawn = drawn(weights);
        DrawnSites.Source source = new DrawnSites.Source(
                alternatives,
                draws(weights),
                IntStream.range(0, alternatives).toArray(),
                policy.minimumScore(),
                policy.maximumScore(),
                () -> drawn);
        double[][] found = new double[alternatives][alternatives];
        double[] better = new double[alternatives];
        for (int rank = 0; rank < alternatives; rank++) {
            Acceptability first = new ExactRanks(source, rank + 1, 1).rank();
            for (int i = 0; i < alternatives; i++) {
                found[i][rank] = first.topNProbability(i) - better[i];
                better[i] = first.topNProbability(i);
            }
        }
        return found;
    }

    /** The alternatives in the draws of all vectors, one vector after the other. */
    private DrawnSites drawn(List<double[]> weights) {
        byte[][] tiers = new byte[alternatives][draws(weights)];
        double[][] scores = new double[alternatives][draws(weights)];
        Draws draws = new Draws(DRAWS);
        MeasurementBlock block = measurements();
        for (int vector = 0; vector < weights.size(); vector++) {
            int place = vector * DRAWS;
            new BlockDraws(policy, model(draws, weights.get(vector)), sites(vector), block)
                    .draw(0, alternatives, 0, DRAWS, (site, tiersOfSite, scoresOfSite) -> {
                        System.arraycopy(tiersOfSite, 0, tiers[site], place, DRAWS);
                        System.arraycopy(scoresOfSite, 0, scores[site], place, DRAWS);
                    });
        }
        return (first, count, from, to, out) -> {
            for (int site = first; site < first + count; site++) {
                out.take(site, Arrays.copyOfRange(tiers[site], from, to), Arrays.copyOfRange(scores[site], from, to));
            }
        };
    }

    private OutcomeModel model(Draws draws, double[] weights) {
        return new OutcomeModel(
                parts.withWeights(weights),
                id -> policy.expectation(id).orElse(null),
                draws,
                WEIGHTS_AS_GIVEN,
                policy.evaluationDay());
    }

    /** With ids of their own for each vector of weights, as what is drawn of a site hangs on its id. */
    private SitesByAttribute sites(int vector) {
        SitesByAttribute sites = new SitesByAttribute(alternatives);
        for (int i = 0; i < alternatives; i++) {
            sites.with(i, "siteId", "alternative " + i + " for weights " + vector);
        }
        return sites;
    }

    private MeasurementBlock measurements() {
        MeasurementBlock block =
                new MeasurementBlock(lines.stream().map(Line::id).toList(), alternatives);
        for (Line line : lines) {
            for (int i = 0; i < alternatives; i++) {
                if (line.measured[i].isExact()) {
                    block.column(line.id).set(i, line.measured[i].low(), EvidenceClass.REPORTED);
                } else {
                    block.column(line.id).setUnknown(i, reason(i));
                }
            }
        }
        return block;
    }

    /** How many draws the acceptabilities over some vectors of weights rest on. */
    static int draws(List<double[]> weights) {
        return DRAWS * weights.size();
    }
}
