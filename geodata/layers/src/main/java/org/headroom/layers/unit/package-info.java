/** Units that sources use, and their factors to the units of the layer kinds. */
@NullMarked
package org.headroom.layers.unit;

import org.jspecify.annotations.NullMarked;
