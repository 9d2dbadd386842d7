/** FlatGeobuf. */
@NullMarked
package org.headroom.layers.format.flatgeobuf;

import org.jspecify.annotations.NullMarked;
