/** The port to a Jakarta Batch runtime: what the command line needs of one, and nothing of how a particular one does it. */
@NullMarked
package org.headroom.runtime;

import org.jspecify.annotations.NullMarked;
