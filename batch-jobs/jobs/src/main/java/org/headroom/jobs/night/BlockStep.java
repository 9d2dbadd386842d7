package org.headroom.jobs.night;

import java.util.List;

/** A step that works block by block, in any order and on several threads at once. */
public interface BlockStep {
    /** Does one block and puts the result in its place; doing it again changes nothing. */
    void process(int block);

    /** Takes note that blocks are done. */
    void done(List<Integer> blocks);

    /** Whether a block is on the disk as it was written. */
    boolean isSealed(int block);
}
