package org.headroom.jobs.step;

/** A step of which other processes may do parts. Each puts its part into a folder of its own, and one process takes all of them. */
public interface PartStep extends BlockStep {
    /** In the process that does a part: ends the writing when all blocks of it are done, so that its files can be taken. */
    void finishPart();

    /**
     * In the process that holds the run: puts the columns of a part in their places. A block that is not there as it was written is made again
     * here. Taking a part again changes nothing. Safe for several threads with different parts.
     */
    void take(BlockPlace made);
}
