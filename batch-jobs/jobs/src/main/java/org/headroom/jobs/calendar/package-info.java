/** The sites of a run as they stand on other days, by the same layers and policy, and what that changes. */
@NullMarked
package org.headroom.jobs.calendar;

import org.jspecify.annotations.NullMarked;
