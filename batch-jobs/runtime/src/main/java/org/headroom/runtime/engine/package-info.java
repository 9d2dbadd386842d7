/** A runtime for each output folder that is open, its lease and its repository, on an engine of its own that carries the jobs out. */
@NullMarked
package org.headroom.runtime.engine;

import org.jspecify.annotations.NullMarked;
