package org.headroom.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.headroom.host.InstalledModule;
import org.headroom.host.PluginHost;
import org.headroom.model.Criterion;
import org.headroom.rules.policy.Policy;
import org.headroom.rules.policy.ScoreBlock;
import org.headroom.rules.policy.Scorer;
import org.headroom.rules.vocabulary.Vocabulary;
import org.headroom.spi.MeasurementBlock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;

/** Gates, adjustments and value functions of the reference workload's policy, everything known. Runs in the module's folder. */
@OperationsPerInvocation(Block.SITES)
public class RuleBenchmark extends MicroBenchmark {
    private static final Path POLICY = Path.of("rank-n", "policy");

    private final MadeUpSites sites = new MadeUpSites();
    private Scorer scorer;
    private MeasurementBlock measurements;
    private ScoreBlock scores;

    @Setup
    public void load() {
        Vocabulary vocabulary = Vocabulary.of(PluginHost.load(Path.of("no-further-plugins")).stream()
                .map(InstalledModule::module)
                .toList());
        Policy policy = Policy.load(POLICY, vocabulary);
        List<Criterion> criteria = vocabulary.criteria();
        scorer = policy.scorer();
        scores = policy.newScoreBlock(Block.SITES);
        measurements = new MeasurementBlock(criteria.stream().map(Criterion::id).toList(), Block.SITES);
        MadeUpMeasurements.fill(measurements, criteria, sites);
    }

    @Benchmark
    public ScoreBlock score() {
        scorer.score(sites, measurements, scores);
        return scores;
    }
}
