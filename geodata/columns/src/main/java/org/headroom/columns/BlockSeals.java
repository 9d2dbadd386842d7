package org.headroom.columns;

import java.nio.file.Path;

/**
 * One check sum for each block that a step has written, so that a restart can tell which blocks are on the disk as they were written. This is
 * what makes checkpoints cheap: nothing is forced to the disk when one is taken. After a kill everything is there, as the operating system
 * has it; after a power cut a block that did not reach the disk has another check sum, or none, and is made again. Safe for several threads.
 */
public final class BlockSeals implements AutoCloseable {
    private static final long SEALED = 1L << 32;

    private final ColumnFile file;

    /** Opens the seals of a step, and makes them when they are missing. */
    public BlockSeals(Path path, int blocks) {
        file = ColumnFile.openForWriting(path, blocks, Long.BYTES);
    }

    /**
     * Seals a block.
     *
     * @param sum CRC-32C of its bytes
     */
    public void seal(int block, long sum) {
        file.column(0).writeLongs(block, 1, new long[] {SEALED | sum});
    }

    /** Whether a block was sealed with this check sum. */
    public boolean isSealed(int block, long sum) {
        long[] seal = new long[1];
        file.column(0).readLongs(block, 1, seal);
        return seal[0] == (SEALED | sum);
    }

    @Override
    public void close() {
        file.close();
    }
}
