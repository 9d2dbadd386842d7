package org.headroom.jobs.night;

import java.util.List;
import org.headroom.spi.MeasurementBlock;

/**
 * A block that was measured and is to be written.
 *
 * @param block its number
 * @param byModule the columns of each module, in the order of the modules
 */
public record MeasuredBlock(int block, List<MeasurementBlock> byModule) {}
