package org.headroom.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.headroom.export.DbfForm;
import org.headroom.export.ExportColumn;
import org.headroom.export.Extent;
import org.headroom.export.RankedTable;
import org.headroom.export.shapefile.ShapefileResult;
import org.headroom.export.shapefile.ShapefileWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A ranking of 64 blocks written as a shapefile with the workload's twelve columns, syncs and digests included. One block alone would show
 * little but the syncs. {@code -Djava.io.tmpdir} decides on which disk.
 */
@OperationsPerInvocation(ShapefileBenchmark.ROWS)
public class ShapefileBenchmark extends MicroBenchmark {
    static final int ROWS = 64 * Block.SITES;

    private static final LocalDate DATE = LocalDate.of(2025, 6, 1);

    /** Rows that are written; the time a row is right for the usual number only. */
    @Param("" + ROWS)
    public int rows;

    /** Threads that format and write. */
    @Param({"1", "2"})
    public int threads;

    private RankedTable table;
    private Path folder;

    @Setup
    public void load() throws IOException {
        double[] longitudes = random(9, Block.WEST, Block.EAST);
        double[] latitudes = random(10, Block.SOUTH, Block.NORTH);
        table = new RankedTable(
                rows,
                rows,
                (from, to) -> {},
                row -> longitudes[row],
                row -> latitudes[row],
                new Extent(Block.WEST, Block.SOUTH, Block.EAST, Block.NORTH),
                List.of(
                        whole("RANK", 9, IntStream.rangeClosed(1, rows).toArray()),
                        whole(
                                "SITE_ID",
                                9,
                                Block.random(11).ints(rows, 1, 1_000_000).toArray()),
                        number("SCORE", 12, 6, random(12, 0, 110)),
                        whole("EXCL", 1, Block.random(13).ints(rows, 0, 6).toArray()),
                        number("SUB_KM", 10, 4, random(14, 0, 100)),
                        number("SUB_KV", 6, 1, random(15, 115, 765)),
                        number("HEADRM", 8, 1, random(16, 0, 2500)),
                        number("Q_MW", 9, 1, random(17, 0, 5000)),
                        whole("Q_N", 5, Block.random(18).ints(rows, 0, 100).toArray()),
                        whole("MORA", 1, Block.random(19).ints(rows, 0, 2).toArray()),
                        number("FCH", 8, 2, random(20, 0, 8760)),
                        number("PRICE", 7, 2, random(21, 18, 140))));
        folder = Files.createTempDirectory("headroom-benchmark");
    }

    @Benchmark
    public ShapefileResult write() {
        return ShapefileWriter.write(table, DATE, folder, "ranked", threads);
    }

    @TearDown
    public void delete() throws IOException {
        Folders.delete(folder);
    }

    private double[] random(long seed, double least, double most) {
        Random random = Block.random(seed);
        return random.doubles(rows, least, most).toArray();
    }

    private static ExportColumn whole(String name, int width, int[] values) {
        return ExportColumn.integer(name, "1", name, row -> values[row])
                .holding(
                        IntStream.of(values).min().orElseThrow(),
                        IntStream.of(values).max().orElseThrow())
                .withDbf(new DbfForm(name, width));
    }

    private static ExportColumn number(String name, int width, int decimals, double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return ExportColumn.number(name, "1", name, decimals, row -> values[row])
                .holding(least, most)
                .withDbf(new DbfForm(name, width));
    }
}
