package org.headroom.runs.rank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.headroom.rules.policy.ScoreBlock;

/**
 * Sorts sites by tier, then by score, the higher first, then by the place of their id; excluded sites come last and have no score. A total order as long as no two sites have the same
 * place. Memory is that of one run, whatever the number of sites: full runs go to disk and are merged at the end, n log k comparisons for
 * k runs (von Neumann 1945).
 */
public final class RankSort implements AutoCloseable {
    private final Path folder;
    private final RankRun run;
    private final List<Path> files = new ArrayList<>();

    /**
     * @param folder where runs are put for the time being
     * @param runSites sites in a run, at least 1
     */
    public RankSort(Path folder, int runSites) {
        this.folder = folder;
        this.run = new RankRun(runSites);
    }

    /**
     * Takes a site.
     *
     * @param tier 0 to 127, the lower first
     * @param score never NaN
     * @param idPlace its place in the order of ids, different from that of every other site
     */
    public void add(int tier, double score, int idPlace, int site) {
        if (run.isFull()) {
            spill();
        }
        run.add(tier, key(tier, score), idPlace, site);
    }

    /** What a site is sorted by in its tier. */
    static long key(int tier, double score) {
        return RankKey.ofScore(tier == ScoreBlock.EXCLUDED_TIER ? 0 : score);
    }

    private void spill() {
        run.sort();
        Path file = folder.resolve("." + files.size() + ".run");
        files.add(file);
        try (RankRunFile.Writer out = new RankRunFile.Writer(file)) {
            run.write(out);
        }
        run.clear();
    }

    /** Hands out all sites in order, once. */
    public void forEach(IntConsumer action) {
        if (files.isEmpty()) {
            run.sort();
            run.forEach(action);
            return;
        }
        spill();
        List<RankRunFile.Reader> readers = new ArrayList<>();
        try {
            files.forEach(file -> readers.add(new RankRunFile.Reader(file)));
            RankRunFile.merge(readers, action);
        } finally {
            readers.forEach(RankRunFile.Reader::close);
        }
    }

    /** Removes the runs from the disk. */
    @Override
    public void close() {
        try {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
