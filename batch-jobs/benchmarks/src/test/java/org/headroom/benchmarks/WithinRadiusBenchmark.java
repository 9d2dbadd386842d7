package org.headroom.benchmarks;

import java.io.IOException;
import org.headroom.spi.FeatureLayer;
import org.headroom.spi.PointIndex;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** A sum over all points within a radius, with and without their distances: the queue around a block of sites. */
@OperationsPerInvocation(Block.SITES)
public class WithinRadiusBenchmark extends MicroBenchmark {
    /** Points to choose from. */
    @Param("5500")
    public int points;

    /** Radius in km. */
    @Param("50")
    public double radiusKm;

    private final double[] longitudes = Block.longitudes();
    private final double[] latitudes = Block.latitudes();
    private PointIndex index;
    private double[] mw;
    private double sumMw;

    @Setup
    public void load() throws IOException {
        FeatureLayer layer = MadeUpLayers.points(points, 3);
        index = layer.points(record -> true);
        mw = layer.numbers("publishedHeadroomMw");
    }

    @Benchmark
    public double records() {
        sumMw = 0;
        for (int site = 0; site < Block.SITES; site++) {
            index.recordsWithin(longitudes[site], latitudes[site], radiusKm, record -> sumMw += mw[record]);
        }
        return sumMw;
    }

    @Benchmark
    public double distances() {
        sumMw = 0;
        for (int site = 0; site < Block.SITES; site++) {
            index.within(
                    longitudes[site],
                    latitudes[site],
                    radiusKm,
                    (record, distanceKm) -> sumMw += mw[record] * (1 - distanceKm / radiusKm));
        }
        return sumMw;
    }
}
