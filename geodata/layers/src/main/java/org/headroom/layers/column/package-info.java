/** Columns of fixed width and of bytes, in memory or in a folder. */
@NullMarked
package org.headroom.layers.column;

import org.jspecify.annotations.NullMarked;
