package org.headroom.jobs.score;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.headroom.jobs.engine.EngineParts;
import org.headroom.jobs.engine.PartOrder;
import org.headroom.jobs.step.BlockRange;
import org.headroom.jobs.step.Blocks;
import org.headroom.jobs.step.Progress;
import org.headroom.model.FailureFamily;
import org.headroom.model.HeadroomException;
import org.headroom.runs.folder.WorkFolder;
import org.headroom.runs.store.OrderFile;
import org.headroom.runs.store.ScoreFile;
import org.headroom.runs.store.ScoreLayout;

/**
 * The ranking as {@link Ranking} makes it, sorted by other processes: each sorts a part of the sites, then each merges a range of the ranks, and this one
 * puts the ranges one behind the other. What they sort by are 17 bytes a site; what comes back are four.
 */
public final class RangedRanking {
    private final WorkFolder work;
    private final Blocks blocks;
    private final EngineParts others;
    private final Progress progress;

    /** @param others does the parts */
    public RangedRanking(WorkFolder work, Blocks blocks, EngineParts others, Progress progress) {
        this.work = work;
        this.blocks = blocks;
        this.others = others;
        this.progress = progress;
    }

    /** Sorts by the scores, which are all there. */
    public void sort(PartOrder order) {
        progress.begin("rank", blocks.sites());
        ScoreFile.complete(
                work.columns().scoreFile(),
                blocks.sites(),
                ScoreLayout.read(work.columns().scores()));
        List<BlockRange> parts = EngineParts.forSorting(blocks.count());
        List<String> runs = others.make(order, RankingParts.SORT, parts);
        RankingParts.Ranges ranges = RankingParts.Ranges.of(order.session(), runs, parts.size());
        ranges.write(order.session());
        List<String> merged = others.make(order, RankingParts.MERGE, EngineParts.single(ranges.count()));
        putTogether(order.session(), merged);
        progress.advance(blocks.sites());
    }

    /** Every site has to be there once, or a file did not arrive as it was written. */
    private void putTogether(Path session, List<String> merged) {
        BitSet there = new BitSet(blocks.sites());
        long placed = 0;
        try (OrderFile.Writer order = new OrderFile.Writer(work.columns().order())) {
            for (String attempt : merged) {
                try (DataInputStream in = new DataInputStream(
                        new BufferedInputStream(Files.newInputStream(RankingParts.order(session, attempt)), 1 << 16))) {
                    for (int site = next(in); site >= 0; site = next(in)) {
                        there.set(site);
                        order.add(site);
                        placed++;
                    }
                }
            }
            if (there.cardinality() != blocks.sites() || placed != blocks.sites()) {
                throw new HeadroomException(
                        FailureFamily.EXTERNAL,
                        "of " + blocks.sites() + " sites, other processes put " + there.cardinality() + " in " + placed
                                + " places; what they write to " + session + " is not what is read there",
                        "Mend the shared folder, then give the same command again.");
            }
            order.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int next(DataInputStream in) throws IOException {
        try {
            return in.readInt();
        } catch (EOFException e) {
            return -1;
        }
    }
}
