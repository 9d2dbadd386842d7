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

/** A sum over all points within a radius, with and without their distances: the queue around a block of sites. */
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Block.SITES)
public class WithinRadiusBenchmark {
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
