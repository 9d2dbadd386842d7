package org.headroom.jobs.step;

import java.util.List;

/** A step that works block by block, in any order and on several threads at once. */
public interface BlockStep extends AutoCloseable {
    /** Does one block and puts the result in its place; doing it again changes nothing. */
    void process(int block);

    /** Takes note that blocks are done. */
    void done(List<Integer> blocks);

    /** Whether a block is on the disk as it was written. */
    boolean isSealed(int block);

    /** How the sites are cut. */
    Blocks blocks();

    /** Makes again what is not on the disk as it was written: only a run that goes on after its machine lost power finds anything. */
    default void mend() {
        for (int block = 0; block < blocks().count(); block++) {
            if (!isSealed(block)) {
                process(block);
            }
        }
    }

    /** Lets go of files; what was written stays. */
    @Override
    void close();
}
