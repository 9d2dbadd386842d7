/** Exact indexes over points and areas. */
@NullMarked
package org.headroom.layers.index;

import org.jspecify.annotations.NullMarked;
