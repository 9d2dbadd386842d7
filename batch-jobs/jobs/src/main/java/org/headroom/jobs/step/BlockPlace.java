package org.headroom.jobs.step;

import org.headroom.runs.folder.WorkFolder;

/**
 * Where a step puts what it makes of a run of blocks: files with the columns of these sites, and no others.
 *
 * @param folder the folder of the files: the work folder of the run for all blocks, one of its own for a part of them
 * @param blocks how all sites are cut
 * @param range the blocks
 */
public record BlockPlace(WorkFolder folder, Blocks blocks, BlockRange range) {
    /** The place of all blocks, in the work folder. */
    public static BlockPlace ofAll(WorkFolder work, Blocks blocks) {
        return new BlockPlace(work, blocks, new BlockRange(0, blocks.count()));
    }

    /** Number of sites in the files. */
    public int sites() {
        int last = range.end() - 1;
        return range.count() == 0 ? 0 : blocks.first(last) + blocks.size(last) - firstSite();
    }

    /** Where the sites of a block begin in the files. */
    public int row(int block) {
        return blocks.first(block) - firstSite();
    }

    /** Which seal is that of a block. */
    public int seal(int block) {
        return block - range.first();
    }

    private int firstSite() {
        return blocks.first(range.first());
    }
}
