/** The lease of an output folder: which process may write there. */
@NullMarked
package org.headroom.cli.batch.lease;

import org.jspecify.annotations.NullMarked;
