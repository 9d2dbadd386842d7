/** Records with columns of side tables, unfolded or added up, as a descriptor says. */
@NullMarked
package org.headroom.layers.reshape;

import org.jspecify.annotations.NullMarked;
