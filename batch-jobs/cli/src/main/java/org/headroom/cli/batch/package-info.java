/** The port to a Jakarta Batch runtime: what the command line needs of one, and nothing of how a particular one does it. */
@NullMarked
package org.headroom.cli.batch;

import org.jspecify.annotations.NullMarked;
