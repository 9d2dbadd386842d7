/** GeoJSON. */
@NullMarked
package org.headroom.layers.format.geojson;

import org.jspecify.annotations.NullMarked;
