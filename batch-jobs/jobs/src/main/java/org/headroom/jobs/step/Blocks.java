package org.headroom.jobs.step;

/**
 * How the sites are cut into blocks, the smallest piece of work.
 *
 * @param sites number of sites
 * @param blockSites sites in every block but the last
 */
public record Blocks(int sites, int blockSites) {
    public int count() {
        return (int) (((long) sites + blockSites - 1) / blockSites);
    }

    /** First site of a block. */
    public int first(int block) {
        return block * blockSites;
    }

    /** Number of sites in a block. */
    public int size(int block) {
        return Math.min(blockSites, sites - first(block));
    }
}
