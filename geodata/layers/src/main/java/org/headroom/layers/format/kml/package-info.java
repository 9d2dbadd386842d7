/** KML and KMZ. */
@NullMarked
package org.headroom.layers.format.kml;

import org.jspecify.annotations.NullMarked;
