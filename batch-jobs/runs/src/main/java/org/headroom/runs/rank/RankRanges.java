package org.headroom.runs.rank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sorts sites in parts and ranges, each of which another process may do: parts of the sites are sorted into runs, the runs give bounds that cut the
 * ranking into ranges of about the same size, and each range is merged by itself from its slice of every run (sample sort: Frazer and McKellar
 * 1970). The ranges one after the other are the order that {@link RankSort} gives.
 */
public final class RankRanges {
    /** Looked at of each run to find the bounds. */
    private static final int SAMPLES_OF_RUN = 64;

    private RankRanges() {}

    /** Takes the sites of one part, in any order. */
    public static final class Part {
        private final RankRun run;

        /** @param sites how many there are at most; some 41 bytes each */
        public Part(int sites) {
            run = new RankRun(Math.max(1, sites));
        }

        /** Takes a site, as {@link RankSort#add}. */
        public void add(int tier, double score, int idPlace, int site) {
            run.add(tier, RankSort.key(tier, score), idPlace, site);
        }

        /** Sorts the sites into a file. */
        public void write(Path file) {
            run.sort();
            try (RankRunFile.Writer out = new RankRunFile.Writer(file)) {
                run.write(out);
            }
        }
    }

    /**
     * Bounds between ranges, in order; fewer than asked for when there are few sites.
     *
     * @param runs files of all parts
     * @param ranges at least 1
     */
    public static List<RankBound> bounds(List<Path> runs, int ranges) {
        List<RankBound> samples = new ArrayList<>();
        for (Path run : runs) {
            try (FileChannel file = open(run)) {
                long size = RankRunFile.entries(file);
                long step = Math.max(1, size / SAMPLES_OF_RUN);
                for (long at = step / 2; at < size; at += step) {
                    samples.add(RankRunFile.read(file, at));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        samples.sort(null);
        List<RankBound> bounds = new ArrayList<>();
        for (int range = 1; range < ranges && !samples.isEmpty(); range++) {
            RankBound bound = samples.get((int) ((long) samples.size() * range / ranges));
            if (bounds.isEmpty() || bounds.get(bounds.size() - 1).compareTo(bound) < 0) {
                bounds.add(bound);
            }
        }
        return bounds;
    }

    /**
     * Hands out the sites of one range in order.
     *
     * @param runs files of all parts
     * @param from the bound before the first site; null for none
     * @param to the bound behind the last site; null for none
     */
    public static void merge(List<Path> runs, @Nullable RankBound from, @Nullable RankBound to, IntConsumer action) {
        List<RankRunFile.Reader> readers = new ArrayList<>();
        try {
            for (Path run : runs) {
                long first;
                long end;
                try (FileChannel file = open(run)) {
                    first = from == null ? 0 : find(file, from);
                    end = to == null ? RankRunFile.entries(file) : find(file, to);
                }
                if (first < end) {
                    readers.add(new RankRunFile.Reader(run, first, end));
                }
            }
            RankRunFile.merge(readers, action);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            readers.forEach(RankRunFile.Reader::close);
        }
    }

    private static FileChannel open(Path run) throws IOException {
        return FileChannel.open(run, StandardOpenOption.READ);
    }

    /** The first entry that is not before a bound. */
    private static long find(FileChannel run, RankBound bound) throws IOException {
        long low = 0;
        long high = RankRunFile.entries(run);
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (RankRunFile.read(run, middle).compareTo(bound) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
