/**
 * Scoring modules {@code flexible-headroom}, what an area carries if the load gives way for some hours, and {@code de-rate}: what is left of a headroom once
 * others have come, and how many of the megawatts asked for are firm, and how many may be curtailed.
 */
@NullMarked
package org.headroom.derate;

import org.jspecify.annotations.NullMarked;
