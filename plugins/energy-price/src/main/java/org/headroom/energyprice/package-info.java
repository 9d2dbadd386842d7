/** Scoring module {@code energy-price}: what a MWh costs at a site, all in. */
@NullMarked
package org.headroom.energyprice;

import org.jspecify.annotations.NullMarked;
