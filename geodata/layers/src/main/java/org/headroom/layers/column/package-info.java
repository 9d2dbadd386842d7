/** The records of a feature layer as columns. */
@NullMarked
package org.headroom.layers.column;

import org.jspecify.annotations.NullMarked;
