package org.headroom.benchmarks;

import java.io.IOException;
import org.headroom.spi.AreaIndex;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The areas that cover a place: moratoria, few and scattered, and price zones, which leave no gap. */
@OperationsPerInvocation(Block.SITES)
public class AreaCoverBenchmark extends MicroBenchmark {
    /** Scattered areas of 100 to 1,000 vertices. */
    @Param("370")
    public int stars;

    /** Columns of the gapless cover. */
    @Param("62")
    public int columns;

    /** Its rows. */
    @Param("50")
    public int rows;

    private final double[] longitudes = Block.longitudes();
    private final double[] latitudes = Block.latitudes();
    private AreaIndex scattered;
    private AreaIndex gapless;
    private long sum;

    @Setup
    public void load() throws IOException {
        scattered = MadeUpLayers.stars(stars, 4).areas(record -> true);
        gapless = MadeUpLayers.cover(columns, rows, 5).areas(record -> true);
    }

    @Benchmark
    public long scattered() {
        sum = 0;
        for (int site = 0; site < Block.SITES; site++) {
            scattered.covering(longitudes[site], latitudes[site], record -> sum += record + 1);
        }
        return sum;
    }

    @Benchmark
    public long gapless() {
        sum = 0;
        for (int site = 0; site < Block.SITES; site++) {
            sum += gapless.first(longitudes[site], latitudes[site]);
        }
        return sum;
    }
}
