package org.headroom.host;

import java.time.Duration;

/**
 * How long a module may take; one that takes longer costs its own criteria, not the run. Far above what any module needs, so that a slow
 * machine does not decide what is measured.
 *
 * @param bind for reading the layers
 * @param block for measuring one block of sites, see {@link org.headroom.spi.Measurer}
 */
public record ModuleLimits(Duration bind, Duration block) {
    /** What holds where the project says nothing. */
    public static final ModuleLimits DEFAULT = new ModuleLimits(Duration.ofMinutes(10), Duration.ofMinutes(1));
}
