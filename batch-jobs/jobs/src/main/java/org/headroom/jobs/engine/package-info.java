/** Doing parts of a step in other processes: the port to what runs them, and the step that waits for them. */
@NullMarked
package org.headroom.jobs.engine;

import org.jspecify.annotations.NullMarked;
