/** How a night ended, in one line and as metrics. */
@NullMarked
package org.headroom.jobs.end;

import org.jspecify.annotations.NullMarked;
