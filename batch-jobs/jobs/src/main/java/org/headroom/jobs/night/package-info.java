/** One run of the nightly job: what its steps share within a process, and what each of them does. */
@NullMarked
package org.headroom.jobs.night;

import org.jspecify.annotations.NullMarked;
