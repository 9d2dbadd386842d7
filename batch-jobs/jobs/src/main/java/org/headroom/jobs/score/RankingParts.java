package org.headroom.jobs.score;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.headroom.jobs.step.BlockRange;
import org.headroom.jobs.step.Blocks;
import org.headroom.runs.file.Json;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.runs.rank.RankBound;
import org.headroom.runs.rank.RankRanges;
import org.headroom.runs.store.SiteStore;
import org.jspecify.annotations.Nullable;

/** What other processes do of the ranking: they sort the sites of a part, and merge a range of the ranks. */
public final class RankingParts {
    /** Sorts the sites of some blocks. */
    public static final String SORT = "sort";

    /** Merges a range of the ranks; a range stands in the place of a block. */
    public static final String MERGE = "merge";

    private static final String RUN = "sites.run";
    private static final String ORDER = "order.run";
    private static final String RANGES = "ranges.json";

    private RankingParts() {}

    /**
     * How the ranks are cut.
     *
     * @param attempts names of the folders with a sorted run each
     * @param bounds between ranges, in order
     */
    public record Ranges(List<String> attempts, List<RankBound> bounds) {
        /** Cuts the ranks by what was sorted. */
        static Ranges of(Path session, List<String> attempts, int ranges) {
            return new Ranges(attempts, RankRanges.bounds(runs(session, attempts), ranges));
        }

        /** Number of ranges. */
        int count() {
            return bounds.size() + 1;
        }

        private @Nullable RankBound from(int range) {
            return range == 0 ? null : bounds.get(range - 1);
        }

        private @Nullable RankBound to(int range) {
            return range == bounds.size() ? null : bounds.get(range);
        }

        /** Puts them where those who merge find them. */
        void write(Path session) {
            Json.write(session.resolve(RANGES), this);
        }
    }

    private static List<Path> runs(Path session, List<String> attempts) {
        List<Path> runs = new ArrayList<>();
        attempts.forEach(attempt -> runs.add(session.resolve(attempt).resolve(RUN)));
        return runs;
    }

    /** Sorts the sites of some blocks into the folder of an attempt. */
    public static void sort(WorkFolder work, SiteStore sites, Blocks blocks, BlockRange part, Path attempt) {
        int first = blocks.first(part.first());
        int end = blocks.first(part.end() - 1) + blocks.size(part.end() - 1);
        RankRanges.Part sorted = new RankRanges.Part(end - first);
        try (RankEntries entries = new RankEntries(work, sites)) {
            entries.forEach(first, end, sorted::add);
        }
        sorted.write(attempt.resolve(RUN));
    }

    /** Merges ranges of the ranks into the folder of an attempt. */
    public static void merge(Path session, BlockRange ranges, Path attempt) {
        Ranges cut = Json.read(session.resolve(RANGES), Ranges.class);
        List<Path> runs = runs(session, cut.attempts());
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(attempt.resolve(ORDER)), 1 << 16))) {
            for (int range = ranges.first(); range < ranges.end(); range++) {
                RankRanges.merge(runs, cut.from(range), cut.to(range), site -> write(out, site));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, int site) {
        try {
            out.writeInt(site);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file with the sites of merged ranges, four bytes each, the first byte the highest. */
    static Path order(Path session, String attempt) {
        return session.resolve(attempt).resolve(ORDER);
    }
}
