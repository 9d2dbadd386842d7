package org.headroom.runs.table;

import java.util.stream.IntStream;
import org.headroom.columns.TextBlock;
import org.headroom.export.ExportColumn;

/** What columns hold at the least and at the most, found in the order of the sites, which costs less than in that of the ranks. */
final class Ranges {
    private static final int BLOCK = 1 << 13;

    private final int sites;
    private final boolean parallel;

    /** @param threads how many may read at the same time, at least 1 */
    Ranges(int sites, int threads) {
        this.sites = sites;
        this.parallel = threads > 1;
    }

    /** The ends of numbers; both NaN when there is none. */
    double[] of(NumberSource source) {
        return blocks().mapToObj(block -> {
                    int first = block * BLOCK;
                    int count = Math.min(BLOCK, sites - first);
                    double[] numbers = new double[count];
                    source.read(first, count, numbers);
                    double smallest = Double.POSITIVE_INFINITY;
                    double largest = Double.NEGATIVE_INFINITY;
                    for (double number : numbers) {
                        if (!Double.isNaN(number)) {
                            smallest = Math.min(smallest, number);
                            largest = Math.max(largest, number);
                        }
                    }
                    return smallest > largest
                            ? new double[] {Double.NaN, Double.NaN}
                            : new double[] {smallest, largest};
                })
                .reduce(
                        new double[] {Double.NaN, Double.NaN},
                        (a, b) -> Double.isNaN(a[0])
                                ? b
                                : Double.isNaN(b[0]) ? a : new double[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])});
    }

    /** Length of the longest text in UTF-8; 0 when there is none. */
    int longest(TextSource source) {
        return blocks().map(block -> {
                    TextBlock texts = read(source, block);
                    int longest = 0;
                    for (int i = 0; i < texts.size(); i++) {
                        longest = Math.max(longest, texts.length(i));
                    }
                    return longest;
                })
                .max()
                .orElse(0);
    }

    /** The ends of texts that are whole numbers; both {@link ExportColumn#MISSING} when there is none. */
    long[] ofWhole(TextSource source) {
        return blocks().mapToObj(block -> {
                    TextBlock texts = read(source, block);
                    long[] ends = {Long.MAX_VALUE, Long.MIN_VALUE};
                    for (int i = 0; i < texts.size(); i++) {
                        if (!texts.isMissing(i)) {
                            long whole = texts.parseWhole(i);
                            ends[0] = Math.min(ends[0], whole);
                            ends[1] = Math.max(ends[1], whole);
                        }
                    }
                    return ends;
                })
                .reduce((a, b) -> new long[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])})
                .filter(ends -> ends[0] <= ends[1])
                .orElse(new long[] {ExportColumn.MISSING, ExportColumn.MISSING});
    }

    private TextBlock read(TextSource source, int block) {
        return source.read(block * BLOCK, Math.min(BLOCK, sites - block * BLOCK));
    }

    private IntStream blocks() {
        IntStream blocks = IntStream.range(0, (sites + BLOCK - 1) / BLOCK);
        return parallel ? blocks.parallel() : blocks;
    }
}
