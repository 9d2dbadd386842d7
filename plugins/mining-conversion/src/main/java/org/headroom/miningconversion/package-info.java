/**
 * Scoring modules {@code import-right}, what import right a facility holds, and {@code mining-conversion}, what an existing crypto-mining facility is
 * worth as a host of AI load.
 */
@NullMarked
package org.headroom.miningconversion;

import org.jspecify.annotations.NullMarked;
