/** Which sites of a run go together: the best set under limits that its sites share, the next best ones, and why others are out. */
@NullMarked
package org.headroom.decide.portfolio;

import org.jspecify.annotations.NullMarked;
