/** The step that loads layers, from their snapshots where the sources have not changed. */
@NullMarked
package org.headroom.jobs.load;

import org.jspecify.annotations.NullMarked;
