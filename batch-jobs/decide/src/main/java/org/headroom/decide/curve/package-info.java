/** Supply curves of a run: how many MW stand behind a score, a time to power or a cost, for all sites and by state. */
@NullMarked
package org.headroom.decide.curve;

import org.jspecify.annotations.NullMarked;
