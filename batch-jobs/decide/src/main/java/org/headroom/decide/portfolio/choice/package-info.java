/** The best sets of a given number of things under shared limits, with a bound that proves how good they are. Knows nothing of sites. */
@NullMarked
package org.headroom.decide.portfolio.choice;

import org.jspecify.annotations.NullMarked;
