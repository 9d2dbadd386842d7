package org.headroom.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.headroom.export.shapefile.ShapefileResult;
import org.headroom.model.GateAnswer;
import org.headroom.rules.policy.ScoreBlock;
import org.junit.jupiter.api.Test;

/** Each benchmark once on small inputs, with a look at whether it does what it is said to measure. */
final class BenchmarksTest {
    @Test
    void everySiteHasItsNearestPoint() throws IOException {
        NearestPointBenchmark benchmark = new NearestPointBenchmark();
        benchmark.points = 50;
        benchmark.load();
        assertThat(Arrays.stream(benchmark.nearest()).filter(km -> km > 0 && km < 4000))
                .hasSize(Block.SITES);
    }

    @Test
    void aSmallerRadiusFindsLess() throws IOException {
        WithinRadiusBenchmark benchmark = new WithinRadiusBenchmark();
        benchmark.points = 50;
        benchmark.radiusKm = 50;
        benchmark.load();
        double near = benchmark.records();
        assertThat(benchmark.distances()).isPositive().isLessThan(near);
        benchmark.radiusKm = 200;
        assertThat(benchmark.records()).isGreaterThan(near);
    }

    @Test
    void aGaplessCoverCoversEverySiteOnce() throws IOException {
        AreaCoverBenchmark benchmark = new AreaCoverBenchmark();
        benchmark.stars = 20;
        benchmark.columns = 3;
        benchmark.rows = 2;
        benchmark.load();
        double[] longitudes = Block.longitudes();
        double[] latitudes = Block.latitudes();
        var cover = MadeUpLayers.cover(3, 2, 5).areas(record -> true);
        for (int site = 0; site < Block.SITES; site++) {
            int[] times = new int[1];
            cover.covering(longitudes[site], latitudes[site], record -> times[0]++);
            assertThat(times[0]).as("site %d", site).isEqualTo(1);
        }
        assertThat(benchmark.gapless()).isBetween(Block.SITES * 2L, Block.SITES * 3L);
        assertThat(benchmark.scattered()).isBetween(1L, Block.SITES * 2L);
    }

    @Test
    void whatAPolicyDeclaresIsMeasuredAsTheModulesDo() throws IOException {
        OverlayBenchmark benchmark = new OverlayBenchmark();
        benchmark.points = 500;
        benchmark.columns = 3;
        benchmark.rows = 2;
        benchmark.load();
        assertThat(benchmark.same()).isEqualTo(Block.SITES);
    }

    @Test
    void theRasterReachesEverySite() throws IOException {
        RasterSampleBenchmark benchmark = new RasterSampleBenchmark();
        benchmark.width = 1464;
        benchmark.height = 648;
        benchmark.load();
        assertThat(benchmark.bilinear() / Block.SITES).isBetween(10.0, 50.0);
    }

    @Test
    void someSitesAreExcludedAndNoGateIsUnknown() {
        RuleBenchmark benchmark = new RuleBenchmark();
        benchmark.load();
        ScoreBlock scores = benchmark.score();
        int excluded = 0;
        for (int site = 0; site < Block.SITES; site++) {
            assertThat(scores.gate(site)).isIn(GateAnswer.PASS, GateAnswer.FAIL);
            excluded += scores.gate(site) == GateAnswer.FAIL ? 1 : 0;
        }
        assertThat(excluded).isBetween(Block.SITES / 50, Block.SITES / 3);
    }

    @Test
    void aRankingIsWritten() throws IOException {
        ShapefileBenchmark benchmark = new ShapefileBenchmark();
        benchmark.rows = 100;
        benchmark.threads = 2;
        benchmark.load();
        ShapefileResult written = benchmark.write();
        assertThat(written.files()).isNotEmpty();
        assertThat(written.columns()).hasSize(12);
        benchmark.delete();
    }
}
