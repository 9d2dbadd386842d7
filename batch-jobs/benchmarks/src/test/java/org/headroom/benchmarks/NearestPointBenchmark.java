package org.headroom.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.PointIndex;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The nearest of many points and its distance: the substations of a block of sites. */
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Block.SITES)
public class NearestPointBenchmark {
    /** Points to choose from. */
    @Param("27000")
    public int points;

    private final double[] longitudes = Block.longitudes();
    private final double[] latitudes = Block.latitudes();
    private final int[] records = new int[Block.SITES];
    private final double[] distancesKm = new double[Block.SITES];
    private PointIndex index;

    @Setup
    public void load() throws IOException {
        FeatureLayer layer = MadeUpLayers.points(points, 2);
        index = layer.points(record -> true);
    }

    @Benchmark
    public double[] nearest() {
        index.nearest(longitudes, latitudes, Block.SITES, records, distancesKm);
        return distancesKm;
    }
}
