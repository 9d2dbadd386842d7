/** Columns on disk: the result of each step of the job, written in place and read by block or mapped. */
@NullMarked
package org.headroom.runs.store;

import org.jspecify.annotations.NullMarked;
