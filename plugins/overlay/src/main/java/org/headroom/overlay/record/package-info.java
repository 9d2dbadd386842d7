/** The records of the layers of a criterion: which count, what is read of them, and which are nearest. */
@NullMarked
package org.headroom.overlay.record;

import org.jspecify.annotations.NullMarked;
