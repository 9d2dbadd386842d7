/** The lease of an output folder: which process may write there. */
@NullMarked
package org.headroom.runtime.lease;

import org.jspecify.annotations.NullMarked;
