/** Scoring module {@code time-to-power}: when a site could draw the load asked for, and which step decides it. */
@NullMarked
package org.headroom.timetopower;

import org.jspecify.annotations.NullMarked;
