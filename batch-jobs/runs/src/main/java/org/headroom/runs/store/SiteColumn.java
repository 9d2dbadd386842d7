package org.headroom.runs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.headroom.columns.PlaneFile;
import org.headroom.columns.TextBlock;
import org.headroom.columns.TextFile;
import org.headroom.columns.TextWriter;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of all sites in a file of its own; there is none when no site has it. Numbers are eight bytes, NaN where missing; words (texts
 * of which many sites have the same) are four bytes that number them, in a list beside. Reading is safe for several threads.
 */
abstract sealed class SiteColumn implements AutoCloseable {
    private static final int BLOCK = 4096;
    private static final double[] MISSING = missing();
    static final int NO_WORD = -1;

    private SiteColumn() {}

    private static double[] missing() {
        double[] missing = new double[BLOCK];
        Arrays.fill(missing, Double.NaN);
        return missing;
    }

    private static Path numbers(Path folder, String name) {
        return folder.resolve(name + ".f64");
    }

    private static Path words(Path folder, String name) {
        return folder.resolve(name + ".word");
    }

    private static String listFile(String name) {
        return name + ".words";
    }

    /** Takes numbers of sites in their order. */
    static final class NumberWriter extends SiteColumn {
        private final Path file;
        private final double[] block = new double[BLOCK];
        private @Nullable PlaneFile out;
        private int size;

        NumberWriter(Path folder, String name) {
            file = numbers(folder, name);
        }

        /**
         * Takes the numbers at some places.
         *
         * @param values NaN where missing; null when all are
         */
        void add(double @Nullable [] values, int[] places, int count) {
            if (values != null) {
                PlaneFile to = out == null ? PlaneFile.openForWriting(file, 0, Double.BYTES) : out;
                out = to;
                for (int from = 0; from < count; from += BLOCK) {
                    int some = Math.min(BLOCK, count - from);
                    for (int i = 0; i < some; i++) {
                        block[i] = values[places[from + i]];
                    }
                    to.plane(0).writeDoubles(size + from, some, block, MISSING);
                }
            }
            size += count;
        }

        @Override
        public void close() {
            complete(out, file, size, Double.BYTES);
        }
    }

    /** Takes words of sites in their order. */
    static final class WordWriter extends SiteColumn {
        private final Path folder;
        private final String name;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final int[] block = new int[BLOCK];
        private @Nullable PlaneFile out;
        private @Nullable TextWriter list;
        private int size;

        WordWriter(Path folder, String name) {
            this.folder = folder;
            this.name = name;
        }

        /** The number that stands for a word; a new one when the word is. */
        int number(String word) {
            Integer known = numbers.get(word);
            if (known == null) {
                known = numbers.size();
                numbers.put(word, known);
                TextWriter to = list;
                if (to == null) {
                    to = new TextWriter(folder, listFile(name));
                    list = to;
                }
                to.add(word);
            }
            return known;
        }

        /** Takes the numbers of words ({@link #number}) at some places; null when all are missing. */
        void add(int @Nullable [] values, int[] places, int count) {
            if (values != null) {
                PlaneFile to = out == null ? PlaneFile.openForWriting(words(folder, name), 0, Integer.BYTES) : out;
                out = to;
                for (int from = 0; from < count; from += BLOCK) {
                    int some = Math.min(BLOCK, count - from);
                    for (int i = 0; i < some; i++) {
                        block[i] = values[places[from + i]];
                    }
                    to.plane(0).writeInts(size + from, some, block, NO_WORD);
                }
            }
            size += count;
        }

        @Override
        public void close() {
            complete(out, words(folder, name), size, Integer.BYTES);
            TextWriter opened = list;
            if (opened != null) {
                opened.close();
            }
        }
    }

    private static void complete(@Nullable PlaneFile out, Path file, int sites, int width) {
        if (out != null) {
            out.close();
            PlaneFile.complete(file, sites, width);
        }
    }

    /** Numbers on disk. */
    static final class Numbers extends SiteColumn {
        private final PlaneFile in;

        private Numbers(PlaneFile in) {
            this.in = in;
        }

        /** Null when no site has the attribute. */
        static @Nullable Numbers open(Path folder, String name, int sites) {
            Path file = numbers(folder, name);
            return Files.exists(file) ? new Numbers(PlaneFile.openForReading(file, sites, Double.BYTES)) : null;
        }

        static int size(Path folder, String name) {
            try {
                return Math.toIntExact(Files.size(numbers(folder, name)) / Double.BYTES);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void read(int first, int count, double[] values) {
            double[] missing = count <= BLOCK ? MISSING : new double[count];
            if (count > BLOCK) {
                Arrays.fill(missing, Double.NaN);
            }
            in.plane(0).readDoubles(first, count, values, missing);
        }

        @Override
        public void close() {
            in.close();
        }
    }

    /** Words on disk. */
    static final class Words extends SiteColumn {
        private final PlaneFile in;
        private final List<String> list;

        private Words(PlaneFile in, List<String> list) {
            this.in = in;
            this.list = list;
        }

        /** Null when no site has the attribute. */
        static @Nullable Words open(Path folder, String name, int sites) {
            Path file = words(folder, name);
            if (!Files.exists(folder.resolve(listFile(name) + ".txt"))) {
                return null;
            }
            try (TextFile texts = new TextFile(folder, listFile(name))) {
                TextBlock all = texts.read(0, texts.size());
                List<String> list = IntStream.range(0, all.size())
                        .mapToObj(i -> String.valueOf(all.get(i)))
                        .toList();
                return new Words(PlaneFile.openForReading(file, sites, Integer.BYTES), list);
            }
        }

        /** The words, by the numbers that {@link #read} gives. */
        List<String> list() {
            return list;
        }

        /** Reads numbers of words, -1 where missing. */
        void read(int first, int count, int[] numbers) {
            in.plane(0).readInts(first, count, numbers, NO_WORD);
        }

        @Override
        public void close() {
            in.close();
        }
    }

    @Override
    public abstract void close();
}
