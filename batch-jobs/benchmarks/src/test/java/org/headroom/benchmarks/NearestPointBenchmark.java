package org.headroom.benchmarks;

import java.io.IOException;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.PointIndex;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The nearest of many points and its distance: the substations of a block of sites. */
@OperationsPerInvocation(Block.SITES)
public class NearestPointBenchmark extends MicroBenchmark {
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
