package org.headroom.benchmarks;

import java.io.IOException;
import org.headroom.spi.RasterLayer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Two bands of a raster, bilinear: dry and wet bulb of a block of sites. */
@OperationsPerInvocation(Block.SITES)
public class RasterSampleBenchmark extends MicroBenchmark {
    /** Columns of the raster, 2.5 arc minutes each. */
    @Param("1464")
    public int width;

    /** Its rows. */
    @Param("648")
    public int height;

    private final double[] longitudes = Block.longitudes();
    private final double[] latitudes = Block.latitudes();
    private RasterLayer.Band dryBulb;
    private RasterLayer.Band wetBulb;

    @Setup
    public void load() throws IOException {
        RasterLayer raster = MadeUpLayers.raster(width, height, 6);
        dryBulb = raster.findBand("dryBulbC").orElseThrow();
        wetBulb = raster.findBand("wetBulbC").orElseThrow();
    }

    @Benchmark
    public double bilinear() {
        double sum = 0;
        for (int site = 0; site < Block.SITES; site++) {
            sum += dryBulb.bilinear(longitudes[site], latitudes[site])
                    + wetBulb.bilinear(longitudes[site], latitudes[site]);
        }
        return sum;
    }
}
