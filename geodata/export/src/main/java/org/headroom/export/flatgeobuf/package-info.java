/** A ranking as FlatGeobuf, with its spatial index. */
@NullMarked
package org.headroom.export.flatgeobuf;

import org.jspecify.annotations.NullMarked;
