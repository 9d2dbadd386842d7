/** Why sites of a run are excluded, counted. */
@NullMarked
package org.headroom.runs.exclusion;

import org.jspecify.annotations.NullMarked;
