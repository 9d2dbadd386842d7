/** What the formats share of shapes: rings put together, and how large a shape may be. */
@NullMarked
package org.headroom.layers.format.geometry;

import org.jspecify.annotations.NullMarked;
