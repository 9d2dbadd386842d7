package org.headroom.jobs.step;

import java.io.Serializable;

/**
 * A run of blocks.
 *
 * @param first the first block
 * @param end the block behind the last
 */
public record BlockRange(int first, int end) implements Serializable {
    /** Number of blocks. */
    public int count() {
        return end - first;
    }
}
