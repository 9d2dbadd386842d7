/**
 * Scoring module {@code mining-conversion}: what an existing crypto-mining facility is worth as a host of AI load, from the site's
 * attributes and the policy's figures alone.
 */
@NullMarked
package org.headroom.miningconversion;

import org.jspecify.annotations.NullMarked;
