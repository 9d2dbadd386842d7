package org.headroom.jobs.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.headroom.jobs.step.BlockRange;

/** Cuts blocks into the parts that other processes do. How depends on the blocks only, never on how many processes there are. */
final class Parts {
    /** Three checkpoints, some 150,000 sites: a part takes a fraction of a second, and so does what is lost with a process. */
    private static final int MOST_BLOCKS = 36;

    /** So that a small list also keeps some processes busy to the end. */
    private static final int LEAST_PARTS = 24;

    private Parts() {}

    /** Parts of all blocks but some. */
    static List<BlockRange> of(int blocks, BitSet done) {
        return of(blocks, done, most(blocks));
    }

    /** Parts of all blocks, of so many at most. */
    static List<BlockRange> of(int blocks, int most) {
        return of(blocks, new BitSet(), most);
    }

    /** How many blocks a part has at most. */
    static int most(int blocks) {
        return Math.max(1, Math.min(MOST_BLOCKS, blocks / LEAST_PARTS));
    }

    private static List<BlockRange> of(int blocks, BitSet done, int most) {
        List<BlockRange> parts = new ArrayList<>();
        for (int first = done.nextClearBit(0);
                first < blocks;
                first = done.nextClearBit(parts.get(parts.size() - 1).end())) {
            int next = done.nextSetBit(first);
            int end = Math.min(next < 0 ? blocks : next, first + most);
            parts.add(new BlockRange(first, end));
        }
        return parts;
    }
}
