/** Scoring module {@code site-cost}: what a MW of IT load costs a year at a site, tie-line, energy, building and waiting apart. */
@NullMarked
package org.headroom.sitecost;

import org.jspecify.annotations.NullMarked;
