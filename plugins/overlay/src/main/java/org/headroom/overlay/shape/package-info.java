/** Shapes on the earth, in degrees: what they measure, how far apart they are at least, and circles. */
@NullMarked
package org.headroom.overlay.shape;

import org.jspecify.annotations.NullMarked;
